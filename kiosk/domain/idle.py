"""When nobody touches: warn, then hide, then wipe. Seconds everywhere."""

from dataclasses import dataclass
from enum import StrEnum

# Design section 2: warn after max(5 min, twice the reading time), count 45 s, curtain 10 min.
WARN_FLOOR = 300.0
COUNTDOWN = 45.0
CURTAIN = 600.0
SAVED = 60.0
# A plan has its seconds at 150 words a minute; a kiosk waits for who reads 100.
SLOW = 150 / 100


class Idle(StrEnum):
    """How far an untouched session has gone."""

    ACTIVE = "active"
    WARNING = "warning"
    CURTAIN = "curtain"


@dataclass(frozen=True, slots=True)
class IdleLimits:
    """The four waits, in seconds; the defaults are those of the design."""

    warn: float = WARN_FLOOR
    countdown: float = COUNTDOWN
    curtain: float = CURTAIN
    saved: float = SAVED

    def warn_after(self, reading_seconds: float) -> float:
        """Return how long a page may lie untouched that takes so long at 150 words a minute."""
        return max(self.warn, 2.0 * SLOW * reading_seconds)


def countdown_left(limits: IdleLimits, since: float, now: float) -> int:
    """Return the whole seconds the warning still shows, never below zero."""
    left = limits.countdown - (now - since)
    return max(0, -int(-left // 1))
