"""What was recorded about a visit since, and what earlier visits of the same person left open."""

from collections.abc import Iterator
from typing import Any

from kiosk.domain.acknowledgement import receipt_number
from kiosk.i18n.catalogue import Words
from kiosk.i18n.direction import set_apart
from kiosk.records.export.entries import Entry
from kiosk.records.export.standing import RE_CONSENT, Link
from kiosk.staff.desk.codes import NO_NOTE
from kiosk.staff.desk.names import capacity, discussed, happened, role
from kiosk.staff.desk.register import Register, VisitRow

_EARLIER = "earlier:"


def history(listed: Register, row: VisitRow, words: Words) -> tuple[str, ...]:
    """Return one line for each record about a visit, those of the kiosk first."""
    said = listed.said.get(row.id)
    lines = [_of_kiosk(words, link) for link in said.links] if said else []
    return (*lines, *(_of_desk(words, one) for one in _about(listed, row.id)))


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


def _of_kiosk(words: Words, link: Link) -> str:
    return words.t(
        "{what} on {day} at the kiosk, by {who}: {why}",
        what=happened(words, RE_CONSENT if link.event == RE_CONSENT else link.kind),
        day=link.day,
        who=link.staff or words.t("unknown"),
        why=link.reason or "-",
    )


def _of_desk(words: Words, entry: Entry) -> str:
    told = _details(entry)
    what = happened(words, str(entry.clear.fields.get("event")))
    who = {"who": told["by"], "role": role(words, told["role"])}
    parts = [words.t("{what} on {day} by {who} ({role})", what=what, day=entry.clear.day, **who)]
    if "later" in told:
        receipt = receipt_number(told["later"]["id"])
        parts.append(words.t("the later visit is {receipt}", receipt=receipt))
    if "capacity" in told:
        parts.append(capacity(words).get(told["capacity"], told["capacity"]))
    if "discussed" in told:
        topics = discussed(words)
        parts.append("; ".join(topics.get(one, one) for one in told["discussed"]))
    states = [state for _, state in told.get("items", [])]
    if states:
        count = {"carried": states.count("carried"), "resolved": states.count("resolved")}
        parts.append(words.t("{resolved} resolved, {carried} carried forward", **count))
    if told["why"] != NO_NOTE:
        parts.append(f"“{set_apart(told['why'], rtl=words.locale.direction == 'rtl')}”")
    return ". ".join(parts) + "."
