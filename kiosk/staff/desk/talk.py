"""What a clinician may record about the talk, and what must be there before they co-sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kiosk.domain.errors import BadInputError
from kiosk.records.desk_records import Capacity, ItemState, Talk
from kiosk.staff.desk.codes import CAPACITY, DISCUSSED, NO_NOTE, STATES
from kiosk.staff.desk.hand_off import HandOff


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


def form_of(
    settled: Iterable[tuple[str, str]], capacity: str, discussed: Iterable[str], note: str
) -> Form:
    """Return the form from codes; a code that is not known counts as nothing."""
    states = {str(one): one for one in STATES}
    return Form(
        tuple((key, states[code]) for key, code in settled if code in states),
        next((one for one in CAPACITY if one == capacity), None),
        tuple(one for one in discussed if one in DISCUSSED),
        note,
    )


@dataclass(frozen=True, slots=True)
class Lack:
    """What a co-signature still needs, as a code; `count` and `first` are of items."""

    code: Literal["", "items", "capacity", "not_now", "discussed"] = ""
    count: int = 0
    first: str = ""


def lacking(form: Form, page: HandOff) -> Lack:
    """Return what a co-signature still needs.

    Carrying an item forward is as good as resolving it: the point is that nobody overlooks it.
    """
    settled = dict(form.settled)
    left = [one for one in page.items if one.key not in settled]
    if left:
        return Lack("items", len(left), left[0].text)
    if form.capacity is None:
        return Lack("capacity")
    if form.capacity == "not_now":
        return Lack("not_now")
    return Lack() if form.discussed else Lack("discussed")


def missing(form: Form, page: HandOff) -> str:
    """Return what a co-signature still needs, in one sentence, "" when nothing."""
    lack = lacking(form, page)
    count = "one item is" if lack.count == 1 else f"{lack.count} items are"
    return {
        "": "",
        "items": f"{count} neither resolved nor carried forward; the first is “{lack.first}”",
        "capacity": "capacity is not recorded",
        "not_now": "a visit is not co-signed while the person cannot decide; save the discussion "
        "instead",
        "discussed": "what was discussed is not recorded",
    }[lack.code]


def require_ready(form: Form, page: HandOff) -> None:
    """Raise NotReadyToSignError where something is missing."""
    what = missing(form, page)
    if what:
        raise NotReadyToSignError(f"not co-signed: {what}")
