"""Which view a visit shows now."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from kiosk.domain.idle import Idle
from kiosk.domain.journey import in_faq
from kiosk.domain.session import FaqSpot, Overlay, Session, Step
from kiosk.ui.views import start
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import Sheet

Builder = Callable[[Showing, Session], View]


def _late(name: str) -> Builder:
    """Return a builder whose module is loaded when its page is first shown."""
    module, _, function = name.partition(".")

    def build(showing: Showing, session: Session) -> View:
        made: Builder = getattr(import_module(f"kiosk.ui.views.{module}"), function)
        return made(showing, session)

    return build


_OVERLAYS: dict[Overlay, Builder] = {
    Overlay.HELP: _late("overlays.help_sheet"),
    Overlay.CALLING: _late("calling.calling"),
    Overlay.SEEN: _late("calling.seen"),
    Overlay.UPSET: _late("overlays.upset"),
    Overlay.BREATH: _late("overlays.breath"),
    Overlay.SETTINGS: _late("overlays.settings"),
    Overlay.LANGUAGE: _late("overlays.language"),
    Overlay.FAQ: _late("faq.faq"),
    Overlay.SOURCES: _late("sources.sources"),
    Overlay.WORDS: _late("words.words"),
    Overlay.LINES: _late("lines.lines"),
    Overlay.PRESS: _late("pressing.pressing"),
    Overlay.SWITCHES: _late("pressing.switches"),
    Overlay.HIDDEN: _late("hiding.hidden"),
    Overlay.READY: _late("hiding.ready"),
    Overlay.VOICELESS: _late("overlays.voiceless"),
}
_STEPS: dict[Step, Builder] = {
    Step.WELCOME: start.welcome,
    Step.LANGUAGE: start.language,
    Step.COMFORT: start.comfort,
    Step.CODE: start.code,
    Step.HOW: start.how,
    Step.CHAPTER: _late("reading.chapter_page"),
    Step.CHECK: _late("checks.check"),
    Step.QUESTIONS: _late("closing.my_questions"),
    Step.REVIEW: _late("closing.review"),
    Step.DOORS: _late("closing.doors"),
    Step.ACKNOWLEDGE: _late("closing.acknowledge"),
    Step.SAVING: _late("closing.saving"),
    Step.SAVED: _late("closing.saved"),
    Step.FAULT: _late("waiting.fault"),
}
_still_there, _curtain = _late("waiting.still_there"), _late("waiting.curtain")
_faq = _OVERLAYS[Overlay.FAQ]


def present(showing: Showing, session: Session) -> View:
    """Return the view of a visit; the staff room has its own."""
    if session.idle is Idle.WARNING:
        return _still_there(showing, session)
    if session.idle is Idle.CURTAIN:
        return _curtain(showing, session)
    if session.overlay is not None and session.overlay in _OVERLAYS:
        return _over(_OVERLAYS[session.overlay](showing, session), session)
    if in_faq(session):
        return _faq(showing, session)
    return _STEPS[session.place.step](showing, session)


def _over(view: View, session: Session) -> View:
    """Return what lies over a page marked as such: keys begin elsewhere on it."""
    if not isinstance(view, Sheet):
        return view
    within = session.source is not None or session.faq != FaqSpot()
    reads = session.overlay in (Overlay.SOURCES, Overlay.FAQ) and within
    return replace(view, over="within" if reads else "opens")
