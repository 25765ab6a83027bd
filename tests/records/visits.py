"""Visits to record, a clock to set, and ways to change a store behind the kiosk's back."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.acknowledgement import (
    Acknowledgement,
    Door,
    IdeaAnswer,
    PackRef,
    PageShown,
    Stamp,
)
from kiosk.domain.kept import KeptVisit, Why
from kiosk.records.store import Store, open_store

PACK = PackRef("ketamine", "1.0", "ab" * 32, "en")


@dataclass
class Clock:
    """Local time, moved by hand."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.moment


def visit(session: str, door: Door = Door.READY, flags: tuple[str, ...] = ()) -> Acknowledgement:
    """Return a short visit."""
    return Acknowledgement(
        session=session,
        mode="demo",
        reference="K-17",
        route="iv",
        pack=PACK,
        door=door,
        meaning="I went through this information",
        pages=(PageShown("how-1", 0, 12.5, 1), PageShown("how-2", 1, 8.0, 2)),
        ideas=(IdeaAnswer("ride-home", (0, None), 1, talk=True),),
        flags=flags,
        started=Stamp("2026-11-21T09:00:00Z", 100.0),
        decided=Stamp("2026-11-21T09:20:00Z", 1300.0),
        settings=(("size", "large"),),
    )


def unfinished(session: str, why: Why = Why.STAFF) -> KeptVisit:
    """Return a visit that nobody finished."""
    whole = visit(session)
    return KeptVisit(
        session=session,
        mode="demo",
        why=why,
        reference="K-17",
        route="iv",
        pack=PACK,
        pages=whole.pages,
        ideas=whole.ideas,
        flags=("cost",),
        started=whole.started,
        ended=Stamp("2026-11-21T09:10:00Z", 700.0),
        settings=(("size", "large"), ("dosed", "within 24 hours"), ("attested_by", "reception")),
    )


def open_demo(data: Path, clock: Clock | None = None) -> Store:
    """Open a demo store."""
    return open_store(data, mode="demo", app_version="0.1.0", now=(clock or Clock()).now)


def filled(data: Path, visits: int) -> None:
    """Make a demo store with some visits, named s1, s2, ..."""
    with closing(open_demo(data)) as store:
        for number in range(1, visits + 1):
            store.save(visit(f"s{number}"))


def run_sql(database: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change a store as somebody with a stock SQLite would; the guards are put back after."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        guards = connection.execute(query).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement, values)
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()
