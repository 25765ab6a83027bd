"""The desk's window: find, read, co-sign, print, lock, by keyboard and by a screen reader."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QRadioButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.database import DATABASE
from kiosk.records.keys import new_recipient
from kiosk.ui.desk.key_dialog import KeyDialog
from kiosk.ui.desk.menus import ACTS_ON_A_VISIT
from kiosk.ui.desk.paper_window import PaperWindow
from kiosk.ui.desk.sign_dialog import SignDialog
from kiosk.ui.desk.window import DeskWindow
from tests.records.spoiling import change_a_byte
from tests.staff.desk.desks import PIN, kiosk_with, visit

NEEDS_A_NAME = (QAbstractItemView, QComboBox, QLineEdit, QTextBrowser, QAbstractButton)


def choose(window: DeskWindow, qtbot: QtBot, session: str) -> None:
    """Put a visit in front and wait for its page."""
    line = window.visits.model.line_of(session)
    with qtbot.waitSignal(window.room.page):
        window.visits.table.setCurrentIndex(window.visits.model.index(line, 0))


def column(window: DeskWindow, number: int) -> list[object]:
    model = window.visits.model
    return [model.data(model.index(line, number)) for line in range(model.rowCount())]


def fill(window: DeskWindow) -> None:
    """Settle every item and answer the rest, as a clinician does."""
    talk = window.visits.talk
    for words in ("Resolved", "Able to decide this now", "Side effects and serious risks"):
        for button in talk.findChildren(QAbstractButton):
            if button.text() == words:
                button.click()


def sign(window: DeskWindow, act: str, pin: str = PIN, reason: str = "") -> None:
    window.ask_to_sign(act)
    dialog = window.findChild(SignDialog)
    assert dialog is not None
    assert not dialog.isModal()
    dialog.pin.setText(pin)
    dialog.reason.setText(reason)
    dialog.go.click()
    assert dialog.pin.text() == ""


def test_all_columns_fit_beside_the_page_and_name_the_language(window: DeskWindow) -> None:
    window.resize(1600, 900)
    window.show()
    # As lines come that are being checked, and once more when they are.
    for _ in range(2):
        window.visits.fit_columns()
    window.resize(1280, 800)
    QApplication.sendPostedEvents()
    assert window.visits.table.horizontalScrollBar().maximum() == 0
    assert set(column(window, 5)) == {"English"}
    QTest.keyClicks(window.visits.search.words, "engl")
    assert len(column(window, 0)) == 3


def test_who_alone_may_sign_types_the_pin_at_once_and_an_empty_one_is_no_try(
    window: DeskWindow, qtbot: QtBot
) -> None:
    choose(window, qtbot, "s1")
    fill(window)
    window.ask_to_sign("cosign")
    dialog = window.findChild(SignDialog)
    assert dialog is not None
    assert dialog.person.count() == 1
    assert dialog.focusWidget() is dialog.pin
    tries: list[object] = []
    dialog.entered.connect(tries.append)
    dialog.go.click()
    assert (tries, dialog.isVisible()) == ([], True)
    dialog.close()


def test_a_visit_is_found_while_typing(window: DeskWindow) -> None:
    assert len(column(window, 0)) == 3
    QTest.keyClicks(window.visits.search.words, receipt_number("s3").lower())
    assert column(window, 0) == [receipt_number("s3")]
    assert window.count.text() == "1 of 3 visits"
    window.visits.search.words.clear()
    window.visits.search.door.setCurrentText("Does not want this")
    assert column(window, 2) == ["Does not want this"]


def test_enter_leads_from_the_search_to_the_page(window: DeskWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.visits.search.words, "k-s1")
    with qtbot.waitSignal(window.room.page):
        QTest.keyClick(window.visits.search.words, Qt.Key.Key_Return)
    text = window.visits.page.toPlainText()
    assert f"Hand-off {receipt_number('s1')}" in text
    assert "When can you drive again?" in text
    assert "not consent to treatment" in text


def test_a_co_signature_says_what_is_missing_then_changes_the_standing(
    window: DeskWindow, qtbot: QtBot
) -> None:
    choose(window, qtbot, "s1")
    window.ask_to_sign("cosign")
    assert window.findChild(SignDialog) is None
    assert "neither resolved nor carried forward" in window.visits.talk.missing.text()
    assert window.visits.tabs.currentWidget() is window.visits.talk
    at = window.focusWidget()
    assert isinstance(at, QRadioButton)
    assert at.accessibleDescription() == window.visits.talk.missing.text()
    fill(window)
    assert at.accessibleDescription() == ""
    with qtbot.waitSignal(window.room.listed):
        sign(window, "cosign")
    line = window.visits.model.line_of("s1")
    assert column(window, 3)[line] == "Co-signed"
    assert window.notice.text().startswith("Signed: record 2 of this desk.")
    qtbot.waitUntil(lambda: "Co-signed on" in window.visits.page.toPlainText())
    assert window.visits.tabs.currentWidget() is window.visits.page
    assert column(window, 3).count("Proposed") == 2


def test_a_wrong_pin_writes_nothing_and_says_so(window: DeskWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, "s2")
    with qtbot.waitSignal(window.room.failed):
        sign(window, "withdrawal", "111222", "Changed her mind")
    assert "not right" in window.notice.text()
    assert set(column(window, 3)) == {"Proposed"}


def test_a_withdrawal_is_recorded(window: DeskWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, "s2")
    with qtbot.waitSignal(window.room.listed):
        sign(window, "withdrawal", reason="Changed her mind")
    assert column(window, 3)[window.visits.model.line_of("s2")] == "Withdrawn"


@pytest.mark.parametrize("how", ["menu", "idle"])
def test_a_lock_takes_everything_away_that_the_key_opened(
    window: DeskWindow, qtbot: QtBot, how: str
) -> None:
    QTest.keyClicks(window.visits.search.words, "k-s1")
    choose(window, qtbot, "s1")
    window.print_hand_off()
    window.ask_to_sign("withdrawal")
    if how == "menu":
        window.actions_by_name["lock"].trigger()
    else:
        window.room._idle.timeout.emit()  # noqa: SLF001  # five minutes without a touch
    assert not window.room.desk.has_key
    assert window.visits.search.words.text() == ""
    assert window.notice.text().startswith("Locked")
    assert set(column(window, 2)) == {"–"}
    assert set(column(window, 3)) == {"Sealed"}
    assert set(column(window, 4)) == {"–"}
    assert window.visits.page.toPlainText() == ""
    assert not [one for one in window.findChildren(QWidget) if _open_window(one)]
    assert not any(window.actions_by_name[act].isEnabled() for act in ACTS_ON_A_VISIT)


def _open_window(widget: QWidget) -> bool:
    return isinstance(widget, PaperWindow | QDialog) and widget.isVisible()


def test_what_was_asked_for_before_a_lock_is_not_shown_after_it(
    window: DeskWindow, qtbot: QtBot
) -> None:
    seen: list[object] = []
    window.room.page.connect(seen.append)
    window.visits.table.setCurrentIndex(window.visits.model.index(0, 0))
    window.room.lock()
    with qtbot.waitSignal(window.room._jobs.done):  # noqa: SLF001  # the read that was under way
        window.room._jobs.submit("nothing:0", dict)  # noqa: SLF001  # ends after it
    assert seen == []
    assert window.visits.page.toPlainText() == ""


def test_the_passphrase_opens_the_key_and_stays_in_no_field(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    new_recipient(tmp_path / "clinic.key", tmp_path / "clinic.pub", b"oak river")
    window.room.lock()
    window.ask_key()
    dialog = window.findChild(KeyDialog)
    assert dialog is not None
    assert not dialog.isModal()
    assert dialog.passphrase.echoMode() is QLineEdit.EchoMode.Password
    dialog.file.setText(str(tmp_path / "clinic.key"))
    dialog.passphrase.setText("oak river")
    with qtbot.waitSignal(window.room.listed):
        dialog.go.click()
        assert dialog.passphrase.text() == ""
    assert window.room.desk.has_key
    # It is another clinic's key, so the visits stay closed, and the window says so.
    assert "3 visits are sealed to another key" in window.notice.text()


def test_every_widget_that_is_worked_has_a_name(window: DeskWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, "s1")
    window.ask_key()
    window.ask_to_sign("re_consent")
    nameless = [
        type(one).__name__
        for one in window.findChildren(QWidget)
        if isinstance(one, NEEDS_A_NAME)
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
        # The list that a box drops down speaks for the box.
        and one.window().windowType() is not Qt.WindowType.Popup
    ]
    assert nameless == []


def walked(window: DeskWindow) -> list[QWidget]:
    """Return what Tab leads to, from the search field until it comes round."""
    window.activateWindow()
    window.visits.search.words.setFocus()
    met: list[QWidget] = []
    while True:
        now = window.focusWidget()
        assert now is not None
        if now in met:
            return met
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)


def test_tab_leads_to_every_part_of_the_window(window: DeskWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, "s1")
    met = walked(window)
    search = window.visits.search
    for one in (search.words, search.door, search.stands, search.days):
        assert one in met
    assert window.visits.table in met
    assert window.visits.page in met
    window.actions_by_name["talk"].trigger()
    assert isinstance(window.focusWidget(), QRadioButton)
    names = {one.accessibleName() or getattr(one, "text", str)() for one in walked(window)}
    assert {"Co-sign this visit", "Short note", "Side effects and serious risks"} <= names


def test_a_form_is_filled_in_and_signed_by_keys_alone(window: DeskWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, "s1")
    window.activateWindow()
    window.actions_by_name["talk"].trigger()
    done: list[str] = []
    while "Short note" not in done:
        now = window.focusWidget()
        assert now is not None
        if isinstance(now, QAbstractButton) and not now.isChecked():
            QTest.keyClick(now, Qt.Key.Key_Space)
        done.append(now.accessibleName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    form = window.visits.talk.form()
    assert {state for _, state in form.settled} == {"resolved"}
    assert len(form.settled) == 4
    assert form.capacity == "decides"
    with qtbot.waitSignal(window.room.listed):
        sign(window, "cosign")
    assert column(window, 3)[window.visits.model.line_of("s1")] == "Co-signed"


def test_every_menu_line_has_a_letter_and_no_key_twice(window: DeskWindow) -> None:
    actions = window.actions_by_name.values()
    assert all("&" in one.text() for one in actions)
    keys = [one.shortcut().toString() for one in actions if not one.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert QKeySequence("Ctrl+P").toString() in keys


def test_letters_are_as_large_as_the_system_asks(window: DeskWindow, qtbot: QtBot) -> None:
    choose(window, qtbot, "s1")
    assert window.visits.page.font().pointSizeF() == window.font().pointSizeF()
    assert window.visits.table.font() == window.font()


def test_the_copy_printed_again_is_stamped(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(window, qtbot, "s1")
    with qtbot.waitSignal(window.room.paper):
        window.actions_by_name["reprint"].trigger()
    paper = window.findChild(PaperWindow)
    assert paper is not None
    paper.save(str(tmp_path / "copy.pdf"))
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
    assert "is written" in window.notice.text()


def test_counts_are_shown_or_called_too_few(window: DeskWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.room.counted):
        window.actions_by_name["stuck"].trigger()
    assert window.stuck.nothing.isVisible()


def test_lines_stand_there_before_they_are_checked_and_go_if_the_store_is_not_in_order(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = kiosk_with(tmp_path / "other", visit("t1"), visit("t2"))
    change_a_byte(data / DATABASE, "t1")
    seen: list[tuple[object, ...]] = []

    def look(_rows: object) -> None:
        seen.append(tuple(column(window, 3)))

    window.room.glimpsed.connect(look)
    with qtbot.waitSignal(window.room.failed):
        window.room.open_place(data)
    assert ("Being checked", "Being checked") in seen
    assert column(window, 0) == []
    assert "not in order" in window.notice.text()


def test_a_line_that_is_not_checked_yet_opens_nothing(
    window: DeskWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = kiosk_with(tmp_path / "other", visit("t1"))
    pages: list[object] = []
    window.room.page.connect(pages.append)
    with qtbot.waitSignal(window.room.listed):
        window.room.open_place(data)
        window.room.show(window.room.desk.load(data).rows[0])
    assert pages == []
