"""What staff arrange before they hand the screen over, and what of it they attest."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Dose(StrEnum):
    """What staff say of today's medicine; a recent dose lets the choice wait."""

    UNSAID = ""
    NONE = "none today, alert"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class Attested:
    """The word of staff on a visit: who was there, and what was given today; `by` is a role.

    `hours` is the window in which a dose counts as recent, 0 where the clinic has set none.
    """

    by: str = ""
    dose: Dose = Dose.UNSAID
    interpreter: bool = False
    helper: bool = False
    representative: bool = False
    hours: int = 0

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return name and value of everything attested, as the record holds it."""
        people = ("interpreter", "helper", "representative")
        there = ((name, "present" if getattr(self, name) else "not present") for name in people)
        dose = self.dose.value or "not said"
        if self.dose is Dose.RECENT:
            dose = f"within {self.hours} hours"
        return (*there, ("dosed", dose), ("attested_by", self.by))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One new visit; empty means what the kiosk is set to, or not decided."""

    reference: str = ""
    language: str = "en"
    route: str = ""
    size: str = "M"
    theme: str = "light"
    read_on: bool = False
    attested: Attested = field(default_factory=Attested)


def arranged(plan: Arrangement, name: str, value: str) -> Arrangement:
    """Return the arrangement with one thing chosen; what can only be on or off is turned over."""
    match name:
        case "language":
            return replace(plan, language=value)
        case "route":
            return replace(plan, route=value)
        case "size":
            return replace(plan, size=value)
        case "theme":
            return replace(plan, theme=value)
        case "read_on":
            return replace(plan, read_on=not plan.read_on)
    return replace(plan, attested=_attested(plan.attested, name, value))


def _attested(now: Attested, name: str, value: str) -> Attested:
    match name:
        case "interpreter":
            return replace(now, interpreter=not now.interpreter)
        case "helper":
            return replace(now, helper=not now.helper)
        case "representative":
            return replace(now, representative=not now.representative)
        case "dose":
            dose = Dose(value)
            return replace(now, dose=Dose.UNSAID if now.dose is dose else dose)
    return now
