"""The window: fingers, keys, focus, closing, and reading from the right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.hands import Touch
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener

Key = Qt.Key


def key(opened: Opened, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(opened.kiosk.shell.windowHandle(), one)


def start(opened: Opened) -> None:
    opened.kiosk.driver.hear(say(ev.Began))


def focused(opened: Opened) -> QWidget:
    here = opened.kiosk.shell.focusWidget()
    assert here is not None
    return here


def middle(opened: Opened, widget: QWidget) -> QPoint:
    return widget.mapTo(opened.kiosk.shell, widget.rect().center())


class TestKeys:
    def test_down_and_up_go_round_everything_in_reading_order(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        chain = opened.kiosk.shell.chain()
        met = [focused(opened)]
        for _ in chain[1:]:
            key(opened, Key.Key_Down)
            met.append(focused(opened))
        assert met == chain
        key(opened, Key.Key_Down)
        assert focused(opened) is chain[0]
        key(opened, Key.Key_Up)
        assert focused(opened) is chain[-1]

    def test_tab_walks_the_same_way(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        chain = opened.kiosk.shell.chain()
        key(opened, Key.Key_Tab)
        assert focused(opened) is chain[1]

    def test_right_goes_on_left_and_escape_go_back(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        key(opened, Key.Key_Right)
        assert opened.key == "comfort"
        key(opened, Key.Key_Left)
        assert opened.key == "language"
        key(opened, Key.Key_Right, Key.Key_Escape)
        assert opened.key == "language"

    @pytest.mark.parametrize("overlay", [Overlay.HELP, Overlay.SETTINGS, Overlay.FAQ])
    def test_escape_closes_what_lies_over_the_page(
        self, open_kiosk: Opener, overlay: Overlay
    ) -> None:
        opened = open_kiosk()
        start(opened)
        opened.kiosk.driver.hear(say(ev.Opened, overlay))
        assert opened.key != "language"
        key(opened, Key.Key_Escape)
        assert opened.key == "language"

    def test_enter_presses_what_has_the_focus(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        onward = opened.kiosk.shell.foot.onward_button
        while focused(opened) is not onward:
            key(opened, Key.Key_Down)
        key(opened, Key.Key_Return)
        assert opened.key == "comfort"

    def test_keys_alone_lead_to_the_source_of_a_sentence_and_back(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        while opened.key != "how":
            key(opened, Key.Key_Right)
        opened.kiosk.driver.hear(say(ev.WayChosen, False))
        page = opened.key
        for words in ("Text", "Where does this come from?", "Doctors have used ketamine"):
            names = [one.accessibleName() for one in opened.kiosk.shell.chain()]
            while not any(name.startswith(words) for name in names):
                screen = opened.key, names
                key(opened, Key.Key_Right)
                names = [one.accessibleName() for one in opened.kiosk.shell.chain()]
                assert (opened.key, names) != screen, words
            while not focused(opened).accessibleName().startswith(words):
                key(opened, Key.Key_Down)
            key(opened, Key.Key_Return)
        assert opened.key == "source:what-ketamine-is:1"
        key(opened, Key.Key_Escape)
        assert opened.key == "sources:what-ketamine-is"
        key(opened, Key.Key_Escape)
        assert opened.key == page

    @pytest.mark.parametrize("one", [Key.Key_Right, Key.Key_Down, Key.Key_Return, Key.Key_Space])
    def test_a_key_held_down_does_nothing_more(self, open_kiosk: Opener, one: Qt.Key) -> None:
        opened = open_kiosk()
        start(opened)
        opened.kiosk.shell.foot.onward_button.setFocus()
        here = focused(opened)
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            for target in (here, opened.kiosk.shell):
                event = QKeyEvent(kind, one, Qt.KeyboardModifier.NoModifier, "", True, 1)
                QApplication.sendEvent(target, event)
        assert opened.key == "language"
        assert focused(opened) is here

    def test_the_ring_is_for_keys_and_goes_when_a_finger_comes(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        shell = opened.kiosk.shell
        assert not shell.ring.isVisible()
        key(opened, Key.Key_Down)
        assert shell.ring.isVisible()
        QTest.mouseClick(
            shell.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), QPoint(5, 400)
        )
        assert not shell.ring.isVisible()

    def test_on_the_warning_keys_choose_between_the_buttons(
        self, open_kiosk: Opener, clock: SetClock
    ) -> None:
        opened = open_kiosk()
        warn(opened, clock)
        view = opened.screen.view
        assert isinstance(view, NoticeView)
        finished = opened.screen.button(view.buttons[1].text)
        while focused(opened) is not finished:
            key(opened, Key.Key_Down)
        for _ in range(3):
            # The countdown must not take the focus away.
            clock.pass_time(1.0)
            opened.kiosk.driver.tick()
        key(opened, Key.Key_Return)
        assert opened.key == "welcome"

    @pytest.mark.parametrize("one", [Key.Key_Return, Key.Key_Space, Key.Key_7, Key.Key_X])
    def test_on_the_warning_any_key_goes_on(
        self, open_kiosk: Opener, clock: SetClock, one: Qt.Key
    ) -> None:
        opened = open_kiosk()
        warn(opened, clock)
        key(opened, one)
        assert opened.key == "language"

    @pytest.mark.parametrize("one", [Key.Key_Escape, Key.Key_P, Key.Key_A, Key.Key_Backspace])
    def test_a_key_that_means_something_elsewhere_goes_on_too(
        self, open_kiosk: Opener, clock: SetClock, one: Qt.Key
    ) -> None:
        opened = open_kiosk()
        warn(opened, clock)
        key(opened, one)
        assert opened.key == "language"
        assert not opened.kiosk.driver.session.settings.read_on

    @pytest.mark.parametrize("move", [Key.Key_Down, Key.Key_Right, Key.Key_Tab])
    def test_keys_that_move_reach_the_other_button_of_the_warning(
        self, open_kiosk: Opener, clock: SetClock, move: Qt.Key
    ) -> None:
        opened = open_kiosk()
        warn(opened, clock)
        assert focused(opened).accessibleName() == "Yes, keep going"
        key(opened, move)
        assert (opened.key, focused(opened).accessibleName()) == ("still-there", "I am finished")
        key(opened, Key.Key_Shift)
        assert opened.key == "still-there"
        key(opened, Key.Key_Return)
        assert opened.key == "welcome"


def warn(opened: Opened, clock: SetClock) -> None:
    start(opened)
    clock.pass_time(7200.0)
    opened.kiosk.driver.tick()
    assert opened.key == "still-there"


PAGES = (
    say(ev.Continued),
    say(ev.DecideAsked),
    say(ev.Opened, Overlay.HELP),
    say(ev.Opened, Overlay.FAQ),
    say(ev.Opened, Overlay.HIDDEN),
    say(ev.Opened, Overlay.STAFF),
)


@pytest.mark.parametrize("verb", PAGES, ids=str)
def test_the_focus_chain_has_every_control_that_can_be_seen(
    open_kiosk: Opener, verb: object
) -> None:
    opened = open_kiosk()
    start(opened)
    opened.kiosk.shell.asked.emit(verb)
    seen = set(opened.screen.buttons())
    assert seen
    assert seen <= set(opened.kiosk.shell.chain())
    assert all(one.isVisible() for one in opened.kiosk.shell.chain())


class TestFingers:
    def test_a_touch_in_the_middle_of_a_button_presses_it(
        self, open_kiosk: Opener, clock: SetClock
    ) -> None:
        opened = open_kiosk()
        start(opened)
        Touch(opened.kiosk.shell, clock.pass_time).press(opened.kiosk.shell.foot.onward_button)
        assert opened.key == "comfort"

    def test_a_press_that_is_dragged_off_does_nothing(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        start(opened)
        window = opened.kiosk.shell.windowHandle()
        place = middle(opened, opened.kiosk.shell.foot.onward_button)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
        QTest.mousePress(window, left, none, place)
        QTest.mouseMove(window, QPoint(640, 300))
        QTest.mouseRelease(window, left, none, QPoint(640, 300))
        assert opened.key == "language"

    @pytest.mark.parametrize("place", ["a button of the warning", "beside it"])
    def test_a_touch_on_the_warning_never_reaches_the_page_beneath(
        self, open_kiosk: Opener, clock: SetClock, qtbot: QtBot, place: str
    ) -> None:
        opened = open_kiosk()
        driver = opened.kiosk.driver
        start(opened)
        driver.hear(say(ev.DecideAsked))
        doors = opened.screen.rows()
        under = middle(opened, doors[1])
        clock.pass_time(7200.0)
        driver.tick()
        if place == "beside it":
            touch = under
        else:
            view = opened.screen.view
            assert isinstance(view, NoticeView)
            touch = middle(opened, opened.screen.button(view.buttons[0].text))
        QTest.mouseClick(
            opened.kiosk.shell.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier(0),
            touch,
        )
        qtbot.waitUntil(lambda: driver.session.idle is Idle.ACTIVE)
        assert opened.key == "doors"
        assert driver.session.door is None

    def test_the_countdown_does_not_cancel_a_press(
        self, open_kiosk: Opener, clock: SetClock
    ) -> None:
        opened = open_kiosk()
        warn(opened, clock)
        view = opened.screen.view
        assert isinstance(view, NoticeView)
        finished = opened.screen.button(view.buttons[1].text)
        window, place = opened.kiosk.shell.windowHandle(), middle(opened, finished)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
        QTest.mousePress(window, left, none, place)
        clock.pass_time(1.0)
        opened.kiosk.driver.tick()
        QTest.mouseRelease(window, left, none, place)
        assert opened.key == "welcome"


def test_a_window_manager_cannot_close_the_window(open_kiosk: Opener) -> None:
    opened = open_kiosk()
    assert not opened.kiosk.shell.close()
    assert opened.kiosk.shell.isVisible()


def test_a_page_of_many_screens_is_left_by_a_tool_and_met_again_on_the_same_screen(
    open_kiosk: Opener,
) -> None:
    opened = open_kiosk()
    start(opened)
    opened.kiosk.driver.hear(say(ev.SettingChosen, "size", "XL"))
    shell = opened.kiosk.shell
    while opened.key != "how":
        shell.go_on()
    opened.kiosk.driver.hear(say(ev.WayChosen, False))
    while opened.screen.count < 2 or not opened.key.startswith("page:"):
        shell.go_on()
    shell.go_on()
    before = opened.screen.prints()
    for overlay in (Overlay.HELP, Overlay.FAQ, Overlay.SETTINGS, Overlay.HIDDEN):
        shell.asked.emit(say(ev.Opened, overlay))
        assert opened.screen.prints() != before
        shell.asked.emit(say(ev.Closed))
        assert opened.screen.prints() == before
    assert opened.screen.index == 1


def test_after_a_reset_no_widget_holds_words_of_the_visit(open_kiosk: Opener, qtbot: QtBot) -> None:
    opened = open_kiosk()
    start(opened)
    for _ in range(6):
        opened.kiosk.shell.go_on()
    assert isinstance(opened.screen.view, Sheet)
    words = opened.screen.view.title
    opened.kiosk.driver.hear(say(ev.Finished))
    shell = opened.kiosk.shell
    assert opened.key == "welcome"
    qtbot.waitUntil(lambda: not shell.findChildren(Row))
    texts = [one.text() for one in shell.findChildren(Prose)]
    texts += [one.text() for one in shell.findChildren(QAbstractButton)]
    assert words not in texts
    assert not any("Marked to ask" in text or "Ask about" in text for text in texts)


class TestFromTheRight:
    """A page in a language that reads from the right."""

    def places(self, open_kiosk: Opener, language: str) -> dict[str, tuple[int, int]]:
        opened = open_kiosk(language=language)
        start(opened)
        shell = opened.kiosk.shell
        foot = shell.foot
        parts = {
            "back": foot.back_button,
            "onward": foot.onward_button,
            "help": shell.tool_bar.buttons[-1],
            "language": shell.tool_bar.buttons[0],
        }
        box = opened.screen.box
        return {name: (box(one).left(), box(one).right()) for name, one in parts.items()}

    def test_the_bars_are_mirrored(self, open_kiosk: Opener) -> None:
        there = self.places(open_kiosk, "ar-XB")
        assert there["onward"][1] < there["back"][0]
        assert there["help"][1] < there["language"][0]
        here = self.places(open_kiosk, "en")
        assert here["back"][1] < here["onward"][0]

    def test_left_goes_on_and_right_goes_back(self, open_kiosk: Opener) -> None:
        opened = open_kiosk(language="ar-XB")
        start(opened)
        for _ in range(opened.screen.count):
            key(opened, Key.Key_Left)
        assert opened.key == "comfort"
        key(opened, Key.Key_Right)
        assert opened.key == "language"
