"""How long the next try at a passphrase waits: longer after each miss."""

import math
from dataclasses import dataclass

FIRST, LONGEST = 5.0, 600.0


@dataclass(frozen=True, slots=True)
class Pause:
    """What is said of the last try: the seconds to wait, and whether it came too early to judge."""

    seconds: int = 0
    early: bool = False


@dataclass(frozen=True, slots=True)
class Tries:
    """Misses so far, and the moment from which the next try is judged, on a monotonic clock."""

    misses: int = 0
    after: float = 0.0

    def left(self, now: float) -> int:
        """Return the whole seconds until a try is judged."""
        return max(0, math.ceil(self.after - now))

    def missed(self, now: float) -> "Tries":
        """Return what holds after one more miss."""
        wait = min(LONGEST, FIRST * 2.0**self.misses)
        return Tries(self.misses + 1, now + wait)
