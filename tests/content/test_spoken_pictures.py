"""What is said of a drawing is true in all six sets of colours: it names none of them."""

import re

import pytest

from kiosk.platform import paths

COLOURS = {
    "en": r"amber|gr[ea]y|gold|yellow|purple|violet|teal|blue|green|\bred\b|pink|black|white",
    "es": r"ámbar|gris|dorad|amarill|morad|violeta|azul|verde|roj[oa]|rosa|negr[oa]|blanc[oa]",
    "ar": r"كهرمان|رماد|ذهب|أصفر|صفراء|بنفسج|أزرق|زرقاء|أخضر|خضراء|أحمر|حمراء|أسود|أبيض",
}


@pytest.mark.parametrize("language", COLOURS)
def test_no_drawing_is_described_by_a_colour(language: str) -> None:
    chapter = paths.default_content() / language / "mechanism.md"
    said = re.findall(r"!\[(.+?)\]\(scene:", chapter.read_text(encoding="utf-8"))
    assert len(said) == 7
    assert [line for line in said if re.search(COLOURS[language], line, re.IGNORECASE)] == []
