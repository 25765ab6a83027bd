"""Two switches are tried: which one moves the frame, and which one presses. Keys are numbers."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.effects import Effect
from kiosk.domain.session import Overlay, Session

Result = tuple[Session, tuple[Effect, ...]]
# Somebody whose second switch does nothing leaves with the first, pressed so often in all.
GIVES_UP = 4
BOTH = 2


def known(session: Session) -> bool:
    """Say whether both switches were told apart on the page that tries them."""
    return len(set(session.tried)) == BOTH


def switch_tried(session: Session, event: ev.SwitchTried) -> Result:
    """Take a press on that page: the first switch moves, the first other one presses."""
    if session.overlay is not Overlay.SWITCHES or known(session):
        return session, ()
    tried = (*session.tried, event.key)
    now = replace(session, tried=tried)
    if known(now):
        keys = (tried[0], event.key)
        return replace(now, settings=replace(now.settings, switch_keys=keys)), ()
    if len(tried) >= GIVES_UP:
        return replace(session, tried=(), overlays=session.overlays[:-1]), ()
    return now, ()


def tried_again(session: Session, _event: ev.SwitchesForgotten) -> Result:
    """Begin anew: the switches are as for everybody."""
    settings = replace(session.settings, switch_keys=())
    return replace(session, tried=(), settings=settings), ()
