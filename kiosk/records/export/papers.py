"""PDF: every record on paper, with the patient's copy word for word, and a list of them all."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kiosk.domain.acknowledgement import CopyLine, receipt_number
from kiosk.domain.copy import ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.records.copy_code import copy_code, copy_lines
from kiosk.records.entry import Clear
from kiosk.records.export.entries import Days, Entry, Source
from kiosk.records.export.folder import Unfinished
from kiosk.records.export.manifest import Tally
from kiosk.records.export.standing import Standing, standings, touched
from kiosk.records.export.visit_text import notes, proof, visit_lines

CONTENTS = "contents.pdf"
_ENGLISH = "en"
_LONG_LIST = 8
_COPY = "This is a copy. The record itself is in the kiosk's store and cannot be changed."
_CLOSED = "The rest of this record is sealed to other keys than the one used here."
_NAMES = {
    "ack": "Visit",
    "void": "Visit declared void",
    "correction": "Correction",
    "cosign": "Co-signature",
    "withdrawal": "Withdrawal",
    "audit": "Audit record",
    "service": "Service record",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """Words for paper in one language; a patient's copy has the code that proves them."""

    words: tuple[CopyLine, ...]
    language: str = _ENGLISH
    code: str = ""
    check_code: str = ""


# Makes one PDF of papers, a title and the line at the foot of each page.
Printing = Callable[[Sequence[Paper], str, str], bytes]


def write(folder: Unfinished, source: Source, days: Days, tally: Tally, printing: Printing) -> None:
    """Write a PDF per record and contents.pdf; the same records give the same bytes.

    A visit is written when it, or a later record about it, falls on one of the days. Records that
    the key does not open are there with their clear part.
    """
    said = standings(source.all_said())
    listed: list[tuple[str, str]] = []
    for entry in touched(source, days, tally, said):
        papers = tuple(_papers(entry, said.get(entry.row.id) or Standing(), tally))
        name, what = _name(entry), _what(entry)
        content = printing(papers, what, _foot(entry.clear, f"record {entry.row.seq}"))
        folder.whole_file(name, content, rows=1)
        listed.append((entry.clear.day, f"{entry.row.seq} · {what} · {name}"))
        if source.progress:
            source.progress(entry.row.seq, source.head.size)
    words = tuple(_contents(listed, source, tally))
    foot = f"Copy of records of kiosk {tally.kiosk}, part {tally.epoch}"
    content = printing((Paper(words),), "Contents of this export", foot)
    folder.whole_file(CONTENTS, content, rows=len(listed))


def _papers(entry: Entry, standing: Standing, tally: Tally) -> Iterator[Paper]:
    person = entry.person
    if entry.clear.kind != "ack" or person is None:
        yield Paper(tuple(_event_lines(entry)))
        return
    words = copy_lines(person.get("copy", []))
    if words:
        code = copy_code(bytes.fromhex(tally.device_key), entry.row)
        yield Paper(words, person["pack"][3], code, entry.check_code)
    title, *rest = visit_lines(entry, person, standing)
    yield Paper((title, (NOTE, _COPY), *_folded(rest)))


def _folded(lines: Iterable[CopyLine]) -> Iterator[CopyLine]:
    """Set a long list as running text, so that a hundred pages shown do not take three of paper."""
    for is_list, group in groupby(lines, lambda line: line[0] == ITEM):
        held = list(group)
        if is_list and len(held) > _LONG_LIST:
            yield VALUE, " · ".join(text for _, text in held)
        else:
            yield from held


def _event_lines(entry: Entry) -> Iterator[CopyLine]:
    yield TITLE, _what(entry)
    yield NOTE, _COPY
    yield from notes(entry)
    if entry.person is None:
        yield NOTE, _CLOSED
    else:
        yield LABEL, "What was recorded"
        yield from _details(entry.person)
    yield from proof(entry)


def _details(person: dict[str, object]) -> Iterator[CopyLine]:
    yield VALUE, f"Event: {person['event']}"
    if "at" in person:
        yield VALUE, f"At: {person['at']}"
    details = person.get("details")
    for name, held in (details if isinstance(details, dict) else {}).items():
        match name, held:
            case "by", str(text):
                yield VALUE, f"Staff: {text}"
            case "why", str(text):
                yield VALUE, f"Reason: {text}"
            case "later", {"id": str(later)}:
                yield VALUE, f"The later visit: {receipt_number(later)}"
            case _:
                yield VALUE, f"{name}: {json.dumps(held)}"


def _what(entry: Entry) -> str:
    kind, event = entry.clear.kind, entry.clear.fields.get("event")
    if kind == "ack":
        return f"Visit {entry.receipt}"
    about = f", visit {receipt_number(entry.target['id'])}" if entry.target else ""
    told = f" ({event})" if event not in {None, kind} else ""
    return f"{_NAMES[kind]}{told}{about}"


def _name(entry: Entry) -> str:
    last = f"visit-{entry.receipt}" if entry.clear.kind == "ack" else entry.clear.kind
    return f"record-{entry.row.seq:06}-{last}.pdf"


def _foot(clear: Clear, what: str) -> str:
    return f"Copy of {what} of kiosk {clear.kiosk}, part {clear.epoch}"


def _contents(
    listed: Sequence[tuple[str, str]], source: Source, tally: Tally
) -> Iterator[CopyLine]:
    yield TITLE, "Contents of this export"
    if tally.mode == "demo":
        yield NOTE, "SAMPLE. Made with the kiosk's demo, not with patients."
    yield NOTE, "It tells what people chose. Keep it as safe as a patient file."
    yield LABEL, "The store these records are from"
    yield VALUE, f"Kiosk {tally.kiosk}, part {tally.epoch}, {tally.records} records in this export"
    yield VALUE, f"Check code: {source.head.check_code}"
    yield VALUE, f"Head: {source.head.size}:{source.head.root}"
    yield (
        VALUE,
        "manifest.json holds the SHA-256 of every file and the kiosk's signature over the head.",
    )
    day = ""
    for at, line in listed:
        if at != day:
            yield LABEL, at
            day = at
        yield ITEM, line
