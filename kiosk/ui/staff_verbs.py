"""What staff can ask of the kiosk."""

from dataclasses import dataclass

from kiosk.domain.desk import DeskScreen
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
class DeskLanguage(Command):
    """The language of a new visit."""

    tag: str


@dataclass(frozen=True, slots=True)
class DeskRoute(Command):
    """How the medicine is given at the new visit; empty when that is not decided."""

    route: str


@dataclass(frozen=True, slots=True)
class HandOver(Command):
    """Start the new visit on this screen now."""


@dataclass(frozen=True, slots=True)
class GiveCode(Command):
    """Make a code for the new visit."""


@dataclass(frozen=True, slots=True)
class ResetNow(Command):
    """Erase the visit on this screen."""


@dataclass(frozen=True, slots=True)
class ReopenVisit(Command):
    """Take the curtain away."""


@dataclass(frozen=True, slots=True)
class ExitNow(Command):
    """Leave to the desktop."""


@dataclass(frozen=True, slots=True)
class LeaveDesk(Command):
    """Go back to the patient's page."""
