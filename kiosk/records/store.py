"""The record store of one kiosk: save, find, list, close."""

import os
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from kiosk.domain.acknowledgement import Acknowledgement, PackRef, Saved, receipt_number
from kiosk.domain.copy import copy_hash
from kiosk.domain.kept import KeptVisit
from kiosk.domain.staffing.finding import Wanted
from kiosk.records import provision, space
from kiosk.records.anchor import check_code
from kiosk.records.compose import Draft, Moment, Site, compose
from kiosk.records.copy_code import copy_code
from kiosk.records.database import DATABASE, Row, insert, row_at, row_of
from kiosk.records.entry import EVENT_PATTERN, ID_PATTERN, MODES, Kind, MalformedBodyError, Mode
from kiosk.records.errors import BadKey, RecordsError, StoreFolderUnusable
from kiosk.records.faults import opening_error, reason_of, save_failed
from kiosk.records.keys import DEMO_KEY, load_recipients
from kiosk.records.lock import FolderLock, take_lock
from kiosk.records.opening import Opened, open_existing
from kiosk.records.person import KEPT, acknowledgement_bytes, kept_bytes, sealed_json
from kiosk.records.provision import Sources
from kiosk.records.ratchet import Advancer
from kiosk.records.search import Found, is_sound, numbered, search
from kiosk.records.summary import Head, Summary, newest, with_receipt

EventKind = Literal["void", "correction", "cosign", "withdrawal", "audit", "service"]
VISIT_KINDS = ("ack", "void", "correction", "cosign", "withdrawal")
# The target of a co-signature or a withdrawal would tell what a person decided.
_OPEN_TARGET = ("void", "correction")
# All that a record besides a visit may say: who, why, and which later visit; and what a clinician
# at the desk adds: their role, what was talked about, and the signed head of the kiosk's store.
DETAILS = frozenset(
    ("by", "why", "later", "role", "capacity", "discussed", "items", "head"),
)
_TROUBLE = (sqlite3.Error, OSError, RecordsError, BadKey)
T = TypeVar("T")


def _unknown() -> bool | None:
    return None


