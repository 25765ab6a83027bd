"""Numbers and codes keep their order in a sentence that reads from the right."""

import pytest

from kiosk.i18n.catalogue import words_for
from kiosk.i18n.dates import day_words

FSI, LRI, PDI = "\u2068", "\u2066", "\u2069"


@pytest.mark.parametrize("value", ["1-800-273-8255", "3CNE-CXEH", "988 Lifeline", "٠٨٠٠-١"])
def test_a_number_or_code_is_set_apart_in_arabic(value: str) -> None:
    assert f"{FSI}{value}{PDI}" in words_for("ar").t("Check code: {code}", code=value)


def test_arabic_words_in_an_arabic_sentence_are_not() -> None:
    assert FSI not in words_for("ar").t("You chose: {door}", door="لا أريد هذا")


def test_arabic_words_are_set_apart_in_a_sentence_from_the_left() -> None:
    said = words_for("es").t("{title}, in {language}.", title="X", language="العربية")
    assert said == f"X. Idioma: {FSI}العربية{PDI}."


@pytest.mark.parametrize("tag", ["en", "es"])
def test_codes_are_left_alone_in_a_sentence_from_the_left(tag: str) -> None:
    assert words_for(tag).code("123 456") == "123 456"
    assert FSI not in words_for(tag).t("Check code: {code}", code="1-2")


def test_a_code_alone_reads_from_the_left_in_arabic() -> None:
    assert words_for("ar").code("123 456") == f"{LRI}123 456{PDI}"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "November 5, 2026"),
        ("es", "5 de noviembre de 2026"),
        ("ar", "5 نوفمبر 2026"),
    ],
)
def test_days_are_written_as_people_write_them_with_western_digits(tag: str, said: str) -> None:
    assert day_words(words_for(tag), "2026-11-05") == said


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_the_twelve_months_have_twelve_names(tag: str) -> None:
    words = words_for(tag)
    months = {day_words(words, f"2026-{month:02}-01") for month in range(1, 13)}
    assert len(months) == 12
