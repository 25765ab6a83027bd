"""The door of the staff room: nothing behind it is loaded before somebody knocks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.staffing.roles import Act
from kiosk.ui.verbs import Command

if TYPE_CHECKING:
    from kiosk.domain.desk import Desk
    from kiosk.i18n.catalogue import Words
    from kiosk.ui.staff_room import StaffRoom

_SAID = ("changed", "hand_over", "reset", "extend", "reopen", "clean", "exit", "left")


class StaffDoor(QObject):
    """Opens the staff room when it is first wanted, and passes on what is said there."""

    changed = Signal()
    hand_over = Signal(object)
    reset = Signal(bool)
    extend = Signal(float)
    reopen = Signal()
    clean = Signal()
    exit = Signal()
    left = Signal()

    def __init__(self, build: "Callable[[], StaffRoom]") -> None:
        super().__init__()
        self._build = build
        self._built: StaffRoom | None = None

    @property
    def room(self) -> "StaffRoom":
        """The room, which is there from now on."""
        if self._built is None:
            self._built = self._build()
            for name in _SAID:
                getattr(self._built, name).connect(getattr(self, name))
        return self._built

    @property
    def desk(self) -> "Desk | None":
        """What staff see, None while nobody of them is there."""
        return self._built.desk if self._built is not None else None

    def hear(self, command: Command, at: float) -> None:
        """Do what staff asked; while nobody of them is there, nobody asks."""
        if self._built is not None:
            self._built.hear(command, at)

    def enter(
        self, words: "Words", language: str, at: float, today: str, unprinted: int, fault: str
    ) -> None:
        """Show the PIN page, or the menu when no PIN is set."""
        self.room.enter(words, language, at, today, unprinted, fault)

    def note(self, act: Act) -> None:
        """Write down what was done without anybody's PIN."""
        self.room.note(act)

    def logged_out(self, patience: float, at: float) -> bool:
        """Say whether staff have been away for so many seconds."""
        if self.desk is None:
            return False
        from kiosk.domain.desk import logged_out

        return logged_out(self.desk, patience, at)

    def touch(self, at: float) -> None:
        """Count the time without a touch from now on."""
        if self._built is not None:
            self._built.touch(at)

    def tick(self, at: float) -> None:
        """Let time do its work."""
        if self._built is not None:
            self._built.tick(at)

    def close(self) -> None:
        """Forget what staff saw, with all that was typed."""
        if self._built is not None:
            self._built.close()

    def shut(self) -> None:
        """Finish what is under way."""
        if self._built is not None:
            self._built.shut()
