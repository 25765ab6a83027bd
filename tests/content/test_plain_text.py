"""Where sentences end, what a word is, and which marks may not stand in plain words."""

import pytest

from kiosk.content.plain_text import count_words, split_sentences, text_fault


@pytest.mark.parametrize(
    "text",
    [
        "One sentence.",
        "No full stop at the end",
        "Ask Dr. Lee about it.",
        "It is in the U.S. Army book.",
        "Come at 9 a.m. Monday.",
        "About 2.5 in 100 people.",
        "Wait ... and see.",
        "Well! said nobody.",
        "Pregunte al Dr. López.",
        "En EE. UU. hay ayuda.",
        "Tome como máx. Dos al día.",
        "اسأل د. أحمد عن هذا.",
        "¿Le ayuda, p. ej. al dormir?",
        "",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert split_sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Stop. Ask us.", ["Stop.", "Ask us."]),
        ("Is it safe? Yes! Wait.", ["Is it safe?", "Yes!", "Wait."]),
        ("They say “stop.” Then go.", ["They say “stop.”", "Then go."]),
        ("Say Dr! Then go.", ["Say Dr!", "Then go."]),
        ("هل هذا آمن؟ نعم.", ["هل هذا آمن؟", "نعم."]),
        ("¿Sí? ¡Sí! No.", ["¿Sí?", "¡Sí!", "No."]),
        ("قال «نعم.» ثم خرج.", ["قال «نعم.»", "ثم خرج."]),
        ("Dijo «sí». ¿Y usted?", ["Dijo «sí».", "¿Y usted?"]),
    ],
)
def test_several_sentences_are_cut_apart(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("one two", 2), ("one – two", 2), ("1 in 100", 3), ("لا تقد", 2)]
)
def test_a_lone_sign_is_no_word(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize("text", ["A & B", "5% of $10", "Ann's “word” (here) – yes; no: /", "#1"])
def test_ordinary_signs_may_stand_in_words(text: str) -> None:
    assert text_fault(text) is None


@pytest.mark.parametrize("mark", [*"<>`\\|*_[]{}", "~~", "&amp;", "&#60;", "a://b", "WWW.A.B"])
def test_marks_and_addresses_may_not(mark: str) -> None:
    assert text_fault(f"A {mark} b")


@pytest.mark.parametrize("text", ["خذ ٥ ملغ", "۵ روز", "٥٪", "٠٫٥"])
def test_digits_are_the_same_in_every_language(text: str) -> None:
    assert "0 to 9" in (text_fault(text) or "")


@pytest.mark.parametrize(
    "text", ["خذ 5 ملغ، ثم انتظر 30 دقيقة؟", "«¿Cuánto?», preguntó: 0.5 ml; 30 %"]
)
def test_the_marks_of_spanish_and_arabic_may_stand_in_words(text: str) -> None:
    assert text_fault(text) is None
