"""Keeps the visit under way, so that a kiosk that was stopped in the middle of it goes on there."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from kiosk.domain.errors import AnteroomError
from kiosk.domain.interrupted import as_text, from_text, is_to_keep, unsaved
from kiosk.domain.session import Session, Step
from kiosk.ui.jobs import Jobs

LOG = logging.getLogger("anteroom")


class Secret(Protocol):
    """One small secret that outlives the process."""

    def write(self, secret: bytes) -> None:
        """Keep this, and only this."""

    def read(self) -> bytes | None:
        """Return what is kept."""

    def forget(self) -> None:
        """Keep nothing any more."""


class NothingKept:
    """A window whose visits end with it."""

    def follow(self, before: Session, after: Session) -> None:
        """Keep nothing."""

    def close(self) -> None:
        """Nothing is open."""


class VisitUnderWay:
    """Follows the visit in a thread of its own."""

    def __init__(self, secret: Secret) -> None:
        self._secret = secret
        self._jobs = Jobs("under-way")

    def restored(self, empty: Session, at: float, holds: Callable[[str], bool]) -> Session:
        """Return the visit that was interrupted, hidden, or the empty session; once, at the start.

        `holds` says whether a visit is in the record store: one that is must not be saved twice.
        """
        found = self._secret.read()
        try:
            visit = None if found is None else from_text(found.decode(), empty, at)
            if visit is not None and visit.place.step is Step.SAVING:
                visit = None if holds(str(visit.id)) else unsaved(visit)
        except AnteroomError as error:
            LOG.warning("the visit that was interrupted is erased: %s", error)
            visit = None
        if visit is None:
            self._secret.forget()
            return empty
        LOG.warning("the kiosk stopped in the middle of a visit; a code or staff open it again")
        return visit

    def follow(self, before: Session, after: Session) -> None:
        """Keep what has changed, or forget it all once the visit is over; never waits."""
        if is_to_keep(after):
            timed = replace(before, seen=after.seen, mark=after.mark, touched=after.touched)
            if timed != after:
                self._jobs.submit("keep", partial(self._keep, after))
        elif is_to_keep(before):
            self._jobs.submit("forget", self._secret.forget)

    def _keep(self, session: Session) -> None:
        self._secret.write(as_text(session).encode())

    def close(self) -> None:
        """Finish the work under way."""
        self._jobs.close()
