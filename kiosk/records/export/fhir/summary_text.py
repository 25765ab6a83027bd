"""A visit as a page of plain English that stands on its own."""

from collections.abc import Iterator

from kiosk.records.export.entries import Entry
from kiosk.records.export.fhir.names import Json
from kiosk.records.export.fhir.standing import RE_CONSENT, Link, Standing

DOORS = {
    "ready": "Ready to talk about starting",
    "questions": "Has questions first",
    "no": "Does not want this",
}
_SAID = {
    "void": "Declared void",
    "correction": "Corrected",
    "withdrawal": "Withdrawn",
    "cosign": "Co-signed",
}
_LIMIT = (
    "This page tells what a person was shown, answered and chose on the kiosk. It is not an "
    "informed consent to treatment, and it replaces no enrolment form."
)


def summary(entry: Entry, person: Json, standing: Standing) -> str:
    """Return the page, a fact per line; the same record gives the same text."""
    return "\n".join(_lines(entry, person, standing)) + "\n"


def _lines(entry: Entry, person: Json, standing: Standing) -> Iterator[str]:
    pack = entry.clear.fields["pack"]
    yield f"Patient education record {entry.receipt}"
    if entry.clear.mode == "demo":
        yield "SAMPLE. Made with the kiosk's demo, not with a patient."
    yield _LIMIT
    yield ""
    yield f"Chose: {DOORS[person['door']]}"
    yield f"Pressed: {person['meaning']}"
    yield f"Reference given by staff: {person['reference'] or 'none'}"
    yield f"Route: {person['route'] or 'not given'}"
    yield f"Began: {person['started']['utc']}"
    yield f"Decided: {person['decided']['utc']}"
    yield f"Content: {pack['id']} {pack['version']}, language {pack['locale']}"
    yield f"Content SHA-256: {pack['sha256']}"
    yield f"Settings: {', '.join(f'{name} {value}' for name, value in person['settings']) or '-'}"
    yield ""
    yield from _talk(person)
    yield from _shown(person)
    yield from _later(standing)
    yield f"Kiosk {entry.clear.kiosk}, record {entry.row.seq} of part {entry.clear.epoch}"
    yield f"Check code: {entry.check_code}"
    yield f"Record hash: {entry.row.leaf.hex()}"


def _talk(person: Json) -> Iterator[str]:
    yield "To talk about:"
    topics = [f"  idea {idea['idea']}" for idea in person["ideas"] if idea["talk"]]
    topics += [f"  question marked on {flag}" for flag in person["flags"]]
    yield from topics or ["  nothing was marked"]
    yield "Ideas asked about:"
    for idea in person["ideas"]:
        tries = len(idea["choices"])
        yield f"  {idea['idea']}: answered {tries} x, explained again {idea['explained']} x"
    yield ""


def _shown(person: Json) -> Iterator[str]:
    yield "Pages shown (seconds in front, visits):"
    for page in person["pages"]:
        yield f"  {page['page']}: {page['seconds']:.0f} s, {page['visits']}"
    yield ""


def _later(standing: Standing) -> Iterator[str]:
    if not standing.last("cosign"):
        yield "No clinician has co-signed this record."
    for link in standing.links:
        yield _line(link)
    yield ""


def _line(link: Link) -> str:
    said = "Replaced by a later visit" if link.event == RE_CONSENT else _SAID[link.kind]
    return f"{said} at {link.at} by staff {link.staff or 'unknown'}: {link.reason or '-'}"
