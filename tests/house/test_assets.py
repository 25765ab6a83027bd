"""What ships with the program is whole, usable and licensed."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvg import QSvgRenderer

from tests.house.source import ROOT

pytestmark = pytest.mark.usefixtures("qapp")

FONTS = sorted((ROOT / "assets/fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "assets/icons").glob("*.svg"))
LETTERS = {
    "AtkinsonHyperlegibleNext": "Aa 0123456789 ñáéíóúü¿¡ “”‘’–— €©%",
    "NotoSansArabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةءئؤأإآ ،؛؟ ٠١٢٣٤٥٦٧٨٩ 0123456789",
    "NotoSans": "Aa 0123456789 ñ ếệ αβγ абв",
}


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_a_font_covers_its_languages_and_has_its_licence(font: Path) -> None:
    family = font.stem.split("-")[0]
    covered = TTFont(font).getBestCmap()
    assert [letter for letter in LETTERS[family] if ord(letter) not in covered] == []
    assert QFontDatabase.addApplicationFont(str(font)) >= 0
    assert "SIL OPEN FONT LICENSE" in font.with_name(f"{family}-OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_draws_and_takes_its_colour_from_the_theme(icon: Path) -> None:
    assert QSvgRenderer(str(icon)).isValid()
    assert "currentColor" in icon.read_text("utf-8")


def test_the_icons_have_their_licence() -> None:
    assert len(ICONS) > 50
    assert "ISC License" in (ROOT / "assets/icons/LICENSE").read_text("utf-8")
