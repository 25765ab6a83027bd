"""Who works at the desk: initials, a name, a role and a PIN of their own.

As at the kiosk, a PIN guards buttons, never data: whoever can write the folder can add a person.
What was signed stays signed by the initials it was signed with.
"""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.domain.errors import AnteroomError, BadInputError
from kiosk.domain.pin_policy import check_new_pin
from kiosk.platform.clock import Clock
from kiosk.platform.durable import make_folder, write_durably
from kiosk.records.desk_records import DeskAct, Role
from kiosk.staff.pin import HashCost, PinDesk, Verdict

FOLDER, WHO = "people", "person.json"
ROLES: tuple[Role, ...] = ("reception", "clinician", "admin")
LONGEST_NAME = 60
_INITIALS = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,11}")
_LARGEST = 4096
# Only a clinician judges and signs; whoever is told of a change of mind writes it down.
MAY: dict[DeskAct, frozenset[Role]] = {
    "cosign": frozenset(("clinician",)),
    "discussed": frozenset(("clinician",)),
    "withdrawal": frozenset(("clinician", "reception")),
    "re_consent": frozenset(("clinician",)),
}


def act_of(name: str) -> DeskAct:
    """Return the act of a name; raises ValueError for one that is not known."""
    for act in MAY:
        if act == name:
            return act
    raise ValueError(f"{name!r} is nothing the desk does")


class BadPersonError(BadInputError):
    """Initials, a name or a role that cannot be used."""


class PeopleFileError(AnteroomError):
    """What is kept about a person cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at the desk; raises BadPersonError."""

    initials: str
    name: str
    role: Role

    def __post_init__(self) -> None:
        if not _INITIALS.fullmatch(self.initials):
            raise BadPersonError(
                f"{self.initials[:20]!r}: initials are 1 to 12 letters or digits, such as AL"
            )
        if not self.name.strip() or not self.name.isprintable() or len(self.name) > LONGEST_NAME:
            raise BadPersonError(f"the name must be one line of 1 to {LONGEST_NAME} letters")
        if self.role not in ROLES:
            raise BadPersonError(f"{self.role!r} is no role; choose one of {', '.join(ROLES)}")

    def __str__(self) -> str:
        return f"{self.initials} · {self.name} ({self.role})"


class People:
    """The people of one desk, each with a folder of their own below `people`."""

    def __init__(self, desk: Path, clock: Clock, cost: HashCost | None = None) -> None:
        self._folder = desk / FOLDER
        self._clock, self._cost = clock, cost
        self._pins: dict[str, PinDesk] = {}

    def all(self) -> list[Person]:
        """Return everybody, by initials; raises PeopleFileError."""
        if not self._folder.is_dir():
            return []
        found = [_read(one) for one in sorted(self._folder.glob(f"*/{WHO}"))]
        return sorted(found, key=_initials)

    def who_may(self, act: DeskAct) -> list[Person]:
        """Return who may do something; raises PeopleFileError."""
        return [one for one in self.all() if one.role in MAY[act]]

    def set_person(self, person: Person, pin: str) -> None:
        """Add somebody, or give them another name, role and PIN.

        Raises WeakPinError, PinFileError or PeopleFileError.
        """
        check_new_pin(pin)
        place = self._place(person.initials)
        try:
            for folder in (self._folder, place):
                if not folder.exists():
                    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                    make_folder(folder)
            text = json.dumps(asdict(person)).encode("ascii")
            self._pin(person.initials).set_pin(pin)
            write_durably(place / WHO, text)
        except OSError as error:
            raise PeopleFileError(f"{place}: cannot be written ({error.strerror})") from error

    def try_pin(self, initials: str, pin: str) -> Verdict:
        """Judge one try of one person; raises PinFileError."""
        return self._pin(initials).try_pin(pin)

    def _pin(self, initials: str) -> PinDesk:
        key = initials.lower()
        if key not in self._pins:
            self._pins[key] = PinDesk(self._place(initials), self._clock, self._cost)
        return self._pins[key]

    def _place(self, initials: str) -> Path:
        # Small letters, so that AL and al are one person on every file system.
        return self._folder / initials.lower()


def _read(path: Path) -> Person:
    try:
        with path.open("rb") as stream:
            found = json.loads(stream.read(_LARGEST))
        return Person(str(found["initials"]), str(found["name"]), found["role"])
    except (OSError, ValueError, TypeError, KeyError, BadPersonError) as error:
        raise PeopleFileError(
            f"{path}: cannot be used ({error}). Set the person again: anteroom staff add"
        ) from error


def _initials(person: Person) -> str:
    return person.initials.lower()
