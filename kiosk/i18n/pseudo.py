"""Two invented languages that show layout faults before a translator does."""

import gettext
import re

from kiosk.i18n.locales import Direction

_FIELD = re.compile(r"(\{[^{}]*\})")
_ACCENTED = str.maketrans(
    "ACEGHIJKLNORSTUWYZaceghijklnorstuwyz",
    "ÀÇÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽàçéĝĥîĵķļñöŕšţûŵýž",
)
# 40 % more than English: what German and Spanish interface text grows by.
_GROWTH = 0.4
_RIGHT_TO_LEFT_OVERRIDE = "\u202e"
_POP_DIRECTION = "\u202c"


class PseudoTranslations(gettext.NullTranslations):
    """Changes every sentence: longer and accented, or written from right to left."""

    def __init__(self, direction: Direction) -> None:
        super().__init__()
        self._change = mirror if direction == "rtl" else lengthen

    def gettext(self, message: str) -> str:
        """Return the changed sentence."""
        return self._change(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the changed form for a count, by the English rule."""
        return self._change(msgid1 if n == 1 else msgid2)


def lengthen(text: str) -> str:
    """Return a text with accents, brackets and 40 % more characters; fields stay as they are."""
    parts = _FIELD.split(text)
    letters = "".join(part for part in parts if not _FIELD.fullmatch(part))
    accented = "".join(
        part if _FIELD.fullmatch(part) else part.translate(_ACCENTED) for part in parts
    )
    return f"[{accented}{' ' if letters else ''}{_padding(len(letters))}]"


def mirror(text: str) -> str:
    """Return a text whose words read from right to left; fields stay as they are."""
    parts = re.split(r"(\{[^{}]*\}|\s+)", text)
    return "".join(_mirrored(part) for part in parts)


def _mirrored(part: str) -> str:
    if not part or part.isspace() or _FIELD.fullmatch(part):
        return part
    return f"{_RIGHT_TO_LEFT_OVERRIDE}{part}{_POP_DIRECTION}"


def _padding(length: int) -> str:
    # Words of five letters, so that the extra text may break across lines as real text does.
    wanted = max(0, round(length * _GROWTH))
    return ("löñĝ " * (wanted // 5 + 1))[:wanted].rstrip()
