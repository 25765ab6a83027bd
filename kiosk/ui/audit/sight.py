"""Rows about eyes and words that no colour changes: letters, lines, names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QAbstractButton, QLabel

from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.touch import seen
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.shell import Shell
from kiosk.ui.stage.view import StageView
from kiosk.ui.theme.metrics import (
    BODY_CAP_MM,
    CAP_RATIO,
    PARAGRAPH_EM,
    SMALL_BAR_CAP_MM,
    SMALLEST_CAP_MM,
    SMALLEST_PART,
)
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.widgets.prose import Prose

_LINE = 70
_LEADING = (1.35, 1.55)
# The width of a letter as it is on average.
_MEAN_EM = {"latin": 0.427, "arabic": 0.458}
_SHORT_LINE = 30
# Large words on a small panel are read with the drawing they tell of, in shorter lines.
_BESIDE_DRAWING = 18
_PARAGRAPHS = ("lead", "body", "detail", "least")
_ROUNDING_EM = 0.02
_BAR_ROLES = ("tool", "small", "tight")
# Marks that only steer the text: joiners, directions, breaks.
_STEERING = re.compile("[\u200b-\u200f\u2028-\u206f]")
_LABEL, _ENGLISH_LABEL = 32, 24


def sight_faults(shell: Shell) -> Iterator[Fault]:
    """Yield what the page in front gets wrong."""
    for words in seen(shell, Prose):
        if isinstance(words, Prose) and words.text():
            yield from _letters(shell, words)
    yield from _names(shell)
    yield from _bars(shell)


def _letters(shell: Shell, words: Prose) -> Iterator[Fault]:
    metrics = shell.theme.metrics
    cap = words.font_px() * CAP_RATIO[metrics.script] / metrics.px_per_mm
    least = max(SMALLEST_CAP_MM, BODY_CAP_MM[metrics.size] * SMALLEST_PART)
    # Bars and small titles may stop growing, and so may what must all stand on one screen, where
    # the panel is small or the words are longer than any language has them.
    crowded = metrics.small or shell.words.locale.pseudo
    one_screen = not isinstance(shell.page, SheetPage) and crowded
    if words.role in _BAR_ROLES or one_screen:
        least = min(least, SMALL_BAR_CAP_MM)
    if cap < least - 0.1:
        yield Fault("A-10", f"{words.text()[:30]!r} has capitals of {cap:.1f} mm")
    lines = words.lines()
    longest = max((len(_STEERING.sub("", line).rstrip()) for line in lines), default=0)
    if longest > _LINE:
        yield Fault("A-15", f"a line of {longest} letters: {words.text()[:30]!r}")
    yield from _paragraph(shell, words, len(lines))
    leading = words.line_height() / words.font_px()
    if (
        len(lines) > 1
        and words.role in ("body", "detail")
        and not (_LEADING[0] <= leading <= _LEADING[1])
    ):
        yield Fault("A-16", f"leading of {leading:.2f} em: {words.text()[:30]!r}")
    missing = not_drawn(shell.look.assets, words.text())
    if missing:
        yield Fault("A-25", f"no letter for {missing[0]!r} in {words.text()[:30]!r}")


def _paragraph(shell: Shell, words: Prose, lines: int) -> Iterator[Fault]:
    """Yield what is wrong with the width of a paragraph, and with its distance to the next."""
    page = words.parentWidget()
    if words.role not in _PARAGRAPHS or not isinstance(page, SheetPage):
        return
    metrics = shell.theme.metrics
    room = words.width() / (words.font_px() * _MEAN_EM[metrics.script])
    if lines > 1 and room < (_BESIDE_DRAWING if _large_beside_drawing(page) else _SHORT_LINE):
        yield Fault("A-15", f"room for {room:.0f} letters: {words.text()[:30]!r}")
    for other in page.findChildren(Prose, options=Qt.FindChildOption.FindDirectChildrenOnly):
        gap = other.y() - words.geometry().bottom() - 1
        if other.isVisible() and other.role in _PARAGRAPHS and 0 <= gap < words.line_height():
            free = (gap + words.line_height()) / words.font_px() - 1
            if free < PARAGRAPH_EM - _ROUNDING_EM:
                yield Fault("A-16", f"{free:.2f} em under the paragraph {words.text()[:30]!r}")


def _large_beside_drawing(page: SheetPage) -> bool:
    metrics = page.theme.metrics
    large = metrics.small and metrics.size in ("L", "XL")
    return large and any(one.isVisible() for one in page.findChildren(StageView))


@lru_cache(maxsize=4)
def _fonts(assets: Path) -> tuple[QRawFont, ...]:
    return tuple(QRawFont(str(file), 20.0) for file in sorted((assets / "fonts").glob("*.ttf")))


@lru_cache(maxsize=16384)
def not_drawn(assets: Path, text: str) -> str:
    """Return the letters of a text that no bundled font has."""
    return "".join(sign for sign in text if not can_draw(assets, sign))


@lru_cache(maxsize=4096)
def can_draw(assets: Path, sign: str) -> bool:
    """Tell whether a bundled font has a letter; marks that only steer the text need none."""
    if sign.isspace() or _STEERING.match(sign):
        return True
    return any(font.supportsCharacter(ord(sign)) for font in _fonts(assets))


def _names(shell: Shell) -> Iterator[Fault]:
    locale = shell.words.locale
    for button in seen(shell, QAbstractButton):
        if not isinstance(button, QAbstractButton):
            continue
        name, text = button.accessibleName(), button.text()
        if not name:
            yield Fault("A-44", f"a {type(button).__name__} has no name")
        elif _has_words(text) and text.casefold() not in name.casefold() and not locale.pseudo:
            yield Fault("A-44", f"{name!r} does not hold its words {text!r}")
        most = _ENGLISH_LABEL if locale.tag == "en" else _LABEL
        bars = (shell.foot, shell.tool_bar)
        if len(text) > most and button.parentWidget() in bars and not locale.pseudo:
            yield Fault("A-64", f"{text!r} has {len(text)} letters")


def _has_words(text: str) -> bool:
    """Say whether a label can be said as it stands; signs alone are a picture, and have a name."""
    return any(sign.isalnum() for sign in text)


def _bars(shell: Shell) -> Iterator[Fault]:
    """Help and language on every page of a visit; Welcome names the way without a kiosk."""
    view = shell.view
    if view is None:
        return
    private = view.key.startswith(("staff", "hidden", "curtain", "saving", "still", "fault"))
    if not private and view.key != "closed" and not shell.tool_bar.isVisible():
        yield Fault("A-100", f"no language and no help on {view.key}")
    if isinstance(view, WelcomeView):
        shown = [one.text() for one in seen(shell, QLabel) if isinstance(one, QLabel)]
        if view.notes[0][1] not in shown:
            yield Fault("A-114", "Welcome does not name the way without a kiosk")
