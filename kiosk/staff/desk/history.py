"""What was recorded about a visit since, and what earlier visits of the same person left open."""

from collections.abc import Iterator
from typing import Any

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.desk_records import DISCUSSED
from kiosk.records.export.entries import Entry
from kiosk.records.export.standing import RE_CONSENT, Link
from kiosk.staff.desk.codes import CAPACITY, NO_NOTE
from kiosk.staff.desk.codes import DISCUSSED as TOPICS
from kiosk.staff.desk.register import Register, VisitRow

_SAID = {
    "void": "Declared void",
    "correction": "Corrected",
    "withdrawal": "Withdrawn",
    "cosign": "Co-signed",
    DISCUSSED: "Talked about, not co-signed",
    RE_CONSENT: "Replaced by a later visit",
}
_EARLIER = "earlier:"


def history(listed: Register, row: VisitRow) -> tuple[str, ...]:
    """Return one line for each record about a visit, those of the kiosk first."""
    said = listed.said.get(row.id)
    lines = [_of_kiosk(link) for link in said.links] if said else []
    return (*lines, *(_of_desk(one) for one in _about(listed, row.id)))


def left_open(listed: Register, row: VisitRow) -> dict[str, str]:
    """Return what earlier visits under the same reference carried forward: key, and receipt.

    What a later talk resolved is not among it.
    """
    if not row.reference:
        return {}
    same = [one for one in listed.rows if one.reference == row.reference and one.seq < row.seq]
    found: dict[str, str] = {}
    for visit in sorted(same, key=_number):
        for entry in _about(listed, visit.id):
            for name, state in _details(entry).get("items", []):
                came_from = found.pop(own_key(name), visit.receipt)
                if state == "carried":
                    found[own_key(name)] = came_from
    return {f"{_EARLIER}{key}": receipt for key, receipt in found.items()}


def own_key(key: str) -> str:
    """Return the key of an item as it stood in the visit it came from."""
    return key.removeprefix(_EARLIER)


def _number(row: VisitRow) -> int:
    return row.seq


def _about(listed: Register, visit_id: str) -> Iterator[Entry]:
    return (one for one in listed.at_desk if (one.target or {}).get("id") == visit_id)


def _details(entry: Entry) -> dict[str, Any]:
    return dict((entry.person or {}).get("details") or {})


def _of_kiosk(link: Link) -> str:
    what = _SAID[RE_CONSENT if link.event == RE_CONSENT else link.kind]
    return f"{what} on {link.day} at the kiosk, by {link.staff or 'unknown'}: {link.reason or '-'}"


def _of_desk(entry: Entry) -> str:
    told = _details(entry)
    event = str(entry.clear.fields.get("event"))
    parts = [f"{_SAID.get(event, event)} on {entry.clear.day} by {told['by']} ({told['role']})"]
    if "later" in told:
        parts.append(f"the later visit is {receipt_number(told['later']['id'])}")
    if "capacity" in told:
        parts.append(CAPACITY.get(told["capacity"], told["capacity"]))
    if "discussed" in told:
        parts.append("; ".join(TOPICS.get(one, one) for one in told["discussed"]))
    states = [state for _, state in told.get("items", [])]
    if states:
        carried = states.count("carried")
        parts.append(f"{len(states) - carried} resolved, {carried} carried forward")
    if told["why"] != NO_NOTE:
        parts.append(f"“{told['why']}”")
    return ". ".join(parts) + "."
