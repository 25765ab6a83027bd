"""The visit moves on: advance(session, event) -> (session, effects), and nothing else does.

An event that makes no sense now changes nothing: a late tap on a page that is
already gone must never record anything.
"""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain import hiding, moving, settling, switching, waiting
from kiosk.domain.effects import Effect
from kiosk.domain.idle import Idle
from kiosk.domain.journey import visible_page
from kiosk.domain.session import Overlay, Seen, Session

Result = tuple[Session, tuple[Effect, ...]]
# What each thing that may lie in front can say; whatever else arrives then is a late tap.
_STAFF = (ev.Closed, ev.WentBack, ev.StaffStarted, ev.StaffReset, ev.StaffExtended, ev.Resumed)
_HIDDEN = (ev.Closed, ev.WentBack, ev.Touched, ev.Finished, ev.Resumed, ev.LockAsked, ev.Locked)
_READY = (ev.Closed, ev.WentBack, ev.Touched)
_WARNING = (ev.Touched, ev.Finished)
_CURTAIN = (ev.Resumed, ev.Finished)
# Pressing proves that somebody is there; time passing and the store's answer do not.
_TOLD = (ev.ServiceChanged, ev.StillnessWished, ev.CallTold)
_NOT_A_TOUCH = (ev.Tick, ev.Recorded, ev.RecordFailed, ev.Broke, *_TOLD)


def advance(session: Session, event: ev.Event) -> Result:
    """Return the next session and the work it asks for; pure and total."""
    if event.at < session.mark:
        event = replace(event, at=session.mark)
    timed = _account(session, event)
    handler = _HANDLERS.get(type(event))
    if handler is None or not _heard(timed, event):
        return timed, ()
    after, effects = handler(timed, event)
    if not isinstance(event, _NOT_A_TOUCH) and after.idle is Idle.ACTIVE:
        after = replace(after, touched=event.at)
    return _visited(timed, after), effects


def _heard(session: Session, event: ev.Event) -> bool:
    """Say whether the event can come from what is in front; staff can be called from anywhere."""
    if isinstance(event, _NOT_A_TOUCH):
        return True
    if isinstance(event, ev.Opened) and event.overlay is Overlay.STAFF:
        return True
    if session.overlay is Overlay.STAFF:
        return isinstance(event, _STAFF)
    if session.idle is not Idle.ACTIVE:
        return isinstance(event, _WARNING if session.idle is Idle.WARNING else _CURTAIN)
    if session.overlay is Overlay.READY:
        return isinstance(event, _READY)
    return session.overlay is not Overlay.HIDDEN or isinstance(event, _HIDDEN)


def _account(session: Session, event: ev.Event) -> Session:
    """Add the time since the last event to the page that was in front, or to a paused wait."""
    passed = event.at - session.mark
    if not passed:
        return session
    if session.overlay is Overlay.STAFF:
        waited = replace(session, touched=session.touched + passed, mark=event.at)
        return replace(waited, idle_since=session.idle_since + passed)
    if isinstance(event, ev.Tick) and event.audible and session.idle is Idle.ACTIVE:
        # Somebody who listens does not touch.
        session = replace(session, touched=session.touched + passed)
    page = visible_page(session) if session.idle is Idle.ACTIVE else None
    seen = session.seen
    if page is not None and session.id is not None:
        seen = tuple(
            replace(one, seconds=one.seconds + passed) if one.page == page else one for one in seen
        )
    return replace(session, seen=seen, mark=event.at)


def _visited(before: Session, after: Session) -> Session:
    """Count a page that was opened; one that was only covered for a while was not left."""
    page = visible_page(after)
    if page is None or after.id is None:
        return after
    if before.id == after.id and (visible_page(before) == page or _uncovered(before, after)):
        return after
    if all(one.page != page for one in after.seen):
        return replace(after, seen=(*after.seen, Seen(page, 0.0, 1)))
    return replace(
        after,
        seen=tuple(
            replace(one, visits=one.visits + 1) if one.page == page else one for one in after.seen
        ),
    )


def _uncovered(before: Session, after: Session) -> bool:
    kept = len(after.overlays)
    return len(before.overlays) > kept and before.overlays[:kept] == after.overlays


_HANDLERS: dict[type[ev.Event], Callable[..., Result]] = {
    ev.Tick: waiting.tick,
    ev.Touched: waiting.touched,
    ev.Began: moving.began,
    ev.StaffStarted: settling.staff_started,
    ev.LanguageChosen: moving.language_chosen,
    ev.SettingChosen: moving.setting_chosen,
    ev.SwitchTried: switching.switch_tried,
    ev.SwitchesForgotten: switching.tried_again,
    ev.CodeAccepted: moving.code_accepted,
    ev.CodeRefused: moving.code_refused,
    ev.Continued: moving.continued,
    ev.WayChosen: moving.way_chosen,
    ev.WentBack: moving.went_back,
    ev.Opened: moving.opened,
    ev.SourceChosen: moving.source_chosen,
    ev.WordsTold: moving.words_told,
    ev.Closed: moving.closed,
    ev.HelpSeen: moving.help_seen,
    ev.CallTold: moving.call_told,
    ev.TopicOpened: moving.topic_opened,
    ev.QuestionOpened: moving.question_opened,
    ev.Answered: moving.answered_idea,
    ev.FlagToggled: moving.flag_toggled,
    ev.PageUnmarked: moving.page_unmarked,
    ev.ChangeAsked: moving.change_asked,
    ev.DecideAsked: moving.decide_asked,
    ev.DoorChosen: settling.door_chosen,
    ev.Acknowledged: settling.acknowledged,
    ev.ReadingEnded: settling.reading_ended,
    ev.Recorded: settling.recorded,
    ev.RecordFailed: settling.record_failed,
    ev.Broke: settling.broke,
    ev.Finished: settling.finished,
    ev.Resumed: waiting.resumed,
    ev.LockAsked: hiding.lock_asked,
    ev.Locked: hiding.locked,
    ev.StaffReset: settling.staff_reset,
    ev.StaffExtended: waiting.staff_extended,
    ev.ServiceChanged: settling.service_changed,
    ev.StillnessWished: settling.stillness_wished,
}
