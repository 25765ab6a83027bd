"""A visit of ordinary length and a store to put it in."""

# ruff: noqa: INP001 -- benchmarks are scripts

from datetime import datetime
from pathlib import Path
from uuid import uuid4

from kiosk.domain.acknowledgement import (
    Acknowledgement,
    Door,
    IdeaAnswer,
    PackRef,
    PageShown,
    Stamp,
)
from kiosk.records.store import Store, open_store


def visit() -> Acknowledgement:
    """Return a visit of ordinary length under a new session id."""
    return Acknowledgement(
        session=str(uuid4()),
        mode="demo",
        reference=None,
        route="iv",
        pack=PackRef("ketamine", "1.0", "0" * 64, "en"),
        door=Door.QUESTIONS,
        meaning="I went through this information",
        pages=tuple(PageShown(f"page-{number}", number, 9.5, 1) for number in range(30)),
        ideas=tuple(IdeaAnswer(f"idea-{n}", (0, None), 1, talk=False) for n in range(8)),
        flags=("driving", "cost"),
        started=Stamp("2026-01-01T09:00:00Z", 10.0),
        decided=Stamp("2026-01-01T09:20:00Z", 1210.0),
        settings=(("size", "large"),),
    )


def open_demo(data: Path) -> Store:
    """Open a demo store with the system's clock."""
    return open_store(data, mode="demo", app_version="bench", now=_local_now)


def _local_now() -> datetime:
    return datetime.now().astimezone()
