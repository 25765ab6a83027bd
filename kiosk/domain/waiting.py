"""What time does to a visit: warn, curtain, wipe."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.effects import Effect
from kiosk.domain.idle import Idle
from kiosk.domain.journey import visible_page
from kiosk.domain.session import Overlay, Session, Step
from kiosk.domain.settling import abandoned, wiped

Result = tuple[Session, tuple[Effect, ...]]
MAX_CODE_TRIES = 5
# Staff may add this many seconds to a visit and no more: a screen must not lie open all day.
MOST_EXTRA = 3600.0


def tick(session: Session, event: ev.Tick) -> Result:
    """Return the session after time went by: warn, hide, wipe."""
    limits, at = session.limits, event.at
    if session.overlay is Overlay.STAFF or session.place.step is Step.SAVING:
        return session, ()
    if session.place.step in (Step.SAVED, Step.FAULT):
        if at - session.touched >= limits.saved:
            return wiped(session, at, "finished")
        return session, ()
    if session.idle is Idle.ACTIVE:
        return _maybe_warn(session, at)
    waited = at - session.idle_since
    if session.idle is Idle.WARNING and waited >= limits.countdown:
        if session.id is None:
            return wiped(session, at, "idle")
        return _hidden(session), ()
    if session.idle is Idle.CURTAIN and waited >= limits.curtain + session.extra:
        return abandoned(session, at)
    return session, ()


def _hidden(session: Session) -> Session:
    """Return the session behind the curtain, where each visit has all its tries at the code."""
    since = session.idle_since + session.limits.countdown
    return replace(session, idle=Idle.CURTAIN, idle_since=since, code_refused=False, code_tries=0)


def _maybe_warn(session: Session, at: float) -> Result:
    untouched = session.id is None and not session.overlays
    if untouched and session.settings == session.defaults:
        return replace(session, touched=at), ()
    patience = session.limits.warn_after(_reading_seconds(session)) + session.extra
    if at - session.touched >= patience:
        return replace(session, idle=Idle.WARNING, idle_since=at), ()
    return session, ()


def _reading_seconds(session: Session) -> float:
    page = visible_page(session)
    if page is None:
        return 0.0
    return next(
        (
            one.seconds
            for chapter in session.plan.chapters
            for one in chapter.pages
            if one.id == page
        ),
        0.0,
    )


def touched(session: Session, _event: ev.Touched) -> Result:
    """Return the session after a sign of life; it takes the warning away."""
    if session.idle is Idle.WARNING:
        return replace(session, idle=Idle.ACTIVE), ()
    return session, ()


def staff_extended(session: Session, event: ev.StaffExtended) -> Result:
    """Give this visit more time before the warning and behind the curtain."""
    if session.overlay is not Overlay.STAFF or session.id is None:
        return session, ()
    return replace(session, extra=min(session.extra + event.seconds, MOST_EXTRA)), ()


def resumed(session: Session, event: ev.Resumed) -> Result:
    """Return the session after somebody asked to open the curtain, or a page that was hidden."""
    by_staff = session.overlay is Overlay.STAFF
    if session.idle is not Idle.CURTAIN:
        return _uncovered(session, event, by_staff=by_staff), ()
    if by_staff != (event.code is None):
        return session, ()
    known = bool(event.code) and event.code == session.opens_by
    if by_staff:
        return replace(_readied(session), idle=Idle.ACTIVE, touched=event.at), ()
    if known and session.code_tries < MAX_CODE_TRIES:
        awake = replace(session, idle=Idle.ACTIVE, code_refused=False)
        return replace(awake, code_tries=0, touched=event.at), ()
    return replace(session, code_refused=True, code_tries=session.code_tries + 1), ()


def _readied(session: Session) -> Session:
    """Return the session that staff opened: what the person said waits for the person's own tap.

    Who needed staff to come in again has forgotten the pictures.
    """
    gone = (Overlay.STAFF, Overlay.HIDDEN, Overlay.READY)
    kept = tuple(one for one in session.overlays if one not in gone)
    clean = replace(session, overlays=(*kept, Overlay.READY), cover_asks=False, cover_picks=False)
    return replace(clean, cover_code=None, cover_tries=0, code_refused=False, code_tries=0)


def _uncovered(session: Session, event: ev.Resumed, *, by_staff: bool) -> Session:
    """Return the session after its code was typed over the page that hides it, or staff came."""
    if Overlay.HIDDEN not in session.overlays or by_staff != (event.code is None):
        return session
    if by_staff:
        return _readied(session)
    asked = session.overlay is Overlay.HIDDEN and session.cover_asks
    right = asked and bool(event.code) and event.code == session.opens_by
    if right and session.cover_tries < MAX_CODE_TRIES:
        left = tuple(one for one in session.overlays if one is not Overlay.HIDDEN)
        open_now = replace(session, overlays=left, cover_asks=False, cover_picks=False)
        return replace(open_now, cover_tries=0)
    return replace(session, cover_tries=session.cover_tries + 1) if asked else session
