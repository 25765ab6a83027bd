"""The desk's end of the board, over a real folder and with kiosks that write by hand."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.board.notes import DeskNote, KioskNote, desks, kiosk_bytes
from kiosk.domain.board.standing import Standing, State
from kiosk.platform.shared_folder import read_files, replace_file
from kiosk.staff.desk import board
from kiosk.staff.desk.board import FIRST_LOOK, SILENT, BoardRow, BoardView, DeskBoard
from tests.staff.set_clock import SetClock

PATIENCE = 10.0
HOUR = 3600.0
CALL = "0a" * 16
NONE, ONE = frozenset[str](), frozenset((CALL,))
KIOSK = KioskNote("0123456789abcdef", "Window", Standing(State.IN_USE, 2, 7), 60, beat="aaaaaaaa:1")
ASKING = replace(KIOSK, standing=Standing(State.HELP, 2, 7), call=CALL, seconds=3)


class Desk:
    """A desk, and kiosks that write when the test says so."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.beat = folder, SetClock(), 0
        self.board = DeskBoard(folder, self.clock.mono)

    def write(self, note: KioskNote) -> None:
        self.beat += 1
        note = replace(note, beat=f"aaaaaaaa:{self.beat}")
        replace_file(self.folder, note.file, kiosk_bytes(note))
        self.until(lambda: any(one.note == note for one in self.board.view().rows))

    def live(self, note: KioskNote) -> BoardRow:
        """Write twice, as somebody does who lives."""
        self.write(note)
        self.write(note)
        return next(one for one in self.board.view().rows if one.note.id == note.id)

    def until(self, ready: Callable[[], bool]) -> None:
        end, pause = time.monotonic() + PATIENCE, threading.Event()
        while not ready():
            assert time.monotonic() < end
            pause.wait(0.005)

    def answers(self) -> list[DeskNote]:
        return list(desks(read_files(self.folder, "desk-", ".json", 9999)).values())

    def says(self, *, shown: frozenset[str], seen: frozenset[str]) -> None:
        """Wait until that is what this desk answers, and nothing else."""
        self.until(lambda: [(one.shown, one.seen) for one in self.answers()] == [(shown, seen)])

    def put_up(self) -> BoardView:
        view = self.board.view()
        self.board.put_up(frozenset(one.note.call for one in view.calls))
        return view


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(board, "READ_EVERY", 0.02)
    (tmp_path / "board").mkdir()
    made = Desk(tmp_path / "board")
    yield made
    made.board.close()


def test_a_kiosk_that_lives_is_shown_as_it_stands_and_grows_older_here(desk: Desk) -> None:
    row = desk.live(KIOSK)
    assert (row.heard, row.lost, row.seconds, row.calls) == (True, False, 60, False)
    desk.clock.pass_time(7.0)
    assert desk.board.view().rows[0].seconds == 67


def test_a_clock_that_is_years_off_changes_nothing(desk: Desk) -> None:
    row = desk.live(replace(KIOSK, written="1999-01-01T00:00:00.000Z"))
    assert not row.lost
    assert desk.live(replace(KIOSK, written="2999-01-01T00:00:00.000Z")).heard


def test_a_desk_whose_clock_is_an_hour_wrong_or_is_set_meanwhile_still_says_the_truth(
    desk: Desk,
) -> None:
    desk.clock.wall += HOUR
    row = desk.live(KIOSK)
    assert (row.heard, row.lost, row.seconds) == (True, False, 60)
    for hours in (-1, 2):
        desk.clock.wall += hours * HOUR
        (file,) = desk.folder.glob("kiosk-*")
        os.utime(file, (file.stat().st_mtime + hours * HOUR,) * 2)
        row = desk.board.view().rows[0]
        assert (row.lost, row.seconds, row.silent) == (False, 60, 0)
    # And who is silent is told to be so after as long as ever.
    desk.clock.wall -= HOUR
    desk.clock.pass_time(SILENT + 1)
    assert desk.board.view().rows[0].lost
    assert desk.live(ASKING).calls


def test_two_kiosks_of_one_name_stand_and_call_apart(desk: Desk) -> None:
    other = replace(ASKING, id="fedcba9876543210", name="window", call="0b" * 16, seconds=40)
    assert not desk.live(ASKING).twin
    assert desk.live(other).twin
    assert [one.note.id for one in desk.board.view().calls] == [other.id, ASKING.id]
    desk.board.answer(other.call)
    assert [(one.twin, one.seen) for one in desk.board.view().rows] == [(True, False), (True, True)]
    assert [one.note.id for one in desk.board.view().calls] == [ASKING.id]


