"""How a visit moves: pages, overlays, answers, flags."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Stamp
from kiosk.domain.board.told import Told
from kiosk.domain.comfort import chosen
from kiosk.domain.effects import Effect
from kiosk.domain.ideas import answered, put, reopened
from kiosk.domain.journey import go_back, go_on, in_faq, page_beneath
from kiosk.domain.marks import without_page
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step, moved
from kiosk.domain.settling import wiped
from kiosk.domain.shortly import topics

Result = tuple[Session, tuple[Effect, ...]]
_SETTLED = (Step.SAVING, Step.SAVED, Step.FAULT)
# What help offers whose one way out is called "my page": it must lead there, not to help again.
_INSTEAD_OF_HELP = (Overlay.UPSET, Overlay.SETTINGS, Overlay.HIDDEN)


def began(session: Session, event: ev.Began) -> Result:
    """Begin a visit from Welcome."""
    if session.place.step is not Step.WELCOME or session.closed is not None:
        return session, ()
    started = Stamp(event.utc, event.at)
    begun = replace(session, id=event.session, started=started, overlays=(), faq=FaqSpot())
    return moved(begun, Place(Step.LANGUAGE)), ()


def language_chosen(session: Session, event: ev.LanguageChosen) -> Result:
    """Change the language, keeping the place."""
    return replace(session, settings=replace(session.settings, language=event.tag)), ()


def setting_chosen(session: Session, event: ev.SettingChosen) -> Result:
    """Change one setting, keeping the place."""
    settings = chosen(session.settings, event.name, event.value)
    return replace(session, settings=settings), ()


def code_accepted(session: Session, event: ev.CodeAccepted) -> Result:
    """Take the code that staff gave."""
    if session.place.step is not Step.CODE:
        return session, ()
    known = replace(session, code=event.code, reference=event.reference, code_tries=0)
    known = replace(known, attested=event.attested)
    route = event.route or session.route
    known = replace(known, route=route, plan=session.plan.for_route(route))
    return moved(known, Place(Step.HOW)), ()


def code_refused(session: Session, _event: ev.CodeRefused) -> Result:
    """Say that the code is not known."""
    if session.place.step is not Step.CODE:
        return session, ()
    return replace(session, code_refused=True, code_tries=session.code_tries + 1), ()


def continued(session: Session, _event: ev.Continued) -> Result:
    """Go on."""
    if session.overlays or session.place.step in (*_SETTLED, Step.WELCOME, Step.DOORS):
        return session, ()
    if session.place.step is Step.HOW:
        session = replace(session, short=False)
    return go_on(session), ()


def way_chosen(session: Session, event: ev.WayChosen) -> Result:
    """Begin to read: all pages, or those of the short way."""
    if session.overlays or session.place.step is not Step.HOW:
        return session, ()
    return go_on(replace(session, short=event.short and session.plan.has_short)), ()


def went_back(session: Session, event: ev.WentBack) -> Result:
    """Go back."""
    in_open_faq = session.overlay is Overlay.FAQ and session.faq != FaqSpot()
    if session.overlay is Overlay.SOURCES and session.source is not None:
        return replace(session, source=None), ()
    if session.overlay is not None and not in_open_faq:
        return closed(session, ev.Closed(event.at))
    if session.overlay is None and session.place.step in _SETTLED:
        return session, ()
    if session.overlay is None and session.place.step is Step.LANGUAGE:
        return _left_the_first_page(session, event.at)
    return go_back(session), ()


def _left_the_first_page(session: Session, at: float) -> Result:
    """Nothing is lost by leaving an untouched visit; one that staff prepared stays, as a begun."""
    prepared = (session.reference, session.code, session.route) != (None, None, None)
    if session.seen or session.flags or prepared:
        return session, ()
    return wiped(session, at, "left")


def opened(session: Session, event: ev.Opened) -> Result:
    """Lay an overlay over the page."""
    if session.place.step is Step.SAVING:
        return session, ()
    session = replace(session, cover_asks=False, cover_picks=False, tried=(), told_words=())
    if event.overlay is Overlay.SOURCES:
        session = replace(session, source=None)
    if event.overlay is Overlay.CALLING:
        session = replace(session, told=Told.SENDING)
    page = replace(session, overlays=())
    if event.overlay is Overlay.FAQ and in_faq(page):
        return page, ()
    if event.overlay in session.overlays:
        left = session.overlays[: session.overlays.index(event.overlay) + 1]
        shut = Overlay.FAQ in session.overlays[len(left) :]
        return replace(session, overlays=left, faq=FaqSpot() if shut else session.faq), ()
    faq = FaqSpot() if event.overlay is Overlay.FAQ else session.faq
    below = session.overlays
    if event.overlay in (Overlay.SOURCES, Overlay.WORDS):
        # It is asked for in the settings, and leads back to the page it tells about.
        below = tuple(one for one in below if one is not Overlay.SETTINGS)
    if session.overlay is Overlay.HELP and event.overlay in _INSTEAD_OF_HELP:
        below = below[:-1]
    return replace(session, overlays=(*below, event.overlay), faq=faq), ()


def closed(session: Session, _event: ev.Closed) -> Result:
    """Take the overlay in front away; what hides a locked visit asks first."""
    closing = session.overlay
    if closing is Overlay.HIDDEN and session.cover_picks:
        return replace(session, cover_picks=False), ()
    if closing is Overlay.HIDDEN and session.opens_by is not None:
        return replace(session, cover_asks=not session.cover_asks), ()
    left = session.overlays[:-1]
    faq = FaqSpot() if closing is Overlay.FAQ else session.faq
    source = None if closing is Overlay.SOURCES else session.source
    return replace(session, overlays=left, faq=faq, source=source, told_words=()), ()


def help_seen(session: Session, _event: ev.HelpSeen) -> Result:
    """Tell the person that staff saw the sign, once one of them has said so."""
    if session.overlay is not Overlay.CALLING:
        return session, ()
    return replace(session, overlays=(*session.overlays[:-1], Overlay.SEEN)), ()


def call_told(session: Session, event: ev.CallTold) -> Result:
    """Tell the person what became of the call, behind whatever lies in front of it now."""
    if Overlay.CALLING not in session.overlays:
        return session, ()
    if event.told is not Told.SEEN:
        return replace(session, told=event.told), ()
    seen = (Overlay.SEEN if one is Overlay.CALLING else one for one in session.overlays)
    return replace(session, overlays=tuple(seen), told=Told.SENDING), ()


def source_chosen(session: Session, event: ev.SourceChosen) -> Result:
    """Show what one sentence rests on, or all sentences again."""
    if session.overlay is not Overlay.SOURCES:
        return session, ()
    return replace(session, source=event.sentence), ()


def words_told(session: Session, event: ev.WordsTold) -> Result:
    """Show over the page what words of it mean."""
    if page_beneath(session) is None and session.place.step is not Step.CHECK:
        return session, ()
    shown, effects = opened(session, ev.Opened(event.at, Overlay.WORDS))
    return replace(shown, told_words=event.words), effects


def topic_opened(session: Session, event: ev.TopicOpened) -> Result:
    """Open a topic in the FAQ or on My questions."""
    in_list = any(one.id == event.topic for one in topics(session))
    if in_faq(session) and (event.topic is None or in_list):
        return replace(session, faq=FaqSpot(event.topic)), ()
    known = event.topic is None or session.plan.topic(event.topic) is not None
    if known and session.overlay is None and session.place.step is Step.QUESTIONS:
        return replace(session, topic=event.topic), ()
    return session, ()


def question_opened(session: Session, event: ev.QuestionOpened) -> Result:
    """Open one FAQ question."""
    if not in_faq(session):
        return session, ()
    for topic in topics(session):
        if event.question in topic.questions:
            return replace(session, faq=FaqSpot(topic.id, event.question)), ()
    return session, ()


def answered_idea(session: Session, event: ev.Answered) -> Result:
    """Take an answer to the check question in front."""
    place = session.place
    if session.overlays or place.step is not Step.CHECK:
        return session, ()
    plan = session.plan.ideas[place.page]
    if plan.id != event.idea:
        return session, ()
    state = answered(session.idea, plan, event.choice)
    return replace(session, ideas=put(session.ideas, place.page, state), hint=False), ()


def flag_toggled(session: Session, event: ev.FlagToggled) -> Result:
    """Mark or unmark a page, or a line of one, to ask about."""
    if session.id is None or session.place.step in _SETTLED:
        return session, ()
    if event.page in session.flags:
        return replace(session, flags=tuple(p for p in session.flags if p != event.page)), ()
    if event.page not in session.plan.flaggable():
        return session, ()
    return replace(session, flags=(*session.flags, event.page)), ()


def page_unmarked(session: Session, event: ev.PageUnmarked) -> Result:
    """Take every mark of a page away, and go back to it."""
    if session.overlay is not Overlay.LINES:
        return session, ()
    unmarked = replace(session, flags=without_page(session.flags, event.page))
    return closed(unmarked, ev.Closed(event.at))


def change_asked(session: Session, event: ev.ChangeAsked) -> Result:
    """Go and change something from the review."""
    if session.overlays or session.place.step is not Step.REVIEW:
        return session, ()
    if event.target == "checks" and session.ideas:
        ideas = tuple(reopened(idea) for idea in session.ideas)
        return moved(replace(session, ideas=ideas), Place(Step.CHECK)), ()
    target = _change_place(session, event.target)
    if target is None:
        return session, ()
    ideas = session.ideas
    if target.step is Step.CHECK:
        ideas = put(ideas, target.page, reopened(ideas[target.page]))
    changed = replace(session, ideas=ideas, return_to=Place(Step.REVIEW), topic=None)
    return moved(replace(changed, faq=FaqSpot()), target), ()


def _change_place(session: Session, target: str) -> Place | None:
    if target == "my-questions":
        return Place(Step.QUESTIONS)
    chapter = session.plan.chapter_index(target)
    if chapter is not None:
        return Place(Step.CHAPTER, chapter, 0)
    for index, idea in enumerate(session.plan.ideas):
        if idea.id == target:
            return Place(Step.CHECK, 0, index)
    return None


def decide_asked(session: Session, _event: ev.DecideAsked) -> Result:
    """Go straight to the three doors."""
    if session.id is None or session.place.step in _SETTLED:
        return session, ()
    there = replace(session, overlays=(), return_to=None, faq=FaqSpot(), topic=None, source=None)
    return moved(replace(there, told_words=()), Place(Step.DOORS)), ()
