"""A kiosk's window and a desk's, each at work, with nothing between them but a folder."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk, Window, board_link, build, open_window
from kiosk.commands.options import DeskOptions
from kiosk.commands.run_options import RunOptions
from kiosk.config import Clinic, Config, HelpRules
from kiosk.desking import window_for
from kiosk.domain import events as ev
from kiosk.domain.board.notes import KioskNote, kiosk_bytes
from kiosk.domain.board.standing import Standing, State
from kiosk.domain.session import Overlay
from kiosk.i18n.catalogue import words_for
from kiosk.platform.paths import default_content
from kiosk.platform.shared_folder import replace_file
from kiosk.platform.voice import NoVoice
from kiosk.staff.desk.board import BoardRow
from kiosk.ui import staff_verbs as sv
from kiosk.ui.desk.board_card import KioskCard
from kiosk.ui.desk.board_words import name_of
from kiosk.ui.desk.window import DeskWindow
from kiosk.ui.verbs import Command, say
from kiosk.ui.views.screens import NoticeView
from tests.staff.set_clock import SetClock

ROOT = Path(__file__).parents[3]
PATIENCE_MS = 15_000
# What the person reads within this many seconds of the press at the desk (row B-02).
SEEN_SECONDS = 2.0


class Place:
    """A clinic: one kiosk at work, and desks."""

    def __init__(self, home: Path, app: QApplication, qtbot: QtBot) -> None:
        self.home, self.qtbot = home, qtbot
        self.folder = home / "board"
        self.folder.mkdir()
        rules = HelpRules(board_folder=self.folder, board_name="Window")
        config = Config(help=rules, clinic=Clinic(help_text="The desk is left of the door."))
        options = RunOptions(config, home / "data", default_content(), language="en")
        self.clock = SetClock()
        board = board_link(options, self.clock)
        self.kiosk: Kiosk = build(options, clock=self.clock, voice=NoVoice(), board=board)
        qtbot.addWidget(self.kiosk.shell)
        self.window: Window = open_window(app, self.kiosk, (1280, 800), tick_ms=100)
        self.desks: list[DeskWindow] = []

    def desk(self, language: str = "en") -> DeskWindow:
        """Open a desk that has no key and no records."""
        options = DeskOptions(
            Config(),
            default_content(),
            self.home / "desk",
            language=language,
            board=self.folder,
            board_first=True,
        )
        made = window_for(options)
        made.board.room.mute(muted=True)
        self.qtbot.addWidget(made)
        made.resize(1280, 860)
        made.show()
        self.desks.append(made)
        return made

    @property
    def view(self) -> object:
        return self.kiosk.shell.view

    @property
    def key(self) -> str:
        return self.kiosk.shell.view.key if self.kiosk.shell.view is not None else ""

    def do(self, event: type[ev.Event] | type[Command], *values: object) -> None:
        self.kiosk.driver.hear(say(event, *values))

    def call(self) -> None:
        """Begin a visit and call from it."""
        if self.kiosk.driver.session.id is None:
            self.do(ev.Began)
        self.do(ev.Opened, Overlay.HELP)
        self.do(ev.Opened, Overlay.CALLING)

    def until(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=PATIENCE_MS)

    def until_passing(self, ready: Callable[[], bool]) -> None:
        """Wait for a fact while the kiosk's clock runs ten times too fast."""

        def after() -> bool:
            self.clock.pass_time(0.1)
            return ready()

        self.until(after)

    def close(self) -> None:
        for one in self.desks:
            one.close()
        self.window.close()
        self.kiosk.close()


@pytest.fixture
def place(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Place]:
    made = Place(tmp_path, qapp, qtbot)
    yield made
    made.close()


def card(desk: DeskWindow) -> KioskCard:
    return next(iter(desk.board.page.cards.values()))


def shows(desk: DeskWindow, words: str) -> bool:
    cards = desk.board.page.cards.values()
    return any(one.state.text() == words for one in cards)


