"""Millimetres to pixels: every size on screen is physical."""

import math
from dataclasses import dataclass, replace

SIZES = ("S", "M", "L", "XL")
# Capital letter heights in mm (VVSG 2.0 7.1-G; the second is the default).
BODY_CAP_MM = {"S": 3.8, "M": 5.2, "L": 6.8, "XL": 8.75}
CAP_RATIO = {"latin": 0.668, "arabic": 0.714}
SMALLEST_CAP_MM = 3.5
# Of the chosen size: no words of a page are smaller (row A-10).
SMALLEST_PART = 0.72
# Where the words of the bars stop growing on a small panel.
SMALL_BAR_CAP_MM = 4.4
TARGET_MM = 12.7
MAIN_TARGET_MM = 20.0
# Where only about four lines of the largest letters fit (acceptance row A-02).
SMALL_MAIN_TARGET_MM = 18.0
GAP_MM = 2.54
COLUMN_MM = 216.0
LEADING = 1.43
TITLE_LEADING = 1.24
# Free between two paragraphs, beside the em that letters take.
PARAGRAPH_EM = 0.8
# Arabic letters with their dots and hamza reach 0.98 em up and 0.46 em down (measured, bold).
ARABIC_LEADING = 1.5
# A 10.1 inch panel, and the 15.6 inch one that most all-in-one kiosks have.
SMALL_DIAGONAL_MM = 256.5
USUAL_DIAGONAL_MM = 396.2
# Upright and narrower, the largest letters have room for fewer than 30 on a line (row A-15).
_NARROW_MM = 200.0


def guess_diagonal(width: int, height: int) -> float:
    """Return a likely diagonal in mm for a pixel size nobody has measured."""
    return SMALL_DIAGONAL_MM if math.hypot(width, height) < 1600 else USUAL_DIAGONAL_MM


def diagonal_of(
    width: int, height: int, diagonal_mm: float | None, width_mm: float | None
) -> float:
    """Return the diagonal in mm: as set, from the width that is set, or guessed."""
    if diagonal_mm:
        return diagonal_mm
    if width_mm:
        return width_mm * math.hypot(width, height) / width
    return guess_diagonal(width, height)


@dataclass(frozen=True, slots=True)
class Metrics:
    """One screen at one text size; width and height in px, diagonal in mm."""

    width: int
    height: int
    diagonal_mm: float
    size: str = "M"
    script: str = "latin"
    # Capitals in mm below which a page that is set smaller than was chosen does not go.
    least_mm: float = SMALLEST_CAP_MM
    # The size that was chosen, where a page is set smaller.
    chosen: str = ""
    # Whether the person wishes all that can be pressed low on the screen.
    low: bool = False

    @property
    def px_per_mm(self) -> float:
        """Pixels in a millimetre, from the diagonal."""
        return math.hypot(self.width, self.height) / self.diagonal_mm

    def px(self, mm: float) -> int:
        """Return millimetres as whole pixels, at least one."""
        return max(1, round(mm * self.px_per_mm))

    @property
    def height_mm(self) -> float:
        """The screen's height in mm."""
        return self.height / self.px_per_mm

    @property
    def width_mm(self) -> float:
        """The screen's width in mm."""
        return self.width / self.px_per_mm

    @property
    def portrait(self) -> bool:
        """Whether the screen stands upright."""
        return self.height > self.width

    @property
    def small(self) -> bool:
        """A tablet-sized panel, where every millimetre of height counts."""
        return min(self.width, self.height) < 150.0 * self.px_per_mm

    @property
    def leading(self) -> float:
        """Baseline to baseline in em: 1.35 to 1.55 (acceptance row A-16)."""
        if self.script == "arabic":
            return ARABIC_LEADING
        return 1.36 if self.small and not self.portrait else LEADING

    @property
    def title_leading(self) -> float:
        """Baseline to baseline in em, in titles."""
        return ARABIC_LEADING if self.script == "arabic" else TITLE_LEADING

    @property
    def tight(self) -> bool:
        """The largest letters on a small panel: about four lines fit."""
        return self.small and not self.portrait and self.size == "XL"

    @property
    def smallest(self) -> bool:
        """Whether a page is set as small as the size that was chosen allows."""
        return self.size == SIZES[0] and self.chosen not in ("", self.size)

    def smaller(self, size: str, *, strict: bool = True) -> "Metrics":
        """Return these at a smaller size for one page: its words still answer for the chosen one.

        Unless strict, they need not grow beyond the words of the bars (row A-12).
        """
        least = BODY_CAP_MM[self.size] * SMALLEST_PART
        least = least if strict else min(SMALL_BAR_CAP_MM, least)
        least = max(self.least_mm, least)
        return replace(self, size=size, chosen=self.chosen or self.size, least_mm=least)

    def font_px(self, em: float = 1.0, *, most_cap_mm: float | None = None) -> int:
        """Return a font's pixel size at em of the body size, never below the least capitals."""
        cap = max(self.least_mm, BODY_CAP_MM[self.size] * em)
        if most_cap_mm is not None:
            cap = min(cap, most_cap_mm)
        return max(1, round(cap / CAP_RATIO[self.script] * self.px_per_mm))

    @property
    def margin(self) -> int:
        """Side margins in px: 16 mm, on small panels 8; 10 where lines would be too short."""
        if self.portrait and self.size == "XL" and self.width_mm < _NARROW_MM:
            return self.px(10.0)
        return self.px(8.0 if self.small else 16.0)

    @property
    def top_bar(self) -> int:
        """Height of the tool bar in px; upright, the largest words stand under their icons."""
        upright = self.portrait and self.size == "XL"
        return self.px(17.0 if self.small else 21.0 if upright else 20.0)

    @property
    def foot_bar(self) -> int:
        """Height of the foot bar in px."""
        if self.small and not self.portrait:
            return self.px(22.0)
        return self.px(26.0 if self.small else 32.0)

    @property
    def main_target(self) -> int:
        """Height of answers, doors, Back and Continue in px."""
        low = self.small and not self.portrait and (self.chosen or self.size) == "XL"
        return self.px(SMALL_MAIN_TARGET_MM if low else MAIN_TARGET_MM)

    @property
    def growth(self) -> float:
        """How much wider a column may be than at the usual size: never narrower."""
        return max(1.0, BODY_CAP_MM[self.size] / BODY_CAP_MM["M"])

    @property
    def column(self) -> int:
        """Widest a column of text may be in px: 65 letters, but never below the usual width."""
        return min(self.px(COLUMN_MM * self.growth), self.width - 2 * self.margin)
