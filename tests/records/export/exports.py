"""Stores to export and exports to look at."""

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from kiosk.domain.acknowledgement import Door
from kiosk.records.export.entries import Days
from kiosk.records.export.export import Form, Request, export
from kiosk.records.export.manifest import Origin
from kiosk.records.export.papers import Paper
from kiosk.records.links import LINKS, Said, Visit, find_visit, re_consent
from kiosk.records.unseal import Opener, load_opener
from tests.records.visits import Clock, open_demo, visit

ORIGIN = Origin("2026-11-22T08:00:00+00:00", "0.1.0")
SAID = Said("N17", "As asked")
Json = dict[str, Any]


def receipt(session: str) -> str:
    return Visit(session, "").receipt


def link(data: Path, kind: str, session: str, later: str = "", clock: Clock | None = None) -> None:
    """Write a record about a visit."""
    with closing(open_demo(data, clock)) as store:
        about = find_visit(data, receipt(session))
        if kind == "re_consent":
            re_consent(store, about, find_visit(data, receipt(later)), SAID)
        else:
            LINKS[kind](store, about, SAID)


def three_doors(data: Path) -> None:
    """Make a store with a visit for each door: ready, questions, no."""
    with closing(open_demo(data)) as store:
        for door in Door:
            store.save(visit(door.value, door, ("how-1", "how-2", "how-2#3")))


def demo_key(data: Path) -> Opener:
    return load_opener(data / "demo-recipient.key")


def as_text(papers: Sequence[Paper], title: str, foot: str) -> bytes:
    """Make no PDF but its words; the pages themselves are looked at in tests/commands."""
    said = [(paper.words, paper.language, paper.code) for paper in papers]
    return repr((title, foot, said)).encode()


def exported(
    data: Path,
    target: Path,
    form: Form,
    *,
    days: Days | None = None,
    key: bool = True,
    desk: Path | None = None,
) -> Json:
    """Export and return the manifest as it was written."""
    opener = demo_key(data) if key else None
    request = Request(data, target, form, ORIGIN, days or Days(), opener, as_text, desk)
    manifest = export(request)
    written: Json = json.loads((target / "manifest.json").read_text("utf-8"))
    assert manifest == written
    return written


def lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def resources(target: Path, kind: str | None = None) -> list[Json]:
    """Return the resources of a FHIR export, of one type or all."""
    bundles = lines(target / "bundles.ndjson")
    found = [entry["resource"] for bundle in bundles for entry in bundle["entry"]]
    return [one for one in found if kind in (None, one["resourceType"])]
