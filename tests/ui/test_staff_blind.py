"""Staff who see nothing: keys, what a screen reader is told, and the name of what has the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.session import Session, Settings
from kiosk.ui.pages.keys_page import KeysPage
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import is_for_staff
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.widgets.prose import Heading
from kiosk.ui.widgets.ring_room import box_in
from tests.ui.conftest import Opened, Opener

MOST = 80


class Blind:
    """Knows what was told, and what the keys are on."""

    def __init__(self, opened: Opened, qtbot: QtBot) -> None:
        self.opened, self._qtbot = opened, qtbot
        self.told: list[str] = []
        opened.kiosk.announcer.said.connect(self.told.append)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.opened.kiosk.shell.windowHandle(), key)

    def here(self) -> str:
        focus: QWidget | None = self.opened.kiosk.shell.focusWidget()
        return "" if focus is None else focus.accessibleName()

    def press(self, name: str) -> None:
        """Tab until the screen reader says the name, and press."""
        for _ in range(MOST):
            if self.here().startswith(name):
                self.key(Qt.Key.Key_Return)
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name!r} was never reached; told {self.told[-3:]}")

    def type(self, text: str) -> None:
        for one in text:
            self.key(Qt.Key(ord(one)))

    def hears(self, words: str, do: Callable[[], None]) -> None:
        """Do something and wait until it is told."""
        before = len(self.told)
        do()
        self._qtbot.waitUntil(lambda: any(one.startswith(words) for one in self.told[before:]))


def saved_visit(opened: Opened, qtbot: QtBot) -> str:
    """Save a visit and return its receipt."""
    driver = opened.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    for verb in (say(ev.Began), say(ev.DecideAsked), say(ev.DoorChosen, Door.QUESTIONS)):
        driver.hear(verb)
    view = opened.screen.view
    assert isinstance(view, Sheet)
    assert view.onward is not None
    driver.hear(view.onward.verb)
    qtbot.waitUntil(lambda: driver.session.saved is not None)
    assert driver.session.saved is not None
    receipt = driver.session.saved.receipt
    driver.hear(say(ev.Finished))
    return receipt


def test_a_record_is_found_by_ear_and_what_went_wrong_on_the_way_is_told(
    open_kiosk: Opener, qtbot: QtBot
) -> None:
    opened = open_kiosk()
    receipt = saved_visit(opened, qtbot)
    staff = Blind(opened, qtbot)
    staff.hears("Staff", lambda: staff.press("Staff"))
    staff.hears("Find a record", lambda: staff.press("Find a record"))
    staff.hears("Receipt number", lambda: staff.press("By receipt number"))
    assert staff.here() == "Receipt number"
    staff.type("ZZ")
    staff.key(Qt.Key.Key_Backspace)
    staff.key(Qt.Key.Key_Backspace)
    staff.type("0000")
    staff.hears("a receipt number has 4 to 8 of these", lambda: staff.press("Find"))
    assert staff.here() == staff.told[-1]
    for _ in range(4):
        staff.key(Qt.Key.Key_Backspace)
    staff.type(receipt[-4:])
    staff.hears(receipt, lambda: staff.press("Find"))
    assert opened.key == "staff-record"
    staff.hears("Staff", lambda: staff.press("Back to staff pages"))
    staff.hears("Learn about your treatment", lambda: staff.press("Leave staff pages"))


def test_a_visit_is_reset_by_ear_and_the_question_before_it_is_told(
    open_kiosk: Opener, qtbot: QtBot
) -> None:
    opened = open_kiosk()
    driver = opened.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    driver.hear(say(ev.Began))
    staff = Blind(opened, qtbot)
    staff.hears("Get help", lambda: staff.press("Get help"))
    staff.hears("Staff", lambda: staff.press("Staff"))
    staff.hears("Take this visit off the screen?", lambda: staff.press("Reset now"))
    # Nothing is erased by a key that was only meant to go on.
    assert staff.here() == "Take this visit off the screen?"
    staff.hears("Staff", lambda: staff.press("Back"))
    staff.hears("Take this visit off the screen?", lambda: staff.press("Reset now"))
    staff.hears("Learn about your treatment", lambda: staff.press("Erase it"))
    assert driver.session.id is None


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_on_every_staff_page_tab_goes_round_everything_in_reading_order(
    open_shell: Callable[[int, int], Shell],
    presenter: Presenter,
    session: Session,
    size: tuple[int, int],
) -> None:
    shell, seen, before = open_shell(*size), set(), ""
    for view in every_view(presenter, session):
        if not is_for_staff(view):
            continue
        shell.show_view(view, Settings())
        chain = shell.chain()
        # The same page with a fault begins at the fault.
        assert shell.focusWidget() is chain[0] or view.key == before, view.key
        seen.add(view.key)
        before = view.key
        if isinstance(chain[0], KeysPage):
            continue
        assert isinstance(chain[0], Heading) or chain[0].accessibleName(), view.key
        chain[0].setFocus()
        met = []
        for _ in chain:
            met.append(shell.focusWidget())
            shell.focusNextPrevChild(True)
        assert met == chain, view.key
        assert shell.focusWidget() is chain[0], view.key
        shell.focusNextPrevChild(False)
        assert shell.focusWidget() is chain[-1], view.key
        buttons = [one for one in chain if isinstance(one, QAbstractButton)]
        assert len(set(buttons)) == len(buttons), view.key
        columns: dict[QWidget | None, list[QAbstractButton]] = {}
        for one in buttons:
            columns.setdefault(one.parentWidget(), []).append(one)
        for group in columns.values():
            tops = [box_in(shell, one).top() // 20 for one in group]
            assert tops == sorted(tops), (view.key, [one.accessibleName() for one in group])
    assert len(seen) > 15