def test_two_kiosks_without_a_name_are_no_twins(desk: Desk) -> None:
    desk.live(replace(KIOSK, name=""))
    assert not desk.live(replace(KIOSK, name="", id="fedcba9876543210")).twin


def test_a_kiosk_that_falls_silent_is_not_heard_of(desk: Desk) -> None:
    desk.live(KIOSK)
    desk.clock.pass_time(SILENT)
    assert not desk.board.view().rows[0].lost
    desk.clock.pass_time(120.0)
    row = desk.board.view().rows[0]
    assert (row.lost, row.silent) == (True, round(SILENT + 120))


def test_a_file_from_yesterday_calls_nobody(desk: Desk) -> None:
    desk.write(ASKING)
    row = desk.board.view().rows[0]
    assert (row.heard, row.calls) == (False, False)
    desk.put_up()
    desk.clock.pass_time(FIRST_LOOK + 1.0)
    assert desk.board.view().rows[0].lost
    desk.says(shown=NONE, seen=NONE)


def test_a_call_is_told_to_stand_here_only_once_it_does(desk: Desk) -> None:
    assert desk.live(ASKING).calls
    desk.board.put_up(frozenset())
    desk.says(shown=NONE, seen=NONE)
    desk.put_up()
    desk.says(shown=ONE, seen=NONE)


def test_an_answer_is_written_and_forgotten_with_the_call(desk: Desk) -> None:
    desk.live(ASKING)
    desk.put_up()
    desk.board.answer(CALL)
    row = desk.board.view().rows[0]
    assert (row.seen, row.calls) == (True, False)
    desk.put_up()
    desk.says(shown=NONE, seen=ONE)
    desk.write(KIOSK)
    desk.put_up()
    desk.says(shown=NONE, seen=NONE)


def test_the_next_call_of_the_same_kiosk_is_not_answered_yet(desk: Desk) -> None:
    desk.live(ASKING)
    desk.board.answer(CALL)
    desk.write(KIOSK)
    desk.put_up()
    assert desk.live(replace(ASKING, call="0b" * 16)).calls


def test_the_call_that_waits_longest_comes_first(desk: Desk) -> None:
    other = replace(ASKING, id="fedcba9876543210", name="Aisle", call="0b" * 16, seconds=40)
    desk.live(ASKING)
    desk.live(other)
    assert [one.note.name for one in desk.board.view().calls] == ["Aisle", "Window"]


def test_while_calls_stand_here_the_desk_gives_signs_of_life(desk: Desk) -> None:
    desk.live(ASKING)
    desk.put_up()
    desk.until(lambda: len(desk.answers()) == 1)
    before = desk.answers()[0].beat
    desk.clock.pass_time(2.0)
    desk.put_up()
    desk.until(lambda: [one.beat for one in desk.answers()] != [before])


def test_a_folder_that_vanishes_is_told_and_what_is_known_stays_and_grows_old(
    desk: Desk, tmp_path: Path
) -> None:
    desk.live(KIOSK)
    desk.folder.rename(tmp_path / "away")
    desk.until(lambda: "No such file" in desk.board.view().cannot_read)
    desk.clock.pass_time(SILENT + 1.0)
    assert desk.board.view().rows[0].lost
    (tmp_path / "away").rename(desk.folder)
    desk.until(lambda: not desk.board.view().cannot_read)


def test_rubbish_is_counted_and_harms_nothing(desk: Desk) -> None:
    (desk.folder / "kiosk-half.json").write_bytes(kiosk_bytes(KIOSK)[:50])
    (desk.folder / "kiosk-other.json").write_bytes(kiosk_bytes(KIOSK))
    with (desk.folder / "kiosk-huge.json").open("wb") as stream:
        stream.truncate(2**33)
    desk.live(KIOSK)
    view = desk.board.view()
    assert (len(view.rows), view.odd) == (1, 3)


def test_a_desk_that_is_closed_leaves_no_answer_behind(desk: Desk) -> None:
    desk.live(ASKING)
    desk.put_up()
    desk.until(lambda: len(desk.answers()) == 1)
    desk.board.close()
    assert desk.answers() == []
