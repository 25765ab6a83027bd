"""How well words stand out on the screen, from the pixels that were painted."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.touch import box, seen
from kiosk.ui.shell import Shell
from kiosk.ui.theme.palette import PALETTES, Palette
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.prose import Prose

_LEAST, _LEAST_YELLOW = 10.0, 16.0
# Black and white are 21:1; what is cut off are the last digits.
_LEAST_BLACK = 20.99
_SOFT = (4.5, 8.0)
# Thin strokes are smoothed over two pixels: so much nearer, each has pixels of its own colour.
_NEARER = 4


def contrast_faults(shell: Shell, picture: QImage) -> Iterator[Fault]:
    """Yield every text of the page in front that stands out too little, or too much."""
    for words in seen(shell, Prose):
        if isinstance(words, Prose) and words.text():
            # A row of the settings is painted in the colours it stands for.
            palette, text = PALETTES[words.look[0]], words.text()
            yield from _fault(shell, palette, text, box(shell, words), picture)
    for button in seen(shell, TouchButton):
        if isinstance(button, TouchButton) and button.text():
            place = _words_of(shell, button)
            yield from _fault(shell, shell.theme.palette, button.text(), place, picture)


def _words_of(shell: Shell, button: TouchButton) -> QRect:
    """Return where icon and word of a button are painted, without its border."""
    place, size = box(shell, button), button.words_size()
    words = QRect(QPoint(0, 0), size.boundedTo(place.size()))
    words.moveCenter(place.center())
    return words


def _fault(
    shell: Shell, palette: Palette, text: str, place: QRect, picture: QImage
) -> Iterator[Fault]:
    row, least, most = _limits(palette)
    ratio = ratio_in(picture, place & picture.rect())
    if not least <= ratio <= most:
        ratio = _nearer(shell, place & picture.rect())
    if not least <= ratio <= most:
        yield Fault(row, f"{ratio:.1f}:1 for {text[:30]!r}")


def _limits(palette: Palette) -> tuple[str, float, float]:
    """Return the row of a palette, and between what the contrast of its words must be."""
    if palette.name == "soft":
        return "A-19", *_SOFT
    if not palette.flat:
        return "A-17", _LEAST, 22.0
    return "A-18", _LEAST_YELLOW if palette.name == "yellow" else _LEAST_BLACK, 22.0


def ratio_in(picture: QImage, place: QRect) -> float:
    """Return the contrast of the darkest and the lightest pixel in a box of an RGB32 picture."""
    if place.isEmpty():
        return 1.0
    # What is darkest in green is darkest to the eye in every pair of a palette, and bytes are
    # looked through for one value after the other far quicker than pixel by pixel.
    part = picture.copy(place)
    greens = bytes(part.constBits())[1::4]
    ends = []
    for levels in (range(256), range(255, -1, -1)):
        index = next(at for at in map(greens.find, levels) if at >= 0)
        y, x = divmod(index, place.width())
        ends.append(luminance(picture.pixel(place.x() + x, place.y() + y) & 0xFFFFFF))
    return (max(ends) + 0.05) / (min(ends) + 0.05)


def _nearer(window: QWidget, place: QRect) -> float:
    """Return the contrast in a box of a window that is painted several times as large."""
    if place.isEmpty():
        return 1.0
    picture = QImage(place.size() * _NEARER, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.scale(_NEARER, _NEARER)
    window.render(painter, QPoint(0, 0), QRegion(place))
    painter.end()
    return ratio_in(picture, picture.rect())


def luminance(rgb: int) -> float:
    """Return the relative luminance (WCAG 2.2) of 0xRRGGBB."""
    parts = ((rgb >> 16 & 255) / 255, (rgb >> 8 & 255) / 255, (rgb & 255) / 255)
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
