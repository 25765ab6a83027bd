"""Looking for a visit by what is sealed in it: the code staff gave it, and the door."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.acknowledgement import Door
from kiosk.domain.staffing.finding import BadSearchError
from kiosk.domain.visit_code import bare_code

LEAST_CODE, MOST_CODE = 1, 64


class KeyState(StrEnum):
    """Whether a key is at hand: none, one under a passphrase, open, or pulled out since."""

    NONE = "none"
    LOCKED = "locked"
    OPEN = "open"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Index:
    """How far the sealed parts have been gone through with a key, newest first."""

    state: KeyState = KeyState.NONE
    done: int = 0
    of: int = 0

    @property
    def whole(self) -> bool:
        """Whether every record has been looked into."""
        return self.done >= self.of


@dataclass(frozen=True, slots=True)
class SealedWanted:
    """Any part of a code, or a door; what is empty does not matter, nor spaces and hyphens."""

    code: str = ""
    door: str = ""


def wanted_code(text: str) -> SealedWanted:
    """Return a search by a code; raises BadSearchError."""
    code = " ".join(text.split())
    if not bare_code(code) or not LEAST_CODE <= len(code) <= MOST_CODE:
        raise BadSearchError("type the code that staff gave this visit, or a part of it")
    return SealedWanted(code=code)


def wanted_door(code: str) -> SealedWanted:
    """Return a search by a door; raises BadSearchError."""
    if code not in set(Door):
        raise BadSearchError("there are three doors: " + ", ".join(Door))
    return SealedWanted(door=code)
