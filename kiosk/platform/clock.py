"""Time as an argument: one Protocol, so that every rule about time can be tested."""

import secrets
import time
from datetime import UTC, datetime
from typing import Protocol

from kiosk.domain.copy import copy_letters


class Clock(Protocol):
    """Wall time for people and records, monotonic time for durations."""

    def utc(self) -> str:
        """Return now as RFC 3339 UTC text with milliseconds, such as 2026-11-21T08:30:00.000Z."""
        ...

    def mono(self) -> float:
        """Return seconds on a clock that nobody can set; only differences mean anything."""
        ...


class SystemClock:
    """The clock of this machine."""

    def utc(self) -> str:
        """Return now as RFC 3339 UTC text with milliseconds."""
        return rfc3339(datetime.now(UTC))

    def mono(self) -> float:
        """Return seconds since some fixed moment, those in which the machine slept among them."""
        # Linux has another clock that stands still in sleep: a visit would wake up with it.
        with_sleep = getattr(time, "CLOCK_BOOTTIME", None)
        return time.monotonic() if with_sleep is None else time.clock_gettime(with_sleep)


def rfc3339(moment: datetime) -> str:
    """Return an aware moment as RFC 3339 UTC text with milliseconds and a Z."""
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="milliseconds") + "Z"


def wall_seconds(utc: str) -> float:
    """Return RFC 3339 text as seconds since 1970; raises ValueError for anything else."""
    moment = datetime.fromisoformat(utc)
    if moment.tzinfo is None:
        raise ValueError(f"no time zone in {utc!r}")
    return moment.timestamp()


def new_copy_letters() -> str:
    """Return 20 letters from the system's secure source, for the words of one copy."""
    return copy_letters(secrets.token_bytes(16))


def new_session_id() -> str:
    """Return 32 hex digits from the system's secure source; carries no order and no time."""
    return secrets.token_hex(16)


def local_day(utc: str) -> str:
    """Return the day of a moment (RFC 3339) where this machine stands, as YYYY-MM-DD."""
    return datetime.fromisoformat(utc).astimezone().date().isoformat()
