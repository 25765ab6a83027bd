"""A kiosk that cannot start says so on the screen, to patients and to staff."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import TAGS
from kiosk.ui.stopped import Stopped

REASON = "/etc/anteroom/anteroom.toml:2: mode: 'live' is not one of the choices"


def texts(page: Stopped) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_patients_are_sent_to_staff_in_every_language(qtbot: QtBot) -> None:
    page = Stopped(REASON)
    qtbot.addWidget(page)
    said = [
        words_for(tag).t("Please ask our staff. They can help you in another way.") for tag in TAGS
    ]
    assert texts(page) == [*said, REASON]
    assert len(set(said)) == len(TAGS)


def test_the_reason_is_shown_as_it_is_and_whole_on_a_small_screen(qtbot: QtBot) -> None:
    page = Stopped("<b>" + REASON * 3)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    reason = page.findChildren(QLabel)[-1]
    assert reason.textFormat() == Qt.TextFormat.PlainText
    assert reason.heightForWidth(reason.width()) <= reason.height()
    assert reason.geometry().bottom() <= page.height()
