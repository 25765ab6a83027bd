"""Dangerous words are refused in each language, and true sentences about them are not."""

import pytest

from kiosk.content.check import check_pack
from kiosk.content.guards import Guard
from kiosk.content.wording import Wording
from tests.content.dangerous import DANGEROUS
from tests.content.phrases import BANNED, TRUE, TURNED
from tests.content.tiny_pack import TinyPack

KETAMINE = ("ketamine",)


def refused(sentence: str, language: str, subjects: tuple[str, ...] = KETAMINE) -> list[str]:
    one = Wording("questions", 5, "sentence", sentence, ("MECH-07",))
    guard = Guard(language, subjects)
    return [breach.message for breach in guard.breaches(one, sentence, in_checks=False)]


@pytest.mark.parametrize(
    ("number", "language", "sentence"),
    [
        (number, language, sentence)
        for number, (_, phrasings) in DANGEROUS.items()
        for language, sentences in phrasings.items()
        for sentence in sentences
    ],
)
def test_a_dangerous_claim_is_refused(number: int, language: str, sentence: str) -> None:
    assert refused(sentence, language), number


def test_each_dangerous_claim_is_tried_in_three_phrasings_and_three_languages() -> None:
    assert list(DANGEROUS) == list(range(1, 13))
    for _, phrasings in DANGEROUS.values():
        assert {len(phrasings[tag]) >= 3 for tag in ("en", "es", "ar")} == {True}


@pytest.mark.parametrize(
    ("language", "right", "turned"),
    [(tag, *pair) for tag, pairs in TURNED.items() for pair in pairs],
)
def test_a_lost_not_is_refused_and_the_true_sentence_is_not(
    language: str, right: str, turned: str
) -> None:
    assert refused(right, language) == []
    assert refused(turned, language)


@pytest.mark.parametrize(
    ("language", "sentence"), [(tag, one) for tag, ones in TRUE.items() for one in ones]
)
def test_ordinary_sentences_pass(language: str, sentence: str) -> None:
    assert refused(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence"), [(tag, one) for tag, ones in BANNED.items() for one in ones]
)
def test_words_that_sell_shame_or_press_are_refused_whatever_the_treatment(
    language: str, sentence: str
) -> None:
    assert refused(sentence, language, ())


def test_the_rules_on_ketamine_leave_other_treatments_alone() -> None:
    free = ("You can drive home.", "Take food for 8 hours.", "A shot is mild.", "Stop your pills.")
    assert [refused(one, "en", ()) for one in free] == [[], [], [], []]
    assert all(refused(one, "en") for one in free)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a MIRACLE.",
        "It is a ｍｉｒａｃｌｅ.",
        "It cu\N{COMBINING ACUTE ACCENT}res depression.",
        "Don\N{RIGHT SINGLE QUOTATION MARK}t worry about it.",
    ],
)
def test_another_way_to_write_a_word_does_not_hide_it(sentence: str) -> None:
    assert refused(sentence, "en")


@pytest.mark.parametrize("sentence", ["يُشْفِي من الاكتئاب.", "يـشـفـي من الاكتئاب.", "التغيير دائمٌ."])
def test_vowel_marks_and_stretched_letters_do_not_hide_a_word(sentence: str) -> None:
    assert refused(sentence, "ar")


def test_a_question_may_ask_what_a_sentence_may_not_say() -> None:
    assert refused("Is it a cure?", "en") == []
    assert refused("Is it a miracle?", "en")
    assert refused("هل يشفي من الاكتئاب؟", "ar") == []


def told(tiny: TinyPack, sentence: str) -> list[str]:
    tiny.swap("en/questions.md", "Nobody knows for sure.", sentence)
    folder = tiny.write()
    problems = check_pack(folder)
    assert all((one.path, one.line) == (str(folder / "en/questions.md"), 5) for one in problems)
    return [one.message for one in problems if one.level == "error"]


def test_a_refused_sentence_is_named_with_its_place(tiny: TinyPack) -> None:
    assert told(tiny, "Almost anyone can use it.") == [
        "“anyone can” may not be said here. Say that it is not for everyone."
    ]


@pytest.mark.parametrize("word", ["wrong", "failed", "incorrect", "score"])
def test_a_check_question_blames_nobody(tiny: TinyPack, word: str) -> None:
    tiny.swap("en/checks.md", "You may react slowly.", f"That was {word}.")
    found = check_pack(tiny.write())
    assert [one.line for one in found if one.rule == "words"] == [19]


def test_an_answer_that_is_not_right_may_say_anything(tiny: TinyPack) -> None:
    tiny.swap("en/checks.md", "After lunch", "It is proven to cure in 3 days")
    assert check_pack(tiny.write()) == []


def test_the_words_for_who_cannot_see_a_picture_are_judged_too(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "A dot crosses the gap.", "It is a miracle.")
    assert [one.line for one in check_pack(tiny.write())] == [5]
