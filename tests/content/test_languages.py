"""Every language of a pack tells the same, line for line."""

import pytest

from kiosk.content.check import check_pack
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_a_whole_language_passes(tiny: TinyPack, tag: str) -> None:
    assert [str(one) for one in check_pack(with_language(tiny, tag).write())] == []


def test_three_languages_pass_together(tiny: TinyPack) -> None:
    with_language(with_language(tiny, "es"), "ar")
    assert check_pack(tiny.write()) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        ("questions", "Nadie lo sabe", "Se sabe", "not"),
        ("mechanism", "No lo sabemos", "Lo sabemos", "not"),
        ("your-choice", "No ha aceptado nada.", "Ha aceptado todo.", "not"),
        ("questions", "con certeza.", "con 29 certezas.", "number"),
        ("checks", "Puede reaccionar despacio.", "You may react slowly.", "language"),
        ("mechanism", "Un paso corto. [^MECH-01]", "Un paso corto. [^MECH-07]", "language"),
        ("mechanism", "- Otro paso. [^MECH-01]\n", "", "language"),
    ],
)
def test_a_line_that_tells_something_else_is_named(
    tiny: TinyPack, name: str, old: str, new: str, rule: str
) -> None:
    with_language(tiny, "es").swap(f"es/{name}.md", old, new)
    folder = tiny.write()
    found = [one for one in check_pack(folder) if one.rule == rule]
    assert found
    assert {one.path for one in found} == {str(folder / f"es/{name}.md")}


@pytest.mark.parametrize(("said", "wrong"), [("dos semanas", []), ("cinco semanas", ["number"])])
def test_a_number_word_is_looked_for_in_the_words_of_the_evidence(
    tiny: TinyPack, said: str, wrong: list[str]
) -> None:
    stated = 'id = "MECH-07"\nstatement = "'
    tiny.swap("evidence.toml", stated, f"{stated}It fades in two weeks. ")
    with_language(tiny, "es").swap("es/mechanism.md", "débiles.", f"débiles en {said}.")
    assert [one.rule for one in check_pack(tiny.write())] == wrong


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nadie lo sabe con \u200fcerteza.", "direction mark"),
        ("Nadie lo sabe с certeza.", "letters of this language"),
    ],
)
def test_spanish_holds_only_latin_letters(tiny: TinyPack, text: str, words: str) -> None:
    with_language(tiny, "es").swap("es/questions.md", "Nadie lo sabe con certeza.", text)
    found = check_pack(tiny.write())
    assert [(one.rule, words in one.message) for one in found] == [("direction", True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("لا أحد \u2067يعرف.", "not closed"),
        ("لا أحد knows.", "not translated"),
        ("No one knows.", "no letter of its language"),
    ],
)
def test_arabic_keeps_its_direction(tiny: TinyPack, text: str, words: str) -> None:
    with_language(tiny, "ar").swap("ar/questions.md", "لا أحد يعرف على وجه اليقين.", text)
    found = [one for one in check_pack(tiny.write()) if one.rule == "direction"]
    assert [words in one.message for one in found] == [True]


def test_a_name_may_stand_in_latin_letters_between_closed_marks(tiny: TinyPack) -> None:
    with_language(tiny, "ar")
    text = "لا أحد يعرف \u2066Spravato\u2069 على وجه اليقين."
    tiny.swap("ar/questions.md", "لا أحد يعرف على وجه اليقين.", text)
    assert check_pack(tiny.write()) == []


def test_an_exempt_word_need_not_be_translated(tiny: TinyPack) -> None:
    with_language(tiny, "ar").swap("ar/questions.md", "لا أحد يعرف", "لا أحد يعرف knows")
    tiny.swap("pack.toml", 'rules = ["ketamine"]', 'rules = ["ketamine"]\nexempt = ["knows"]')
    assert check_pack(tiny.write()) == []
