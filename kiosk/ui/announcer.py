"""What a screen reader is told beyond names: what things are, and that another page has come."""

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from kiosk.ui.foot import foot_of
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView, NoticeView, View, is_for_staff
from kiosk.ui.views.sheet import PanelItem, Sheet
from kiosk.ui.widgets.bars import ToolBar
from kiosk.ui.widgets.prose import Heading
from kiosk.ui.widgets.ring import Ring
from kiosk.ui.widgets.stones import Stones

Role = QAccessible.Role
Politeness = QAccessible.AnnouncementPoliteness
# The countdown is told every ten seconds and at the very end: more would drown the page.
_EVERY, _LAST = 10, 5
# The page before the staff pages: whoever comes back to it opens them anew.
_DOOR = "staff-pin"
# A title that is a question has its end, from the left and from the right.
_ENDS = ("?", "؟")


@cache
def roles() -> dict[type, QAccessible.Role]:
    """Return what Qt does not know by itself, as it knows buttons and words."""
    # Here, because Welcome is not to wait for what other pages are made of.
    from kiosk.ui.blocks.build import RowGroup
    from kiosk.ui.blocks.icon_array import IconArray
    from kiosk.ui.blocks.option_table import OptionCell, OptionName, OptionTable
    from kiosk.ui.stage.view import StageView
    from kiosk.ui.widgets.code_boxes import CodeBoxes

    return {
        Heading: Role.Heading,
        StageView: Role.Graphic,
        IconArray: Role.Graphic,
        Stones: Role.Graphic,
        Ring: Role.StaticText,
        CodeBoxes: Role.StaticText,
        RowGroup: Role.Grouping,
        ToolBar: Role.ToolBar,
        # PySide has no QAccessibleTableInterface, so rows and columns cannot be counted; each
        # cell has its point and its option in its name instead.
        OptionTable: Role.Table,
        OptionCell: Role.Cell,
        OptionName: Role.ColumnHeader,
    }


def tell_roles() -> None:
    """Say what our own kinds of widget are; once for the application, before any window."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return what tells of a widget; Qt asks before its name is known, so its class decides."""
    role = roles().get(type(thing))
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)


class Announcer(QObject):
    """Tells of each page that comes, and of a countdown that goes on; said is only for looking."""

    said = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._told: object = None
        self._wrong = (0, "")
        self._told_waiting = False
        shell.page_shown.connect(self._page_shown)

    def _page_shown(self) -> None:
        view = self._shell.view
        if view is None:
            return
        if isinstance(view, NoticeView) and view.ring is not None:
            self._count_down(view, view.ring[0])
            return
        # A page that comes again in another language is another page to the ear.
        place = view.key, _place_words(self._shell, view), self._shell.words.locale.tag
        wrong, before = _wrong(view), self._wrong
        self._wrong = wrong
        waits = self._waiting(view)
        moved, same = (
            place != self._told,
            isinstance(self._told, tuple) and self._told[0] == view.key,
        )
        self._told = place
        if wrong[1] and wrong != before and (same or not moved):
            # Also where the news makes a page longer, so that its number of screens is another.
            self._say(wrong[1], Politeness.Assertive)
        elif moved:
            self._say(
                " ".join(filter(None, (_page_words(self._shell, view), waits))), Politeness.Polite
            )
        elif waits:
            self._say(waits, Politeness.Polite)

    def _waiting(self, view: View) -> str:
        """Return what waits for staff, once for each time that they open their pages."""
        if not is_for_staff(view) or view.key == _DOOR:
            self._told_waiting = False
        if self._told_waiting or not isinstance(view, Sheet) or not view.waits:
            return ""
        self._told_waiting = True
        return view.waits

    def _count_down(self, view: NoticeView, left: int) -> None:
        words = self._shell.words.n("{count} second left.", "{count} seconds left.", left)
        first = self._told != view.key
        self._told = view.key
        if first:
            words = " ".join((view.title, *view.lines, words))
        if first or left <= _LAST or left % _EVERY == 0:
            self._say(words, Politeness.Assertive)

    def _say(self, words: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        self.said.emit(words)
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._shell, words)
            event.setPoliteness(politeness)
            QAccessible.updateAccessibility(event)


def _wrong(view: View) -> tuple[int, str]:
    """Return what a page says is wrong or missing, and in which round of tries."""
    if isinstance(view, KeypadView):
        return view.round, view.error
    notes = view.items if isinstance(view, Sheet) else ()
    # What became of a copy that staff print again stands in a box of its own.
    kinds = ("notice", "tint") if is_for_staff(view) else ("notice",)
    texts = (
        "".join(text for text, _ in runs)
        for one in notes
        if isinstance(one, PanelItem) and one.kind in kinds
        for runs in one.texts
    )
    return 0, " ".join(texts)


def _page_words(shell: Shell, view: View) -> str:
    """Return the name of a page and where in the visit it stands."""
    title = view.title
    if not title and isinstance(view, NoticeView):
        title = view.buttons[0].text
    place = _place_words(shell, view)
    stop = "" if title.endswith(_ENDS) else "."
    return f"{title}{stop} {place}" if place else title


def _place_words(shell: Shell, view: View) -> str:
    """Return the step of the visit and the screen of a long page, as far as there are such."""
    if shell.steps.isVisible():
        return shell.steps.words.text()
    return foot_of(view, shell.page, shell.words).page_words
