"""The desk itself: which records are open, with which key, and what is written about them."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk import __version__
from kiosk.content.blocks import Pack
from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.errors import AnteroomError, BadInputError
from kiosk.i18n.catalogue import Words, words_for
from kiosk.i18n.locales import SOURCE_TAG
from kiosk.platform.durable import write_durably
from kiosk.records.anchor import check_code
from kiosk.records.apart import Apart, EndedEarlyError
from kiosk.records.copy_code import copy_code
from kiosk.records.database import DATABASE, Row, row_at
from kiosk.records.desk_records import (
    DeskAct,
    DeskRecord,
    Target,
    clear_at,
    open_desk,
    signed_head,
    still_as_seen,
    write,
)
from kiosk.records.errors import BadKey, KeyMissing, StoreDamaged
from kiosk.records.export.entries import verified
from kiosk.records.keys import RECIPIENTS, load_recipients
from kiosk.records.links import Said
from kiosk.records.reading import open_readonly
from kiosk.records.unseal import Opener, load_opener, open_row
from kiosk.records.verify import Progress
from kiosk.staff.desk.glance import glance
from kiosk.staff.desk.hand_off import Around, HandOff, hand_off
from kiosk.staff.desk.history import history, left_open
from kiosk.staff.desk.loading import Glimpsed, Load, begin, gathered, is_long
from kiosk.staff.desk.people import MAY, People, Person
from kiosk.staff.desk.place import demo_key_beside, store_in
from kiosk.staff.desk.register import ContentNow, Register, Stands, VisitRow, register, with_desk
from kiosk.staff.desk.stuck import Cell, seen_in, stuck_cells
from kiosk.staff.desk.talk import Form, require_ready
from kiosk.staff.desk.told import Told, told_by
from kiosk.staff.pin import Locked, NotSet, Open, Verdict
from kiosk.staff.record_reader import signing_key

_LARGEST_KEY = 64 * 1024


class DeskLockedError(AnteroomError):
    """The key was forgotten, so nothing sealed can be read or written."""


class UnprotectedKeyError(BadInputError):
    """A private key lies in a file without a passphrase."""


class RefusedError(AnteroomError):
    """The person may not do this, or their PIN was not right."""


class WrongPinError(RefusedError):
    """The PIN was not right."""


class PausedError(RefusedError):
    """Too many PINs were wrong; `seconds` have to pass."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many wrong PINs; try again in {seconds} seconds")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Reprint:
    """A patient's copy once more: words and code as on the day, and a line that says so."""

    words: tuple[CopyLine, ...]
    language: str
    code: str
    check_code: str
    foot: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One act at the desk: what, about which visit, by whom, and what was filled in."""

    act: DeskAct
    row: VisitRow
    person: Person
    pin: str
    form: Form = field(default_factory=Form)
    later: VisitRow | None = None


class Desk:
    """Everything slow is here, free of any window; `forget` may be called from another thread."""

    def __init__(
        self,
        folder: Path,
        people: People,
        now: Callable[[], datetime],
        packs: Mapping[str, Pack],
        content: ContentNow | None = None,
    ) -> None:
        """Take the desk's own folder, the packs at hand by digest, and the content in use."""
        self._folder, self.people, self._now = folder, people, now
        self._packs, self._content = packs, content
        self._guard = threading.Lock()
        self._opener: Opener | None = None
        self._apart: Apart | None = None

    @property
    def has_key(self) -> bool:
        """Whether the private key is in memory."""
        return self._opener is not None

    def own_store(self, mode: str) -> Path:
        """Return the folder of the desk's own records; demo and real ones never meet."""
        return self._folder / mode

    def use_key(self, key: Path, passphrase: str) -> None:
        """Take a private key into memory; raises BadKey or UnprotectedKeyError."""
        if not is_protected(key):
            raise UnprotectedKeyError(
                f"{key}: has no passphrase, so whoever finds the file reads every record. Give it "
                f"one first: anteroom keys protect {key}"
            )
        self._take(load_opener(key, passphrase.encode()))

    def _take(self, opener: Opener) -> None:
        with self._guard:
            self._opener = opener

    def forget(self) -> None:
        """Let go of the key, and end the process that was given it."""
        with self._guard:
            self._opener, apart = None, self._apart
        if apart is not None:
            apart.stop()

    def load(
        self, place: Path, progress: Progress | None = None, glimpsed: Glimpsed | None = None
    ) -> Register:
        """Verify the records at a place and list them; a demo's key opens a demo's records.

        `glimpsed` is given what stands in the clear before that. Raises NoRecordsHereError,
        DeskLockedError where the key was forgotten meanwhile, or what register raises.
        """
        store = store_in(place)
        if glimpsed is not None:
            glimpsed(next(glance(store), ()))
        demo = demo_key_beside(store)
        if demo is not None and self._opener is None:
            self._take(load_opener(demo))
        first = clear_at(store, 0)
        own = self._own_if_there(first.mode if first else "")
        opener = self._opener
        if is_long(store):
            raw = opener.private.private_bytes_raw() if opener else b""
            # Where the system gives no process, or takes it away, it is done here.
            with suppress(OSError, EndedEarlyError):
                return self._load_apart(Load(store, self._content, own, raw), progress, glimpsed)
        if opener is not None:
            self._key()
        return register(store, opener, content=self._content, desk=own, progress=progress)

    def _load_apart(
        self, load: Load, progress: Progress | None, glimpsed: Glimpsed | None
    ) -> Register:
        apart = begin(load)
        try:
            with self._guard:
                self._apart = apart
            if load.key:
                # Forgotten just now, it must not be at work in another process either.
                self._key()
            return gathered(apart, progress, glimpsed)
        finally:
            with self._guard:
                self._apart = None
            apart.stop()

    def refresh(self, listed: Register) -> Register:
        """Return the list with what was signed since; raises DeskLockedError or a RecordsError."""
        own = self._own_if_there(listed.mode)
        return with_desk(listed, own, self._key()) if own else listed

    def _own_if_there(self, mode: str) -> Path | None:
        own = self.own_store(mode)
        return own if (own / DATABASE).is_file() else None

    def hand_off(self, listed: Register, row: VisitRow, words: Words | None = None) -> HandOff:
        """Return the one page about a visit, in these words or English.

        Raises DeskLockedError or a RecordsError.
        """
        words = words or words_for(SOURCE_TAG)
        stored, visit = self._opened(listed, row)
        code = check_code(stored.seq + 1, stored.root)
        around = Around(code, history(listed, row, words), left_open(listed, row))
        return hand_off(row, visit, around, self._packs, words)

    def stuck(self, listed: Register) -> list[Cell]:
        """Return the counts for authors; raises DeskLockedError or a RecordsError."""
        source = verified(listed.path, self._key(), None)
        return stuck_cells(one for one in map(seen_in, source.entries()) if one)

    def reprint(self, listed: Register, row: VisitRow) -> Reprint | None:
        """Return the patient's copy as it was, None if there was none."""
        stored, visit = self._opened(listed, row)
        if not visit.copy:
            return None
        code = copy_code(signing_key(listed.path), stored)
        day = self._now().date().isoformat()
        foot = (
            f"COPY, printed again on {day} · receipt {row.receipt} · {row.version}, {row.language}"
        )
        return Reprint(
            visit.copy, visit.pack.language, code, check_code(stored.seq + 1, stored.root), foot
        )

    def _opened(self, listed: Register, row: VisitRow) -> tuple[Row, Told]:
        opener = self._key()
        with open_readonly(listed.path) as connection:
            stored = row_at(connection, row.seq)
        if stored is None or stored.leaf.hex() != row.leaf:
            raise StoreDamaged(f"{listed.path}: record {row.seq} changed since it was opened")
        return stored, told_by(open_row(stored, opener))

    def _key(self) -> Opener:
        with self._guard:
            if self._opener is None:
                raise DeskLockedError("the desk is locked; open the key again")
            return self._opener

    def sign(self, listed: Register, ask: Ask) -> int:
        """Check the person's PIN and write one record in the desk's own store.

        Nothing stored changes. Raises RefusedError, NotReadyToSignError, DeskLockedError,
        BadLinkError, or a RecordsError; nothing is written then.
        """
        opener = self._key()
        if ask.person.role not in MAY[ask.act]:
            raise RefusedError(f"this needs a {' or '.join(sorted(MAY[ask.act]))}")
        if ask.row.stands is Stands.KEPT and ask.act != "discussed":
            raise RefusedError(
                "this visit ended without a choice, so there is none to sign or to take back; the "
                "discussion can be saved"
            )
        if ask.act == "cosign":
            require_ready(ask.form, self.hand_off(listed, ask.row))
        said = Said(ask.person.initials, ask.form.why)
        _require_right(self.people.try_pin(ask.person.initials, ask.pin))
        about = Target(ask.row.id, ask.row.leaf)
        if not still_as_seen(listed.path, about):
            raise StoreDamaged(f"{listed.path}: the visit is not there as it was; open it again")
        later = Target(ask.later.id, ask.later.leaf) if ask.later else None
        seen, role, talk = signed_head(listed.path), ask.person.role, ask.form.talk()
        record = DeskRecord(ask.act, about, seen, said, role, talk, later)
        own = self.own_store(listed.mode)
        self._share_keys(own, listed.path, opener)
        store = open_desk(own, mode=listed.mode, app_version=__version__, now=self._now)
        try:
            return write(store, record)
        finally:
            store.close()

    def _share_keys(self, own: Path, store: Path, opener: Opener) -> None:
        """Have the desk's records sealed to whoever reads the kiosk's."""
        from cryptography.hazmat.primitives import serialization as form

        folder = own / RECIPIENTS
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        known = {one.id for one in load_recipients(own)}
        wanted = {one.id: one.public for one in load_recipients(store.parent)}
        wanted[opener.id] = opener.private.public_key()
        for name, public in wanted.items():
            if name not in known:
                text = public.public_bytes(
                    form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo
                )
                write_durably(folder / f"{name}.pub", text)


def is_protected(key: Path) -> bool:
    """Tell whether a private key file asks for a passphrase; raises BadKey."""
    try:
        with key.open("rb") as stream:
            return b"ENCRYPTED" in stream.read(_LARGEST_KEY)
    except FileNotFoundError as error:
        raise KeyMissing(f"{key}: cannot be read ({error.strerror})") from error
    except OSError as error:
        raise BadKey(f"{key}: cannot be read ({error.strerror})") from error


def _require_right(verdict: Verdict) -> None:
    if isinstance(verdict, Open):
        return
    if isinstance(verdict, Locked):
        raise PausedError(verdict.seconds)
    if isinstance(verdict, NotSet):
        raise RefusedError("this person has no PIN yet: anteroom staff add")
    raise WrongPinError("that PIN is not right; nothing was written")
