"""Acceptance row A-41: where the keys stand when something opens, closes or goes wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.ui.verbs import CodeTyped, say
from kiosk.ui.views.screens import KeypadView, NoticeView
from kiosk.ui.widgets.code_boxes import CodeBoxes
from kiosk.ui.widgets.prose import Heading
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener
from tests.ui.heard_voice import HeardVoice

Key = Qt.Key
LIES_OVER = (
    *(Overlay.HELP, Overlay.UPSET, Overlay.BREATH, Overlay.SETTINGS, Overlay.LANGUAGE, Overlay.FAQ),
    *(Overlay.SOURCES, Overlay.PRESS, Overlay.VOICELESS),
)


def key(opened: Opened, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(opened.kiosk.shell.windowHandle(), one)


def name(opened: Opened) -> str:
    return opened.kiosk.shell.focusWidget().accessibleName()


def go_to(opened: Opened, wanted: str) -> None:
    for _ in range(80):
        if name(opened) == wanted:
            return
        key(opened, Key.Key_Down)
    raise AssertionError(wanted)


def press(opened: Opened, wanted: str) -> None:
    go_to(opened, wanted)
    key(opened, Key.Key_Return)


def at_page(open_kiosk: Opener, voice: HeardVoice | None = None) -> Opened:
    """Somebody who uses keys, on a page of the first chapter."""
    opened = open_kiosk(voice=voice)
    opened.kiosk.driver.hear(say(ev.Began))
    while opened.key != "how":
        key(opened, Key.Key_Right)
    opened.kiosk.driver.hear(say(ev.WayChosen, False))
    while not opened.key.startswith("page:"):
        key(opened, Key.Key_Right)
    return opened


def at_code(open_kiosk: Opener, size: tuple[int, int] = (1920, 1080), letters: str = "M") -> Opened:
    opened = open_kiosk(size)
    driver = opened.kiosk.driver
    driver.hear(say(ev.Began))
    driver.hear(say(ev.SettingChosen, "size", letters))
    while opened.key != "code":
        driver.hear(say(ev.Continued))
    return opened


@pytest.mark.parametrize("overlay", LIES_OVER)
def test_what_opens_over_a_page_has_the_keys_on_its_first_control(
    open_kiosk: Opener, overlay: Overlay
) -> None:
    opened = at_page(open_kiosk)
    shell = opened.kiosk.shell
    assert isinstance(shell.focusWidget(), Heading)
    opened.kiosk.driver.hear(say(ev.Opened, overlay))
    controls = [one for one in shell.chain() if isinstance(one, QAbstractButton)]
    assert shell.focusWidget() is controls[0]


def test_what_closes_gives_the_keys_back_to_what_opened_it(open_kiosk: Opener) -> None:
    opened = at_page(open_kiosk)
    page = opened.key
    press(opened, "Get help")
    press(opened, "Show that I want help")
    view = opened.screen.view
    assert isinstance(view, NoticeView)
    press(opened, view.buttons[-1].text)
    assert (opened.key, name(opened)) == ("help", "Show that I want help")
    key(opened, Key.Key_Escape)
    assert (opened.key, name(opened)) == (page, "Get help")


def test_a_hidden_page_and_the_warning_give_the_keys_back_too(
    open_kiosk: Opener, clock: SetClock
) -> None:
    opened = at_page(open_kiosk)
    press(opened, "Hide")
    press(opened, "Show my page")
    assert name(opened) == "Hide"
    clock.pass_time(7200.0)
    opened.kiosk.driver.tick()
    press(opened, "Yes, keep going")
    assert name(opened) == "Hide"


def test_an_answer_that_is_read_and_left_leads_back_to_its_question(open_kiosk: Opener) -> None:
    opened = at_page(open_kiosk)
    opened.kiosk.driver.hear(say(ev.Opened, Overlay.FAQ))
    topic = name(opened)
    key(opened, Key.Key_Return)
    key(opened, Key.Key_Down)
    question = name(opened)
    key(opened, Key.Key_Return)
    assert isinstance(opened.kiosk.shell.focusWidget(), Heading)
    key(opened, Key.Key_Escape)
    assert name(opened) == question
    key(opened, Key.Key_Escape)
    assert name(opened) == topic


def test_a_page_that_was_left_begins_at_its_heading(open_kiosk: Opener) -> None:
    opened = at_page(open_kiosk)
    go_to(opened, "Continue")
    key(opened, Key.Key_Return, Key.Key_Left)
    assert isinstance(opened.kiosk.shell.focusWidget(), Heading)


def test_who_listens_hears_the_title_and_then_the_control(open_kiosk: Opener) -> None:
    voice = HeardVoice()
    opened = at_page(open_kiosk, voice)
    key(opened, Key.Key_P, Key.Key_P)
    go_to(opened, "Get help")
    heard = len(voice.words)
    key(opened, Key.Key_Return)
    assert opened.key == "help"
    assert voice.words[heard:][:1] == ["Get help"]
    assert [spot.text for spot in opened.kiosk.reader.spots] == ["Get help", name(opened)]


def test_a_code_that_is_not_known_puts_the_keys_on_what_is_wrong_and_how_to_mend_it(
    open_kiosk: Opener,
) -> None:
    opened = at_code(open_kiosk)
    for _ in range(2):
        opened.kiosk.driver.hear(say(CodeTyped, "000000"))
        view = opened.screen.view
        assert isinstance(view, KeypadView)
        assert name(opened) == view.error
        assert view.error.startswith("There is a problem. We do not know this code. Check it")
        go_to(opened, "Erase last")


def test_who_listens_hears_what_is_wrong_with_a_code_and_nothing_before_it(
    open_kiosk: Opener,
) -> None:
    voice = HeardVoice()
    opened = at_page(open_kiosk, voice)
    while opened.key != "code":
        key(opened, Key.Key_Left)
    key(opened, Key.Key_P, Key.Key_P)
    for digit in "123456":
        key(opened, Key(ord(digit)))
    go_to(opened, "Use this code")
    heard = len(voice.words)
    key(opened, Key.Key_Return)
    assert set(voice.words[heard:]) == {"There is a problem."}


def boxes(opened: Opened) -> CodeBoxes:
    page = opened.kiosk.shell.page
    assert page is not None
    found = page.findChild(CodeBoxes)
    assert isinstance(found, CodeBoxes)
    return found


@pytest.mark.parametrize(
    ("size", "letters"), [((1920, 1080), "M"), ((1280, 800), "XL"), ((1080, 1920), "L")]
)
def test_one_wrong_number_of_a_code_is_mended_without_typing_the_others_again(
    open_kiosk: Opener, size: tuple[int, int], letters: str
) -> None:
    opened = at_code(open_kiosk, size, letters)
    for digit in "123456":
        key(opened, Key(ord(digit)))
    press(opened, "Use this code")
    assert opened.kiosk.driver.session.code_refused
    assert boxes(opened).accessibleName() == "1 2 3 4 5 6"
    key(opened, Key.Key_Backspace, Key.Key_7)
    assert boxes(opened).accessibleName() == "1 2 3 4 5 7"
    press(opened, "Use this code")
    assert opened.kiosk.driver.session.code_tries == 2


def test_the_error_stands_beside_the_places_of_the_code(open_kiosk: Opener) -> None:
    opened = at_code(open_kiosk)
    opened.kiosk.driver.hear(say(CodeTyped, "000000"))
    shell = opened.kiosk.shell
    error = shell.focusWidget()
    places = boxes(opened)
    panel = error.parentWidget()
    assert panel is not None
    assert panel.geometry().bottom() < places.y()
    assert places.y() - panel.geometry().bottom() < places.height()


def test_a_question_that_is_passed_by_puts_the_keys_on_its_first_answer(
    open_kiosk: Opener,
) -> None:
    opened = at_page(open_kiosk)
    while not opened.key.startswith("check:"):
        opened.kiosk.driver.hear(say(ev.Continued))
    go_to(opened, "Continue")
    key(opened, Key.Key_Return)
    rows = opened.screen.rows()
    assert opened.kiosk.shell.focusWidget() is rows[0]
