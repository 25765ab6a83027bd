"""Ids, code systems and small parts that several resources share."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.export.entries import Entry

Json = dict[str, Any]

RECORD = "urn:anteroom:record"
RECEIPT = "urn:anteroom:receipt"
KIOSK = "urn:anteroom:kiosk"
REFERENCE = "urn:anteroom:reference"
STAFF = "urn:anteroom:staff"
KIND = "urn:anteroom:kind"
DOOR = "urn:anteroom:door"
LOINC = "http://loinc.org"
_TERMS = "http://terminology.hl7.org/CodeSystem"
PARTICIPANT = f"{_TERMS}/provenance-participant-type"
SCOPE = f"{_TERMS}/consentscope"
LIFECYCLE = f"{_TERMS}/iso-21089-lifecycle"
DICOM = "http://dicom.nema.org/resources/ontology/DCM"
ABSENT = f"{_TERMS}/data-absent-reason"
SIGNATURE = "urn:iso-astm:E1762-95:2013"
_CONFIDENTIALITY = f"{_TERMS}/v3-Confidentiality"
_REASON = f"{_TERMS}/v3-ActReason"

# LOINC 59284-0 is "Consent Document"; the text says what this one is and is not.
DOCUMENT_TYPE: Json = {
    "coding": [{"system": LOINC, "code": "59284-0", "display": "Consent Document"}],
    "text": "Record of patient education before treatment; not a consent to treatment by itself",
}


def resource_id(kind: str, entry: Entry, record_id: str | None = None) -> str:
    """Return the id of a resource: the same at every export, for one record of one kiosk."""
    name = f"{RECORD}/{entry.clear.kiosk}/{record_id or entry.row.id}/{kind}"
    return str(uuid5(NAMESPACE_URL, name))


def link_to(kind: str, entry: Entry, record_id: str | None = None) -> Json:
    """Return a reference to a resource of a visit."""
    return {"reference": f"{kind}/{resource_id(kind, entry, record_id)}"}


def named(kind: str, record_id: str) -> Json:
    """Return a reference by record id to what the server may or may not hold."""
    identifier = {"system": RECORD, "value": record_id}
    return {"type": kind, "identifier": identifier, "display": receipt_number(record_id)}


def meta(entry: Entry) -> Json:
    """Return tags to find a record by; a demo is marked as test data."""
    security = [{"system": _CONFIDENTIALITY, "code": "R", "display": "restricted"}]
    if entry.clear.mode == "demo":
        security.append({"system": _REASON, "code": "HTEST", "display": "test health data"})
    return {"tag": [{"system": RECORD, "code": entry.row.id}], "security": security}


def identifiers(entry: Entry) -> list[Json]:
    """Return the record id and the receipt number."""
    return [
        {"use": "official", "system": RECORD, "value": entry.row.id},
        {"use": "secondary", "system": RECEIPT, "value": entry.receipt},
    ]


def kiosk_agent(entry: Entry) -> Json:
    """Return a reference to the kiosk by its id."""
    kiosk = entry.clear.kiosk
    at_desk = "head" in ((entry.person or {}).get("details") or {})
    return {
        "type": "Device",
        "identifier": {"system": KIOSK, "value": kiosk},
        "display": f"Anteroom {'desk' if at_desk else 'kiosk'} {kiosk}",
    }


def staff_agent(staff: str) -> Json:
    """Return a reference to a member of staff as the record names them."""
    return {
        "type": "Practitioner",
        "identifier": {"system": STAFF, "value": staff},
        "display": staff,
    }


def subject(entry: Entry, person: Json) -> Json:
    """Return whom a visit is about: the reference staff gave, else whoever holds the receipt.

    Rule ppc-5 wants a patient in every consent to treatment.
    """
    if person["reference"]:
        identifier = {"system": REFERENCE, "value": person["reference"]}
        return {"type": "Patient", "identifier": identifier}
    return {
        "type": "Patient",
        "identifier": {"system": RECEIPT, "value": entry.receipt},
        "display": f"No reference given; holds receipt {entry.receipt}",
    }
