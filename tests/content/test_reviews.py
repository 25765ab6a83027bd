"""Who reviewed a language stands in pack.toml, and holds only for the words that were read."""

from pathlib import Path

import pytest

from kiosk.content.blocks import LanguageInfo
from kiosk.content.check import check_pack
from kiosk.content.pack import load_pack
from kiosk.content.reviews import (
    NoSuchLanguageError,
    Review,
    languages_of,
    state_of,
    with_review,
)
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack
from tests.content.tiny_review import reviewed


def english(tiny: TinyPack) -> LanguageInfo:
    return load_pack(tiny.write()).info.languages[0]


def test_a_review_is_kept_with_name_qualification_day_and_words(tiny: TinyPack) -> None:
    language = english(reviewed(tiny))
    assert language.reviewed
    assert (language.reviewer, language.qualification) == ('Ana "Nan" Ruiz', "certified translator")
    assert (language.reviewed_on, language.reviewed_interface) == ("2026-11-21", "ab" * 32)
    assert state_of(language) == (
        'en: reviewed by Ana "Nan" Ruiz, certified translator, on 2026-11-21'
    )


EDITS = [
    ("en/mechanism.md", "One small step.", "One small stop."),
    ("en/checks.md", "After lunch", "After tea"),
    ("pack.toml", 'en = "Your visit"', 'en = "Your day"'),
]


@pytest.mark.parametrize(("name", "old", "new"), EDITS)
def test_an_edit_of_any_word_voids_the_review(
    tiny: TinyPack, name: str, old: str, new: str
) -> None:
    reviewed(tiny).swap(name, old, new)
    language = english(tiny)
    assert not language.reviewed
    assert language.outdated
    assert "en: unreviewed: the words differ from those that Ana" in state_of(language)


def test_an_edit_of_hours_in_a_language_voids_its_review(tiny: TinyPack) -> None:
    reviewed(with_language(tiny, "es"), "es").swap("crisis.toml", "A toda hora", "Nunca")
    assert not load_pack(tiny.write()).info.languages[1].reviewed


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pack.toml", "Nobody paid", "No one paid"),
        ("crisis.toml", 'emergency = "911"', 'emergency = "988"'),
        ("es/mechanism.md", "Un paso corto.", "Un paso."),
    ],
)
def test_an_edit_elsewhere_does_not(tiny: TinyPack, name: str, old: str, new: str) -> None:
    reviewed(with_language(tiny, "es")).swap(name, old, new)
    assert english(tiny).reviewed


def test_only_the_language_that_was_read_is_reviewed(tiny: TinyPack) -> None:
    reviewed(with_language(tiny, "es"), "es")
    assert [(one.tag, one.reviewed) for one in load_pack(tiny.write()).info.languages] == [
        ("en", False),
        ("es", True),
    ]


def test_a_second_review_takes_the_place_of_the_first_and_all_else_stays(tiny: TinyPack) -> None:
    before = tiny.files["pack.toml"]
    once = reviewed(tiny).files["pack.toml"]
    assert reviewed(tiny).files["pack.toml"] == once
    gone = ('reviewer = ""', 'reviewed_on = ""')
    kept = [line for line in before.split("\n") if line not in gone]
    assert [line for line in once.split("\n") if line in kept] == kept


def test_a_language_that_is_not_there_is_refused(tiny: TinyPack) -> None:
    with pytest.raises(NoSuchLanguageError, match="'fr'"):
        with_review(tiny.files["pack.toml"], "fr", Review("A", "B", "2026-11-21", "", ""))


@pytest.mark.parametrize("left_out", ["qualification", "reviewed_words", "reviewed_on"])
def test_half_a_review_is_none(tiny: TinyPack, left_out: str) -> None:
    reviewed(tiny)
    lines = tiny.files["pack.toml"].split("\n")
    kept = [line for line in lines if not line.startswith(left_out)]
    tiny.files["pack.toml"] = "\n".join(kept)
    states = languages_of(tiny.write())
    assert not states[0].reviewed
    assert state_of(states[0]).startswith("en: unreviewed")


def test_a_language_without_a_title_or_hours_of_its_own_is_a_fault(tiny: TinyPack) -> None:
    with_language(tiny, "es")
    assert [one for one in check_pack(tiny.write()) if one.level == "error"] == []
    tiny.swap("pack.toml", 'title = "Un paquete"\n', "")
    tiny.swap("crisis.toml", 'hours_in = { es = "A toda hora" }', "")
    said = [one.message for one in check_pack(tiny.write()) if one.level == "error"]
    assert len(said) == 2
    assert any('no title in "es"' in one for one in said)
    assert any("988 Lifeline: the hours" in one for one in said)


def test_the_shipped_pack_claims_no_review() -> None:
    pack = Path(__file__).parents[2] / "content" / "ketamine"
    assert all(not one.reviewer and not one.reviewed for one in languages_of(pack))


def test_a_folder_that_is_no_pack_has_no_languages(tmp_path: Path) -> None:
    assert languages_of(tmp_path) == ()
