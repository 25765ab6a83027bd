"""Looks at the board again and again, rings for a call, and answers it."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.staff.desk.board import BoardView, DeskBoard
from kiosk.ui.clicks import Sound

TICK_MS = 250
# Of full, like the chime of a kiosk.
LOUDNESS = 0.7
# Seconds until a call that nobody has answered rings once more.
RING_AGAIN = 20.0


class BoardRoom(QObject):
    """shown carries the board; called says that a call came that was not there before."""

    shown = Signal(object)
    called = Signal()

    def __init__(self, sound: Sound, now: Callable[[], float]) -> None:
        super().__init__()
        self._sound, self._now = sound, now
        self.board: DeskBoard | None = None
        self.muted = False
        # Asked before a kiosk is told that its call stands on a screen.
        self.on_screen: Callable[[], bool] = bool
        self._rung: dict[str, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def open_folder(self, folder: Path) -> None:
        """Watch this folder from now on."""
        if self.board is not None:
            self.board.close()
        self.board = DeskBoard(folder, self._now)
        self._timer.start()
        self.tick()

    def tick(self) -> None:
        """Look once more; what stands on the screen then is what the kiosks are told."""
        if self.board is None:
            return
        view = self.board.view()
        self._ring(view)
        self.shown.emit(view)
        there = view.calls if self.on_screen() else ()
        self.board.put_up(frozenset(one.note.call for one in there))

    def _ring(self, view: BoardView) -> None:
        at, calls = self._now(), [one.note.call for one in view.calls]
        fresh = [one for one in calls if one not in self._rung]
        due = [one for one in calls if at - self._rung.get(one, at) >= RING_AGAIN]
        self._rung = {one: at if one in due else self._rung.get(one, at) for one in calls}
        if (fresh or due) and not self.muted:
            self._sound.play(LOUDNESS)
        if fresh:
            self.called.emit()

    def answer(self, call: str) -> None:
        """Say that somebody here has seen a call."""
        if self.board is not None:
            self.board.answer(call)
            self.tick()

    def mute(self, muted: bool) -> None:  # a slot of a menu's tick
        """Ring no more, or again; calls are shown all the same."""
        self.muted = muted

    def close(self) -> None:
        """Watch nothing more."""
        self._timer.stop()
        if self.board is not None:
            self.board.close()
        self._sound.close()


def silent_room() -> BoardRoom:
    """Return a room that nobody hears."""
    return BoardRoom(_Silence(), time.monotonic)


class _Silence:
    def play(self, loudness: float) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """Nothing is open."""
