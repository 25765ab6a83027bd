"""A kiosk's store of a few visits, and a desk that looks at it."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.domain.acknowledgement import (
    Acknowledgement,
    CopyLine,
    Door,
    IdeaAnswer,
    PackRef,
    PageShown,
    Stamp,
    receipt_number,
)
from kiosk.domain.copy import ITEM, LABEL, LETTERS, TITLE
from kiosk.platform.paths import default_content
from kiosk.records.store import open_store
from kiosk.staff.content_changes import pack_now
from kiosk.staff.desk.desk import Desk
from kiosk.staff.desk.people import People, Person
from kiosk.staff.desk.register import ContentNow, Register, VisitRow
from kiosk.staff.pin import HashCost
from tests.staff.set_clock import SetClock

CHEAP = HashCost(1, 64, 1)
PIN = "274159"
ANN = Person("AL", "Ann Lee", "clinician")
REX = Person("RX", "Rex Moe", "reception")


def now() -> datetime:
    """The moment of everything at this desk."""
    return datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@cache
def pack() -> Pack:
    """The content that ships."""
    return load_pack(default_content())


def pack_ref(language: str = "en") -> PackRef:
    """Return what a record says of the content that ships."""
    info = pack().info
    return PackRef(info.id, info.version, info.digest, language)


def visit(session: str, door: Door = Door.READY, language: str = "en") -> Acknowledgement:
    """Return a visit with one idea unclear, one explained, one unanswered and two marks."""
    flags = ("must-not", "f26")
    pages = {page.id: page.title for one in pack().lessons[language].chapters for page in one.pages}
    copy: list[CopyLine] = [(TITLE, "Your copy"), (LABEL, "What you want to ask")]
    copy += [(ITEM, pages[flag]) for flag in flags]
    copy += [(LETTERS, "ACDE-FGHJ")]
    return Acknowledgement(
        session=session,
        mode="demo",
        reference=f"K-{session}",
        route="iv",
        pack=pack_ref(language),
        door=door,
        meaning="I went through this information",
        pages=tuple(PageShown(one, n, 9.0, 1 + n) for n, one in enumerate(flags)),
        ideas=(
            IdeaAnswer("drive", (0, 2), 2, talk=True),
            IdeaAnswer("approved", (1, 0), 1, talk=False),
            IdeaAnswer("button", (), 0, talk=True),
            IdeaAnswer("misuse", (1,), 0, talk=False),
        ),
        flags=flags,
        started=Stamp("2026-11-21T09:00:00Z", 1.0),
        decided=Stamp("2026-11-21T09:24:00Z", 1441.0),
        settings=(("size", "L"),),
        copy=tuple(copy),
    )


def kiosk_with(data: Path, *visits: Acknowledgement) -> Path:
    """Make a kiosk's demo store, or add to it."""
    with closing(open_store(data, mode="demo", app_version="0.1.0", now=now)) as store:
        for one in visits:
            store.save(one)
    return data


def desk_at(folder: Path) -> Desk:
    """Return a desk with a clinician and a receptionist."""
    people = People(folder, SetClock(), CHEAP)
    if not people.all():
        for one in (ANN, REX):
            people.set_person(one, PIN)
    return Desk(folder, people, now, {pack().info.digest: pack()}, ContentNow(pack_now(pack())))


def row_of(listed: Register, session: str) -> VisitRow:
    """Return the row of a visit."""
    return next(one for one in listed.rows if one.receipt == receipt_number(session))


def marked_none(session: str) -> Acknowledgement:
    """Return a visit with nothing to settle."""
    return replace(visit(session), flags=(), ideas=(), copy=())
