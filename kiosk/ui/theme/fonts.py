"""The bundled fonts: the machine's own are never needed."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.domain.errors import AnteroomError

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


def family_for(script: str) -> str:
    """Return the family a script is set in."""
    return ARABIC if script == "arabic" else LATIN
