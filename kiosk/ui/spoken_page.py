"""Everything the window shows, as lines to say in reading order, each with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.content.plain_text import split_sentences
from kiosk.i18n.catalogue import Words
from kiosk.i18n.direction import bare
from kiosk.ui.widgets.bars import ToolBar
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.ring import Ring

# The roles of a theme in which steps, notes of the kiosk and titles of boxes are set.
_SMALL = ("tool", "small")


Lines = frozenset[tuple[type, str]]


@dataclass(frozen=True, slots=True)
class Spot:
    """One line to say, and the widget that shows it; of a text, the letters from start on.

    around is for buttons and small words of the kiosk: no pack has recordings of them. An empty
    language is that of the page.
    """

    text: str
    widget: QWidget
    start: int = 0
    length: int = 0
    around: bool = False
    language: str = ""


def spots_of(parts: Iterable[QWidget], words: Words) -> tuple[Spot, ...]:
    """Return the lines of widgets in their order; what cannot be seen is not said."""
    return tuple(spot for part in parts if part.isVisible() for spot in _spots(part, words))


def _spots(widget: QWidget, words: Words) -> Iterator[Spot]:
    name = bare(widget.accessibleName())
    if isinstance(widget, Prose):
        yield from _sentences(widget, name)
    elif isinstance(widget, QAbstractButton):
        yield from _button(widget, name, words)
    elif isinstance(widget, Ring):
        yield Spot(seconds_left(widget.left, words), widget)
    else:
        yield from _block(widget, name, words)


def _block(widget: QWidget, name: str, words: Words) -> Iterator[Spot]:
    # Here, because Welcome has none of these and does not wait for them.
    from kiosk.ui.blocks.bullet import Bullet
    from kiosk.ui.blocks.day import StopCard
    from kiosk.ui.blocks.option_table import OptionCell, OptionTable

    if name and not isinstance(widget, OptionCell | OptionTable):
        yield Spot(name, widget)
        return
    if isinstance(widget, Bullet | StopCard) and widget.number:
        yield Spot(widget.number, widget)
    inside = [one for one in widget.children() if isinstance(one, QWidget)]
    yield from spots_of(inside, words)


def lines_of(spots: Iterable[Spot]) -> Lines:
    """Return what is said of a page, and by what kind of thing."""
    return frozenset((type(one.widget), one.text) for one in spots)


def news_of(spots: Iterable[Spot], known: Lines) -> tuple[Spot, ...]:
    """Return the lines that are new, but for what changes by itself or only lost its mark."""
    return tuple(
        one for one in spots if (type(one.widget), one.text) not in known and _is_news(one.widget)
    )


def _is_news(widget: QWidget) -> bool:
    from kiosk.ui.blocks.stage_panel import StagePanel
    from kiosk.ui.stage.view import StageView

    if isinstance(widget, Ring) or isinstance(widget.parentWidget(), StagePanel | ToolBar):
        # The tool that reads is renamed by reading; the buttons of a drawing by its movement.
        return isinstance(widget, StageView)
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return widget.isChecked() or widget.hasFocus()
    return True


def seconds_left(left: int, words: Words) -> str:
    """Return how a countdown is said."""
    return words.n("{count} second left.", "{count} seconds left.", left)


def _sentences(prose: Prose, name: str) -> Iterator[Spot]:
    shown = prose.text()
    if name != bare(shown):
        # A number that is said otherwise than it is written.
        yield Spot(name, prose, 0, len(shown))
        return
    at = 0
    for sentence in split_sentences(shown):
        if not any(mark.isalnum() for mark in sentence):
            continue
        at = shown.index(sentence, at)
        yield Spot(bare(sentence), prose, at, len(sentence), prose.role in _SMALL)
        at += len(sentence)


def _button(button: QAbstractButton, name: str, words: Words) -> Iterator[Spot]:
    if button.isCheckable() and button.isChecked():
        name = words.t("{name}, chosen.", name=name)
    if name:
        yield Spot(name, button, around=True)
    detail = bare(button.accessibleDescription())
    if detail:
        yield Spot(detail, button, around=True)
