"""How a visit ends: a door, a record, a fault, a wipe."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import (
    Acknowledgement,
    Door,
    PageShown,
    Saved,
    Stamp,
    receipt_number,
)
from kiosk.domain.doors import door_order
from kiosk.domain.effects import Effect, ReportFault, SaveRecord, WipeScreen
from kiosk.domain.ideas import outcome
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
    if session.overlays or session.place.step is not Step.DOORS:
        return session, ()
    return moved(replace(session, door=Door(event.door)), Place(Step.ACKNOWLEDGE)), ()


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
    plan, settings = session.plan, session.settings
    return Acknowledgement(
        session=session.id,
        mode=plan.mode,
        reference=session.reference,
        route=session.route,
        pack=replace(plan.pack, language=settings.language),
        door=session.door,
        meaning=event.meaning,
        pages=tuple(
            PageShown(one.page, order, round(one.seconds, 1), one.visits)
            for order, one in enumerate(session.seen, start=1)
        ),
        ideas=tuple(
            outcome(idea, state) for idea, state in zip(plan.ideas, session.ideas, strict=True)
        ),
        flags=session.flags,
        started=session.started,
        decided=Stamp(event.utc, event.at),
        settings=(
            ("size", settings.size),
            ("theme", settings.theme),
            ("motion", "on" if settings.motion else "off"),
            ("doors", " ".join(door_order(session))),
        ),
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
    return wiped(session, event.at, "staff-reset")


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
        settings=replace(clean.settings, language=event.language),
        reference=event.reference,
        route=event.route,
        code=event.code,
        place=Place(Step.LANGUAGE),
    )
    return begun, (WipeScreen("staff-start"),)


def service_changed(session: Session, event: ev.ServiceChanged) -> Result:
    """Open or close the kiosk for new visits."""
    return replace(session, closed=event.closed), ()
