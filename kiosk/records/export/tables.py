"""CSV tables for a spreadsheet, with nothing in them that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from kiosk.domain.acknowledgement import receipt_number
from kiosk.records.export.entries import Entry, compact
from kiosk.records.export.folder import Counted, Unfinished

# Text that begins like this is taken for a formula; the wide forms too, in East Asian versions.
_FORMULA = tuple("=+-@|%\t\r\n＝＋－＠")
# Without this mark Excel reads UTF-8 as the local code page.
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

Cell = str | int | float | bool | None

RECORDS = "records.csv"
VISITS = "visits.csv"
PAGES = "pages.csv"
IDEAS = "ideas.csv"
EVENTS = "events.csv"
COLUMNS: dict[str, tuple[str, ...]] = {
    RECORDS: (
        *("seq", "receipt", "kind", "event", "day", "mode", "language", "pack", "pack_version"),
        *("pack_sha256", "about_receipt", "clock_synced", "clock_went_back", "app_version"),
        *("id", "leaf", "check_code"),
    ),
    VISITS: (
        *("seq", "receipt", "day", "reference", "route", "door", "meaning", "started", "decided"),
        *("flags", "talk_about", "settings"),
    ),
    PAGES: ("seq", "receipt", "order", "page", "seconds", "visits"),
    IDEAS: ("seq", "receipt", "idea", "choices", "explained", "talk"),
    EVENTS: ("seq", "kind", "event", "at", "about_receipt", "staff", "reason", "details"),
}
_WITH_KEY = (VISITS, PAGES, IDEAS, EVENTS)


def write(folder: Unfinished, entries: Iterable[Entry], *, with_key: bool) -> None:
    """Write records.csv, and the tables of what was sealed when there is a key."""
    names = (RECORDS, *_WITH_KEY) if with_key else (RECORDS,)
    with ExitStack() as stack:
        tables = {name: _Table(stack.enter_context(folder.file(name)), name) for name in names}
        for entry in entries:
            tables[RECORDS].add(_record(entry))
            if entry.person is None:
                continue
            if entry.clear.kind != "ack":
                tables[EVENTS].add(_event(entry, entry.person))
                continue
            tables[VISITS].add(_visit(entry, entry.person))
            for name, rows in ((PAGES, _pages), (IDEAS, _ideas)):
                for row in rows(entry, entry.person):
                    tables[name].add(row)


class _Table:
    """One CSV file with its heading written."""

    def __init__(self, file: Counted, name: str) -> None:
        self._file = file
        self._columns = len(COLUMNS[name])
        file.stream.write(_MARK)
        self._writer = csv.writer(file.stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self._writer.writerow(COLUMNS[name])

    def add(self, cells: Sequence[Cell]) -> None:
        if len(cells) != self._columns:
            raise ValueError(f"{len(cells)} cells for {self._columns} columns")
        self._writer.writerow([safe(cell) for cell in cells])
        self._file.rows += 1


def safe(cell: Cell) -> str | int | float:
    """Return a cell that no spreadsheet takes for a formula.

    Text that could be one, and text that begins with an apostrophe, gets an apostrophe in
    front; taking one apostrophe away from text that has it gives the original back.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return cell
    if cell.startswith("'") or cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _record(entry: Entry) -> tuple[Cell, ...]:
    fields = entry.clear.fields
    pack, clock = fields["pack"] or {}, fields["clock"]
    return (
        entry.row.seq,
        entry.receipt if entry.clear.kind == "ack" else "",
        entry.clear.kind,
        fields.get("event"),
        entry.clear.day,
        entry.clear.mode,
        pack.get("locale"),
        pack.get("id"),
        pack.get("version"),
        pack.get("sha256"),
        _about(fields.get("refers_to")),
        clock["synced"],
        clock["went_back"],
        fields["app"]["version"],
        entry.row.id,
        entry.row.leaf.hex(),
        entry.check_code,
    )


def _about(target: dict[str, str] | None) -> str | None:
    return receipt_number(target["id"]) if target else None


def _visit(entry: Entry, person: dict[str, Any]) -> tuple[Cell, ...]:
    return (
        entry.row.seq,
        entry.receipt,
        entry.clear.day,
        person["reference"],
        person["route"],
        person["door"],
        person["meaning"],
        person["started"]["utc"],
        person["decided"]["utc"],
        "; ".join(person["flags"]),
        "; ".join(idea["idea"] for idea in person["ideas"] if idea["talk"]),
        "; ".join(f"{name}={value}" for name, value in person["settings"]),
    )


def _pages(entry: Entry, person: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    for page in person["pages"]:
        shown = (page["order"], page["page"], page["seconds"], page["visits"])
        yield (entry.row.seq, entry.receipt, *shown)


def _ideas(entry: Entry, person: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    for idea in person["ideas"]:
        choices = "; ".join("not sure" if one is None else str(one) for one in idea["choices"])
        answered = (idea["idea"], choices, idea["explained"], idea["talk"])
        yield (entry.row.seq, entry.receipt, *answered)


def _event(entry: Entry, person: dict[str, Any]) -> tuple[Cell, ...]:
    details = dict(person.get("details") or {})
    staff, reason = details.pop("by", None), details.pop("why", None)
    return (
        entry.row.seq,
        entry.clear.kind,
        person.get("event"),
        person.get("at"),
        _about(entry.target),
        staff if isinstance(staff, str) else None,
        reason if isinstance(reason, str) else None,
        compact(details) if details else "",
    )
