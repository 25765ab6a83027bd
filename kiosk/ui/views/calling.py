"""A screen that shows from afar that help is wanted; it calls nobody, and says so."""

from kiosk.domain import events as ev
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.views.sheet import FootButton


def calling(showing: Showing, session: Session) -> NoticeView:
    """Return the sign; one press of whoever comes, and the person is told that it was seen."""
    del session
    return NoticeView(
        "calling",
        showing.t("Help is wanted here"),
        (showing.t("This sign calls nobody. Please raise your hand, or go to the desk."),),
        (
            FootButton(showing.t("Staff: seen"), say(ev.HelpSeen), "check"),
            FootButton(showing.t("Take the sign away"), say(ev.Closed), "x"),
        ),
        icon="hand",
        primary=False,
        large=True,
    )


def seen(showing: Showing, session: Session) -> NoticeView:
    """Return what the person is told once staff saw the sign; it promises nothing more."""
    del session
    return NoticeView(
        "help-seen",
        showing.t("A member of staff has seen your sign"),
        (showing.t("You can go on here, or wait."),),
        (FootButton(showing.t("Go on"), say(ev.Closed), "check"),),
        icon="eye",
    )
