"""A table lays pages side by side in their own sentences, and never without one of them."""

import pytest

from kiosk.content.arranged import Option, Options
from kiosk.content.check import check_pack
from kiosk.content.compare import page_changes
from kiosk.content.edition import Edition
from kiosk.content.pack import load_pack
from kiosk.content.sentence import Run, Sentence
from kiosk.content.wording import page_wording
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack

NAME = "en/questions.md"
PAGES = """
## Both {#both topic="visit" claims="MECH-01"}

```options
pages = ["way-a", "way-b"]
point = 2
```

## A drip {#way-a topic="visit"}

- **How given:** by vein. [^MECH-01]
- **Not known:** the risks. [^MECH-07]

## Waiting {#way-b topic="visit"}

- **How given:** not now. [^MECH-01]
- **Not known:** how long. [^MECH-01]
"""
SPANISH = {
    "## Both": "## Las dos",
    "## A drip": "## Un suero",
    "## Waiting": "## Esperar",
    "How given:** by vein.": "Cómo:** por la vena.",
    "How given:** not now.": "Cómo:** ahora no.",
    "Not known:** the risks.": "No se sabe:** los riesgos.",
    "Not known:** how long.": "No se sabe:** cuánto.",
}


def with_table(tiny: TinyPack, pages: str = PAGES) -> TinyPack:
    tiny.files[NAME] += pages
    return tiny


def errors(tiny: TinyPack) -> list[str]:
    return [one.message for one in check_pack(tiny.write()) if one.level == "error"]


def said(tiny: TinyPack, label: str, rest: str, claim: str) -> Sentence:
    line = tiny.line(NAME, f"{label}:**{rest}")
    return Sentence((Run(f"{label}:", "strong"), Run(rest)), (claim,), line)


def test_its_rows_are_the_sentences_of_the_named_pages_in_the_named_order(tiny: TinyPack) -> None:
    with_table(tiny, PAGES.replace('"way-a", "way-b"', '"way-b", "way-a"'))
    page = load_pack(tiny.write()).lessons["en"].chapters[2].pages[1]
    rows = (
        Option("Waiting", said(tiny, "Not known", " how long.", "MECH-01")),
        Option("A drip", said(tiny, "Not known", " the risks.", "MECH-07")),
    )
    assert page.blocks == (Options(("way-b", "way-a"), 2, rows, tiny.line(NAME, "```options")),)
    assert page.sentences == tuple(row.sentence for row in rows)
    assert "Waiting\nNot known: how long." in page.text


def test_a_sound_table_passes_and_its_sentences_are_checked_once(tiny: TinyPack) -> None:
    assert errors(with_table(tiny)) == []
    page = load_pack(tiny.write()).lessons["en"].chapters[2].pages[1]
    assert [one.text for one in page_wording(page, "questions")] == ["Both"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"way-b"]', '"way-c"]', 'There is no page "way-c"'),
        ('"way-a", "way-b"', '"way-a"', "at least 2 pages"),
        ("point = 2", "point = 3", 'the page "way-a" has no line 3'),
        ("point = 2", "point = 0", "1 to 12"),
        ('#way-b topic="visit"', '#way-b topic="visit" routes="iv"', "not for every way"),
    ],
)
def test_a_table_that_would_leave_something_out_is_refused(
    tiny: TinyPack, old: str, new: str, words: str
) -> None:
    with_table(tiny, PAGES.replace(old, new))
    assert any(words in one for one in errors(tiny))


def test_two_languages_must_lay_out_the_same_pages(tiny: TinyPack) -> None:
    with_language(tiny, "es")
    with_table(tiny)
    spanish = PAGES
    for english, word in SPANISH.items():
        spanish = spanish.replace(english, word)
    tiny.files["es/questions.md"] += spanish
    assert errors(tiny) == []
    tiny.swap("es/questions.md", "point = 2", "point = 1")
    assert any("Use the same blocks" in one for one in errors(tiny))


def test_a_changed_option_is_a_change_of_the_table_too(tiny: TinyPack) -> None:
    with_table(tiny)
    old = load_pack(tiny.write())
    tiny.swap(NAME, "the risks.", "all the risks.")
    new = load_pack(tiny.write())
    assert set(page_changes(Edition(old, {}), Edition(new, {}))["en"]) == {"both", "way-a"}
