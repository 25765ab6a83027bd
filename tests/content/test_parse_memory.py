"""A pack read with a memory is the pack read without one, after any change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.pack import load_pack
from kiosk.content.parse_memory import ParseMemory
from kiosk.content.problems import PackError
from tests.content.tiny_pack import TinyPack

Change = Callable[[TinyPack], None]


def reword(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Nobody can tell.")


def rename_claim(tiny: TinyPack) -> None:
    tiny.files["evidence.toml"] = tiny.files["evidence.toml"].replace("MECH-07", "MECH-08")


def drop_route(tiny: TinyPack) -> None:
    tiny.swap("pack.toml", 'routes = ["iv", "spray"]', 'routes = ["spray"]')


def drop_picture(tiny: TinyPack) -> None:
    del tiny.files["figures/room.svg"]
    (tiny.root / "figures/room.svg").unlink()


def add_fault(tiny: TinyPack) -> None:
    tiny.swap("en/checks.md", "Sleep first", "Sleep <b>first</b>")


def outcome(folder: Path, memory: ParseMemory | None) -> object:
    try:
        return load_pack(folder, memory=memory)
    except PackError as error:
        return error.problems


@pytest.mark.parametrize("change", [reword, rename_claim, drop_route, drop_picture, add_fault])
def test_a_change_is_seen_and_so_is_its_mending(tiny: TinyPack, change: Change) -> None:
    memory = ParseMemory()
    whole = dict(tiny.files)
    folder = tiny.write()
    assert outcome(folder, memory) == outcome(folder, None)
    change(tiny)
    tiny.write()
    for _ in range(2):
        assert outcome(folder, memory) == outcome(folder, None)
    tiny.files = whole
    tiny.write()
    assert outcome(folder, memory) == outcome(folder, None)


def test_a_file_that_did_not_change_is_not_read_again(tiny: TinyPack) -> None:
    memory = ParseMemory()
    folder = tiny.write()
    before = load_pack(folder, memory=memory).lessons["en"]
    reword(tiny)
    tiny.write()
    after = load_pack(folder, memory=memory).lessons["en"]
    assert after.chapters[0] is before.chapters[0]
    assert after.chapters[2] is not before.chapters[2]
