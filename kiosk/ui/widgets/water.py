"""Still water with stepping stones: the picture behind Welcome and a hidden page."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.ui.theme.stones import Stone, StoneLook
from kiosk.ui.theme.theme import Theme

# Stones from the near shore to the far one: x and y as parts of the screen, width in mm.
STONES = 7
_STONES = (
    (0.10, 0.94, 46.0),
    (0.25, 0.905, 40.0),
    (0.385, 0.872, 34.0),
    (0.505, 0.845, 29.0),
    (0.61, 0.822, 24.0),
    (0.70, 0.803, 20.0),
    (0.775, 0.788, 16.0),
)
SHORE = 0.72
# How much of the lower edge the stones of the far shore take.
CROSSED_MM = 22.0
# The width of the screen the stones were drawn for.
_DRAWN_FOR_MM = 345.0


def paint_water(
    painter: QPainter, theme: Theme, rect: QRect, *, stones: bool = True, reached: int = 0
) -> None:
    """Paint sky, water, and seven stones with their ripples, in the theme's quiet colours.

    The first stones, as many as reached, are filled: they have been stepped on.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, theme.colour("bg"))
    width, height = rect.width(), rect.height()
    painter.save()
    if theme.rtl:
        # The stones lead the way one reads.
        painter.translate(width, 0)
        painter.scale(-1, 1)
    water = QPainterPath(QPointF(0, height * SHORE))
    water.cubicTo(
        QPointF(width * 0.3, height * (SHORE + 0.035)),
        QPointF(width * 0.65, height * (SHORE - 0.03)),
        QPointF(width, height * (SHORE + 0.02)),
    )
    water.lineTo(width, height)
    water.lineTo(0, height)
    water.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("tint"))
    painter.drawPath(water)
    painter.restore()
    if stones:
        _paint_stones(painter, theme, rect, reached)


def paint_shore(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Paint a low band of still water along the lower edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = rect.width(), rect.height()
    top = height - theme.px(17.0)
    water = QPainterPath(QPointF(0, top))
    water.cubicTo(
        QPointF(width * 0.3, top + theme.px(6.0)),
        QPointF(width * 0.65, top - theme.px(7.0)),
        QPointF(width, top + theme.px(3.0)),
    )
    water.lineTo(width, height)
    water.lineTo(0, height)
    water.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("tint"))
    painter.drawPath(water)


def paint_crossed(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Paint the water seen from the other side: every stone has been stepped on."""
    painter.save()
    if theme.rtl:
        painter.translate(rect.width(), 0)
        painter.scale(-1, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("done"))
    low, high = rect.bottom() - theme.px(5.0), rect.bottom() - theme.px(CROSSED_MM - 3.0)
    for index, (x, _, mm) in enumerate(reversed(_STONES)):
        # Far on the side one came from, near on the side one came to.
        wide = rect.width() * mm * 0.55 / _DRAWN_FOR_MM
        box = QRectF(0, 0, wide, wide * 0.26)
        share = index / (len(_STONES) - 1)
        box.moveCenter(QPointF(rect.width() * (1 - x), high + (low - high) * share))
        painter.drawEllipse(box)
    painter.restore()


def _paint_stones(painter: QPainter, theme: Theme, rect: QRect, reached: int) -> None:
    width, height = rect.width(), rect.height()
    look = StoneLook(
        theme.palette.border,
        not theme.palette.flat,
        theme.metrics.px_per_mm,
        painter.device().devicePixelRatioF(),
    )
    stones = [
        Stone(
            QPointF(width * (1 - x if theme.rtl else x), height * y),
            width * mm / _DRAWN_FOR_MM,
            theme.palette.primary if number <= reached else theme.palette.surface,
        )
        for number, (x, y, mm) in enumerate(_STONES, start=1)
    ]
    theme.stones.paint(painter, look, stones)
