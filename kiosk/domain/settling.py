"""How a visit ends: a door, a record, a fault, a wipe."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import (
    Acknowledgement,
    Door,
    Saved,
    Stamp,
    receipt_number,
)
from kiosk.domain.doors import door_order
from kiosk.domain.effects import Effect, KeepVisit, ReportFault, SaveRecord, WipeScreen
from kiosk.domain.kept import Why, answers, conditions, kept_visit, pages_shown
from kiosk.domain.session import Overlay, Place, Session, Step, fresh, moved

Result = tuple[Session, tuple[Effect, ...]]


def wiped(session: Session, at: float, why: str) -> Result:
    """Return the empty session and the order to forget."""
    return fresh(session, at), (WipeScreen(why),)


def fault(session: Session, at: float, reason: str) -> Result:
    """Return the emptied session on the fault page."""
    empty = replace(fresh(session, at), fault=reason)
    return moved(empty, Place(Step.FAULT)), (WipeScreen("fault"), ReportFault(reason))


def door_chosen(session: Session, event: ev.DoorChosen) -> Result:
    """Take one of three equal doors."""
    if session.overlays or session.place.step is not Step.DOORS or session.waits:
        return session, ()
    return moved(replace(session, door=Door(event.door)), Place(Step.ACKNOWLEDGE)), ()


def reading_ended(session: Session, event: ev.ReadingEnded) -> Result:
    """Keep what was read while the choice waits; no door is recorded."""
    if session.overlays or session.place.step is not Step.DOORS or not session.waits:
        return session, ()
    kept = kept_visit(session, event.at, Why.AFTER_DOSE)
    if kept is None:
        return session, ()
    return moved(replace(session, door=None), Place(Step.SAVING)), (KeepVisit(kept),)


def acknowledged(session: Session, event: ev.Acknowledged) -> Result:
    """Ask for the record, once."""
    if session.overlays or session.place.step is not Step.ACKNOWLEDGE:
        return session, ()
    entry = _acknowledgement(session, event)
    if entry is None:
        return session, ()
    return moved(session, Place(Step.SAVING)), (SaveRecord(entry),)


def _acknowledgement(session: Session, event: ev.Acknowledged) -> Acknowledgement | None:
    if session.id is None or session.door is None or session.started is None:
        return None
    plan, told = session.plan, conditions(session)
    return Acknowledgement(
        session=session.id,
        mode=plan.mode,
        reference=session.reference,
        route=session.route,
        pack=replace(plan.pack, language=session.settings.language),
        door=session.door,
        meaning=event.meaning,
        pages=pages_shown(session),
        ideas=answers(session),
        flags=session.flags,
        started=session.started,
        decided=Stamp(event.utc, event.at),
        settings=(*told, ("doors", " ".join(door_order(session)))),
    )


def recorded(session: Session, event: ev.Recorded) -> Result:
    """Show "saved": the store has confirmed the commit."""
    if session.place.step is not Step.SAVING or session.id != event.session:
        return session, ()
    if event.receipt != receipt_number(event.session):
        return fault(session, event.at, "the store answered with another receipt number")
    saved = Saved(event.session, event.receipt, event.check_code)
    done = replace(session, saved=saved, touched=event.at)
    return moved(done, Place(Step.SAVED)), ()


def record_failed(session: Session, event: ev.RecordFailed) -> Result:
    """Show the fault page: the store could not save."""
    if session.place.step is not Step.SAVING or session.id != event.session:
        return session, ()
    return fault(session, event.at, event.reason)


def broke(session: Session, event: ev.Broke) -> Result:
    """Show the fault page: something failed."""
    return fault(session, event.at, event.reason)


def finished(session: Session, event: ev.Finished) -> Result:
    """Forget the visit at the person's own word."""
    if session.place.step is Step.SAVING:
        return session, ()
    if session.id is None and session.place.step is Step.WELCOME:
        return fresh(session, event.at), ()
    why = "finished" if session.place.step is Step.SAVED else "left"
    return wiped(session, event.at, why)


def staff_reset(session: Session, event: ev.StaffReset) -> Result:
    """Forget the visit at the word of staff."""
    if session.overlay is not Overlay.STAFF:
        return session, ()
    empty, wipe = wiped(session, event.at, "staff-reset")
    kept = kept_visit(session, event.at, Why.STAFF) if event.keep and unsaved(session) else None
    return empty, ((KeepVisit(kept), *wipe) if kept else wipe)


def unsaved(session: Session) -> bool:
    """Say whether a visit is under way of which nothing is on disk or on its way there."""
    return session.id is not None and session.place.step not in (Step.SAVING, Step.SAVED)


def abandoned(session: Session, at: float) -> Result:
    """Forget a visit that nobody came back to; a clinic may have it kept first."""
    empty, wipe = wiped(session, at, "abandoned")
    kept = kept_visit(session, at, Why.ABANDONED) if session.plan.keep_abandoned else None
    return empty, ((KeepVisit(kept), *wipe) if kept else wipe)


def staff_started(session: Session, event: ev.StaffStarted) -> Result:
    """Begin a visit that staff prepared."""
    if session.overlay is not Overlay.STAFF or session.closed is not None:
        return session, ()
    if session.place.step is Step.SAVING:
        return session, ()
    clean = fresh(session, event.at)
    begun = replace(
        clean,
        plan=clean.plan.for_route(event.route),
        id=event.session,
        started=Stamp(event.utc, event.at),
        settings=replace(
            clean.settings,
            language=event.language,
            size=event.size or clean.settings.size,
            theme=event.theme or clean.settings.theme,
            read_on=event.read_on or clean.settings.read_on,
        ),
        attested=event.attested,
        reference=event.reference,
        route=event.route,
        code=event.code,
        place=Place(Step.LANGUAGE),
    )
    return begun, (WipeScreen("staff-start"),)


def service_changed(session: Session, event: ev.ServiceChanged) -> Result:
    """Open or close the kiosk for new visits."""
    return replace(session, closed=event.closed), ()


def stillness_wished(session: Session, event: ev.StillnessWished) -> Result:
    """Take the system's wish as what each person starts with; who has chosen keeps their choice."""
    defaults = replace(session.defaults, motion=not event.still)
    settings = session.settings
    if settings.motion == session.defaults.motion:
        settings = replace(settings, motion=defaults.motion)
    return replace(session, defaults=defaults, settings=settings), ()
