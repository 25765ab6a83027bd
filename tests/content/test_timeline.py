"""The stops of a day are read, checked and compared like everything else on a page."""

import pytest

from kiosk.content.arranged import Stop, Timeline
from kiosk.content.check import check_pack
from kiosk.content.compare import compare
from kiosk.content.edition import Edition
from kiosk.content.pack import load_pack
from kiosk.content.sentence import Run, Sentence
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack

NAME = "en/your-choice.md"
DAY = """\
```timeline
[[stop]]
name = "You arrive"
time = "8 minutes"
text = "Rest for 8 minutes."
claims = ["MECH-01"]

[[stop]]
name = "Ride home"
text = "Nobody drives."
claims = ["AFT-01"]
```
"""


def with_day(tiny: TinyPack, day: str = DAY) -> TinyPack:
    tiny.swap(NAME, "```crisis\n```\n", f"```crisis\n```\n\n{day}")
    return tiny


def errors(tiny: TinyPack) -> list[str]:
    return [one.message for one in check_pack(tiny.write()) if one.level == "error"]


def test_a_day_is_read_as_it_was_written(tiny: TinyPack) -> None:
    with_day(tiny)
    page = load_pack(tiny.write()).lessons["en"].chapters[1].pages[0]
    first, second = tiny.line(NAME, "Rest for 8"), tiny.line(NAME, "Nobody drives")
    assert (
        Timeline(
            (
                Stop(
                    "You arrive",
                    "8 minutes",
                    Sentence((Run("Rest for 8 minutes."),), ("MECH-01",), first),
                ),
                Stop("Ride home", "", Sentence((Run("Nobody drives."),), ("AFT-01",), second)),
            ),
            tiny.line(NAME, "```timeline"),
        )
        in page.blocks
    )
    assert {"Rest for 8 minutes.", "Nobody drives."} <= {one.text for one in page.sentences}
    assert "8 minutes\nRest for 8 minutes." in page.text


def test_a_sound_day_passes_the_check(tiny: TinyPack) -> None:
    assert errors(with_day(tiny)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Rest for 8 minutes.", "Rest. Then go.", "one sentence"),
        ('claims = ["AFT-01"]', "claims = []", "empty list"),
        ('claims = ["AFT-01"]', 'claims = ["AFT-77"]', "AFT-77"),
        ('name = "Ride home"\n', "", '"name" is missing'),
        ('name = "Ride home"', 'name = "Ride home"\nwhen = "2"', "not known"),
        ('"8 minutes"', '"9 minutes"', "The number 9 is in none of the claims"),
        ("Rest for 8 minutes.", "Rest for 9 minutes.", "The number 9 is in none of the claims"),
        (DAY[DAY.index('\n[[stop]]\nname = "Ride') : -4], "", "2 to 9 stops"),
    ],
)
def test_a_day_that_is_not_sound_is_refused(tiny: TinyPack, old: str, new: str, words: str) -> None:
    with_day(tiny, DAY.replace(old, new))
    assert any(words in one for one in errors(tiny))


def test_two_languages_must_tell_the_same_times(tiny: TinyPack) -> None:
    with_day(with_language(tiny, "es"))
    spanish = DAY.replace("You arrive", "Llegada").replace("Ride home", "A casa")
    spanish = spanish.replace("Rest for 8 minutes.", "Descanse 8 minutos.")
    spanish = spanish.replace("8 minutes", "8 minutos").replace("Nobody drives.", "Nadie maneja.")
    there = "es/your-choice.md"
    tiny.swap(there, "```crisis\n```\n", f"```crisis\n```\n\n{spanish}")
    assert errors(tiny) == []
    tiny.swap(there, 'time = "8 minutos"\n', "")
    assert any("Use the same blocks" in one for one in errors(tiny))


def test_a_changed_time_is_told_between_two_versions(tiny: TinyPack) -> None:
    with_day(tiny)
    old = load_pack(tiny.write())
    tiny.swap(NAME, 'time = "8 minutes"', 'time = "29 minutes"')
    new = load_pack(tiny.write())
    said = [one.said for one in compare(Edition(old, {}), Edition(new, {}))]
    assert any("a number changed (8 to 29)" in one for one in said)
