"""The record store as the window uses it: opened late, and gone on with after damage."""

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk import __version__
from kiosk.domain.acknowledgement import Acknowledgement, Saved
from kiosk.domain.errors import AnteroomError
from kiosk.domain.kept import KeptVisit
from kiosk.domain.staffing.roles import Act, Role
from kiosk.platform.display import Window
from kiosk.records.errors import SaveFailed, StillSound, StoreDamaged
from kiosk.staff.readiness import NOT_WALKED, Site, closed_because
from kiosk.staff.start_check import StartCheck

if TYPE_CHECKING:
    from kiosk.domain.board.notes import Waits
    from kiosk.domain.copy import CopyPaper
    from kiosk.domain.desk import Condition, RecordRow
    from kiosk.domain.staffing.badges import Badges
    from kiosk.domain.staffing.finding import RecordLook, Wanted
    from kiosk.domain.staffing.sealed_finding import Index, SealedWanted
    from kiosk.domain.staffing.trials import Tried
    from kiosk.records.store import Store
    from kiosk.staff.copies import CopyWatch
    from kiosk.staff.sealed_index import SealedIndex

LOG = logging.getLogger("anteroom")
T = TypeVar("T")


class NoCopyFolderError(AnteroomError):
    """Nobody has set where records are copied to."""


