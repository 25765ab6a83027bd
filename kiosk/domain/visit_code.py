"""The six-digit code that hands a kiosk to one person; it lives in memory only."""

import string
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.errors import AnteroomError, BadInputError
from kiosk.domain.staffing.arrangement import Arrangement, Attested

DIGITS = 6
GOOD_FOR_SECONDS = 15 * 60
MOST_PENDING = 50
LONGEST_REFERENCE = 32
_REFERENCE_CHARACTERS = frozenset(string.ascii_letters + string.digits + "-")


class BadReferenceError(BadInputError):
    """A reference that the staff keypad could not have typed."""


class TooManyCodesError(AnteroomError):
    """More codes are waiting than one kiosk can need."""


@dataclass(frozen=True, slots=True)
class VisitCode:
    """One code and what it stands for; `issued` is monotonic seconds."""

    code: str
    reference: str
    language: str
    route: str
    issued: float
    attested: Attested = field(default_factory=Attested)

    def expired(self, now: float) -> bool:
        """Tell whether the code has waited its 15 minutes."""
        return now - self.issued >= GOOD_FOR_SECONDS


Pending = tuple[VisitCode, ...]


def bare_code(text: str) -> str:
    """Return letters and digits alone, the letters small: how a code is written is no matter."""
    return "".join(one for one in text.casefold() if one.isalnum())


def check_reference(text: str) -> str:
    """Return a reference without spaces around it; raises BadReferenceError."""
    reference = text.strip()
    if not 1 <= len(reference) <= LONGEST_REFERENCE or not _REFERENCE_CHARACTERS.issuperset(
        reference
    ):
        raise BadReferenceError(
            f"a reference has 1 to {LONGEST_REFERENCE} letters A to Z, digits and dashes"
        )
    return reference


def issue(
    pending: Pending,
    *,
    visit: Arrangement,
    now: float,
    below: Callable[[int], int],
) -> tuple[Pending, VisitCode]:
    """Return the waiting codes with a new one at the end, and that one.

    `below(n)` returns a random whole number under n, from a secure source outside tests.
    Raises BadReferenceError and TooManyCodesError.
    """
    waiting = still_good(pending, now)
    if len(waiting) >= MOST_PENDING:
        raise TooManyCodesError(
            f"{MOST_PENDING} codes are waiting; use one, or wait until the oldest has expired"
        )
    taken = {entry.code for entry in waiting}
    number = below(10**DIGITS)
    # Step past codes in use, so that any source of numbers ends this loop.
    while (code := f"{number:0{DIGITS}d}") in taken:
        number = (number + 1) % 10**DIGITS
    reference = check_reference(visit.reference)
    made = VisitCode(code, reference, visit.language, visit.route, now, visit.attested)
    return (*waiting, made), made


def redeem(pending: Pending, code: str, now: float) -> tuple[Pending, VisitCode | None]:
    """Return what is still waiting and the code's entry, None when it is not good (any more).

    A code works once.
    """
    waiting = still_good(pending, now)
    found = next((entry for entry in waiting if entry.code == code), None)
    return tuple(entry for entry in waiting if entry is not found), found


def still_good(pending: Pending, now: float) -> Pending:
    """Return the codes that have not expired."""
    return tuple(entry for entry in pending if not entry.expired(now))
