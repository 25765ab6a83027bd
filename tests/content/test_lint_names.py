"""Titles, groups of questions and hours of help lines keep the rules that sentences keep."""

import pytest

from kiosk.content.check import check_pack
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        ("pack.toml", "A tiny pack", "A miracle drug", "words"),
        ("pack.toml", "A tiny pack", "Ask 555-0199", "crisis"),
        ("pack.toml", "The medicine", "Amazing results", "words"),
        ("crisis.toml", "At any time", "Or dial 0800 1111", "crisis"),
        ("crisis.toml", "At any time", "Call us today", "words"),
    ],
)
def test_words_outside_the_pages_are_held_to_the_rules(
    tiny: TinyPack, name: str, old: str, new: str, rule: str
) -> None:
    tiny.swap(name, f'"{old}"', f'"{new}"')
    folder = tiny.write()
    found = [one for one in check_pack(folder) if one.path == str(folder / name)]
    line = tiny.files[name][: tiny.files[name].index(new)].count("\n") + 1
    assert [(one.line, one.rule) for one in found] == [(line, rule)]


def test_hours_in_plain_words_pass(tiny: TinyPack) -> None:
    tiny.swap("crisis.toml", "At any time", "8 to 18, 24 hours on Sundays")
    assert check_pack(tiny.write()) == []


def test_a_second_language_is_held_to_its_own_rules(tiny: TinyPack) -> None:
    with_language(tiny, "es").swap("crisis.toml", '{ es = "', '{ es = "Un milagro ')
    assert [one.rule for one in check_pack(tiny.write())] == ["words"]
