"""Listing the records of a long store in a process of its own, which sends them bit by bit."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from kiosk.domain.errors import AnteroomError
from kiosk.records.apart import Apart, EndedEarlyError, Tell, can_be_apart
from kiosk.records.export.errors import StoreNotInOrderError
from kiosk.records.reading import open_readonly, record_count
from kiosk.records.unseal import Opener, opener_of
from kiosk.records.verify import Progress
from kiosk.staff.desk.glance import glance
from kiosk.staff.desk.register import ContentNow, Register, VisitRow, register

# What is sent at one time is unpacked in a few milliseconds.
_AT_A_TIME = 500
# Records; fewer are listed sooner than a process starts.
WORTH_IT = 1000
Glimpsed = Callable[[tuple[VisitRow, ...]], None]


class NotLoadedError(AnteroomError):
    """The records could not be listed; the text says why."""


@dataclass(frozen=True, slots=True)
class Load:
    """What to list; `key` is a raw private key, b"" for none."""

    store: Path
    content: ContentNow | None
    desk: Path | None
    key: bytes = field(default=b"", repr=False)


def is_long(store: Path) -> bool:
    """Tell whether a store has so many records that another process is worth its start."""
    try:
        with open_readonly(store) as connection:
            return can_be_apart() and record_count(connection) >= WORTH_IT
    except (sqlite3.Error, OSError, ValueError):
        # What is wrong with it, the verification tells.
        return False


def begin(load: Load) -> Apart:
    """Begin to list in another process; raises OSError where there is none to be had."""
    return Apart(partial(_list_apart, load))


def gathered(apart: Apart, progress: Progress | None, glimpsed: Glimpsed | None) -> Register:
    """Return the list once it is whole.

    Raises StoreNotInOrderError, NotLoadedError or EndedEarlyError.
    """
    seen: list[VisitRow] = []
    rows: list[VisitRow] = []
    for told in apart.told():
        match told:
            case _Part(some, checked):
                (rows if checked else seen).extend(some)
                if glimpsed and not checked and len(some) < _AT_A_TIME:
                    glimpsed(tuple(seen))
            case _Far(done, of) if progress:
                progress(done, of)
            case Register():
                return replace(told, rows=tuple(rows))
            case _Refused(why, damaged):
                raise StoreNotInOrderError(why) if damaged else NotLoadedError(why)
    raise EndedEarlyError("the records were not read to the end")


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the lines; the last part of all is never full."""

    rows: tuple[VisitRow, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why there is no list."""

    why: str
    damaged: bool


@dataclass(frozen=True, slots=True)
class _Far:
    """How far it is."""

    done: int
    of: int


def _list_apart(load: Load, tell: Tell) -> None:
    """Tell what can be seen at a glance, how far it is, and in the end the list."""
    *_, seen = ((), *glance(load.store))
    _tell_rows(tell, seen, checked=False)
    try:
        opener: Opener | None = opener_of(load.key) if load.key else None
        listed = register(
            load.store,
            opener,
            content=load.content,
            desk=load.desk,
            progress=partial(_tell_progress, tell),
        )
    except AnteroomError as error:
        tell(_Refused(str(error), isinstance(error, StoreNotInOrderError)))
        return
    _tell_rows(tell, listed.rows, checked=True)
    tell(replace(listed, rows=()))


def _tell_progress(tell: Tell, done: int, of: int) -> None:
    tell(_Far(done, of))


def _tell_rows(tell: Tell, rows: tuple[VisitRow, ...], *, checked: bool) -> None:
    for start in range(0, len(rows) + 1, _AT_A_TIME):
        tell(_Part(rows[start : start + _AT_A_TIME], checked))
