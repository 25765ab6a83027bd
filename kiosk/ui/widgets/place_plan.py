"""Where the words and the picture of a sheet stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.theme import Theme
from kiosk.ui.views.sheet import ArrayItem, FigureItem, Sheet

_TOP_MM = 3.5
_GUTTER_MM = 12.0
# Words beside a picture have lines of thirty letters at least (acceptance row A-15).
_LEAST_EM = {"latin": 12.9, "arabic": 13.9}
# What is tried one after another, until no sentence has to be set smaller.
SHARES = (46, 34, 0)


class PlacePlan:
    """Where the words and the picture of a sheet stand, in px of the page.

    `most` is how much of the width a drawing may take beside large words on a small panel, in
    percent; 0 gives it a screen of its own.
    """

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        sheet: Sheet,
        picture: QWidget | None,
        *,
        most: int = SHARES[0],
    ) -> None:
        self._theme = theme
        metrics = theme.metrics
        margin, full = metrics.margin, page.width() - 2 * metrics.margin
        self.top = 0 if metrics.tight else theme.px(1.5 if metrics.small else _TOP_MM)
        below = 1.0 if metrics.tight else 2.0
        self.room = page.height() - self.top - theme.px(below)
        self.picture_alone, self._tried, self._pinched = False, False, False
        self.picture = (0, 0, 0, 0)
        self._centre, self._words_only = False, picture is None
        self.left, self.width = margin, full
        if picture is None:
            self.width = full if sheet.wide else min(full, metrics.column)
            self.left = (page.width() - self.width) // 2
        elif metrics.portrait:
            most = self.room * (55 if isinstance(sheet.picture, ArrayItem) else 48) // 100
            shape = full * 66 // 100
            if not isinstance(sheet.picture, ArrayItem):
                shape = picture.heightForWidth(full)
            height = min(most, shape)
            self.picture = (margin, self.top, full, height)
            self.top += height + theme.px(8.0)
            self.room -= height + theme.px(8.0)
        elif metrics.small and metrics.size in ("L", "XL"):
            self._tried = most > 0 and isinstance(sheet.picture, FigureItem)
            self.picture_alone = not self._tried
            if self._tried:
                least = picture.minimumSizeHint().width()
                snug = max(_snug(picture, self.room), least)
                self._beside(page, full, margin, min(snug, full * most // 100))
                self._pinched = self.picture[2] < least
        else:
            self._beside(page, full, margin, full)

    def _beside(self, page: QWidget, full: int, margin: int, snug: int) -> None:
        theme = self._theme
        gutter = theme.px(_GUTTER_MM if not theme.metrics.small else 8.0)
        half = min(snug, (full - gutter) * (46 if theme.metrics.small else 52) // 100)
        metrics = theme.metrics
        if not metrics.small:
            least = round(_LEAST_EM[metrics.script] * metrics.font_px())
            half = min(half, full - gutter - least)
        self.picture = (margin, self.top, half, self.room)
        self.left, self.width = margin + half + gutter, full - half - gutter
        if page.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.picture = (page.width() - margin - half, self.top, half, self.room)
            self.left = margin
        self._centre = True

    def crowds(self, *, smaller: bool) -> bool:
        """Say whether to try again with less room for the drawing, as for smaller words."""
        return self._tried and (smaller or self._pinched)

    def lowered(self, used: int) -> int:
        """Return how far words move down: to sit level with a picture, or as low as is wished."""
        spare = max(0, self.room - used)
        if self._theme.metrics.low and self._words_only:
            return spare
        return spare // 3 if self._centre else 0


def _snug(picture: QWidget, height: int) -> int:
    """Return the px across of a drawing that is so high, with no room to spare at its sides."""
    least = picture.heightForWidth(0)
    return round((height - least) / (picture.heightForWidth(1000) - least) * 1000)
