"""A theme is one palette on one screen at one text size; widgets ask it for everything."""

import math
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPixmap

from kiosk.ui.theme.fonts import (
    ARABIC_HEADROOM,
    ARABIC_LETTERS,
    ARABIC_LIFT,
    family_for,
    has_arabic,
)
from kiosk.ui.theme.icons import IconShelf
from kiosk.ui.theme.metrics import PARAGRAPH_EM, SMALL_BAR_CAP_MM, Metrics
from kiosk.ui.theme.palette import PALETTES, Palette
from kiosk.ui.theme.stones import StoneShelf

_WEIGHTS = {400: QFont.Weight.Normal, 600: QFont.Weight.DemiBold, 700: QFont.Weight.Bold}
# em of the body size, weight (design study 4.2)
_ROLES = {
    "hero": (2.3, 700),
    "display": (1.9, 700),
    "title": (1.35, 700),
    "start": (1.5, 700),
    "lead": (1.15, 400),
    "body": (1.0, 400),
    "strong": (1.0, 700),
    "row": (1.0, 600),
    "label": (0.85, 600),
    "detail": (0.85, 400),
    "tool": (0.72, 600),
    "small": (0.72, 400),
    "tight": (0.72, 600),
    # Words of the page itself, unlike those of the bars, are never smaller than this share.
    "least": (0.72, 400),
    "running": (0.72, 700),
}
_TOOL_CAP_MM = 5.7
_TIGHT_CAP_MM = 3.6


@dataclass(eq=False)
class Paint:
    """The colours of now, shared by a theme and its copies in other sizes.

    What is laid out can so be painted in other colours without being made anew.
    """

    palette: Palette


@dataclass(frozen=True)
class Theme:
    """Colours, sizes and fonts as widgets need them."""

    paint: Paint
    metrics: Metrics
    assets: Path
    motion: bool = True
    script: str = "latin"
    rtl: bool = False
    icons: IconShelf = field(default_factory=IconShelf, compare=False)
    stones: StoneShelf = field(default_factory=StoneShelf, compare=False)
    _fonts: dict[str, QFont] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def palette(self) -> Palette:
        """The colours of now."""
        return self.paint.palette

    @property
    def paragraph_gap(self) -> int:
        """The px between two paragraphs that leave 0.8 em free between their letters (row A-16).

        What the leading leaves free above and below a line is part of that.
        """
        return math.ceil(self.font("body").pixelSize() * (PARAGRAPH_EM + 1 - self.metrics.leading))

    def painted_as(self, palette: str) -> "Theme":
        """Return this theme in the colours of another palette, for a sample of it."""
        return replace(self, paint=Paint(PALETTES[palette]))

    def px(self, mm: float) -> int:
        """Return millimetres as pixels."""
        return self.metrics.px(mm)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role named in Palette."""
        return QColor(getattr(self.palette, role))

    def font(self, role: str) -> QFont:
        """Return the font of a role; sizes are in pixels, from capital height in mm."""
        if role not in self._fonts:
            self._fonts[role] = self._make_font(role)
        return QFont(self._fonts[role])

    def _make_font(self, role: str) -> QFont:
        em, weight = _ROLES[role]
        if self.metrics.tight and role in ("hero", "title", "display", "start"):
            em = 1.0
        elif role == "title" and self.metrics.size == "XL" and not self.metrics.portrait:
            em = 1.1
        elif self.metrics.small and not self.metrics.portrait and role == "title":
            em = 1.15
        elif role == "row" and self.metrics.small and not self.metrics.portrait:
            em = 0.85
        elif role in ("hero", "display") and (self.metrics.small or self.metrics.size == "XL"):
            em = 1.35
        elif role == "hero" and self.metrics.large:
            em = 3.0
        most = self._most_cap(role)
        font = QFont(family_for(self.script))
        font.setPixelSize(self.metrics.font_px(em, most_cap_mm=most))
        font.setWeight(_WEIGHTS[weight])
        return font

    def _most_cap(self, role: str) -> float | None:
        """Bars may stop growing (acceptance row A-12): 5.7 mm, and less where words are long."""
        if role == "tight":
            return _TIGHT_CAP_MM
        if role not in ("tool", "small"):
            return None
        return SMALL_BAR_CAP_MM if self.metrics.small else _TOOL_CAP_MM

    def big_font(self, cap_mm: float) -> QFont:
        """Return a bold font of an exact capital height, for numerals read from afar."""
        font = QFont(family_for(self.script))
        font.setPixelSize(self.px(cap_mm / 0.668))
        font.setWeight(_WEIGHTS[700])
        return font

    def icon(self, name: str, role: str, side: int) -> QPixmap:
        """Return an icon in a palette colour, side px square; arrows point the reading way."""
        colour = getattr(self.palette, role)
        return self.icons.pixmap(self.assets, name, colour, side, mirrored=self.rtl)

    def letters_height(self, role: str) -> int:
        """Return the height in px that letters of a role take, marks and tails included."""
        font = self.font(role)
        if self.script == "arabic":
            return round(ARABIC_LETTERS * font.pixelSize())
        return QFontMetrics(font).height()

    def headroom(self, role: str, text: str) -> float:
        """Return the px to leave above the first line of a text for its highest marks."""
        return ARABIC_HEADROOM * self.font(role).pixelSize() if has_arabic(text) else 0.0

    def lift(self, role: str, text: str) -> float:
        """Return by how many px a text must be raised to look centred in its box."""
        return ARABIC_LIFT * self.font(role).pixelSize() if has_arabic(text) else 0.0


def theme_for(
    palette: str, metrics: Metrics, assets: Path, *, motion: bool, script: str, rtl: bool = False
) -> Theme:
    """Return a theme by palette name; a palette may forbid motion."""
    colours = PALETTES[palette]
    return Theme(Paint(colours), metrics, assets, motion and colours.motion, script, rtl)
