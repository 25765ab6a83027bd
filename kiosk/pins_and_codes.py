"""What staff and patients type, judged: the PIN file and the codes that were given out."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.visit_code import Pending, VisitCode, redeem
from kiosk.platform.clock import Clock
from kiosk.ui.ports import Judged

if TYPE_CHECKING:
    from kiosk.staff.pin import PinDesk


class FilePins:
    """The PIN file behind the window's PinJudge."""

    def __init__(self, data: Path, clock: Clock) -> None:
        self._data, self._clock = data, clock
        self._opened: PinDesk | None = None

    def _desk(self) -> "PinDesk":
        if self._opened is None:
            from kiosk.staff.pin import PinDesk

            self._opened = PinDesk(self._data, self._clock)
        return self._opened

    def is_set(self) -> bool:
        """Say whether there is a PIN."""
        return self._desk().is_set()

    def judge(self, pin: str) -> Judged:
        """Judge one try."""
        from kiosk.staff.pin import Locked, NotSet, Open, Wrong

        match self._desk().try_pin(pin):
            case Open(role):
                return Judged("open", 0, role)
            case Wrong(left):
                return Judged("wrong", left)
            case Locked(seconds):
                return Judged("locked", seconds)
            case NotSet():
                return Judged("unset")


class VisitCodes:
    """The codes given out since the kiosk started; never on disk."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pending: Pending = ()

    def issue(self, visit: Arrangement) -> VisitCode:
        """Return a new code."""
        from kiosk.staff.actions import new_visit

        self._pending, made = new_visit(self._pending, self._clock, visit)
        return made

    def redeem(self, code: str) -> VisitCode | None:
        """Return what a code stands for, once."""
        self._pending, found = redeem(self._pending, code, self._clock.mono())
        return found
