"""The record store as the window uses it: opened late, and gone on with after damage."""

import logging
import os
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.domain.acknowledgement import Acknowledgement, Saved
from kiosk.domain.desk import RecordRow
from kiosk.records.errors import SaveFailed, StoreDamaged
from kiosk.staff.readiness import NOT_WALKED, Site, closed_because
from kiosk.staff.start_check import StartCheck

if TYPE_CHECKING:
    from kiosk.records.store import Store

LOG = logging.getLogger("anteroom")


class StoreRecorder:
    """The record store behind the window's Recorder; opened on first use, off its thread."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._store: Store | None = None
        self._walk = StartCheck(site.data)
        self._walked = NOT_WALKED

    def store(self) -> "Store":
        """Return the open store; raises RecordsError.

        A damaged store is put aside untouched, and a linked new one begins.
        """
        if self._store is None:
            try:
                self._store = self._open()
            except StoreDamaged as damage:
                self._put_aside(damage)
                self._store = self._open()
        return self._store

    def _open(self) -> "Store":
        # Here, because Welcome does not wait for what the store needs.
        from kiosk.records.store import open_store

        config = self._site.config
        return open_store(
            self._site.data, mode=config.mode, app_version=__version__, now=_local_now
        )

    def _put_aside(self, damage: Exception) -> None:
        from kiosk.records.epoch import begin_epoch
        from kiosk.records.provision import Sources

        LOG.error("%s", damage)
        made = begin_epoch(
            self._site.data,
            mode=self._site.config.mode,
            app_version=__version__,
            sources=Sources(_local_now, _unknown, os.urandom),
        )
        LOG.error("the damaged store lies in %s; epoch %d begins", made.closed, made.number)

    def save(self, acknowledgement: Acknowledgement) -> Saved:
        """Return once the record is on disk; raises SaveFailed."""
        try:
            return self.store().save(acknowledgement)
        except SaveFailed as failure:
            if failure.reason != "damaged":
                raise
            # Opening looks again: only what is still damaged then is put aside.
            self.close()
            return self.store().save(acknowledgement)

    def note(self, event: str) -> None:
        """Write down an abandoned or erased visit, without anything of it."""
        if event in ("abandoned", "staff-reset", "fault"):
            self.store().append_event("audit", event)

    def recent(self) -> tuple[RecordRow, ...]:
        """Return the newest visits as staff see them."""
        from kiosk.staff.actions import recent_records

        return tuple(
            RecordRow(
                row.receipt, row.day, row.state, "demo" if row.demo else "", row.language or ""
            )
            for row in recent_records(self.store())
        )

    def check_code(self) -> str:
        """Return the code that anchors the whole store, for the close-of-day sheet."""
        return self.store().head().check_code

    def closed(self) -> str | None:
        """Return why no visit may start; opening the store is the proof that it works."""
        self.store().admit()
        return closed_because(self._site, self._walked)

    def walk(self) -> None:
        """Verify all records once, beside the other calls; `closed` knows the outcome then."""
        if self._site.config.mode == "production":
            self._walked = self._walk.run()

    def stop_walk(self) -> None:
        """Give the walk up."""
        self._walk.stop()

    def put_aside(self) -> tuple[str, ...]:
        """Return the folders of damaged stores that nobody has taken away yet."""
        from kiosk.records.closed import all_closed

        return tuple(str(folder) for folder in all_closed(self._site.data))

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None


def _local_now() -> datetime:
    return datetime.now().astimezone()


def _unknown() -> bool | None:
    return None
