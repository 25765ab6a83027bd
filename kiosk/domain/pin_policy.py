"""How often a staff PIN may be missed, and which PINs are too easy to guess."""

from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.domain.errors import BadInputError

FREE_MISSES = 5
FIRST_LOCK_SECONDS = 30
LONGEST_LOCK_SECONDS = 15 * 60
SHORTEST_PIN = 6
LONGEST_PIN = 12


class WeakPinError(BadInputError):
    """A new PIN that anyone could guess."""


@dataclass(frozen=True, slots=True)
class PinState:
    """Misses since the last right PIN; both times are wall-clock seconds since 1970.

    `last_seen` is the wall time at which the rest of the lock was last worked out.
    """

    misses: int = 0
    locked_until_wall: float = 0.0
    last_seen: float = 0.0


def seen_at(state: PinState, wall: float, elapsed: float | None) -> PinState:
    """Return the state carried forward to now.

    `elapsed` is the monotonic seconds since `last_seen`, or None after a restart. While the
    program runs only `elapsed` counts, so setting the clock neither shortens nor lengthens a
    lock. After a restart the wall clock is all there is: a clock set back gives no credit, so
    the whole rest of the lock is served again from now. A clock set forward while the program
    was off does shorten a lock; whoever can do that already has the run of the machine.
    """
    left = min(max(0.0, state.locked_until_wall - state.last_seen), LONGEST_LOCK_SECONDS)
    passed = wall - state.last_seen if elapsed is None else elapsed
    left = max(0.0, left - max(0.0, passed))
    return replace(state, locked_until_wall=wall + left, last_seen=wall)


def seconds_locked(state: PinState) -> float:
    """Return the rest of the lock at `last_seen`, 0 when open."""
    return max(0.0, state.locked_until_wall - state.last_seen)


def missed(state: PinState) -> PinState:
    """Return the state after one more miss at `last_seen`."""
    misses = state.misses + 1
    until = state.last_seen + lock_seconds(misses)
    return replace(state, misses=misses, locked_until_wall=until)


def misses_left(state: PinState) -> int:
    """Return how many more misses are free of a lock."""
    return max(0, FREE_MISSES - state.misses)


def lock_seconds(misses: int) -> int:
    """Return the lock a miss earns: none, then 30 s at the fifth, doubling up to 15 minutes."""
    if misses < FREE_MISSES:
        return 0
    # The doublings are bounded before the shift, so that a huge count stays cheap.
    return min(FIRST_LOCK_SECONDS << min(misses - FREE_MISSES, 10), LONGEST_LOCK_SECONDS)


def sealed_shut(wall: float) -> PinState:
    """Return the state to fall back on when the record of misses is damaged: the longest lock."""
    misses = next(n for n in range(FREE_MISSES, 99) if lock_seconds(n) == LONGEST_LOCK_SECONDS)
    return PinState(misses, wall + LONGEST_LOCK_SECONDS, wall)


def check_new_pin(pin: str) -> str:
    """Return a PIN that may be set; raises WeakPinError with the rule it breaks."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise WeakPinError(f"a staff PIN has {SHORTEST_PIN} to {LONGEST_PIN} digits, nothing else")
    if len(set(pin)) == 1:
        raise WeakPinError("the same digit all the way is too easy to guess; choose another PIN")
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    # Counting modulo ten also catches runs past nine, such as 567890.
    if steps in ({1}, {9}):
        raise WeakPinError("digits in a row, up or down, are easy to guess; choose another PIN")
    return pin
