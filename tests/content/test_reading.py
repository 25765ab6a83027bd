"""How hard a text is to read, by the formula of its own language."""

import pytest

from kiosk.content.check import check_pack, examine
from kiosk.content.reading import amount, measure_for
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack

NONE: frozenset[str] = frozenset()
HARD = "Administering pharmaceutical medication necessitates considerable deliberation. "


def syllables(language: str, word: str) -> int:
    measure = measure_for(language)
    assert measure is not None
    return measure.spoken(word)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("you", 1),
        ("people", 2),
        ("doctor", 2),
        ("medicine", 3),
        ("sometimes", 2),
        ("depression", 3),
        ("treated", 2),
        ("asked", 1),
        ("breathe", 1),
        ("ketamine", 3),
        ("studies", 2),
        ("clinician", 3),
        ("FDA", 3),
        ("off-label", 3),
    ],
)
def test_english_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables("en", word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("y", 1),
        ("muy", 1),
        ("día", 2),
        ("guerra", 2),
        ("queso", 2),
        ("pingüino", 3),
        ("ahora", 3),
        ("aéreo", 4),
        ("también", 2),
        ("tratamiento", 4),
        ("medicamento", 5),
        ("suicidio", 3),
    ],
)
def test_spanish_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables("es", word) == count


def test_the_english_figure_is_that_of_the_published_formula() -> None:
    measure = measure_for("en-GB")
    assert measure is not None
    size = amount(["The cat sat on the mat.", "It is fat."], measure, NONE)
    assert (size.sentences, size.words, size.syllables) == (2, 9, 9)
    assert measure.figure(size) == round(0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59, 1)


def test_the_spanish_figure_is_that_of_the_published_formula() -> None:
    measure = measure_for("es")
    assert measure is not None
    size = amount(["El gato come.", "Es gordo."], measure, NONE)
    assert (size.sentences, size.words, size.syllables) == (2, 5, 8)
    assert measure.figure(size) == round(206.835 - 62.3 * 8 / 5 - 5 / 2, 1)


def test_an_exempt_word_makes_its_sentence_longer_and_no_harder() -> None:
    measure = measure_for("en")
    assert measure is not None
    with_word = amount(["Take esketamine now."], measure, frozenset(("esketamine",)))
    assert (with_word.words, with_word.counted, with_word.syllables) == (3, 2, 2)


def test_arabic_is_declared_as_not_measured(tiny: TinyPack) -> None:
    text = "قد تكون ردود فعلك بطيئة. [^AFT-01]\n" * 9
    with_language(tiny, "ar").swap("ar/checks.md", "قد تكون ردود فعلك بطيئة. [^AFT-01]\n", text)
    checked = examine(tiny.write())
    assert measure_for("ar") is None
    arabic = [one for one in checked.readings if one.language == "ar"]
    assert {(one.measure, one.figure) for one in arabic} == {("not measured", None)}


def test_a_chapter_above_the_sixth_grade_is_refused(tiny: TinyPack) -> None:
    easy = "We are very happily together every day. [^MECH-07]\n\n"
    tiny.swap("en/questions.md", "Nobody knows for sure. [^MECH-07]\n", easy * 6)
    found = [one for one in check_pack(tiny.write()) if one.rule == "grade"]
    assert [(one.line, "limit of a chapter is 6.0" in one.message) for one in found] == [(1, True)]


def test_a_block_above_the_sixth_grade_is_refused_and_its_neighbour_is_not(
    tiny: TinyPack,
) -> None:
    tiny.swap("en/questions.md", "[^MECH-07]", f"[^MECH-07]\n\n{HARD}They sleep well. [^MECH-07]")
    tiny.swap("en/questions.md", f"{HARD}They sleep well.", HARD.replace("n. ", "n of sleep."))
    found = [one for one in check_pack(tiny.write()) if one.rule == "grade"]
    assert [(one.line, "limit of a block is 6.0" in one.message) for one in found] == [(7, True)]


def test_a_hard_spanish_block_is_refused_by_the_spanish_scale(tiny: TinyPack) -> None:
    hard = (
        "La administración farmacológica requiere unas consideraciones "
        "particularmente extraordinarias."
    )
    with_language(tiny, "es").swap("es/checks.md", "Puede reaccionar despacio.", hard)
    found = [one for one in check_pack(tiny.write()) if one.rule == "grade"]
    assert [one.line for one in found] == [19]
    assert "INFLESZ" in found[0].message


@pytest.mark.parametrize("word", ["glutamate", "Receptors", "immunosuppression"])
def test_a_hard_word_is_refused_until_it_is_explained(tiny: TinyPack, word: str) -> None:
    tiny.swap("en/mechanism.md", "very many** cells", f"very many** {word}")
    found = [one for one in check_pack(tiny.write()) if one.rule == "term"]
    assert [one.line for one in found] == [7]
    tiny.swap("en/mechanism.md", "a *signal*", f"a *{word.lower()}*")
    assert not [one for one in check_pack(tiny.write()) if one.rule == "term"]


def test_a_hard_word_explained_on_a_later_page_is_refused(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "very many** cells", "very many** synapses")
    tiny.swap("en/questions.md", "Nobody knows for sure.", "A *synapse* is a gap.")
    found = [one for one in check_pack(tiny.write()) if one.rule == "term"]
    assert [one.line for one in found] == [7]


def test_how_a_word_is_said_is_not_a_word(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "*signal*", "*glutamate* (GLOO-ta-mate-a-tee-on)")
    assert check_pack(tiny.write()) == []


def test_how_a_term_is_said_is_no_word_of_the_text() -> None:
    measure = measure_for("en")
    assert measure is not None
    plain = amount(["Opioids are strong."], measure, NONE)
    assert amount(["Opioids (OH-pee-oydz) are strong."], measure, NONE) == plain
    # A word in brackets counts, also one with a hyphen or in capitals.
    assert amount(["Opioids (off-label) are strong."], measure, NONE).words == plain.words + 1
    assert amount(["Opioids (FDA) are strong."], measure, NONE).words == plain.words + 1