class StoreRecorder:
    """The record store behind the window's Recorder; opened on first use, off its thread.

    A damaged store is put aside untouched, and a linked new one begins.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._store: Store | None = None
        self._index: SealedIndex | None = None
        self._walk = StartCheck(site.data)
        self._walked = NOT_WALKED
        self._window = Window(fault="no window was looked at")
        self._watch: CopyWatch | None = None
        # The day and the moment of visits that were lost and are not counted on disk yet.
        self._lost: list[tuple[str, str]] = []

    def store(self) -> "Store":
        """Return the open store; raises RecordsError."""
        if self._store is None:
            try:
                self._store = self._open()
            except StoreDamaged as damage:
                self._go_on(str(damage))
                self._store = self._open()
        return self._store

    def _open(self) -> "Store":
        # Here, because Welcome does not wait for what the store needs.
        from kiosk.records.store import open_store

        config = self._site.config
        return open_store(
            self._site.data, mode=config.mode, app_version=__version__, now=_local_now
        )

    def _go_on(self, found: str) -> None:
        """Begin a new store; raises RecordsError and leaves all as it is where that is no help.

        `found` is what opening said, "" when the whole check is to tell whether there is damage.
        """
        from kiosk.records.epoch import begin_epoch
        from kiosk.records.going_on import why_aside
        from kiosk.records.provision import Sources
        from kiosk.records.space import drop_ballast

        self.close()
        drop_ballast(self._site.data)
        made = begin_epoch(
            self._site.data,
            mode=self._site.config.mode,
            app_version=__version__,
            sources=Sources(_local_now, _unknown, os.urandom),
            why=partial(why_aside, self._site.data, found),
        )
        for folder, why in self.put_aside():
            if folder == str(made.closed):
                LOG.error("the record store is damaged: %s", why)
        LOG.error("the damaged store lies in %s; epoch %d begins", made.closed, made.number)

    def _look_through(self) -> None:
        """Check the whole store, and go on with a new one if it is damaged."""
        try:
            self._go_on("")
        except StillSound:
            return

    def _do(self, work: "Callable[[Store], T]") -> T:
        """Do some work with the store, and again after damage that the work came upon.

        Opening looks at a little, which is quick and often enough; then all is looked at.
        """
        for look in (self.close, self._look_through):
            try:
                return work(self.store())
            except (StoreDamaged, SaveFailed) as error:
                if not _is_damage(error):
                    raise
                LOG.warning("%s", error)
                look()
        return work(self.store())

    def save(self, acknowledgement: Acknowledgement) -> Saved:
        """Return once the record is on disk; raises SaveFailed."""
        return self._counted(partial(_save, acknowledgement))

    def holds(self, session: str) -> bool:
        """Say whether a visit is on disk; raises RecordsError."""
        return self.store().find(session) is not None

    def note(self, event: str) -> None:
        """Write down an abandoned or erased visit, without anything of it."""
        if event in ("abandoned", "fault"):
            self._do(partial(_note, event))

    def keep(self, kept: "KeptVisit", by: str) -> Saved:
        """Return once a visit without a choice is on disk; raises SaveFailed."""
        return self._counted(partial(_keep, kept, by))

    def _counted(self, work: "Callable[[Store], Saved]") -> Saved:
        """Do the work that saves a visit; one that is lost is counted where staff see it."""
        from kiosk.staff.copies import note_saved

        try:
            saved = self._do(work)
        except AnteroomError:
            today = _local_now().date().isoformat()
            self._lost.append((today, self._site.clock.utc()))
            self._count_lost()
            raise
        note_saved(self._site.data, self._site.clock.utc())
        return saved

    def _count_lost(self) -> None:
        """Write down how many were lost; what a full disk does not take is held until it does."""
        from kiosk.staff.badges import note_unsaved

        while self._lost and note_unsaved(self._site.data, *self._lost[0]):
            del self._lost[0]

    @property
    def _copies(self) -> "CopyWatch":
        from kiosk.staff.copies import CopyWatch

        self._watch = self._watch or CopyWatch(self._site.data)
        return self._watch

    def badges(self, today: str) -> "Badges":
        """Return what staff must see until it is dealt with."""
        return self._badges(today, self._copies.known(self._site.clock.utc()))

    def recount(self, today: str) -> "Badges":
        """Return the same, with the visits counted that have no copy."""
        self._count_lost()
        return self._badges(today, self._copies.look(self._site.clock.utc()))

    def _badges(self, today: str, waits: "Waits") -> "Badges":
        from kiosk.staff.badges import badges, with_unwritten

        config = self._site.config
        demo = config.mode == "demo"
        days, utc = 0 if demo else config.staff.backup_days, self._site.clock.utc()
        found = badges(self._site.data, today, utc, most_days=days)
        found = with_unwritten(found, self._lost, utc)
        found = replace(found, can_copy=config.records.copy_folder is not None)
        if demo:
            return found
        most = config.records.copy_hours
        late = bool(waits.count and most and not 0 <= waits.hours < most)
        return replace(found, waiting=waits.count, hours=waits.hours, late=late)

    def copy_now(self, today: str) -> tuple[int, str]:
        """Copy and check all records, in a thread of its own; returns their number and check code.

        Raises AnteroomError.
        """
        from kiosk.staff.copies import copy_now

        folder = self._site.config.records.copy_folder
        if folder is None:
            raise NoCopyFolderError("records.copy_folder is not set")
        head = copy_now(self._site.data, folder, today, self._site.clock.utc())
        return head.size, head.check_code

    def act(self, act: Act, role: Role | None) -> None:
        """Write down what staff did, and in which role; never a word of a patient."""
        self._do(partial(_act, act, role))

    def recent(self) -> "tuple[RecordRow, ...]":
        """Return the newest visits as staff see them."""
        return self._do(_recent)

    def find(self, wanted: "Wanted") -> "tuple[RecordRow, ...]":
        """Return the visits that fit, newest first, as staff see them."""
        from kiosk.staff.finding import found

        return self._do(partial(found, wanted))

    def look(self, number: int) -> "RecordLook | None":
        """Return what staff may see of one record."""
        from kiosk.staff.finding import look_at

        return self._do(partial(look_at, self._key_places(), number))

    def paper(self, number: int) -> "CopyPaper":
        """Return the copy of a visit to print once more; raises AnteroomError without its key."""
        from kiosk.staff.finding import paper

        return self._do(partial(paper, self._key_places(), number))

    def paper_under(self, number: int, passphrase: str) -> "CopyPaper | None":
        """Return the copy of a visit to print once more, None where no key opens."""
        from kiosk.staff.finding import paper_under

        return self._do(partial(paper_under, self._key_places(), number, passphrase))

    def open_index(self, passphrase: str) -> "Index":
        """Open code and door of the newest visits with a key that lies here."""
        return self._do(partial(self._sealed().open, self._key_places(), passphrase))

    def index_more(self) -> "Index":
        """Open those of the next ones."""
        return self._do(self._sealed().more)

    def find_sealed(self, wanted: "SealedWanted") -> "tuple[RecordRow, ...]":
        """Return the visits that fit, newest first, among those opened so far."""
        return self._do(partial(self._sealed().find, wanted))

    def key_is_there(self) -> bool:
        """Say whether the key that opened them still lies there; else they are forgotten."""
        return self._index is not None and self._index.key_is_there()

    def forget_index(self) -> None:
        """Let go of the key and of what it opened."""
        if self._index is not None:
            self._index.forget()

    def _sealed(self) -> "SealedIndex":
        from kiosk.staff.sealed_index import SealedIndex

        self._index = self._index or SealedIndex()
        return self._index

    def _key_places(self) -> tuple[Path, ...]:
        """Return where a key may lie: the folder that is set, and in a demo the data folder."""
        from kiosk.records.keys import DEMO_KEY
        from kiosk.staff.finding import MOST_KEYS

        folder = self._site.config.staff.key_folder
        demo = self._site.data / DEMO_KEY
        stick = tuple(sorted(folder.glob("*.key"))) if folder is not None else ()
        return (*stick[:MOST_KEYS], *((demo,) if self._site.config.mode == "demo" else ()))

    def check_code(self) -> str:
        """Return the code that anchors the whole store, for the close-of-day sheet."""
        return self._do(_check_code)

    def closed(self) -> str | None:
        """Return why no visit may start; opening the store is the proof that it works.

        A store in which the walk along all records found damage is put aside.
        """
        self.store().admit()
        if not self._walked.ok:
            self._mend()
        return closed_because(self._site, self._walked)

    def _mend(self) -> None:
        from kiosk.staff.record_checks import records

        self._look_through()
        self.store()
        self._walked = records(self._site.data, None)

    def walk(self) -> None:
        """Verify all records once, beside the other calls; `closed` knows the outcome then."""
        if self._site.config.mode == "production":
            self._walked = self._walk.run()

    def stop_walk(self) -> None:
        """Give the walk up."""
        self._walk.stop()

    def put_aside(self) -> tuple[tuple[str, str], ...]:
        """Return the damaged stores that nobody has taken away yet: folder, and what is wrong."""
        from kiosk.records.closed import put_aside

        return tuple((str(folder), why) for folder, why in put_aside(self._site.data).items())

    def conditions(self) -> "tuple[Condition, ...]":
        """Return every condition for visits as it is now, and what is plugged in."""
        # Here, because Welcome does not wait for what only staff ask.
        from kiosk.domain.desk import Condition
        from kiosk.staff.device_checks import plugged_in
        from kiosk.staff.readiness import conditions

        window = plugged_in(self._site, self._window)
        checks = (*conditions(self._site, self._walked), *window)
        return tuple(
            Condition(one.name, one.ok, one.what, one.note if one.ok else one.todo)
            for one in checks
        )

    def remark(self, window: Window) -> None:
        """Take what the window sees, and log what somebody should know of this machine."""
        from kiosk.staff.device_checks import remarks

        self._window = window
        for line in remarks(self._site, window):
            LOG.warning("%s", line)

    def tried(self, tried: "Tried") -> None:
        """Keep how a trial by hand ended, with the day; raises TrialsError."""
        from kiosk.staff.trial_results import keep

        keep(self._site.data, tried, _local_now().date().isoformat())

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None


def _is_damage(error: AnteroomError) -> bool:
    return not isinstance(error, SaveFailed) or error.reason == "damaged"


def _save(acknowledgement: Acknowledgement, store: "Store") -> Saved:
    return store.save(acknowledgement)


def _note(event: str, store: "Store") -> None:
    store.append_event("audit", event)


def _keep(kept: "KeptVisit", by: str, store: "Store") -> Saved:
    return store.keep(kept, by)


def _act(act: Act, role: Role | None, store: "Store") -> None:
    store.append_event("audit", act.value, {"by": role.value} if role else None)


def _check_code(store: "Store") -> str:
    return store.head().check_code


def _recent(store: "Store") -> "tuple[RecordRow, ...]":
    from kiosk.domain.desk import RecordRow
    from kiosk.staff.actions import recent_records

    return tuple(
        RecordRow(row.receipt, row.day, row.state, "demo" if row.demo else "", row.language or "")
        for row in recent_records(store)
    )


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _unknown() -> bool | None:
    return None
