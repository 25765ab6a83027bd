"""The work a visit asks for; the driver does it."""

from dataclasses import dataclass

from kiosk.domain.acknowledgement import Acknowledgement
from kiosk.domain.kept import KeptVisit


@dataclass(frozen=True, slots=True)
class Effect:
    """Anything to be done outside."""


@dataclass(frozen=True, slots=True)
class SaveRecord(Effect):
    """Put this on disk, then say Recorded or RecordFailed."""

    acknowledgement: Acknowledgement


@dataclass(frozen=True, slots=True)
class KeepVisit(Effect):
    """Put a visit without a choice on disk, then say Recorded or RecordFailed."""

    kept: KeptVisit


@dataclass(frozen=True, slots=True)
class WipeScreen(Effect):
    """Forget everything about the person; why is an event type, never content."""

    why: str


@dataclass(frozen=True, slots=True)
class ReportFault(Effect):
    """Tell staff and the log what broke."""

    reason: str
