"""What a clinician may record about the talk, and what must be there before they co-sign."""

from dataclasses import dataclass

from kiosk.domain.errors import BadInputError
from kiosk.records.desk_records import Capacity, ItemState, Talk
from kiosk.staff.desk.hand_off import HandOff

# Words for each code; the record holds the code alone.
CAPACITY: dict[Capacity, str] = {
    "decides": "Able to decide this now",
    "supported": "Able to decide this now, with support",
    "representative": "A legal representative decides",
    "not_now": "Could not be judged, or not able today",
}
DISCUSSED: dict[str, str] = {
    "benefits_and_limits": "What it may do, and what is not known",
    "risks": "Side effects and serious risks",
    "choices": "Other treatments, and no treatment",
    "who_must_not": "Health, medicines, pregnancy, substances",
    "safety_rules": "Staying after the dose, the ride home, no driving",
    "free_choice": "Saying no or stopping at any time",
}
STATES: dict[ItemState, str] = {"resolved": "Resolved", "carried": "Carried forward"}
LONGEST_NOTE = 200
NO_NOTE = "-"


class NotReadyToSignError(BadInputError):
    """Something is missing that a co-signature needs."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is filled in so far: by item key what became of it, and the rest."""

    settled: tuple[tuple[str, ItemState], ...] = ()
    capacity: Capacity | None = None
    discussed: tuple[str, ...] = ()
    note: str = ""

    def talk(self) -> Talk:
        """Return it as the record holds it."""
        return Talk(self.capacity, self.discussed, self.settled)

    @property
    def why(self) -> str:
        """Return the note, or the sign that there is none."""
        return " ".join(self.note.split()) or NO_NOTE


def missing(form: Form, page: HandOff) -> str:
    """Return what a co-signature still needs, in one sentence, "" when nothing.

    Carrying an item forward is as good as resolving it: the point is that nobody overlooks it.
    """
    settled = dict(form.settled)
    left = [one for one in page.items if one.key not in settled]
    if left:
        count = "one item is" if len(left) == 1 else f"{len(left)} items are"
        return f"{count} neither resolved nor carried forward; the first is “{left[0].text}”"
    if form.capacity is None:
        return "capacity is not recorded"
    if form.capacity == "not_now":
        return (
            "a visit is not co-signed while the person cannot decide; save the discussion instead"
        )
    if not form.discussed:
        return "what was discussed is not recorded"
    return ""


def require_ready(form: Form, page: HandOff) -> None:
    """Raise NotReadyToSignError where something is missing."""
    what = missing(form, page)
    if what:
        raise NotReadyToSignError(f"not co-signed: {what}")
