"""The staff PIN at rest, and the desk that judges tries. A PIN guards buttons, never data."""

import json
import math
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.errors import AnteroomError, BadInputError
from kiosk.domain.pin_policy import (
    PinState,
    check_new_pin,
    missed,
    misses_left,
    sealed_shut,
    seconds_locked,
    seen_at,
)
from kiosk.domain.staffing.roles import Role
from kiosk.platform.clock import Clock, wall_seconds
from kiosk.platform.durable import write_durably

# The PIN of a clinic that has one for everybody is that of the role that may do everything.
PIN_FILES = {
    Role.ADMIN: "staff-pin",
    Role.CLINICIAN: "staff-pin-clinician",
    Role.RECEPTION: "staff-pin-reception",
}
ATTEMPTS_FILE = "staff-attempts"
_LARGEST = 4096


class SamePinError(BadInputError):
    """A PIN that another role has already."""


class PinFileError(AnteroomError):
    """The file that holds the PIN's hash is unreadable, damaged or cannot be written."""


@dataclass(frozen=True, slots=True)
class Open:
    """The PIN was right: that of this role."""

    role: Role = Role.ADMIN


@dataclass(frozen=True, slots=True)
class Wrong:
    """The PIN was wrong; `left` more misses are free of a lock."""

    left: int


@dataclass(frozen=True, slots=True)
class Locked:
    """No PIN is judged for this many whole seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class NotSet:
    """There is no PIN yet."""


Verdict = Open | Wrong | Locked | NotSet


@dataclass(frozen=True, slots=True)
class HashCost:
    """Cost of argon2id; the defaults are RFC 9106's second choice, 0.3 s on a small PC."""

    rounds: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The state first seen on disk, carried to the monotonic moment it was read or written."""

    stored: PinState | None
    carried: PinState
    mono: float


class PinDesk:
    """Sets the staff PIN and judges tries; a new object carries on where the last one stopped."""

    def __init__(self, data: Path, clock: Clock, cost: HashCost | None = None) -> None:
        self._pins = {role: data / name for role, name in PIN_FILES.items()}
        self._attempts = data / ATTEMPTS_FILE
        self._clock = clock
        self._cost = cost or HashCost()
        self._anchor: _Anchor | None = None

    def is_set(self) -> bool:
        """Tell whether there is a PIN of any role; raises PinFileError when one cannot be read."""
        return bool(self._known())

    def set_pin(self, pin: str, role: Role = Role.ADMIN) -> None:
        """Replace a role's PIN and forget the misses.

        Raises WeakPinError, SamePinError and PinFileError.
        """
        from argon2 import PasswordHasher

        check_new_pin(pin)
        for other, known in self._known().items():
            if other is not role and self._fits(other, known, pin):
                raise SamePinError(f"this is the PIN of {other.value}; choose another one")
        cost = self._cost
        hasher = PasswordHasher(cost.rounds, cost.memory_kib, cost.lanes)
        # The misses go first: a PIN whose record of misses is missing counts as tampered with.
        self._write_state(PinState(last_seen=self._wall()))
        self._write(self._pins[role], hasher.hash(pin).encode("ascii") + b"\n")

    def try_pin(self, pin: str) -> Verdict:
        """Judge one try; raises PinFileError.

        The miss is on disk before the PIN is looked at and taken back only when it is right,
        so pulling the plug between the two earns nothing.
        """
        known = self._known()
        if not known:
            return NotSet()
        before = self._state()
        if seconds_locked(before) > 0:
            self._write_state(before)
            return Locked(math.ceil(seconds_locked(before)))
        after = missed(before)
        self._write_state(after)
        for role, hashed in known.items():
            if self._fits(role, hashed, pin):
                self._write_state(PinState(last_seen=after.last_seen))
                return Open(role)
        if seconds_locked(after) > 0:
            return Locked(math.ceil(seconds_locked(after)))
        return Wrong(misses_left(after))

    def seconds_locked(self) -> int:
        """Return the whole seconds until a PIN is judged again, 0 when open or not set."""
        return math.ceil(seconds_locked(self._state())) if self.is_set() else 0

    def _known(self) -> dict[Role, str]:
        found = {role: self._read_hash(role) for role in PIN_FILES}
        return {role: text for role, text in found.items() if text is not None}

    def _fits(self, role: Role, known: str, pin: str) -> bool:
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

        try:
            return PasswordHasher().verify(known, pin.encode("utf-8", "replace"))
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError) as error:
            raise PinFileError(
                f"{self._pins[role]} is damaged. Set the PIN again: {_again(role)}"
            ) from error

    def _wall(self) -> float:
        return wall_seconds(self._clock.utc())

    def _state(self) -> PinState:
        stored = self._read_state()
        wall, mono = self._wall(), self._clock.mono()
        anchor = self._anchor
        if anchor is None or anchor.stored != stored:
            carried = sealed_shut(wall) if stored is None else seen_at(stored, wall, None)
            anchor = self._anchor = _Anchor(stored, carried, mono)
        # From the first look on, a lock is measured by the clock nobody can set.
        return seen_at(anchor.carried, wall, mono - anchor.mono)

    def _read_hash(self, role: Role) -> str | None:
        try:
            with self._pins[role].open("rb") as stream:
                return stream.read(_LARGEST).decode("ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise PinFileError(
                f"{self._pins[role]} cannot be read ({error}). Check the folder, "
                f"or set the PIN again: {_again(role)}"
            ) from error

    def _read_state(self) -> PinState | None:
        try:
            with self._attempts.open("rb") as stream:
                found = json.loads(stream.read(_LARGEST))
            state = PinState(
                int(found["misses"]), float(found["locked_until"]), float(found["last_seen"])
            )
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
        numbers = (state.locked_until_wall, state.last_seen)
        sane = state.misses >= 0 and all(math.isfinite(number) for number in numbers)
        return state if sane else None

    def _write_state(self, state: PinState) -> None:
        text = json.dumps(
            {
                "misses": state.misses,
                "locked_until": state.locked_until_wall,
                "last_seen": state.last_seen,
            }
        )
        self._write(self._attempts, text.encode("ascii") + b"\n")
        self._anchor = _Anchor(state, state, self._clock.mono())

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_durably(path, data)
        except OSError as error:
            raise PinFileError(
                f"{path} cannot be written ({error.strerror or error}). "
                "Check the permissions and the free space of the data folder."
            ) from error


def _again(role: Role) -> str:
    more = "" if role is Role.ADMIN else f" --role {role.value}"
    return f"anteroom staff set-pin{more}"
