"""The bundled fonts: the machine's own are never needed."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.domain.errors import AnteroomError

# In em, measured on painted letters. The Arabic font leaves 1.374 above the line and 0.738 below,
# where letters take 0.98 and 0.46: raised by the lift they look centred. The headroom is for the
# few marks that reach higher still, as in the word for "side effects".
ARABIC_LIFT, ARABIC_LETTERS, ARABIC_HEADROOM = 0.09, 1.45, 0.14
LATIN = "Atkinson Hyperlegible Next"
ARABIC = "Noto Sans Arabic"
FALLBACK = "Noto Sans"


class FontsMissingError(AnteroomError):
    """A bundled font file is not there or cannot be read."""


def load_fonts(assets: Path) -> None:
    """Make the bundled fonts known to Qt; raises FontsMissingError."""
    files = sorted((assets / "fonts").glob("*.ttf"))
    if not files:
        raise FontsMissingError(f"no fonts in {assets / 'fonts'}. Install Anteroom again.")
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontsMissingError(f"the font {file} cannot be read. Install Anteroom again.")
    QFont.insertSubstitutions(LATIN, [FALLBACK, ARABIC])
    QFont.insertSubstitutions(ARABIC, [FALLBACK, LATIN])


def has_arabic(text: str) -> bool:
    """Say whether any letter of a text is Arabic."""
    return not text.isascii() and any("\u0600" <= letter <= "\u06ff" for letter in text)


def family_for(script: str) -> str:
    """Return the family a script is set in."""
    return ARABIC if script == "arabic" else LATIN
