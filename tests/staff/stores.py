"""Record stores with a few visits in them."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.acknowledgement import Acknowledgement, Door, PackRef, Stamp
from kiosk.records.store import Store, open_store

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
STAMP = Stamp("2026-11-21T09:00:00.000Z", 1.0)
REFERENCE = "KET-SECRET-7"


def noon() -> datetime:
    return NOW


def visit(session: str, mode: str = "demo") -> Acknowledgement:
    return Acknowledgement(
        session=session,
        mode=mode,
        reference=REFERENCE,
        route="iv",
        pack=PackRef("ketamine", "0.1.0", "0" * 64, "en"),
        door=Door.NO,
        meaning="I went through this information",
        pages=(),
        ideas=(),
        flags=(),
        started=STAMP,
        decided=STAMP,
        settings=(),
    )


def opened(data: Path, mode: str = "demo", now: Callable[[], datetime] = noon) -> Store:
    return open_store(data, mode=mode, app_version="0.1.0", now=now)


def with_visits(data: Path, count: int, now: Callable[[], datetime] = noon) -> Path:
    """Make a demo store that holds its first record and some visits, and close it."""
    store = opened(data, now=now)
    for number in range(count):
        store.save(visit(f"visit-{number}"))
    store.close()
    return data
