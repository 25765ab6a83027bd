"""The files of a FHIR export: bundles to send, and the documents alone."""

from collections import Counter

from kiosk.records.export.entries import Days, Entry, Source, compact
from kiosk.records.export.fhir.audit import audit_event
from kiosk.records.export.fhir.bundle import transaction, visit_resources
from kiosk.records.export.fhir.names import Json
from kiosk.records.export.fhir.resources import Visit
from kiosk.records.export.folder import Counted, Unfinished
from kiosk.records.export.manifest import Tally
from kiosk.records.export.standing import Standing, standings, touched

BUNDLES = "bundles.ndjson"
DOCUMENTS = "document-references.ndjson"


def write(folder: Unfinished, source: Source, days: Days, tally: Tally) -> None:
    """Write a transaction per record, and each DocumentReference once more by itself.

    A visit is written when it, or a later record about it, falls on one of the days: what a
    co-signature changes has to be sent again. Records that the key does not open are counted
    and left out. Raises UnmappableRecordError.
    """
    said = standings(source.all_said())
    counts: Counter[str] = Counter()
    with folder.file(BUNDLES) as bundles, folder.file(DOCUMENTS) as documents:
        for entry in touched(source, days, tally, said):
            resources = _resources(entry, said)
            if resources:
                _put(bundles, documents, resources)
                counts.update(one["resourceType"] for one in resources)
        for entry in source.elsewhere:
            if entry.person and days.hold(entry.clear.day):
                _put(bundles, documents, [audit_event(entry, entry.person)])
                counts["AuditEvent"] += 1
    tally.extra["resources"] = dict(sorted(counts.items()))


def _resources(entry: Entry, said: dict[str, Standing]) -> list[Json]:
    person = entry.person
    # The first record of a store tells of its keys and has no time of day.
    if person is None or entry.row.seq == 0:
        return []
    if entry.clear.kind != "ack":
        return [audit_event(entry, person)]
    return visit_resources(Visit(entry, person, said.get(entry.row.id) or Standing()))


def _put(bundles: Counted, documents: Counted, resources: list[Json]) -> None:
    bundles.line(compact(transaction(resources)))
    for one in resources:
        if one["resourceType"] == "DocumentReference":
            documents.line(compact(one))
