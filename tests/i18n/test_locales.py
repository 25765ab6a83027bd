"""Languages, their direction and their fallback."""

import pytest

from kiosk.i18n.locales import LOCALES, PSEUDO_LOCALES, TAGS, UnknownLanguageError, locale_for


def test_english_spanish_and_arabic_are_there_with_their_directions() -> None:
    assert {one.tag: one.direction for one in LOCALES} == {"en": "ltr", "es": "ltr", "ar": "rtl"}


@pytest.mark.parametrize(
    ("asked", "tag"),
    [("es", "es"), ("es-MX", "es"), ("ES_mx", "es"), ("ar-XB", "ar-XB"), ("en-gb", "en")],
)
def test_a_regional_tag_falls_back_to_its_language(asked: str, tag: str) -> None:
    assert locale_for(asked).tag == tag


@pytest.mark.parametrize("asked", ["", "xx", "english", "-en", "../en"])
def test_an_unknown_tag_is_refused_with_the_choices(asked: str) -> None:
    with pytest.raises(UnknownLanguageError, match="en, es, ar"):
        locale_for(asked)


def test_invented_languages_show_english_content_and_are_not_offered() -> None:
    for one in PSEUDO_LOCALES:
        assert one.content_tag == "en"
        assert one.tag not in TAGS
