"""A visit as a page of plain English that stands on its own."""

from collections.abc import Iterator
from typing import Any

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.domain.marks import line_of, page_of
from kiosk.records.export.entries import Entry
from kiosk.records.export.standing import RE_CONSENT, Link, Standing

Json = dict[str, Any]

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
    """Return the page as text, a fact per line; the same record gives the same text."""
    lines = list(visit_lines(entry, person, standing))
    breaks = {number for number, (role, _) in enumerate(lines) if role == LABEL}
    return "".join(
        f"{chr(10) if number in breaks else ''}{'  ' if role == ITEM else ''}{text}\n"
        for number, (role, text) in enumerate(lines)
    )


def visit_lines(entry: Entry, person: Json, standing: Standing) -> Iterator[CopyLine]:
    """Yield the facts about a visit, each with how it looks on paper."""
    pack = entry.clear.fields["pack"]
    yield TITLE, f"Patient education record {entry.receipt}"
    yield from notes(entry)
    yield LABEL, "The visit"
    yield VALUE, f"Chose: {DOORS[person['door']]}"
    yield VALUE, f"Pressed: {person['meaning']}"
    yield VALUE, f"Reference given by staff: {person['reference'] or 'none'}"
    yield VALUE, f"Route: {person['route'] or 'not given'}"
    yield VALUE, f"Began: {person['started']['utc']}"
    yield VALUE, f"Decided: {person['decided']['utc']}"
    yield VALUE, f"Content: {pack['id']} {pack['version']}, language {pack['locale']}"
    yield VALUE, f"Content SHA-256: {pack['sha256']}"
    chosen = ", ".join(f"{name} {value}" for name, value in person["settings"])
    yield VALUE, f"Settings: {chosen or '-'}"
    yield from _talk(person)
    yield from _shown(person)
    yield from _later(standing)
    yield from proof(entry)


def notes(entry: Entry) -> Iterator[CopyLine]:
    """Yield what must be known before the rest is read."""
    if entry.clear.mode == "demo":
        yield NOTE, "SAMPLE. Made with the kiosk's demo, not with a patient."
    if entry.clear.kind == "ack":
        yield NOTE, _LIMIT


def proof(entry: Entry) -> Iterator[CopyLine]:
    """Yield what leads from paper back to the record."""
    clear = entry.clear
    yield LABEL, "The record"
    yield VALUE, f"Kiosk {clear.kiosk}, record {entry.row.seq} of part {clear.epoch}, {clear.day}"
    yield VALUE, f"Check code: {entry.check_code}"
    yield VALUE, f"Record hash: {entry.row.leaf.hex()}"


def _talk(person: Json) -> Iterator[CopyLine]:
    yield LABEL, "To talk about"
    topics = [f"idea {idea['idea']}" for idea in person["ideas"] if idea["talk"]]
    topics += [_marked(flag) for flag in person["flags"]]
    yield from ((ITEM, topic) for topic in topics or ["nothing was marked"])
    yield LABEL, "Ideas asked about"
    for idea in person["ideas"]:
        tries = len(idea["choices"])
        told = f"answered {tries} x, explained again {idea['explained']} x"
        yield ITEM, f"{idea['idea']}: {told}"


def _marked(flag: str) -> str:
    if not line_of(flag):
        return f"question marked on {flag}"
    return f"line {line_of(flag)} of {page_of(flag)}, marked to talk about"


def _shown(person: Json) -> Iterator[CopyLine]:
    yield LABEL, "Pages shown (seconds in front, visits)"
    for page in person["pages"]:
        yield ITEM, f"{page['page']}: {page['seconds']:.0f} s, {page['visits']}"


def _later(standing: Standing) -> Iterator[CopyLine]:
    yield LABEL, "Since then"
    if not standing.last("cosign"):
        yield VALUE, "No clinician has co-signed this record."
    for link in standing.links:
        yield VALUE, _line(link)


def _line(link: Link) -> str:
    said = "Replaced by a later visit" if link.event == RE_CONSENT else _SAID[link.kind]
    return f"{said} at {link.at} by staff {link.staff or 'unknown'}: {link.reason or '-'}"
