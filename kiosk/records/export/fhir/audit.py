"""AuditEvent: that something was recorded, by whom and when."""

from kiosk.records.export.entries import Entry
from kiosk.records.export.fhir import names
from kiosk.records.export.fhir.names import Json
from kiosk.records.export.standing import instant

_LIFECYCLE = {
    "ack": ("originate", "Originate/Retain Record Lifecycle Event"),
    "void": ("deprecate", "Deprecate Record Lifecycle Event"),
    "correction": ("amend", "Amend (Update) Record Lifecycle Event"),
    "withdrawal": ("amend", "Amend (Update) Record Lifecycle Event"),
    "cosign": ("attest", "Attest Record Lifecycle Event"),
}
_ACTIVITY = {"system": names.DICOM, "code": "110100", "display": "Application Activity"}


def audit_event(entry: Entry, person: Json) -> Json:
    """Return the event of one record of any kind; raises UnmappableRecordError."""
    kind = entry.clear.kind
    moment = person["decided"]["utc"] if kind == "ack" else person.get("at")
    code = _LIFECYCLE.get(kind)
    done = {"system": names.LIFECYCLE, "code": code[0], "display": code[1]} if code else _ACTIVITY
    event = str(entry.clear.fields.get("event", kind))
    staff = (person.get("details") or {}).get("by")
    agents: list[Json] = [{"who": names.kiosk_agent(entry), "requestor": not staff}]
    if staff:
        agents.insert(0, {"who": names.staff_agent(staff), "requestor": True})
    about = entry.row.id if kind == "ack" else (entry.target or {}).get("id")
    what = {"entity": [{"what": names.named("DocumentReference", about)}]} if about else {}
    return {
        "resourceType": "AuditEvent",
        "id": names.resource_id("AuditEvent", entry),
        "meta": names.meta(entry),
        "type": done,
        "subtype": [{"system": names.KIND, "code": f"{kind}.{event}", "display": event}],
        "recorded": instant(moment, entry),
        "outcome": "0",
        "agent": agents,
        "source": {"observer": names.kiosk_agent(entry)},
        **what,
    }
