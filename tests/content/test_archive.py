"""A pack that comes as .zip: it opens as the same pack, and every trick is named and undone."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content import archive
from kiosk.content.archive import read_archive, unpack
from kiosk.content.pack import PackError, pack_digest
from kiosk.content.problems import ProblemLog
from tests.content.tiny_pack import TinyPack

Change = Callable[[zipfile.ZipFile], None]


def packed(tiny: TinyPack, change: Change | None = None, inside: str = "") -> Path:
    """The tiny pack as a .zip, with one more thing in it."""
    path = tiny.root.with_suffix(".zip")
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in tiny.files.items():
            made.writestr(f"{inside}{name}", text)
        if change:
            change(made)
    return path


def entry(
    name: str, data: bytes = b"x", mode: int = 0, method: int = zipfile.ZIP_DEFLATED
) -> Change:
    """Add one file with a mode."""

    def change(made: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        info.compress_type = method
        made.writestr(info, data)

    return change


@pytest.mark.parametrize("inside", ["", "tiny/", "my-pack-1.0/"])
def test_a_packed_pack_opens_as_the_same_pack(tiny: TinyPack, tmp_path: Path, inside: str) -> None:
    opened = unpack(packed(tiny, inside=inside), tmp_path / "new")
    assert pack_digest(opened) == pack_digest(tiny.write())


def test_what_a_mac_adds_is_left_out(tiny: TinyPack, tmp_path: Path) -> None:
    def change(made: zipfile.ZipFile) -> None:
        made.writestr("__MACOSX/._pack.toml", "x")
        made.writestr("en/.DS_Store", "x")

    opened = unpack(packed(tiny, change), tmp_path / "new")
    assert pack_digest(opened) == pack_digest(tiny.write())


TRICKS = [
    pytest.param(entry("../out.md"), "out of the pack", id="way out"),
    pytest.param(entry("en/../../out.md"), "out of the pack", id="way out, deeper"),
    pytest.param(entry("/etc/out.md"), "outside the pack", id="absolute"),
    pytest.param(entry("C:/out.md"), "outside the pack", id="drive"),
    pytest.param(entry("en\\..\\..\\out.md"), "out of|outside", id="backslash"),
    pytest.param(entry("en//out.md"), "cannot be used", id="empty folder name"),
    pytest.param(entry("./out.md"), "cannot be used", id="dot folder"),
    pytest.param(entry("en/a\nb.md"), "cannot be used", id="line end in a name"),
    pytest.param(entry("en/\u202egnp.md"), "cannot be used", id="turned name"),
    pytest.param(entry("en/dot."), "cannot be used", id="dot at the end"),
    pytest.param(entry("a/b/c/d/e/f/g.md"), "too deep", id="deep"),
    pytest.param(entry(f"en/{'x' * 300}.md"), "too long", id="long"),
    pytest.param(entry("en/CON.md"), "device", id="device"),
    pytest.param(entry("en/lpt1"), "device", id="device port"),
    pytest.param(entry("en/Mechanism.md"), "capital letters", id="capitals"),
    pytest.param(entry("EN/other.md"), "capital letters", id="capitals in a folder"),
    pytest.param(entry("en"), "a file and a folder", id="file over folder"),
    pytest.param(entry("en/a.md", b"/etc/passwd", stat.S_IFLNK | 0o777), "A link", id="link"),
    pytest.param(entry("en/a.md", b"", stat.S_IFIFO | 0o644), "not a file", id="pipe"),
    pytest.param(entry("en/a.md", b"", stat.S_IFCHR | 0o644), "not a file", id="device file"),
    pytest.param(entry("en/a.md", bytes(900_000)), "unpacks to far more", id="bomb"),
    pytest.param(entry("en/a.md", bytes(50_000_000)), "larger than 1 MiB", id="50 MB"),
    pytest.param(entry("en/a.md", b"x", 0, zipfile.ZIP_LZMA), "rare way", id="rare packing"),
]


@pytest.mark.parametrize(("change", "words"), TRICKS)
def test_a_trick_is_named_and_nothing_is_written(
    tiny: TinyPack, tmp_path: Path, change: Change, words: str
) -> None:
    path = packed(tiny, change)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(PackError, match=words) as caught:
        unpack(path, tmp_path / "new")
    assert sorted(tmp_path.rglob("*")) == before
    assert {one.rule for one in caught.value.problems} == {"archive"}
    assert all(one.path.startswith(str(path)) for one in caught.value.problems)


def test_a_name_that_stands_twice_is_refused(tiny: TinyPack, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = packed(tiny, entry("pack.toml"))
    with pytest.raises(PackError, match="stands twice"):
        unpack(path, tmp_path / "new")


def test_a_name_with_a_hidden_end_is_refused(tiny: TinyPack, tmp_path: Path) -> None:
    path = packed(tiny, entry("en/a.md_.exe"))
    path.write_bytes(path.read_bytes().replace(b"en/a.md_.exe", b"en/a.md\0.exe"))
    with pytest.raises(PackError, match="hidden end"):
        unpack(path, tmp_path / "new")


def test_a_size_that_lies_stops_at_the_limit(
    tiny: TinyPack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_FILE_BYTES", 100_000)
    path = packed(tiny, entry("en/a.md", os.urandom(300_000)))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"en/a.md"))
    struct.pack_into("<I", data, at + 24, 99_000)
    path.write_bytes(data)
    with pytest.raises(PackError, match=r"unpacks to more|not a whole"):
        unpack(path, tmp_path / "new")


def test_more_bytes_than_a_pack_may_hold_are_refused(
    tiny: TinyPack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL_BYTES", 1000)
    with pytest.raises(PackError, match="Unpacked, this archive is larger"):
        unpack(packed(tiny), tmp_path / "new")


def test_an_archive_of_many_files_is_refused_before_its_list_is_read(
    tiny: TinyPack, tmp_path: Path
) -> None:
    path = packed(tiny)
    data = bytearray(path.read_bytes())
    struct.pack_into("<HH", data, len(data) - 14, 40_000, 40_000)
    path.write_bytes(data)
    with pytest.raises(PackError, match="more than 20,000 files"):
        unpack(path, tmp_path / "new")


def test_an_archive_of_the_huge_kind_is_refused(tiny: TinyPack, tmp_path: Path) -> None:
    path = packed(tiny)
    data = path.read_bytes()
    path.write_bytes(data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:])
    with pytest.raises(PackError, match="kind for huge files"):
        unpack(path, tmp_path / "new")


def test_a_locked_file_is_refused(tiny: TinyPack, tmp_path: Path) -> None:
    path = packed(tiny)
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(PackError, match="password"):
        unpack(path, tmp_path / "new")


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"not a zip", b"PK\x05\x06" + bytes(18), b"PK\x05\x06" + b"\xff" * 18]
)
def test_what_is_no_archive_is_said_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(data)
    with pytest.raises(PackError) as caught:
        unpack(path, tmp_path / "new")
    assert len(caught.value.problems) == 1


def test_an_archive_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="Cannot read this file"):
        unpack(tmp_path / "none.zip", tmp_path / "new")


def test_one_changed_byte_in_a_file_is_seen(tiny: TinyPack, tmp_path: Path) -> None:
    path = packed(tiny, entry("figures/a.svg", b"<svg/>" * 9, 0, zipfile.ZIP_STORED))
    path.write_bytes(path.read_bytes().replace(b"<svg/><svg/>", b"<svg/><svG/>", 1))
    with pytest.raises(PackError, match=r"not a whole \.zip"):
        unpack(path, tmp_path / "new")


def test_a_folder_that_exists_is_left_alone(tiny: TinyPack, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with pytest.raises(FileExistsError):
        unpack(packed(tiny), tmp_path / "new")


def small_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("pack.toml", 'id = "x"\n' * 9)
        opened.writestr("en/a.md", "# A {#a}\n" * 9)
    return made.getvalue()


@given(edits=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_gives_files_or_a_problem_never_a_crash(
    tmp_path: Path, edits: list[tuple[int, int]]
) -> None:
    data = bytearray(small_zip())
    for place, value in edits:
        data[place % len(data)] = value
    path = tmp_path / "pack.zip"
    path.write_bytes(data)
    log = ProblemLog()
    files = read_archive(path, log)
    assert bool(files) != bool(log.found)
