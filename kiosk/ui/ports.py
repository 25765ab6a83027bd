"""What the window needs from outside; only the app knows who provides it."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from kiosk.domain.acknowledgement import Acknowledgement, Saved
from kiosk.domain.board.standing import Standing
from kiosk.domain.board.told import Told
from kiosk.domain.session import Session
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.staffing.roles import Act, Role

if TYPE_CHECKING:
    # Named here alone: Welcome does not wait for what staff see.
    from kiosk.domain.copy import CopyPaper
    from kiosk.domain.desk import Condition, RecordRow
    from kiosk.domain.kept import KeptVisit
    from kiosk.domain.staffing.badges import Badges
    from kiosk.domain.staffing.finding import RecordLook, Wanted
    from kiosk.domain.staffing.sealed_finding import Index, SealedWanted
    from kiosk.domain.staffing.trials import Tried
    from kiosk.domain.visit_code import VisitCode


class Judged(NamedTuple):
    """What a PIN earned: "open", "wrong", "locked" or "unset"; left is tries or seconds."""

    verdict: str
    left: int = 0
    role: Role = Role.ADMIN


class Recorder(Protocol):
    """The record store, called from one worker thread."""

    def save(self, acknowledgement: Acknowledgement) -> Saved:
        """Return once the record is on disk; raises AnteroomError when it is not."""

    def note(self, event: str) -> None:
        """Write down that something happened, never what was in it."""

    def keep(self, kept: "KeptVisit", by: str) -> Saved:
        """Return once a visit without a choice is on disk; `by` is a role, or ""."""

    def act(self, act: Act, role: Role | None) -> None:
        """Write down what staff did; raises AnteroomError when it is not."""

    def recent(self) -> "tuple[RecordRow, ...]":
        """Return the newest records as staff see them."""

    def check_code(self) -> str:
        """Return the code that anchors the whole store, for the close-of-day sheet."""

    def find(self, wanted: "Wanted") -> "tuple[RecordRow, ...]":
        """Return the visits that fit, newest first."""

    def look(self, number: int) -> "RecordLook | None":
        """Return what staff may see of one record."""

    def paper(self, number: int) -> "CopyPaper":
        """Return the copy of a visit to print once more; raises AnteroomError without its key."""

    def paper_under(self, number: int, passphrase: str) -> "CopyPaper | None":
        """Return the same with a key under a passphrase, None where that opens none."""

    def open_index(self, passphrase: str) -> "Index":
        """Open the sealed parts for a search by them, with a key that lies here."""

    def index_more(self) -> "Index":
        """Look into some more of them, the newest first."""

    def find_sealed(self, wanted: "SealedWanted") -> "tuple[RecordRow, ...]":
        """Return the visits that fit, newest first, among those looked into."""

    def key_is_there(self) -> bool:
        """Say whether the key of what was opened still lies there; else all of it is forgotten."""

    def forget_index(self) -> None:
        """Let go of the key and of what it opened; from whatever thread."""

    def badges(self, today: str) -> "Badges":
        """Return what staff must see until it is dealt with; quick, for the window's thread."""

    def recount(self, today: str) -> "Badges":
        """Return the same, with the visits counted that have no copy; reads the store."""

    def copy_now(self, today: str) -> tuple[int, str]:
        """Copy and check all records, in a thread of its own; raises AnteroomError."""

    def put_aside(self) -> tuple[tuple[str, str], ...]:
        """Return the damaged stores that nobody has taken away yet: folder, and what is wrong."""

    def conditions(self) -> "tuple[Condition, ...]":
        """Return every condition for visits as it is now, and what is plugged in."""

    def tried(self, tried: "Tried") -> None:
        """Keep how a trial by hand ended; raises AnteroomError when it cannot be kept."""

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

    def judge(self, pin: str) -> Judged:
        """Return whose PIN it is, or why it opens nothing."""


class Codes(Protocol):
    """The visit codes that staff gave out."""

    def issue(self, visit: Arrangement) -> "VisitCode":
        """Return a new code for a visit; raises AnteroomError."""

    def redeem(self, code: str) -> "VisitCode | None":
        """Return what a code stands for, once."""


class Board(Protocol):
    """The board of all kiosks, on which a desk sees this one; never waits."""

    calls: bool

    def now(self, standing: Standing, at: float) -> Told | None:
        """Take how the kiosk stands; return what became of its call for help, None without one."""

    def fault(self) -> str:
        """Return why the board is out of reach, "" while it is not."""

    def close(self) -> None:
        """Say nothing more."""


class NoBoard:
    """A kiosk that stands alone: its sign is for the room."""

    calls = False

    def now(self, standing: Standing, at: float) -> Told | None:
        """Tell nobody."""

    def fault(self) -> str:
        """Return that nothing is out of reach."""
        return ""

    def close(self) -> None:
        """Nothing is open."""


class UnderWay(Protocol):
    """Keeps the visit under way for a kiosk that is stopped in the middle of it."""

    def follow(self, before: Session, after: Session) -> None:
        """Keep what has changed, or forget it all once the visit is over; never waits."""

    def close(self) -> None:
        """Finish the work under way."""


class Clock(Protocol):
    """Wall time and monotonic time."""

    def utc(self) -> str:
        """Return RFC 3339 UTC text."""

    def mono(self) -> float:
        """Return seconds on a clock that nobody can set."""
