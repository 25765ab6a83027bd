"""Installing content: what is refused, what is kept, and what a power cut leaves."""

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.config import Config
from kiosk.content.pack import load_pack, pack_digest
from kiosk.content.problems import PackError
from kiosk.platform.paths import default_content
from kiosk.records.lock import take_lock
from kiosk.staff.content_install import (
    Done,
    InstallFailedError,
    RefusedError,
    Rules,
    find_shown,
    install,
    roll_back,
)
from kiosk.staff.installed import (
    AREA,
    POINTER,
    InstalledError,
    content_in_use,
    kept_packs,
    packs_folder,
    read_shelf,
)
from tests.content.signing import Person
from tests.content.tiny_pack import TinyPack

ANN, BO = Person("Ann Lee"), Person("Bo Kim", "physician")
RULES = Rules((ANN.approver, BO.approver), "2026-11-26")


def pack(place: Path, version: str = "0.1.0", status: str = "approved", word: str = "") -> Path:
    """Write a tiny pack, unsigned."""
    tiny = TinyPack(place)
    tiny.swap("pack.toml", 'version = "0.1.0"', f'version = "{version}"')
    tiny.swap("pack.toml", '"draft"', f'"{status}"')
    if word:
        tiny.swap("en/questions.md", "Nobody knows", f"Nobody {word} knows")
    return tiny.write()


def signed(place: Path, version: str = "0.1.0", word: str = "") -> Path:
    folder = pack(place, version, word=word)
    ANN.sign(folder)
    BO.sign(folder)
    return folder


def silent(event: str, what: str) -> None:
    raise AssertionError(f"a record {event} was written: {what}")


def put(data: Path, place: Path, rules: Rules = RULES) -> Done:
    return install(data, place, rules, silent)


def shown(data: Path) -> str:
    return load_pack(content_in_use(Config(), data)).info.version


def test_before_anything_is_installed_the_shipped_content_is_shown(tmp_path: Path) -> None:
    assert content_in_use(Config(), tmp_path) == default_content()
    assert list(tmp_path.iterdir()) == []


def test_a_signed_folder_or_zip_is_in_use_and_byte_for_byte_the_same(tmp_path: Path) -> None:
    data, folder = tmp_path / "data", signed(tmp_path / "new")
    done = put(data, folder)
    there = content_in_use(Config(), data)
    assert pack_digest(there) == pack_digest(folder) == done.now.sha256
    assert done.approvals.complete
    later = signed(tmp_path / "later", "0.2.0")
    archive = tmp_path / "later.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in later.rglob("*"):
            packed.write(file, Path("later") / file.relative_to(later))
    assert put(data, archive).before == done.now
    assert shown(data) == "0.2.0"
    assert content_in_use(Config(content=folder), data) == folder


def _unsigned(folder: Path) -> None:
    shutil.rmtree(folder / "approvals")


def _once(folder: Path) -> None:
    (folder / "approvals" / f"{BO.key.public.id}.minisig").unlink()


def _altered(folder: Path) -> None:
    page = folder / "en" / "questions.md"
    page.write_text(page.read_text().replace("Nobody", "No one"))


def _faulty(folder: Path) -> None:
    page = folder / "en" / "questions.md"
    page.write_text(page.read_text() + "\nIt always works.\n")
    ANN.sign_as(folder, "x")


def _draft(folder: Path) -> None:
    manifest = folder / "pack.toml"
    manifest.write_text(manifest.read_text().replace('"approved"', '"draft"'))
    ANN.sign(folder)
    BO.sign(folder)