def test_from_the_call_to_seen_in_one_press(place: Place) -> None:
    desk = place.desk()
    place.until_passing(lambda: shows(desk, "Free"))
    place.call()
    assert "Calling the desk" in str(place.view)
    place.until_passing(lambda: place.key == "calling:sent")
    assert "Nobody has answered yet" in str(place.view)
    assert "coming" not in str(place.view)
    assert shows(desk, "Help is wanted")
    assert desk.board.bar.isVisible()
    assert "Help is wanted: Window" in desk.board.bar.words.text()
    began = time.perf_counter()
    card(desk).seen.click()
    assert shows(desk, "Seen: go there")
    place.until(lambda: place.key == "help-seen")
    assert time.perf_counter() - began < SEEN_SECONDS
    place.until(lambda: not desk.board.bar.isVisible())
    place.do(ev.Closed)
    place.do(ev.Closed)
    place.until_passing(lambda: shows(desk, "In use"))


def test_one_key_answers_the_call_on_whatever_page_the_desk_shows(place: Place) -> None:
    desk = place.desk()
    desk.actions_by_name["visits"].trigger()
    place.call()
    place.until_passing(lambda: place.key == "calling:sent")
    assert desk.pages.currentWidget() is desk.visits
    assert desk.board.bar.isVisible()
    QTest.keyClick(desk, Qt.Key.Key_F9)
    place.until(lambda: place.key == "help-seen")


def test_the_keys_reach_a_card_and_enter_answers(place: Place) -> None:
    desk = place.desk()
    place.call()
    place.until_passing(lambda: place.key == "calling:sent")
    card(desk).setFocus()
    assert "Window. Help is wanted" in card(desk).accessibleName()
    QTest.keyClick(card(desk), Qt.Key.Key_Return)
    place.until(lambda: place.key == "help-seen")


def test_without_a_desk_the_person_is_sent_to_it_with_where_it_is(place: Place) -> None:
    place.call()
    place.until_passing(lambda: place.key == "calling:unsent")
    assert isinstance(place.view, NoticeView)
    assert place.view.title == "Not sent: please go to the desk"
    assert "The desk is left of the door." in place.view.lines


def test_a_window_that_nobody_can_see_has_no_call(place: Place) -> None:
    desk = place.desk()
    place.until_passing(lambda: shows(desk, "Free"))
    desk.hide()
    place.call()
    place.until_passing(lambda: shows(desk, "Help is wanted"))
    place.until_passing(lambda: place.key == "calling:unsent")
    desk.show()
    place.until_passing(lambda: place.key == "calling:sent")


def test_the_sign_that_is_taken_away_is_gone_from_the_desk_and_the_next_call_is_new(
    place: Place,
) -> None:
    desk = place.desk()
    place.call()
    place.until_passing(lambda: place.key == "calling:sent")
    card(desk).seen.click()
    place.until(lambda: place.key == "help-seen")
    place.do(ev.Closed)
    place.call()
    assert place.key == "calling:sending"
    place.until_passing(lambda: place.key == "calling:sent")
    place.do(ev.Closed)
    place.until_passing(lambda: not desk.board.bar.isVisible())


@pytest.mark.parametrize("seen", [False, True])
@pytest.mark.parametrize("keep", [False, True])
def test_a_visit_reset_during_a_call_leaves_no_call_and_no_answer_for_the_next_person(
    place: Place,
    keep: bool,  # a value of the table above
    seen: bool,  # a value of the table above
) -> None:
    desk = place.desk()
    place.call()
    place.until_passing(lambda: place.key == "calling:sent")
    if seen:
        card(desk).seen.click()
        place.until(lambda: place.key == "help-seen")
    place.do(ev.Opened, Overlay.STAFF)
    place.do(sv.ResetNow, keep)
    place.until_passing(lambda: place.kiosk.driver.session.id is None and shows(desk, "Free"))
    assert not desk.board.bar.isVisible()
    place.call()
    assert place.key == "calling"
    place.until_passing(lambda: place.key == "calling:sent")
    assert shows(desk, "Help is wanted")


def test_two_kiosks_of_one_name_bear_their_numbers() -> None:
    words, note = words_for("en"), KioskNote("0123456789abcdef", "Window", Standing(), 1)
    row = BoardRow(note, 1, 0, heard=True, lost=False, seen=False)
    assert name_of(words, row) == "Window"
    assert name_of(words, replace(row, twin=True)) == "Window · Kiosk 0123"


def test_of_two_desks_either_may_answer_and_both_see_it(place: Place) -> None:
    one, other = place.desk(), place.desk("es")
    place.call()
    place.until_passing(lambda: one.board.bar.isVisible() and other.board.bar.isVisible())
    place.until_passing(lambda: place.key == "calling:sent")
    card(other).seen.click()
    place.until(lambda: place.key == "help-seen")
    place.until_passing(lambda: not one.board.bar.isVisible())


