"""What a voice reads, and the hash that ties a recording to it."""

import pytest

from kiosk.content.audio.spoken import sentence_hash, spoken

READ = [
    ("en", "About 29% feel dizzy.", "About 29 percent feel dizzy."),
    ("en", "Wait 2–3 hours.", "Wait 2 to 3 hours."),
    ("en", "Of 1,000 people, 14 fainted.", "Of 1000 people, 14 fainted."),
    ("en", "In 2019, 2,500 joined.", "In 2019, 2500 joined."),
    ("en", "The word is “off-label.”", "The word is off-label."),
    ("en", "Take 50 mg & rest.", "Take 50 milligrams and rest."),
    ("en", "A pause – then go on.", "A pause, then go on."),
    ("en", "  Two   spaces .", "Two spaces."),
    ("en", "It is ketamine (KET-a-meen) here.", "It is ketamine here."),
    ("en", "Pain medicines (opioids, OH-pee-oydz).", "Pain medicines (opioids)."),
    ("en", "A use (off-label) and a study (ELEKT-D).", "A use (off-label) and a study (ELEKT-D)."),
    ("en", "ECT, MAOI pills and IV; the FDA.", "E C T, M.A.O.I. pills and I V; the FDA."),
    ("en", "AAAAA-P2EDQ", "A, A, A, A, A, P 2 E D Q"),
    ("en", "Y 7 A 6 X H J X", "Y 7 A, 6 X H J X"),
    ("es", "TDAH (ADHD) y FDA.", "T D A H (A D H D) y FDA."),
    ("es", "Cerca de 29 % se marea.", "Cerca de 29 por ciento se marea."),
    ("es", "Espere 2–3 horas.", "Espere 2 a 3 horas."),
    ("es", "De 1.000 personas.", "De 1000 personas."),
    ("es", "Mide 1.5 metros.", "Mide 1.5 metros."),
    ("ar", "نحو ٢٩٪ يشعرون بالدوار.", "نحو 29 في المئة يشعرون بالدوار."),
    ("de", "„Ja“  sagt  sie: 5 %", "Ja sagt sie: 5 %"),
]


@pytest.mark.parametrize(("language", "text", "said"), READ)
def test_numbers_and_signs_are_read_as_words_of_the_language(
    language: str, text: str, said: str
) -> None:
    assert spoken(text, language) == said


@pytest.mark.parametrize(("language", "text", "said"), READ)
def test_what_is_read_is_read_the_same_again(language: str, text: str, said: str) -> None:
    assert spoken(said, language) == said
    assert sentence_hash(text, language) == sentence_hash(said, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("You can say no.", "You can say not."),
        ("You cannot drive.", "You can drive."),
        ("About 29 in 100.", "About 28 in 100."),
        ("You can.", "You can?"),
    ],
)
def test_a_sentence_that_says_something_else_has_another_hash(one: str, other: str) -> None:
    assert sentence_hash(one, "en") != sentence_hash(other, "en")


def test_the_same_words_in_another_language_are_another_recording() -> None:
    assert sentence_hash("No.", "en") != sentence_hash("No.", "es")


def test_letters_made_of_two_signs_and_of_one_are_one_sentence() -> None:
    assert sentence_hash("Man\u0303ana.", "es") == sentence_hash("Ma\u00f1ana.", "es")
