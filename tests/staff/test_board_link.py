"""The kiosk's end of the board, over a real folder and with desks that write by hand."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.board.calling import SEND_PATIENCE
from kiosk.domain.board.notes import DeskNote, KioskNote, Waits, desk_bytes, kiosks
from kiosk.domain.board.standing import Standing, State
from kiosk.domain.board.told import Told
from kiosk.platform import folder_thread
from kiosk.platform.shared_folder import read_files, replace_file
from kiosk.staff.board_link import BEAT, About, BoardLink
from kiosk.staff.kiosk_id import kiosk_id
from tests.staff.set_clock import SetClock

ID = "0123456789abcdef"
HELP, FREE = Standing(State.HELP, 2, 7), Standing()
PATIENCE = 10.0


class Kiosk:
    """A kiosk at a board, and what stands in its file."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        self.folder, self.clock, self.beat = folder, clock, 0
        about = About("Window", "9.9", lambda: ID, lambda: (Waits(1, 2), Waits(3, 4)), clock.utc)
        self.link = BoardLink(folder, about)

    def now(self, standing: Standing, after: float = 0.0) -> Told | None:
        self.clock.pass_time(after)
        return self.link.now(standing, self.clock.mono())

    def note(self) -> KioskNote | None:
        return kiosks(read_files(self.folder, "kiosk-", ".json", 9999)).get(ID)

    def until(self, ready: Callable[[], bool]) -> None:
        end, pause = time.monotonic() + PATIENCE, threading.Event()
        while not ready():
            assert time.monotonic() < end
            pause.wait(0.005)

    def shows(self, state: State) -> KioskNote:
        self.until(lambda: (note := self.note()) is not None and note.standing.state is state)
        note = self.note()
        assert note is not None
        return note

    def desk(self, *, shown: str = "", seen: str = "") -> None:
        """Write what a desk writes."""
        self.beat += 1
        note = DeskNote(
            "dddddddd",
            frozenset((shown,)) - {""},
            frozenset((seen,)) - {""},
            f"eeeeeeee:{self.beat}",
        )
        replace_file(self.folder, note.file, desk_bytes(note))


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    (tmp_path / "board").mkdir()
    made = Kiosk(tmp_path / "board", SetClock())
    yield made
    made.link.close()


def test_a_kiosk_says_how_it_stands_and_for_how_long(kiosk: Kiosk) -> None:
    assert kiosk.now(FREE) is None
    note = kiosk.shows(State.FREE)
    assert (note.name, note.version, note.call) == ("Window", "9.9", "")
    assert (note.unsaved, note.uncopied) == (Waits(1, 2), Waits(3, 4))
    kiosk.now(FREE, after=BEAT)
    kiosk.until(lambda: (one := kiosk.note()) is not None and one.seconds == int(BEAT))
    again = kiosk.note()
    assert again is not None
    assert again.beat != note.beat
    kiosk.now(Standing(State.IN_USE, 1, 7), after=1.0)
    assert kiosk.shows(State.IN_USE).seconds == 0


def test_between_two_signs_of_life_nothing_is_written(kiosk: Kiosk) -> None:
    kiosk.now(FREE)
    before = kiosk.shows(State.FREE)
    kiosk.now(FREE, after=BEAT / 2)
    kiosk.link.close()
    assert kiosk.note() == before


def test_from_call_to_seen(kiosk: Kiosk) -> None:
    assert kiosk.now(HELP) is Told.SENDING
    call = kiosk.shows(State.HELP).call
    assert len(call) == 32
    kiosk.desk(shown=call)
    kiosk.until(lambda: kiosk.now(HELP) is Told.SENT)
    kiosk.desk(seen=call)
    kiosk.until(lambda: kiosk.now(HELP) is Told.SEEN)
    assert kiosk.now(Standing(State.SEEN)) is None
    assert kiosk.shows(State.SEEN).call == ""


def test_a_call_is_never_answered_by_what_was_written_for_the_one_before(kiosk: Kiosk) -> None:
    kiosk.now(HELP)
    first = kiosk.shows(State.HELP).call
    kiosk.desk(seen=first)
    kiosk.until(lambda: kiosk.now(HELP) is Told.SEEN)
    kiosk.now(FREE)
    kiosk.shows(State.FREE)
    assert kiosk.now(HELP) is Told.SENDING
    second = kiosk.shows(State.HELP).call
    assert second != first
    kiosk.desk(seen=first)
    assert kiosk.now(HELP, after=SEND_PATIENCE) is Told.UNSENT


def test_without_a_desk_the_person_is_told_so_in_time(kiosk: Kiosk) -> None:
    kiosk.now(HELP)
    kiosk.shows(State.HELP)
    assert kiosk.now(HELP, after=SEND_PATIENCE - 0.5) is Told.SENDING
    assert kiosk.now(HELP, after=0.5) is Told.UNSENT


def test_a_folder_that_is_gone_is_told_to_the_person_and_to_staff(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    kiosk.folder.rename(tmp_path / "away")
    kiosk.now(HELP)
    kiosk.until(lambda: kiosk.now(HELP) is Told.UNSENT)
    assert "No such file" in kiosk.link.fault()
    (tmp_path / "away").rename(kiosk.folder)
    kiosk.desk(shown=kiosk.shows(State.HELP).call)
    kiosk.until(lambda: kiosk.now(HELP) is Told.SENT)
    assert kiosk.link.fault() == ""


def test_one_failure_alone_tells_nobody_that_the_call_is_lost(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.now(HELP)
    failed = threading.Event()

    def once(*_file: object) -> None:
        monkeypatch.setattr(folder_thread, "replace_file", replace_file)
        failed.set()
        raise PermissionError(13, "in use")

    monkeypatch.setattr(folder_thread, "replace_file", once)
    kiosk.now(HELP, after=1.0)
    kiosk.until(failed.is_set)
    kiosk.until(lambda: kiosk.note() is not None)
    assert kiosk.now(HELP) is Told.SENDING
    assert kiosk.link.fault() == ""


def test_rubbish_beside_the_answer_disturbs_nothing(kiosk: Kiosk) -> None:
    kiosk.now(HELP)
    call = kiosk.shows(State.HELP).call
    (kiosk.folder / "desk-aaaaaaaa.json").write_bytes(b"\x00" * 99)
    (kiosk.folder / "desk-bbbbbbbb.json").write_bytes(b'{"anteroom_board": 1, "seen": ["')
    with (kiosk.folder / "desk-cccccccc.json").open("wb") as stream:
        stream.truncate(2**33)
    (kiosk.folder / "desk-ffffffff.json").mkdir()
    kiosk.desk(seen=call)
    kiosk.until(lambda: kiosk.now(HELP) is Told.SEEN)


def test_before_a_kiosk_is_set_up_it_has_no_name_to_write_under(tmp_path: Path) -> None:
    assert kiosk_id(tmp_path) == ""
    (tmp_path / "device.pub").write_text("rubbish")
    assert kiosk_id(tmp_path) == ""


def test_nothing_but_what_is_named_stands_in_the_file(kiosk: Kiosk) -> None:
    kiosk.now(HELP)
    kiosk.shows(State.HELP)
    table = json.loads((kiosk.folder / f"kiosk-{ID}.json").read_bytes())
    assert {name for name, value in table.items() if value not in ("", 0)} == {
        *("anteroom_board", "kiosk", "name", "state", "step", "of", "call", "beat"),
        *("unsaved", "unsaved_hours", "uncopied", "uncopied_hours", "written", "version"),
    }