def test_a_folder_that_vanishes_in_the_middle_of_a_call_is_told_on_both_sides(
    place: Place,
) -> None:
    desk = place.desk()
    place.call()
    place.until_passing(lambda: place.key == "calling:sent")
    place.folder.rename(place.home / "away")
    place.until_passing(lambda: place.key == "calling:unsent")
    place.until(lambda: "cannot be read" in desk.board.fault.text())
    place.do(ev.Opened, Overlay.STAFF)
    assert "The board at the desk is out of reach" in str(place.view)
    (place.home / "away").rename(place.folder)
    place.do(ev.Closed)
    place.until_passing(lambda: place.key == "calling:sent")
    assert not desk.board.fault.isVisible()


def test_a_desk_that_can_write_nothing_shows_the_call_and_says_so(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = place.desk()
    place.until_passing(lambda: shows(desk, "Free"))
    full = OSError(28, "No space left on device")

    def refuses(folder: Path, name: str, content: bytes) -> None:
        if name.startswith("desk-"):
            raise full
        replace_file(folder, name, content)

    monkeypatch.setattr("kiosk.platform.folder_thread.replace_file", refuses)
    place.call()
    place.until_passing(lambda: place.key == "calling:unsent")
    assert shows(desk, "Help is wanted")
    place.until_passing(lambda: "No space left on device" in desk.board.fault.text())


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_state_stands_large_and_with_an_icon(place: Place, language: str) -> None:
    for number, state in enumerate(State):
        note = KioskNote(
            f"{number:016x}", f"Room {number}", Standing(state, 2, 7), 70, beat="aaaaaaaa:1"
        )
        replace_file(place.folder, note.file, kiosk_bytes(note))
    desk = place.desk(language)
    rooms = {f"{number:016x}" for number in range(len(State))}
    place.until(lambda: rooms <= set(desk.board.page.cards))
    for number, state in enumerate(State):
        note = KioskNote(
            f"{number:016x}", f"Room {number}", Standing(state, 2, 7), 70, beat="aaaaaaaa:2"
        )
        if state is State.HELP:
            note = replace(note, call="0a" * 16)
        replace_file(place.folder, note.file, kiosk_bytes(note))
    listening = words_for(language).t("Listening …")
    place.until(
        lambda: all(desk.board.page.cards[room].state.text() != listening for room in rooms)
    )
    states = set()
    # The kiosk of the place itself has a card, too, and may still be "Listening …".
    for room in rooms:
        one = desk.board.page.cards[room]
        states.add(one.state.text())
        assert one.state.font().pointSize() == 36
        assert not one.icon.pixmap().isNull()
        assert one.accessibleName()
    assert len(states) == len(State)


def test_a_desk_without_a_board_says_how_to_get_one(qtbot: QtBot, tmp_path: Path) -> None:
    options = DeskOptions(Config(), default_content(), tmp_path / "desk", language="en")
    desk = window_for(options)
    qtbot.addWidget(desk)
    desk.show()
    desk.actions_by_name["board"].trigger()
    assert "help.board_folder" in desk.board.page.nothing.text()
    assert desk.board.page.open.isVisible()
    (tmp_path / "board").mkdir()
    desk.board.room.open_folder(tmp_path / "board")
    qtbot.waitUntil(lambda: "No kiosk has written" in desk.board.page.nothing.text())
    assert not desk.board.page.open.isVisible()
    desk.close()


def test_locking_the_desk_leaves_the_board_where_it_is(place: Place) -> None:
    desk = place.desk()
    desk.room.lock()
    assert desk.pages.currentWidget() is desk.board.page


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_a_desk_in_a_process_of_its_own_has_the_call_until_it_is_killed(place: Place) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}
    command = [sys.executable, "-m", "kiosk", "desk", "--board", str(place.folder), "--lang", "en"]
    with subprocess.Popen(command, cwd=ROOT, env=environ) as desk:
        try:
            place.until(lambda: any(place.folder.glob("desk-*.json")))
            place.call()
            place.until_passing(lambda: place.key == "calling:sent")
        finally:
            desk.send_signal(signal.SIGKILL)
    place.until_passing(lambda: place.key == "calling:unsent")
