"""A short way is no longer than six minutes, and nothing is missing that nobody may miss."""

from pathlib import Path

import pytest

from kiosk.content.check import check_pack, examine
from kiosk.platform import paths
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack

CHOICE = "en/your-choice.md"


@pytest.fixture
def tiny(tmp_path: Path) -> TinyPack:
    return TinyPack(tmp_path / "tiny")


def said(place: Path, rule: str = "short") -> list[str]:
    return [one.message for one in check_pack(place) if one.rule == rule]


def on_the_short_way(tiny: TinyPack, file: str = CHOICE) -> TinyPack:
    """Put every page of a file on the short way."""
    text = tiny.files[file]
    lines = [
        one.replace("}", " short}") if one.startswith("## ") else one for one in text.split("\n")
    ]
    tiny.files[file] = "\n".join(lines)
    return tiny


def test_a_pack_need_not_have_one(tiny: TinyPack) -> None:
    found = examine(tiny.write())
    assert (found.short, said(tiny.write())) == ((), [])


def test_a_short_way_with_everything_required_passes_and_its_times_are_told(tiny: TinyPack) -> None:
    place = on_the_short_way(tiny).write()
    assert said(place) == []
    ways = examine(place).short
    assert [(one.language, one.route) for one in ways] == [
        ("en", ""),
        ("en", "iv"),
        ("en", "spray"),
    ]
    assert all(0 < one.minutes < one.of for one in ways if one.route != "spray")


def test_a_claim_that_is_required_and_left_out_is_named_for_each_way_of_giving(
    tiny: TinyPack,
) -> None:
    place = on_the_short_way(tiny, "en/mechanism.md").write()
    found = [one for one in said(place) if "AFT-06" in one]
    assert len(found) == 3
    assert any("for “spray”" in one for one in found)


def test_more_than_six_minutes_are_refused(tiny: TinyPack) -> None:
    on_the_short_way(tiny)
    # As many words as are read in seven minutes.
    tiny.files[CHOICE] += "\n" + "Please read it word by word. [^CONS-02]\n" * 175
    (first, *_) = [one for one in said(tiny.write()) if "minutes" in one]
    assert "it may take 6" in first


def test_a_question_cannot_be_on_it(tiny: TinyPack) -> None:
    place = on_the_short_way(tiny, "en/questions.md").write()
    assert any("one after the other" in one for one in said(place))


def test_another_language_has_the_same_pages_on_it(tiny: TinyPack) -> None:
    with_language(tiny, "es")
    whole = len(check_pack(tiny.write()))
    place = on_the_short_way(tiny).write()
    assert any("built differently" in one.message for one in check_pack(place))
    assert len(check_pack(place)) > whole


def test_the_pack_that_ships_keeps_to_six_minutes_in_every_language_and_way() -> None:
    ways = examine(paths.default_content()).short
    assert {one.language for one in ways} == {"en", "es", "ar"}
    assert len(ways) == 12
    assert max(one.minutes for one in ways) <= 6.0


def test_pages_of_more_than_fifteen_minutes_are_warned_of_for_each_way(tiny: TinyPack) -> None:
    assert said(tiny.write(), "long") == []
    # As many words as are read in sixteen minutes.
    tiny.files[CHOICE] += "\n" + "Please read it word by word. [^CONS-02]\n" * 400
    found = [one for one in check_pack(tiny.write()) if one.rule == "long"]
    assert [one.level for one in found] == ["warning", "warning"]
    assert "for “iv” take" in found[0].message
    assert "aim for 15" in found[0].message


def test_all_pages_that_ship_take_fifteen_minutes_at_most_once_the_way_is_known() -> None:
    """Where no way is known, the pages of every way are shown, and the kiosk says how long."""
    ways = examine(paths.default_content()).short
    assert max(one.of for one in ways if one.route) <= 15.0
    assert max(one.of for one in ways if not one.route) < 18.5
