"""Parsed packs are kept by digest, read back equal, and never trusted when damaged."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content import cache as pack_cache
from kiosk.content.pack import PackError, load_pack
from tests.content.tiny_pack import TinyPack

ROOT = Path(__file__).resolve().parents[2]


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_pack_comes_back_equal_from_the_cache(tiny: TinyPack, tmp_path: Path) -> None:
    folder, cache = tiny.write(), tmp_path / "made" / "here"
    fresh = load_pack(folder, cache=cache)
    assert pack_cache.read(cache, fresh.info.digest) == fresh == load_pack(folder, cache=cache)
    assert [one.name.split(".")[0] for one in kept(cache)] == [fresh.info.digest]


def test_a_cached_pack_is_read_without_parser_or_library(tiny: TinyPack, tmp_path: Path) -> None:
    folder, cache = tiny.write(), tmp_path / "cache"
    code = (
        "import sys; from pathlib import Path; from kiosk.content.pack import load_pack\n"
        f"load_pack(Path({str(folder)!r}), cache=Path({str(cache)!r}))\n"
        "print(sorted(n for n in ('kiosk.content.parse', 'markdown') if n in sys.modules))"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert found == ["['kiosk.content.parse', 'markdown']", "[]"]


def test_to_look_whether_a_language_is_there_reads_none_of_it() -> None:
    shelf = pack_cache.Shelf[object]({"en": "no JSON at all"})
    assert "en" in shelf
    assert "es" not in shelf
    with pytest.raises(ValueError, match="Expecting value"):
        shelf["en"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data.replace(b"Brain cells", b"Brain stems"),
        lambda data: data[::-1],
        lambda data: b"\xff\xfe" + data,
    ],
    ids=["empty", "cut short", "changed word", "reversed", "not text"],
)
def test_a_damaged_file_is_ignored_and_written_again(
    tiny: TinyPack, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    folder, cache = tiny.write(), tmp_path / "cache"
    fresh = load_pack(folder, cache=cache)
    (file,) = kept(cache)
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert load_pack(folder, cache=cache) == fresh
    assert file.read_bytes() == good


@pytest.mark.parametrize("body", ["[]", "null", "[99]", "[-1]", "[1]", '{"a":[0]}', '["x"]', "[0]"])
def test_a_foreign_file_with_a_right_checksum_is_ignored(
    tiny: TinyPack, tmp_path: Path, body: str
) -> None:
    folder, cache = tiny.write(), tmp_path / "cache"
    fresh = load_pack(folder, cache=cache)
    (file,) = kept(cache)
    file.write_bytes(pack_cache.sealed(body.encode()))
    assert load_pack(folder, cache=cache) == fresh


def test_the_pack_of_another_digest_is_not_taken(tiny: TinyPack, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_pack(tiny.write(), cache=cache)
    (old,) = kept(cache)
    tiny.swap("en/questions.md", "Nobody knows", "No one knows")
    changed = load_pack(tiny.write())
    pack_cache.cache_file(cache, changed.info.digest).write_bytes(old.read_bytes())
    assert load_pack(tiny.write(), cache=cache) == changed


def test_a_pack_parsed_by_other_rules_is_not_taken(
    tiny: TinyPack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    digest = load_pack(tiny.write(), cache=cache).info.digest
    monkeypatch.setattr(pack_cache, "PARSER_VERSION", pack_cache.PARSER_VERSION + 1)
    assert pack_cache.read(cache, digest) is None


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(
    tiny: TinyPack, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert load_pack(tiny.write(), cache=tmp_path / "file" / "cache").info.id == "tiny"


def test_a_bad_pack_is_not_kept(tiny: TinyPack, tmp_path: Path) -> None:
    tiny.swap("en/questions.md", " [^MECH-07]", "")
    with pytest.raises(PackError):
        load_pack(tiny.write(), cache=tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


def test_old_packs_make_room_for_new_ones(tiny: TinyPack, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for edit in range(7):
        tiny.files["crisis.toml"] += f"# edit {edit}\n"
        newest = load_pack(tiny.write(), cache=cache)
    assert len(kept(cache)) == 4
    assert pack_cache.read(cache, newest.info.digest) == newest
