"""The invented languages: longer text, mirrored text, fields untouched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.i18n.catalogue import words_for
from kiosk.i18n.pseudo import lengthen, mirror


@given(st.text(st.characters(exclude_characters="{}"), min_size=3, max_size=200))
def test_long_text_is_at_least_forty_per_cent_longer(text: str) -> None:
    assert len(lengthen(text)) >= 1.4 * len(text)


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_fields_are_filled_in_invented_languages(tag: str) -> None:
    words = words_for(tag)
    assert "Ana42" in words.t("Hello {name}, go on", name="Ana42")
    assert "3" in words.n("{count} page", "{count} pages", 3)
    assert words.t("Back") != "Back"


def test_mirrored_words_are_overridden_one_by_one_so_that_lines_still_break() -> None:
    assert mirror("Go on") == "\u202eGo\u202c \u202eon\u202c"