def _stranger(folder: Path) -> None:
    _once(folder)
    Person("Cy Roe").sign(folder)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_unsigned, "signed by 0 of 2 different people, so"),
        (_once, "signed by 1 of 2 different people (Ann Lee"),
        (_altered, "changed after signing"),
        (_faulty, "errors: 2, so it is not installed"),
        (_draft, "as a draft"),
        (_stranger, "which the settings do not list"),
    ],
)
def test_what_is_not_in_order_is_refused_and_leaves_nothing(
    tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    folder = signed(tmp_path / "new")
    spoil(folder)
    with pytest.raises(RefusedError) as refused:
        put(tmp_path / "data", folder)
    assert said in str(refused.value)
    assert list(packs_folder(tmp_path / "data").iterdir()) == []
    assert content_in_use(Config(), tmp_path / "data") == default_content()


def test_content_past_its_review_date_is_refused_from_the_day_after(tmp_path: Path) -> None:
    folder = signed(tmp_path / "new")
    with pytest.raises(RefusedError, match="review was due on 2027-05-21"):
        put(tmp_path / "data", folder, Rules(RULES.approvers, "2027-05-22"))
    put(tmp_path / "data", folder, Rules(RULES.approvers, "2027-05-21"))
    assert shown(tmp_path / "data") == "0.1.0"


def test_without_approvers_in_the_settings_nothing_is_installed(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="name no approvers"):
        put(tmp_path / "data", signed(tmp_path / "new"), Rules((), "2026-11-26"))


def test_a_hostile_zip_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    archive = tmp_path / "bad.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("pack.toml", "")
        packed.writestr("../../out.md", "")
    with pytest.raises(PackError, match="leads out"):
        put(tmp_path / "data", archive)
    assert not list(tmp_path.rglob("out.md"))


def test_an_older_version_comes_back_only_when_allowed_and_noted(tmp_path: Path) -> None:
    data, notes = tmp_path / "data", list[tuple[str, str]]()
    old, new = signed(tmp_path / "old"), signed(tmp_path / "new", "0.10.0")
    put(data, new)
    with pytest.raises(RefusedError, match=r"older than 0\.10\.0"):
        put(data, old)
    allowed = Rules(RULES.approvers, RULES.today, older=True)
    install(data, old, allowed, lambda event, what: notes.append((event, what)))
    assert shown(data) == "0.1.0"
    ((event, what),) = notes
    assert event == "content_older"
    assert what.startswith("tiny 0.10.0 (")
    put(data, new)  # a newer one needs no leave
    assert (shown(data), len(kept_packs(data))) == ("0.10.0", 2)


def test_one_version_never_means_two_contents(tmp_path: Path) -> None:
    data = tmp_path / "data"
    put(data, signed(tmp_path / "one"))
    with pytest.raises(RefusedError, match="higher version"):
        put(data, signed(tmp_path / "two", word="really"))


def test_the_same_pack_again_changes_nothing(tmp_path: Path) -> None:
    data, folder = tmp_path / "data", signed(tmp_path / "one")
    first = put(data, folder)
    again = put(data, folder)
    assert (again.now, again.before) == (first.now, first.now)
    assert len(read_shelf(data).used) == 1


def test_a_copy_that_was_altered_in_place_is_put_right_by_installing_again(tmp_path: Path) -> None:
    data, folder = tmp_path / "data", signed(tmp_path / "one")
    put(data, folder)
    (content_in_use(Config(), data) / "en" / "questions.md").write_text("x")
    put(data, folder)
    assert pack_digest(content_in_use(Config(), data)) == pack_digest(folder)


def test_a_rollback_brings_back_the_pack_before_and_is_noted(tmp_path: Path) -> None:
    data, notes = tmp_path / "data", list[tuple[str, str]]()
    put(data, signed(tmp_path / "one"))
    with pytest.raises(RefusedError, match="no earlier content"):
        roll_back(data, silent)
    put(data, signed(tmp_path / "two", "0.2.0"))
    roll_back(data, lambda event, what: notes.append((event, what)))
    assert shown(data) == "0.1.0"
    assert [event for event, _ in notes] == ["content_rolled_back"]
    put(data, tmp_path / "two")
    assert (shown(data), len(kept_packs(data))) == ("0.2.0", 2)


def test_a_rollback_to_altered_bytes_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    put(data, signed(tmp_path / "one"))
    first = content_in_use(Config(), data)
    put(data, signed(tmp_path / "two", "0.2.0"))
    (first / "en" / "questions.md").write_text("x")
    with pytest.raises(RefusedError, match="altered"):
        roll_back(data, silent)
    assert shown(data) == "0.2.0"


def test_what_was_shown_is_found_by_its_digest_whatever_is_in_use(tmp_path: Path) -> None:
    data = tmp_path / "data"
    one = put(data, signed(tmp_path / "one")).now
    put(data, signed(tmp_path / "two", "0.2.0"))
    assert load_pack(find_shown(data, one.sha256)).info.digest == one.sha256
    roll_back(data, lambda _event, _what: None)
    (two,) = [pack for pack in read_shelf(data).kept if pack.version == "0.2.0"]
    assert load_pack(find_shown(data, two.sha256)).info.version == "0.2.0"
    with pytest.raises(InstalledError, match="no content with the digest"):
        find_shown(data, "0" * 64)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"v":2,"kept":[],"used":[]}',
        '{"v":1,"kept":[],"used":["x"]}',
        '{"v":1,"kept":[{"folder":"../x","id":"","version":"","sha256":"","on":""}],"used":[]}',
    ],
)
def test_a_damaged_list_is_named_and_nothing_else_is_shown_in_its_place(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / AREA).mkdir()
    (tmp_path / AREA / POINTER).write_text(text)
    with pytest.raises(InstalledError, match=POINTER):
        content_in_use(Config(), tmp_path)


