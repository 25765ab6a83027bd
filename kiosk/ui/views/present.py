"""Which view a visit shows now."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.idle import Idle
from kiosk.domain.journey import in_faq
from kiosk.domain.session import FaqSpot, Overlay, Session, Step
from kiosk.ui.views import (
    calling,
    checks,
    closing,
    faq,
    hiding,
    lines,
    overlays,
    pressing,
    reading,
    sources,
    start,
    waiting,
    words,
)
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import Sheet

Builder = Callable[[Showing, Session], View]

_OVERLAYS: dict[Overlay, Builder] = {
    Overlay.HELP: overlays.help_sheet,
    Overlay.CALLING: calling.calling,
    Overlay.SEEN: calling.seen,
    Overlay.UPSET: overlays.upset,
    Overlay.BREATH: overlays.breath,
    Overlay.SETTINGS: overlays.settings,
    Overlay.LANGUAGE: overlays.language,
    Overlay.FAQ: faq.faq,
    Overlay.SOURCES: sources.sources,
    Overlay.WORDS: words.words,
    Overlay.LINES: lines.lines,
    Overlay.PRESS: pressing.pressing,
    Overlay.SWITCHES: pressing.switches,
    Overlay.HIDDEN: hiding.hidden,
    Overlay.READY: hiding.ready,
    Overlay.VOICELESS: overlays.voiceless,
}
_STEPS: dict[Step, Builder] = {
    Step.WELCOME: start.welcome,
    Step.LANGUAGE: start.language,
    Step.COMFORT: start.comfort,
    Step.CODE: start.code,
    Step.HOW: start.how,
    Step.CHAPTER: reading.chapter_page,
    Step.CHECK: checks.check,
    Step.QUESTIONS: closing.my_questions,
    Step.REVIEW: closing.review,
    Step.DOORS: closing.doors,
    Step.ACKNOWLEDGE: closing.acknowledge,
    Step.SAVING: closing.saving,
    Step.SAVED: closing.saved,
    Step.FAULT: waiting.fault,
}


def present(showing: Showing, session: Session) -> View:
    """Return the view of a visit; the staff room has its own."""
    if session.idle is Idle.WARNING:
        return waiting.still_there(showing, session)
    if session.idle is Idle.CURTAIN:
        return waiting.curtain(showing, session)
    if session.overlay is not None and session.overlay in _OVERLAYS:
        return _over(_OVERLAYS[session.overlay](showing, session), session)
    if in_faq(session):
        return faq.faq(showing, session)
    return _STEPS[session.place.step](showing, session)


def _over(view: View, session: Session) -> View:
    """Return what lies over a page marked as such: keys begin elsewhere on it."""
    if not isinstance(view, Sheet):
        return view
    within = session.source is not None or session.faq != FaqSpot()
    reads = session.overlay in (Overlay.SOURCES, Overlay.FAQ) and within
    return replace(view, over="within" if reads else "opens")