def open_store(
    data: Path,
    *,
    mode: str,
    app_version: str,
    now: Callable[[], datetime],
    recipients: Sequence[Path] = (),
    clock_synced: Callable[[], bool | None] = _unknown,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> "Store":
    """Open the store of a data folder, or make it when the folder is fresh.

    `now` gives local time with its zone; `recipients` are public key files besides those
    in the folder's `recipients`. Raises a RecordsError (StoreBusy, StoreDamaged,
    StoreFolderUnusable, UnsafeStore, StoreTooNew, WrongMode, NoRecipient) or BadKey.
    """
    if mode not in MODES:
        raise ValueError(f"mode is {mode!r}, not one of {sorted(MODES)}")
    checked: Mode = "production" if mode == "production" else "demo"
    sources = Sources(now, clock_synced, random_bytes)
    _prepare_folder(data)
    lock = take_lock(data)
    try:
        return _open_locked(data, checked, app_version, tuple(recipients), sources, lock)
    except (OSError, sqlite3.Error) as error:
        lock.release()
        raise opening_error(error, data) from error
    except BaseException:
        lock.release()
        raise


def _prepare_folder(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if data.stat().st_mode & 0o077:
            data.chmod(0o700)
    except OSError as error:
        raise StoreFolderUnusable(
            f"{data}: cannot be used as data folder ({error.strerror}); "
            "name another one with --data"
        ) from error


def _open_locked(
    data: Path,
    mode: Mode,
    app_version: str,
    more: tuple[Path, ...],
    sources: Sources,
    lock: FolderLock,
) -> "Store":
    if provision.is_fresh(data):
        provision.set_up(data, mode, app_version, more, sources)
    recipients = provision.require_recipients(load_recipients(data, more))
    opened = open_existing(data, mode)
    site = Site(opened.device, opened.epoch, mode, app_version, recipients, sources.random_bytes)
    store = Store(data, site, sources, opened, lock)
    try:
        if opened.recipients != tuple(recipient.id for recipient in recipients):
            store.append_event("service", "recipients_changed")
    except BaseException:
        store.close()
        raise
    space.keep_ballast(data)
    return store


class Store:
    """An open store; every call is plain and synchronous, from whatever thread."""

    def __init__(
        self, data: Path, site: Site, sources: Sources, opened: Opened, lock: FolderLock
    ) -> None:
        """Use open_store instead."""
        self._data = data
        self._site = site
        self._sources = sources
        self._connection: sqlite3.Connection | None = opened.connection
        self._tip = opened.tip
        self._lock = lock
        self._advancer = Advancer(data)
        self._guard = threading.RLock()
        self._latest_now: datetime | None = None

    @property
    def kiosk(self) -> str:
        """The kiosk id, 16 letters from the hash of the public signing key."""
        return self._site.device.kiosk

    @property
    def public_key(self) -> bytes:
        """The 32-byte public signing key."""
        return self._site.device.public

    @property
    def demo_keys(self) -> Path | None:
        """The private key that opens the records of a demo, None in production."""
        return self._data / DEMO_KEY if self._site.mode == "demo" else None

    def save(self, ack: Acknowledgement) -> Saved:
        """Put the record of a visit on disk and return only then.

        A second call with the same session returns the same Saved and writes nothing.
        Raises SaveFailed; the visit is then not confirmed as recorded.
        """
        self._require_own(ack)
        try:
            person = acknowledgement_bytes(ack)
        except (ValueError, TypeError, AttributeError) as error:
            raise save_failed("unreadable", self._data, error) from error
        extra = {"copy_sha256": copy_hash(ack.copy)} if ack.copy else {}
        return self._saved(self._append(self._draft("ack", ack.session, ack.pack, person, extra)))

    def keep(self, kept: KeptVisit, by: str = "") -> Saved:
        """Put a visit without a choice on disk, as an audit record under the visit's id.

        A second call with the same session writes nothing. Raises SaveFailed.
        """
        self._require_own(kept)
        at = self._sources.now().astimezone(UTC).isoformat()
        person = kept_bytes(kept, at, by)
        draft = self._draft("audit", kept.session, kept.pack, person, {"event": KEPT})
        return self._saved(self._append(draft))

    def _require_own(self, visit: Acknowledgement | KeptVisit) -> None:
        if visit.mode != self._site.mode:
            raise save_failed("mode", self._data, f"{visit.mode} visit, {self._site.mode} store")
        if not ID_PATTERN.fullmatch(visit.session):
            raise save_failed("unreadable", self._data, "the session id has a wrong form")

    def append_event(
        self,
        kind: EventKind,
        event: str,
        details: Mapping[str, Any] | None = None,
        *,
        about: str | None = None,
        elsewhere: Mapping[str, str] | None = None,
    ) -> int:
        """Write a record that is not a visit and return its number.

        `event` is a short code and stands in the clear; details, the time and, except for
        a void or a correction, the session it is `about` are sealed. `elsewhere` is the id and
        leaf of a visit in another store. Raises SaveFailed.
        """
        if unknown := (details or {}).keys() - DETAILS:
            raise ValueError(f"{min(unknown)!r} has no place in a record")
        if not EVENT_PATTERN.fullmatch(event):
            raise ValueError(f"{event!r} is not an event code")
        extra: dict[str, Any] = {"event": event}
        target = dict(elsewhere) if elsewhere else self._target(about)
        if target and kind in _OPEN_TARGET:
            extra["refers_to"] = target
        at = self._sources.now().astimezone(UTC).isoformat()
        sealed = {"v": 1, "event": event, "at": at, "refers_to": target}
        person = sealed_json({**sealed, "details": dict(details or {})})
        record_id = provision.new_id(self._site)
        return self._append(self._draft(kind, record_id, None, person, extra)).seq

    def _target(self, session: str | None) -> dict[str, str] | None:
        if session is None:
            return None
        row = self._read(partial(row_of, record_id=session))
        if row is None:
            raise ValueError(f"there is no record {session}")
        return {"id": row.id, "leaf": row.leaf.hex()}

    def find(self, session: str) -> Saved | None:
        """Look a visit up; what is found is on disk. Raises RecordsError."""
        row = self._read(partial(row_of, record_id=session))
        return None if row is None else self._saved(row)

    def recent(self, limit: int, kinds: Sequence[str] = VISIT_KINDS) -> list[Summary]:
        """Return the newest records of some kinds, newest first. Raises RecordsError."""
        return self._read(partial(newest, limit=limit, kinds=kinds))

    def search(self, receipt: str, limit: int = 20) -> list[Summary]:
        """Return visits whose receipt number holds some letters, newest first.

        Case, spaces and the hyphen do not matter. Raises RecordsError.
        """
        return self._read(partial(with_receipt, letters=receipt, limit=limit))

    def visits(self, wanted: Wanted, limit: int) -> list[Found]:
        """Return visits by what stands in the clear, newest first. Raises RecordsError."""
        return self._read(partial(search, wanted=wanted, limit=limit))

    def visits_at(self, numbers: Sequence[int]) -> list[Found]:
        """Return the visits with these numbers, in their order. Raises RecordsError."""
        return self._read(partial(numbered, numbers=numbers))

    def row(self, number: int) -> tuple[Row, bool] | None:
        """Return a record and whether its hash, seal and signature hold. Raises RecordsError."""
        row = self._read(partial(row_at, seq=number))
        return None if row is None else (row, is_sound(row, self._site.device, self._site.epoch))

    def head(self) -> Head:
        """Return size, root and check code of the whole store."""
        frontier = self._tip.frontier
        root = frontier.root()
        return Head(frontier.size, root.hex(), check_code(frontier.size, root))

    def admit(self) -> None:
        """Refuse a new visit while the disk is too full; raises SessionRefused."""
        space.require_space(self._data, space.free_space(self._data))
        space.keep_ballast(self._data)

    def close(self) -> None:
        """Close the file and let another process in; a second call does nothing."""
        with self._guard:
            self._drop_connection()
            self._advancer.close()
            self._lock.release()

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        with self._guard:
            try:
                return query(self._open_connection())
            except (sqlite3.Error, OSError, MalformedBodyError) as error:
                self._drop_connection()
                raise opening_error(error, self._data / DATABASE) from error

    def _draft(
        self,
        kind: Kind,
        record_id: str,
        pack: PackRef | None,
        person: bytes,
        extra: Mapping[str, Any],
    ) -> Draft:
        now = self._sources.now()
        went_back = self._latest_now is not None and now < self._latest_now
        self._latest_now = now if self._latest_now is None else max(now, self._latest_now)
        moment = Moment(now.date().isoformat(), self._sources.synced(), went_back)
        return Draft(kind, record_id, moment, pack, person, extra)

    def _append(self, draft: Draft) -> Row:
        with self._guard:
            try:
                return self._find_or_write(draft)
            except _TROUBLE as error:
                return self._second_try(draft, error)

    def _second_try(self, draft: Draft, first: Exception) -> Row:
        """Close, reopen, look up, write once more; after that look up a last time."""
        if reason_of(first) == "disk_full":
            space.drop_ballast(self._data)
        self._drop_connection()
        try:
            return self._find_or_write(draft)
        except _TROUBLE as second:
            error = second if reason_of(first) == "io" else first
        self._drop_connection()
        try:
            row = row_of(self._open_connection(), draft.id)
        except _TROUBLE:
            row = None
        if row is None:
            self._drop_connection()
            raise save_failed(reason_of(error), self._data, error) from error
        return row

    def _find_or_write(self, draft: Draft) -> Row:
        connection = self._open_connection()
        if row := row_of(connection, draft.id):
            return row
        row, tip = compose(self._site, self._tip, draft)
        insert(connection, row, tip.frontier)
        self._tip = tip
        self._advancer.advance(tip.ratchet)
        return row

    def _open_connection(self) -> sqlite3.Connection:
        if self._lock.released:
            raise StoreFolderUnusable(f"{self._data}: the store was closed; open it again")
        if self._connection is None:
            self._advancer.drain()
            opened = open_existing(self._data, self._site.mode)
            self._connection, self._tip = opened.connection, opened.tip
        return self._connection

    def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _saved(self, row: Row) -> Saved:
        # An id holds no quote, so this is the field and nothing else.
        copied = b'"copy_sha256":' in row.body
        code = copy_code(self._site.device.public, row) if copied else ""
        return Saved(row.id, receipt_number(row.id), check_code(row.seq + 1, row.root), code)
