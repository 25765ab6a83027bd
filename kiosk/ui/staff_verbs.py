"""What staff can ask of the kiosk."""

from dataclasses import dataclass, field

from kiosk.domain.desk import DeskScreen
from kiosk.domain.staffing.trials import Device, Grid
from kiosk.ui.verbs import Command


@dataclass(frozen=True, slots=True)
class PinTyped(Command):
    """A PIN to judge."""

    pin: str


@dataclass(frozen=True, slots=True)
class DeskGo(Command):
    """Another page of the staff room."""

    screen: DeskScreen


@dataclass(frozen=True, slots=True)
class ReferenceTyped(Command):
    """The reference of a new visit."""

    reference: str


@dataclass(frozen=True, slots=True)
class Arrange(Command):
    """One thing of the new visit; names are those of kiosk.domain.staffing.arrangement."""

    name: str
    value: str = ""


class HandOver(Command):
    """Start the new visit on this screen now."""

    __slots__ = ()


class GiveCode(Command):
    """Make a code for the new visit."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ResetNow(Command):
    """Take the visit off this screen; keep writes down how far it came."""

    keep: bool = False


class ExtendVisit(Command):
    """Give the visit on this screen more time."""

    __slots__ = ()


class CleanNow(Command):
    """Take no touch while the glass is wiped."""

    __slots__ = ()


class CopyNow(Command):
    """Copy all records to where the clinic wants them."""

    __slots__ = ()


class ReopenVisit(Command):
    """Take the curtain away."""

    __slots__ = ()


class ExitNow(Command):
    """Leave to the desktop."""

    __slots__ = ()


class LeaveDesk(Command):
    """Go back to the patient's page."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class FindReceipt(Command):
    """Letters of a receipt number."""

    letters: str


@dataclass(frozen=True, slots=True)
class FindDay(Command):
    """A day, typed as eight digits."""

    digits: str


@dataclass(frozen=True, slots=True)
class FindState(Command):
    """All visits of a state, or of today where it is empty."""

    state: str


@dataclass(frozen=True, slots=True)
class OpenIndex(Command):
    """Look for the key with which code and door can be searched."""


@dataclass(frozen=True, slots=True)
class IndexPassphrase(Command):
    """The passphrase of that key; shown by no repr."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindCode(Command):
    """The code staff gave a visit, or a part of it."""

    code: str


@dataclass(frozen=True, slots=True)
class FindDoor(Command):
    """A door."""

    door: str


@dataclass(frozen=True, slots=True)
class LookAt(Command):
    """One record of those found, by its number."""

    number: int


class PrintAgain(Command):
    """Print the copy of the record in front once more."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class PassphraseTyped(Command):
    """The passphrase of the key, for one copy of the record in front; shown by no repr."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class GlassTouched(Command):
    """Squares of the glass that have felt a finger."""

    grid: Grid
    squares: frozenset[int]


@dataclass(frozen=True, slots=True)
class KeyTried(Command):
    """A key that answered, by a name of kiosk.domain.staffing.trials."""

    key: str


@dataclass(frozen=True, slots=True)
class TryNow(Command):
    """Play the sentence, or print the test page."""

    device: Device


@dataclass(frozen=True, slots=True)
class TrialEnded(Command):
    """Write down how a trial ended; well is what a person said of sound or paper."""

    device: Device
    well: bool = True
