"""What staff do at the kiosk during a walk; only where no PIN is set, as in a demo."""

from functools import partial

from kiosk.domain.desk import DeskScreen
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import KeypadView, NoticeView, TableView, WelcomeView
from kiosk.ui.walk.robot import Steps, Wait
from kiosk.ui.walk.screen import NotThereError
from kiosk.ui.walk.visitor import Visitor

REFERENCE = "WALK-7"
_READ_SECONDS = 10.0


def prepare(visitor: Visitor, *, code: bool) -> Steps:
    """Start a new visit from Welcome: by a code for the person, or handed over at once."""
    welcome = visitor.screen.view
    if not isinstance(welcome, WelcomeView):
        raise NotThereError(f"{visitor.screen.key} is in front, not Welcome")
    yield from visitor.press(welcome.staff.text)
    visitor.expect("staff-menu")
    yield from visitor.seek(0)
    visitor.expect("staff-reference")
    view = visitor.screen.view
    if isinstance(view, KeypadView):
        yield from visitor.type(REFERENCE, view.done)
    visitor.expect("staff-visit")
    if not code:
        yield from visitor.onward()
        return
    # The code is the last row; on a small panel it stands on another screen.
    yield from visitor.seek(-1)
    visitor.expect("staff-code")
    made = visitor.screen.view
    if isinstance(made, NoticeView):
        visitor.diary.code = visitor.diary.used_code = made.title.replace(" ", "")
        yield from visitor.press(made.buttons[1].text)


def _listed(visitor: Visitor) -> bool:
    view = visitor.screen.view
    return isinstance(view, TableView) and bool(view.rows)


def look_round(visitor: Visitor) -> Steps:
    """See the last records and the reset page, change nothing, and leave."""
    visitor.expect("staff-menu")
    yield from visitor.seek_verb(say(sv.DeskGo, DeskScreen.FIND))
    visitor.expect("staff-find")
    yield from visitor.seek(-1)
    visitor.expect("staff-records")
    if visitor.means.saved_before:
        yield Wait(partial(_listed, visitor), _READ_SECONDS, "the list of records")
    visitor.look()
    yield from visitor.push(visitor.screen.shell.foot.back_button)
    yield from visitor.seek_verb(say(sv.DeskGo, DeskScreen.RESET))
    visitor.expect("staff-reset")
    yield from visitor.notice_button(-1)
    visitor.expect("staff-menu")
    # On a small panel what needs no press stands on a second screen, and the way out with it.
    while visitor.screen.view.key == "staff-menu":
        yield from visitor.onward()


def reopen(visitor: Visitor) -> Steps:
    """Take the curtain away as staff, and show the page as the person."""
    visitor.expect("staff-menu")
    yield from visitor.seek(0)
    visitor.expect("hidden-ready")
    yield from visitor.notice_button(0)
