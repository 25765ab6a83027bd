"""Every page a kiosk can show, as views: made from states of a visit, without a visit."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from kiosk.domain.acknowledgement import Door, Saved
from kiosk.domain.board.told import Told
from kiosk.domain.desk import Condition, Desk, DeskScreen, RecordRow
from kiosk.domain.ideas import IdeaState, Phase, put
from kiosk.domain.idle import Idle
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step
from kiosk.domain.staffing.arrangement import Arrangement, Attested, Dose
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.finding import RecordLook
from kiosk.domain.staffing.pausing import Pause
from kiosk.domain.staffing.sealed_finding import Index, KeyState
from kiosk.domain.waiting import MAX_CODE_TRIES
from kiosk.ui.presenter import Presenter
from kiosk.ui.views.present import present
from kiosk.ui.views.screens import View
from kiosk.ui.views.staff import staff_room
from kiosk.ui.views.staff_board import cleaning

_PLAIN = (Step.WELCOME, Step.LANGUAGE, Step.COMFORT, Step.CODE, Step.HOW, Step.DOORS, Step.SAVING)
_REASON = "the record store cannot be written: the disk is full; free some space and start again"
_MESSAGE = "Too many tries. Wait 900 seconds."
# Long enough to look like real ones.
_RECEIPT, _CHECK_CODE, _REFERENCE = "MWMW-QWQW", "QWMWQ-MWQWM-QWMWQ-MWQWM", "W" * 32
# As long as a clinic may make it.
_WAY = (
    "The desk is at the far end of the long hall, left of the green door, behind the tall plants. "
)
_WAY += "Ring the bell on it twice."
_ROWS = tuple(RecordRow("MWMW-QWQW", "2026-11-28", "voided", "demo", "en") for _ in range(50))
_ASIDE = (("/var/lib/anteroom/closed/epoch-12", "record 1234: edited"),) * 2
_LACK = Condition("languages", ok=False, what="not reviewed: en, es, ar", todo=_REASON)
_LACKING = Desk(
    DeskScreen.READINESS,
    unlocked=True,
    conditions=(*(_LACK,) * 8, *(replace(_LACK, ok=True, todo=""),) * 12),
)
_WAITS = Badges(12, "2026-11-28", None, 12, waiting=123, hours=123, late=True, can_copy=True)
_TABLE = Desk(DeskScreen.RECORDS, unlocked=True, rows=_ROWS)


def every_view(presenter: Presenter, session: Session) -> Iterator[View]:
    """Give the view of every page: the visit's, what may lie over them, and the staff's."""
    begun = replace(session, id="0" * 32)
    for one in (*_states(begun), *_waiting(begun)):
        yield present(presenter.showing(one, one.mark), one)
    at_board = replace(presenter, calls=True, help_text=_WAY)
    for one in _calling(begun):
        yield present(at_board.showing(one, one.mark), one)
    yield cleaning(presenter.showing(begun, 0.0), 17)
    for desk in _desks():
        showing = presenter.showing(begun, 0.0)
        yield staff_room(showing, replace(begun, idle=Idle.CURTAIN), desk)


def _states(session: Session) -> Iterator[Session]:
    plan = session.plan
    for step in _PLAIN:
        yield replace(session, place=Place(step))
    yield replace(session, place=Place(Step.CODE), code_refused=True, code_tries=1)
    yield replace(session, place=Place(Step.CODE), code_refused=True, code_tries=MAX_CODE_TRIES)
    for chapter, one in enumerate(plan.chapters):
        if not plan.is_faq(chapter):
            for page in range(len(one.pages)):
                yield replace(session, place=Place(Step.CHAPTER, chapter, page))
    yield from _faq(session)
    for index in range(len(plan.ideas)):
        yield from _checks(replace(session, place=Place(Step.CHECK, 0, index)), index)
    yield from _ends(session)
    yield from _lines(session)
    for overlay in Overlay:
        if overlay not in (Overlay.STAFF, Overlay.FAQ):
            yield replace(session, place=Place(Step.CHAPTER), overlays=(overlay,))
            yield replace(session, id=None, overlays=(overlay,))


def _faq(session: Session) -> Iterator[Session]:
    plan = session.plan
    chapter = next(i for i in range(len(plan.chapters)) if plan.is_faq(i))
    in_chapter = replace(session, place=Place(Step.CHAPTER, chapter))
    over = replace(session, place=Place(Step.CHAPTER), overlays=(Overlay.FAQ,))
    spots = [FaqSpot()]
    for topic in plan.topics:
        spots.append(FaqSpot(topic.id))
        spots.extend(FaqSpot(topic.id, question) for question in topic.questions)
    for one, spot in product((in_chapter, over), spots):
        yield replace(one, faq=spot)


def _checks(session: Session, index: int) -> Iterator[Session]:
    asked = IdeaState()
    missed = IdeaState(Phase.RETEACH, (None,), 1)
    again = IdeaState(Phase.ASK, (None,), 1)
    talk = IdeaState(Phase.TALK, (None, None), 2)
    clear = IdeaState(Phase.CLEAR, (0,), 0)
    for state in (asked, missed, again, talk, clear):
        yield replace(session, ideas=put(session.ideas, index, state))
    yield replace(session, hint=True)


def _ends(session: Session) -> Iterator[Session]:
    plan = session.plan
    flags = tuple(sorted(plan.flaggable()))
    for marks in ((), flags[:1], flags[:12]):
        marked = replace(session, flags=marks)
        yield replace(marked, place=Place(Step.QUESTIONS))
        yield replace(marked, place=Place(Step.REVIEW))
        for topic in plan.topics:
            yield replace(marked, place=Place(Step.QUESTIONS), topic=topic.id)
    for door in Door:
        chosen = replace(session, door=door)
        yield replace(chosen, place=Place(Step.DOORS))
        yield replace(chosen, place=Place(Step.ACKNOWLEDGE))
        saved = Saved("0" * 32, _RECEIPT, _CHECK_CODE)
        yield replace(chosen, place=Place(Step.SAVED), saved=saved)
    waits = replace(session, attested=Attested(dose=Dose.RECENT, hours=24))
    yield replace(waits, place=Place(Step.DOORS))
    yield replace(waits, place=Place(Step.SAVED), saved=saved)


def _lines(session: Session) -> Iterator[Session]:
    """Give the lines of every page that has some, with nothing marked and with all."""
    plan = session.plan
    for chapter, one in enumerate(plan.chapters):
        for number, page in enumerate(one.pages):
            if not page.lines:
                continue
            at = replace(session, place=Place(Step.CHAPTER, chapter, number))
            if plan.is_faq(chapter):
                topic = next(some.id for some in plan.topics if page.id in some.questions)
                at = replace(at, place=Place(Step.CHAPTER, chapter), faq=FaqSpot(topic, page.id))
            for marks in ((), tuple(sorted(page.marks))):
                yield replace(at, flags=marks, overlays=(Overlay.LINES,))


def _waiting(session: Session) -> Iterator[Session]:
    page = replace(session, place=Place(Step.CHAPTER))
    yield replace(page, idle=Idle.WARNING)
    covered = replace(page, overlays=(Overlay.HIDDEN,), code="123456", cover_asks=True)
    for tries in (0, 1, MAX_CODE_TRIES):
        yield replace(covered, cover_tries=tries)
    begun = replace(page, overlays=(Overlay.HIDDEN,))
    yield replace(begun, cover_picks=True)
    yield replace(page, overlays=(Overlay.READY,))
    yield replace(begun, cover_code="159")
    for tries in (0, 1, MAX_CODE_TRIES):
        yield replace(begun, cover_code="159", cover_asks=True, cover_tries=tries)
    yield replace(page, idle=Idle.CURTAIN, cover_code="159")
    yield replace(page, idle=Idle.CURTAIN, cover_code="159", code_refused=True, code_tries=1)
    yield replace(page, idle=Idle.CURTAIN)
    yield replace(page, idle=Idle.CURTAIN, code="123456")
    yield replace(page, idle=Idle.CURTAIN, code="123456", code_refused=True, code_tries=1)
    yield replace(session, place=Place(Step.SAVING), mark=15.0)
    yield replace(session, id=None, place=Place(Step.FAULT), fault=_REASON)
    yield replace(session, id=None, closed=_REASON)


def _calling(session: Session) -> Iterator[Session]:
    """Give help and all that may be told of a call, where a board of the clinic takes it."""
    page = replace(session, place=Place(Step.CHAPTER))
    yield replace(page, overlays=(Overlay.HELP,))
    yield replace(session, id=None, overlays=(Overlay.HELP,))
    for told in Told:
        over = Overlay.SEEN if told is Told.SEEN else Overlay.CALLING
        yield replace(page, overlays=(over,), told=told)


def _finding(desk: Desk) -> Iterator[Desk]:
    rows = tuple(replace(row, kind="corrected", number=7) for row in _ROWS)
    yield replace(desk, screen=DeskScreen.FOUND, rows=rows)
    yield replace(desk, screen=DeskScreen.FIND, message=_REASON)
    gone = Index(KeyState.GONE)
    for index in (
        gone,
        Index(KeyState.LOCKED),
        Index(KeyState.OPEN, 200, 9_999),
        Index(KeyState.OPEN),
    ):
        yield replace(desk, screen=DeskScreen.SEALED, index=index)
    look = RecordLook(
        number=7,
        receipt=_RECEIPT,
        day="2026-11-28",
        state="corrected",
        demo=True,
        language="en",
        version="0.1.0",
        check_code=_CHECK_CODE,
        sound=True,
        copied=True,
        openable=True,
    )
    for one in (look, replace(look, openable=False, locked=True), replace(look, sound=False)):
        yield replace(desk, screen=DeskScreen.RECORD, look=one)
    for outcome in ("failed", "refused"):
        yield replace(desk, screen=DeskScreen.RECORD, look=look, printed=outcome, message=_REASON)
    for pause in (Pause(600), Pause(600, early=True)):
        yield replace(desk, screen=DeskScreen.UNLOCK, look=look, pause=pause)


def _desks() -> Iterator[Desk]:
    yield Desk()
    yield Desk(checking=True)
    yield Desk(message=_MESSAGE, tries=1)
    plan = Arrangement(reference=_REFERENCE)
    open_desk = Desk(DeskScreen.MENU, unlocked=True, visit=plan, code="123456", window_hours=24)
    for screen in DeskScreen:
        yield replace(open_desk, screen=screen)
    yield from _finding(open_desk)
    waiting = Badges(2, "2026-11-28", 9, 12)
    yield replace(open_desk, badges=waiting, unprinted=3)
    # The largest of them stands above each other page, too.
    for screen in DeskScreen:
        yield replace(open_desk, screen=screen, badges=_WAITS)
    yield replace(open_desk, demo=True)
    yield replace(open_desk, message=_REASON)
    yield replace(open_desk, put_aside=_ASIDE)
    yield replace(open_desk, screen=DeskScreen.REFERENCE, message=_MESSAGE, tries=1)
    yield _TABLE
    yield _LACKING