def test_a_pack_in_use_that_is_gone_is_named(tmp_path: Path) -> None:
    put(tmp_path / "data", signed(tmp_path / "one"))
    shutil.rmtree(content_in_use(Config(), tmp_path / "data"))
    with pytest.raises(InstalledError, match="is gone"):
        content_in_use(Config(), tmp_path / "data")


def test_two_installs_at_once_do_not_meet(tmp_path: Path) -> None:
    (tmp_path / "data" / AREA).mkdir(parents=True)
    lock = take_lock(tmp_path / "data" / AREA)
    with pytest.raises(InstallFailedError, match="another install"):
        put(tmp_path / "data", signed(tmp_path / "one"))
    lock.release()
    put(tmp_path / "data", tmp_path / "one")
    assert shown(tmp_path / "data") == "0.1.0"


def test_a_disk_that_takes_nothing_leaves_what_was_in_use(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_text("a file in the way")
    with pytest.raises(InstallFailedError, match="could not be written"):
        put(data, signed(tmp_path / "one"))


KILLED = """
import os, sys
from pathlib import Path
calls, at = 0, int(sys.argv[3])
def die(real):
    def step(*words, **more):
        global calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), 9)
        return real(*words, **more)
    return step
for name in ("fsync", "mkdir", "rename", "replace", "open"):
    setattr(os, name, die(getattr(os, name)))
from tests.staff.test_content_install import pack
from kiosk.domain.approver import Approver
from kiosk.staff.content_install import Rules, install
known = tuple(Approver(*one.split(";")) for one in sys.argv[4:])
calls = 0
install(Path(sys.argv[1]), Path(sys.argv[2]), Rules(known, "2026-11-26"), print)
print(calls)
"""


def _install_killed(data: Path, folder: Path, at: int) -> subprocess.CompletedProcess[str]:
    known = [f"{one.name};{one.role};{one.approver.key}" for one in (ANN, BO)]
    root = Path(__file__).parents[2]
    words = [sys.executable, "-c", KILLED, str(data), str(folder), str(at), *known]
    environ = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(
        words, cwd=root, env=environ, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.slow
def test_killed_at_any_step_the_old_or_the_new_pack_is_whole_and_in_use(tmp_path: Path) -> None:
    old, new = signed(tmp_path / "old"), signed(tmp_path / "new", "0.2.0")
    put(tmp_path / "data", old)
    shutil.copytree(tmp_path / "data", tmp_path / "free")
    steps = int(_install_killed(tmp_path / "free", new, 0).stdout)
    assert steps > 20
    seen = set()
    for at in sorted({1, 2, *range(3, steps, 9), *range(steps - 8, steps + 1)}):
        data = tmp_path / f"at-{at}"
        shutil.copytree(tmp_path / "data", data)
        done = _install_killed(data, new, at)
        assert done.returncode == -signal.SIGKILL, done.stderr
        there = load_pack(content_in_use(Config(), data)).info
        assert there.digest == read_shelf(data).current.sha256  # type: ignore[union-attr]  # is there
        seen.add(there.version)
        put(data, new)  # and the next try goes through, and sweeps what was left
        assert shown(data) == "0.2.0"
        assert not list(packs_folder(data).glob(".new-*"))
    assert seen == {"0.1.0", "0.2.0"}
