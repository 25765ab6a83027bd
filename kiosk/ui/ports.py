"""What the window needs from outside; only the app knows who provides it."""

from typing import Protocol

from kiosk.domain.acknowledgement import Acknowledgement, Saved
from kiosk.domain.desk import RecordRow
from kiosk.domain.visit_code import VisitCode


class Recorder(Protocol):
    """The record store, called from one worker thread."""

    def save(self, acknowledgement: Acknowledgement) -> Saved:
        """Return once the record is on disk; raises AnteroomError when it is not."""

    def note(self, event: str) -> None:
        """Write down that something happened, never what was in it."""

    def recent(self) -> tuple[RecordRow, ...]:
        """Return the newest records as staff see them."""

    def check_code(self) -> str:
        """Return the code that anchors the whole store, for the close-of-day sheet."""

    def put_aside(self) -> tuple[tuple[str, str], ...]:
        """Return the damaged stores that nobody has taken away yet: folder, and what is wrong."""

    def closed(self) -> str | None:
        """Return why no new visit may start, or None."""

    def walk(self) -> None:
        """Verify all records, in a thread of its own; `closed` knows the outcome then."""

    def stop_walk(self) -> None:
        """Give the walk up; for any thread."""


class PinJudge(Protocol):
    """The staff PIN; message keys are in kiosk.ui.staff_room."""

    def is_set(self) -> bool:
        """Say whether there is a PIN."""

    def judge(self, pin: str) -> tuple[str, int]:
        """Return "open", "wrong", "locked" or "unset", and tries or seconds left."""


class Codes(Protocol):
    """The visit codes that staff gave out."""

    def issue(self, reference: str, language: str, route: str) -> VisitCode:
        """Return a new code, with the way of giving or ""; raises AnteroomError."""

    def redeem(self, code: str) -> VisitCode | None:
        """Return what a code stands for, once."""


class Clock(Protocol):
    """Wall time and monotonic time."""

    def utc(self) -> str:
        """Return RFC 3339 UTC text."""

    def mono(self) -> float:
        """Return seconds on a clock that nobody can set."""
