"""A page that is made anew while a finger is on it."""

import gc
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import SavedView
from kiosk.ui.views.sheet import FootButton
from kiosk.ui.walk.screen import Screen

Key = Qt.Key


class TestAPageThatIsMadeAnew:
    """The printer answers while somebody is about to press Finish."""

    def pages(self) -> tuple[SavedView, SavedView]:
        finish = FootButton("Finish", say(ev.Finished))
        prints = tuple(FootButton(name, say(ev.Touched)) for name in ("Print", "Print large"))
        plain = SavedView("Saved", "You chose", "Receipt", "ABCD", "A B", "", (), finish)
        return plain, replace(plain, prints=prints)

    def finish(self, shell: Shell) -> QAbstractButton:
        return Screen(shell).button("Finish")

    def finger(self, shell: Shell) -> tuple[QWindow, Qt.MouseButton, Qt.KeyboardModifier, QPoint]:
        """Return where a finger lands on Finish, as the window gets it."""
        button = self.finish(shell)
        place = button.mapTo(shell, button.rect().center())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        return shell.windowHandle(), left, none, place

    def test_a_press_that_began_before_still_counts(
        self, open_shell: Callable[[int, int], Shell]
    ) -> None:
        shell = open_shell(1280, 800)
        heard: list[object] = []
        before, after = self.pages()
        shell.asked.connect(heard.append)
        shell.show_view(before, Settings())
        finger = self.finger(shell)
        QTest.mousePress(*finger)
        shell.show_view(after, Settings())
        QTest.mouseRelease(*finger)
        assert heard == [before.finish.verb]

    def test_it_is_made_anew_once_the_finger_has_gone(
        self, open_shell: Callable[[int, int], Shell], qtbot: QtBot
    ) -> None:
        shell = open_shell(1280, 800)
        before, after = self.pages()
        shell.show_view(before, Settings())
        window, left, none, place = self.finger(shell)
        QTest.mousePress(window, left, none, place)
        with qtbot.waitSignal(shell.page_shown):
            shell.show_view(after, Settings())
            QTest.mouseRelease(window, left, none, QPoint(2, 2))
        assert shell.view == after
        assert Screen(shell).button("Print").isVisible()

    def test_what_waits_for_a_finger_is_gone_when_the_visit_is(
        self, open_shell: Callable[[int, int], Shell]
    ) -> None:
        shell = open_shell(1280, 800)
        before, after = self.pages()
        shell.show_view(before, Settings())
        QTest.mousePress(self.finish(shell), Qt.MouseButton.LeftButton)
        shell.show_view(after, Settings())
        assert after in gc.get_referents(vars(shell)["_later"])
        shell.forget()
        assert vars(shell)["_later"] is None

    def test_the_keys_stay_on_the_button_they_were_on(
        self, open_shell: Callable[[int, int], Shell]
    ) -> None:
        shell = open_shell(1280, 800)
        before, after = self.pages()
        shell.show_view(before, Settings())
        self.finish(shell).setFocus()
        shell.show_view(after, Settings())
        assert shell.focusWidget() is self.finish(shell)
        assert [one.accessibleName() for one in shell.chain()][:4] == [
            "Saved",
            "Print",
            "Print large",
            "Finish",
        ]
