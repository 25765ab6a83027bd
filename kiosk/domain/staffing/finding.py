"""What staff look for among the records, and what they may see of one: nothing that is sealed."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.acknowledgement import RECEIPT_ALPHABET
from kiosk.domain.errors import BadInputError

LEAST_LETTERS, MOST_LETTERS = 4, 9


class BadSearchError(BadInputError):
    """What was typed can be no receipt number and no day."""


class State(StrEnum):
    """How a visit stands, as far as it can be told without a key."""

    SAVED = "saved"
    CORRECTED = "corrected"
    VOID = "void"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Letters of a receipt, a day as YYYY-MM-DD, a state; what is empty does not matter."""

    letters: str = ""
    day: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class RecordLook:
    """One record as staff may see it; `sound` says that hash, seal and signature hold.

    `openable` tells that a key is at hand with which the copy can be printed once more, and
    `locked` that there is one under a passphrase, to be typed for one copy.
    """

    number: int
    receipt: str
    day: str
    state: str
    demo: bool
    language: str
    version: str
    check_code: str
    sound: bool
    copied: bool = False
    openable: bool = False
    locked: bool = False


def wanted_letters(text: str) -> Wanted:
    """Return a search by the end or any part of a receipt number; raises BadSearchError."""
    letters = re.sub(r"[\s-]", "", text).upper()
    known = set(RECEIPT_ALPHABET).issuperset(letters)
    if not known or not LEAST_LETTERS <= len(letters) < MOST_LETTERS:
        raise BadSearchError(f"a receipt number has 4 to 8 of these: {RECEIPT_ALPHABET}")
    return Wanted(letters=letters)


def wanted_day(text: str) -> Wanted:
    """Return a search by a day typed as eight digits, year first; raises BadSearchError."""
    try:
        return Wanted(day=date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:]}").isoformat())
    except ValueError as error:
        raise BadSearchError("a day has 8 digits: year, month, day, such as 20261128") from error
