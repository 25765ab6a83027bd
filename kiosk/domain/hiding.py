"""Hiding a page: a person without a code from staff may lock it with three pictures."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.effects import Effect
from kiosk.domain.session import Overlay, Session

Result = tuple[Session, tuple[Effect, ...]]
# The pictures are numbered from 1, as they stand on the keys.
PICTURES = "123456789"
LOCK_LENGTH = 3


def can_lock(session: Session) -> bool:
    """Say whether a lock of pictures can be set: a visit is under way and nothing opens it yet."""
    return session.id is not None and session.opens_by is None


def lock_asked(session: Session, _event: ev.LockAsked) -> Result:
    """Bring the pictures to choose from."""
    if session.overlay is not Overlay.HIDDEN or not can_lock(session):
        return session, ()
    return replace(session, cover_picks=True), ()


def locked(session: Session, event: ev.Locked) -> Result:
    """Lock with the pictures that were chosen."""
    picks = session.overlay is Overlay.HIDDEN and session.cover_picks and can_lock(session)
    right = len(event.pictures) == LOCK_LENGTH and set(event.pictures) <= set(PICTURES)
    if not picks or not right:
        return session, ()
    return replace(session, cover_picks=False, cover_code=event.pictures), ()
