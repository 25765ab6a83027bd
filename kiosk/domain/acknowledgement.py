"""What one visit leaves behind: the values a record is made from."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

# No letter or digit that is easily taken for another (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V).
RECEIPT_ALPHABET = "ACDEFGHJKMNPQRTVWXY34679"


# One line of the patient's copy: what it is (kiosk.domain.copy), and its words.
CopyLine: TypeAlias = tuple[str, str]


class Door(StrEnum):
    """The three equal doors of the decision page."""

    READY = "ready"
    QUESTIONS = "questions"
    NO = "no"


@dataclass(frozen=True, slots=True)
class PackRef:
    """Which content was shown; sha256 is the pack digest in lower-case hex."""

    id: str
    version: str
    sha256: str
    language: str


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page as it was seen; seconds count only while it was in front."""

    page: str
    order: int
    seconds: float
    visits: int


@dataclass(frozen=True, slots=True)
class IdeaAnswer:
    """What was answered on one idea; choices are content positions, None is "not sure"."""

    idea: str
    choices: tuple[int | None, ...]
    explained: int
    talk: bool


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment: RFC 3339 UTC text and seconds on the monotonic clock."""

    utc: str
    mono: float


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Everything the record of one visit holds; one per session id, whatever the door.

    `copy` is the wording of the patient's copy, empty when none was made.
    """

    session: str
    mode: str
    reference: str | None
    route: str | None
    pack: PackRef
    door: Door
    meaning: str
    pages: tuple[PageShown, ...]
    ideas: tuple[IdeaAnswer, ...]
    flags: tuple[str, ...]
    started: Stamp
    decided: Stamp
    settings: tuple[tuple[str, str], ...]
    copy: tuple[CopyLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """The store's word that a record is on disk.

    check_code anchors the chain; copy_code proves the patient's copy. Either may be "".
    """

    session: str
    receipt: str
    check_code: str = ""
    copy_code: str = ""


def receipt_number(session: str) -> str:
    """Return the eight-character receipt of a session id as XXXX-XXXX.

    Derived, so that a record can be found by its receipt while the receipt itself
    is not one more thing stored about a person.
    """
    number = int.from_bytes(hashlib.sha256(b"anteroom receipt\0" + session.encode()).digest())
    letters = []
    for _ in range(8):
        number, rest = divmod(number, len(RECEIPT_ALPHABET))
        letters.append(RECEIPT_ALPHABET[rest])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])
