"""The system's own colours, and where they are too pale to read, a little stronger."""

from PySide6.QtGui import QColor, QPalette

# WCAG 2.2 AA for text.
LEAST_CONTRAST = 4.5
_PAIRS = (
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
)
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
_STEP = 108


def readable(palette: QPalette) -> QPalette:
    """Return a palette in which every text stands out enough from what is behind it."""
    made = QPalette(palette)
    for group in _GROUPS:
        for text, ground in _PAIRS:
            behind = made.color(group, ground)
            made.setColor(group, text, stronger(_over(made.color(group, text), behind), behind))
        # A chosen line keeps its white letters; the bar behind them gives way.
        letters = made.color(group, QPalette.ColorRole.HighlightedText)
        bar = made.color(group, QPalette.ColorRole.Highlight)
        made.setColor(group, QPalette.ColorRole.Highlight, stronger(bar, letters))
    return made


def stronger(colour: QColor, other: QColor) -> QColor:
    """Return the colour, made darker or lighter until it stands out from the other."""
    darker = luminance(other) > luminance(QColor("#777777"))
    while contrast(colour, other) < LEAST_CONTRAST:
        step = colour.darker(_STEP) if darker else colour.lighter(_STEP)
        if step == colour:
            return QColor("black" if darker else "white")
        colour = step
    return colour


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG, from 0 to 1."""
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _over(colour: QColor, ground: QColor) -> QColor:
    """Return what is seen of a colour that lets the ground shine through."""
    share = colour.alphaF()
    mixed = (
        round(share * a + (1 - share) * b)
        for a, b in zip(_parts(colour), _parts(ground), strict=True)
    )
    return QColor(*mixed)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
