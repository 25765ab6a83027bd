"""Approving, comparing, installing and rolling back content, as people type it."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.minisign import read_public
from kiosk.domain.acknowledgement import PackRef, PageShown
from kiosk.platform.paths import default_content
from kiosk.records.lock import take_lock
from tests.commands.anteroom import ROOT, one_line
from tests.commands.clinic import PASSWORD, Clinic, edit, tiny_pack
from tests.content.signing import Person
from tests.records.visits import open_demo, visit


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    made = Clinic(tmp_path)
    made.make_keys()
    return made


def first_version(place: Path) -> str:
    """Copy the shipped pack, as if it were finished and reviewed; return its version."""
    shutil.copytree(default_content(), place)
    manifest = place / "pack.toml"
    text = manifest.read_text("utf-8").replace('status = "draft"', 'status = "approved"')
    manifest.write_text(text, "utf-8")
    found = re.search(r'^version = "(.*)"$', text, re.MULTILINE)
    assert found
    return found[1]


def edited(first: Path, second: Path, version: str) -> str:
    """Make the next version with one sentence changed; return the sentence as it is now."""
    shutil.copytree(first, second)
    shutil.rmtree(second / "approvals")
    edit(second / "pack.toml", f'version = "{version}"', 'version = "9.0.0"')
    chapter = second / "en" / "side-effects.md"
    lines = chapter.read_text("utf-8").split("\n")
    line = next(one for one in lines if re.match(r"[A-Z][a-z ,]+\. \[\^", one))
    edit(chapter, line, line.replace(". [^", " too. [^", 1))
    return line.partition(". [^")[0] + " too."


def stock_minisign_agrees(clinic: Clinic, pack: Path) -> None:
    files = sorted((pack / "approvals").glob("*.minisig"))
    assert len(files) == 2
    for file in files:
        key = next(one for one in clinic.keys.values() if read_public(one).id == file.stem)
        stock = ["minisign", "-Vm", "approvals/content.sha256", "-x", str(file), "-P", key]
        subprocess.run(stock, cwd=pack, capture_output=True, check=True)
    subprocess.run(["sha256sum", "-c", "--quiet", "approvals/content.sha256"], cwd=pack, check=True)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(shutil.which("minisign") is None, reason="stock minisign is not installed")
def test_from_an_edited_sentence_to_the_kiosk_and_back(clinic: Clinic) -> None:
    """The whole way on the shipped pack: edit, check, diff, approve twice, install, roll back."""
    first, second = clinic.home / "first", clinic.home / "second"
    version = first_version(first)
    clinic.vouch(first)
    clinic.review(first)
    for person in ("ann", "bo"):
        assert clinic.approve(first, person).code == 0
    assert clinic.content("install", first).code == 0
    sentence = edited(first, second, version)

    began = time.perf_counter()
    # An edited sentence voids the review of its language.
    assert "en: unreviewed" in clinic.content("check", second).out
    clinic.review(second)
    assert clinic.content("check", second).code == 0
    said = clinic.content("diff", first, second).out
    assert "sentence reworded" in said
    assert f"now: {sentence}" in said
    assert "signed by 0 of 2" in one_line(clinic.content("install", second))
    shown = clinic.approve(second, "ann").out
    assert f"now: {sentence}" in shown.partition("Changed since")[2]
    assert "signed by 1 of 2 different people (Ann" in one_line(clinic.content("install", second))
    assert clinic.approve(second, "bo").code == 0
    stock_minisign_agrees(clinic, second)
    assert clinic.content("install", second).code == 0
    live = time.perf_counter()
    in_order(clinic, "9.0.0")
    assert walked(clinic) == "9.0.0"
    before = time.perf_counter()
    assert clinic.content("rollback", "--staff", "N17", "--reason", "A test").code == 0
    back = time.perf_counter()
    in_order(clinic, version)
    print(f"from the edit to live in {live - began:.1f} s, back after {back - before:.1f} s")
    what_is_left(clinic, version)


def walked(clinic: Clinic) -> str:
    """Drive the real window through a visit; return the version that its record names."""
    walk = clinic.run("walk", "--data", clinic.data, "--config", clinic.settings)
    assert walk.code == 0, walk.err
    listed = clinic.run("records", "list", "--json", "--config", clinic.settings)
    return str(json.loads(listed.out)["records"][0]["pack_version"])


def in_order(clinic: Clinic, version: str) -> None:
    """Everything that `anteroom check` says about content is met, and it is this version."""
    rows = clinic.rows()
    for name in ("content", "approval", "review-date", "languages", "region"):
        assert rows[name][0], rows[name]
    assert f" {version}, digest" in rows["content"][1]


def what_is_left(clinic: Clinic, version: str) -> None:
    """Both versions are kept, and a record says who went back and why."""
    listed = json.loads(clinic.content("list", "--json").out)["packs"]
    assert [(one["version"], one["in_use"], one["whole"]) for one in listed] == [
        (version, True, True),
        ("9.0.0", False, True),
    ]
    key = clinic.data / "demo-recipient.key"
    opened = clinic.run("records", "open", clinic.data, "--key", key).out.splitlines()
    events = [one["clear"].get("event") for one in map(json.loads, opened)]
    assert "content_rolled_back" in events
    note = json.loads(opened[events.index("content_rolled_back")])
    assert note["sealed"]["details"]["by"] == "N17"
    assert note["sealed"]["details"]["why"].endswith(": A test")
    assert clinic.run("records", "verify", clinic.data).code == 0


def test_a_pack_with_errors_a_draft_and_one_past_its_date_cannot_be_approved(
    clinic: Clinic,
) -> None:
    pack = tiny_pack(clinic.home / "pack")
    edit(pack / "pack.toml", "review_by = 2027-05-21", "review_by = 2026-11-22")
    assert "has passed" in one_line(clinic.approve(pack, "ann"))
    edit(pack / "pack.toml", '"approved"', '"draft"')
    assert 'status is "draft"' in one_line(clinic.approve(pack, "ann"))
    page = pack / "en" / "questions.md"
    page.write_text(page.read_text() + "\nIt always works.\n")
    ended = clinic.approve(pack, "ann")
    assert "errors: 2, so it cannot be approved" in one_line(ended)
    assert ended.code == 1
    assert not (pack / "approvals").exists()


def test_what_is_approved_is_shown_before_it_is_signed(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    ended = clinic.approve(pack, "ann", given="a wrong password")
    assert "this password does not open the key; nothing was signed" in one_line(ended)
    for words in ("A tiny pack", "tiny 0.1.0", "digest ", "3 pages, 1 check questions, unrev"):
        assert words in ended.out
    assert not (pack / "approvals").exists()


def test_a_terminal_asks_for_the_password_and_shows_none_of_it(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    said, code = _typed(clinic, pack, "ann", PASSWORD)
    assert code == 0, said
    assert "Password of ann.key, which signs the above:" in said
    assert PASSWORD not in said
    assert len(list((pack / "approvals").glob("*.minisig"))) == 1


def _typed(clinic: Clinic, pack: Path, person: str, line: str) -> tuple[str, int]:
    """Run approve on a terminal of its own, typing once something is asked."""
    name, role = clinic.people[person]
    words = ["content", "approve", str(pack), "--name", name, "--role", role, "--key"]
    words += [str(clinic.home / f"{person}.key"), "--config", str(clinic.settings)]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.environ["HOME"] = str(clinic.home)
        os.execv(sys.executable, [sys.executable, "-m", "kiosk", *words])  # noqa: S606  # the program under test
    said, sent = b"", False
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
        if not sent and b"signs the above: " in said:
            os.write(terminal, line.encode() + b"\n")
            sent = True
    os.close(terminal)
    return said.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_name_that_the_settings_do_not_have_for_this_key_is_refused(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    clinic.people["ann"] = ("Bo Kim", "nurse")
    ended = clinic.approve(pack, "ann")
    assert "the settings list this key as 'Ann Lee'; nothing was signed" in ended.err
    assert ended.code == 2
    assert not (pack / "approvals").exists()


def test_a_key_that_is_not_listed_signs_and_is_told_what_is_missing(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    clinic.settings.write_text('data = "data"\n')
    ended = clinic.approve(pack, "ann")
    assert ended.code == 0
    assert f'"Ann Lee; nurse; {clinic.keys["ann"]}"' in ended.out
    assert "0 of 2 people" in ended.out


def test_approve_as_json_is_json_alone(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    found = json.loads(clinic.approve(pack, "ann", "--json").out)
    assert (found["listed"], found["people"], found["complete"]) == (True, 1, False)
    found = json.loads(clinic.approve(pack, "bo", "--json").out)
    assert (found["people"], found["complete"]) == (2, True)


def test_diff_takes_zips_and_gives_json(clinic: Clinic) -> None:
    old, new = tiny_pack(clinic.home / "old"), tiny_pack(clinic.home / "new", "0.2.0")
    edit(new / "en" / "questions.md", "Nobody knows", "No one knows")
    archive = shutil.make_archive(str(clinic.home / "packed"), "zip", clinic.home, "old")
    ended = clinic.content("diff", archive, new, "--json")
    found = json.loads(ended.out)
    assert (ended.code, found["old"]["version"], found["new"]["version"]) == (0, "0.1.0", "0.2.0")
    assert [(one["kind"], one["page"]) for one in found["changes"]] == [
        ("pack", ""),
        ("reworded", "how"),
    ]
    assert "Nothing changed" in clinic.content("diff", archive, old).out


def test_an_older_pack_needs_leave_a_reason_and_the_store_to_itself(clinic: Clinic) -> None:
    old, new = tiny_pack(clinic.home / "old"), tiny_pack(clinic.home / "new", "0.2.0")
    for place in (old, new):
        for person in ("ann", "bo"):
            assert clinic.approve(place, person).code == 0
    clinic.data.mkdir()
    running = take_lock(clinic.data)
    assert clinic.content("install", new).code == 0  # a newer one goes in beside a running kiosk
    running.release()
    assert "older than 0.2.0" in one_line(clinic.content("install", old))
    bare = clinic.content("install", old, "--allow-older")
    assert (bare.code, "--staff and --reason" in one_line(bare)) == (2, True)
    words = ("--allow-older", "--staff", "N17", "--reason", "The new one has a fault")
    lock = take_lock(clinic.data)
    assert "close it first" in one_line(clinic.content("install", old, *words))
    lock.release()
    assert clinic.content("install", old, *words).code == 0
    lock = take_lock(clinic.data)
    assert "close it first" in one_line(clinic.content("rollback"))
    lock.release()
    (latest, *_) = json.loads(
        clinic.run("records", "list", "--json", "--config", clinic.settings).out
    )["records"]
    assert latest["kind"] == "audit"
    assert "0.1.0" in clinic.rows()["content"][1]


def test_who_saw_an_earlier_pack_needs_another_look_with_what_changed(clinic: Clinic) -> None:
    old, new = tiny_pack(clinic.home / "old"), tiny_pack(clinic.home / "new", "0.2.0")
    edit(new / "en" / "questions.md", "Nobody knows", "No one knows")
    for place in (old, new):
        for person in ("ann", "bo"):
            clinic.approve(place, person)
    digest = json.loads(clinic.content("install", old, "--json").out)["now"]["sha256"]
    shown = PackRef("tiny", "0.1.0", digest, "en")
    with closing(open_demo(clinic.data)) as store:
        for session, page in (("saw", "how"), ("did-not", "said")):
            pages = (PageShown(page, 0, 9.0, 1),)
            store.save(replace(visit(session), pack=shown, pages=pages, ideas=()))
    affected = ("records", "affected", "--config", clinic.settings, "--json")
    assert clinic.run(*affected).code == 0
    clinic.content("install", new)
    ended = clinic.run(*affected)
    (one,) = json.loads(ended.out)["affected"]
    assert (ended.code, one["changed"]) == (
        1,
        [
            "how: sentence reworded: was “Nobody knows for sure.”, now “No one knows for sure.”",
        ],
    )


def test_a_record_leads_to_the_pack_that_was_shown(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    for person in ("ann", "bo"):
        clinic.approve(pack, person)
    digest = json.loads(clinic.content("install", pack, "--json").out)["now"]["sha256"]
    ended = clinic.content("list", "--sha256", digest)
    assert (ended.code, Path(ended.out.strip()).name) == (0, digest)
    (Path(ended.out.strip()) / "en" / "questions.md").write_text("x")
    assert clinic.content("list").code == 1
    assert "ALTERED" in clinic.content("list").out
    assert "no content with the digest" in one_line(clinic.content("list", "--sha256", digest))


def test_a_stranger_in_the_folder_of_approvals_is_named_on_screen(clinic: Clinic) -> None:
    pack = tiny_pack(clinic.home / "pack")
    stranger = Person("Cy Roe")
    stranger.sign(pack)
    said = clinic.approve(pack, "ann").out
    assert f"is by key {stranger.key.public.id}, which the settings do not list" in said
