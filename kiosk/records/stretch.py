"""Checking a stretch of records by itself, so that several can be checked at the same time.

A stretch is plainly sound or nothing is said of it: what is wrong is for the walk to find and name.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.records.anchor import checkpoint
from kiosk.records.clock_jumps import ClockJumps
from kiosk.records.database import row_at
from kiosk.records.errors import StoreDamaged
from kiosk.records.ratchet import key_after, mac_of
from kiosk.records.reading import BATCH, DAMAGE, connect_readonly
from kiosk.records.signer import Keys, Signer
from kiosk.records.tree import Growing, leaf_hash
from kiosk.records.usual import Shape, read_place, shape_of


class Stretch(NamedTuple):
    """The records from number `start` up to `stop`, and what each of them must agree with.

    `mac_key` is the one-time key of the first of them, None where the keys are not known; without
    `keys` the signatures are left out.
    """

    path: Path
    start: int
    stop: int
    kiosk: str
    epoch: int
    mode: str
    mac_key: bytes | None
    keys: Keys | None


class Tip(NamedTuple):
    """What the next record must follow on."""

    leaf: bytes
    latest_day: str
    day: str


FIRST = Tip(bytes(32), "", "")


@dataclass(slots=True)
class Sound:
    """What was found of a stretch in which nothing is wrong.

    It follows on `before`; whether that is what stands before it, and whether the `roots` follow
    from `folds`, the roots that the records of this stretch alone give, is left to the reader.
    """

    before: Tip
    after: Tip
    mac_key: bytes | None
    ids: list[str] = field(default_factory=list)
    folds: list[bytes] = field(default_factory=list)
    roots: list[bytes] = field(default_factory=list)
    tree: Growing = field(default_factory=Growing)
    jumps: list[str] = field(default_factory=list)


class OddError(ValueError):
    """Something is not as in a sound stretch."""


def look(stretch: Stretch) -> Sound | None:
    """Check a stretch; None where anything at all is unusual."""
    try:
        with closing(connect_readonly(stretch.path)) as connection:
            before = _tip_before(connection, stretch.start)
            return _Looking(stretch, before).over(_batches(connection, stretch))
    except (*DAMAGE, StoreDamaged):
        return None


def _tip_before(connection: sqlite3.Connection, start: int) -> Tip:
    if start == 0:
        return FIRST
    row = row_at(connection, start - 1)
    if row is None:
        raise OddError("the record before is missing")
    place = read_place(row.body)
    return Tip(row.leaf, place.latest_day, place.day)


def _batches(connection: sqlite3.Connection, stretch: Stretch) -> Iterator[list[Any]]:
    """Yield the rows, each batch in a read lock of its own."""
    query = "SELECT * FROM record WHERE seq >= ? AND seq < ? ORDER BY seq"
    for start in range(stretch.start, stretch.stop, BATCH):
        stop = min(start + BATCH, stretch.stop)
        rows = connection.execute(query, (start, stop)).fetchall()
        if len(rows) != stop - start:
            raise OddError("records are missing")
        yield rows


class _Looking:
    """The state along a stretch; raises OddError, or ValueError and TypeError on damage."""

    def __init__(self, stretch: Stretch, before: Tip) -> None:
        self._stretch = stretch
        self._signer = Signer(stretch.keys) if stretch.keys else None
        self._prev, self._latest = before.leaf.hex(), before.latest_day
        self._jumps = ClockJumps(before.day)
        self._shape: Shape | None = None
        self._seq = stretch.start
        self._found = Sound(before, before, stretch.mac_key)

    def over(self, batches: Iterator[list[Any]]) -> Sound:
        """Check every row and return what was found."""
        for rows in batches:
            self._rows(rows)
            self._columns(rows)
        found = self._found
        found.after = Tip(bytes.fromhex(self._prev), self._latest, self._jumps.last)
        found.jumps = self._jumps.found
        return found

    def _rows(self, rows: list[Any]) -> None:
        """Check what each record says and how it follows on the one before it."""
        seq, prev, tree = self._seq, self._prev, self._found.tree
        for number, name, body, sealed, leaf, _, _, _ in rows:
            if number != seq or leaf_hash(body) != leaf:
                raise OddError("a column")
            digest = sha256(sealed).hexdigest()
            if self._shape is None or not self._shape.fits(body, name, seq, prev, digest):
                self._read(body, (name, seq, prev, digest))
            elif self._shape.turned_back:
                self._jumps.look(self._shape.place._replace(seq=seq), body)
            self._found.folds.append(tree.root_with(leaf))
            tree.add(leaf)
            prev = leaf.hex()
            seq += 1
        self._seq, self._prev = seq, prev

    def _read(self, body: bytes, values: tuple[object, ...]) -> None:
        stretch, place = self._stretch, read_place(body)
        latest = self._latest = max(self._latest, place.day)
        if (
            (place.id, place.seq, place.prev, place.sealed_sha256) != values
            or place.kiosk != stretch.kiosk
            or place.epoch != stretch.epoch
            or place.mode != stretch.mode
            or place.latest_day != latest
        ):
            raise OddError("a clear part")
        self._jumps.look(place, body)
        self._shape = shape_of(body, place)

    def _columns(self, rows: list[Any]) -> None:
        """Check the one-time keys and the signatures of a batch that is sound so far."""
        found, stretch = self._found, self._stretch
        found.ids += [row[1] for row in rows]
        found.roots += [row[5] for row in rows]
        key = found.mac_key
        if key is not None:
            for row in rows:
                if mac_of(key, row[4]) != row[6]:
                    raise OddError("a one-time key")
                key = key_after(key)
            found.mac_key = key
        if self._signer is not None:
            kiosk, epoch = stretch.kiosk, stretch.epoch
            claims = [
                (row[7], checkpoint(kiosk, epoch, row[0] + 1, row[5]) + row[4]) for row in rows
            ]
            if not self._signer.covers_all(claims):
                raise OddError("a signature")
