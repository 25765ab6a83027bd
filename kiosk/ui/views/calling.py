"""A screen that shows from afar that help is wanted; of a call it says no more than is true."""

from kiosk.domain import events as ev
from kiosk.domain.board.told import Told
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import NoticeView
from kiosk.ui.views.sheet import FootButton


def calling(showing: Showing, session: Session) -> NoticeView:
    """Return the sign; one press of whoever comes, and the person is told that it was seen."""
    key, title, lines = _said(showing, session.told)
    return NoticeView(
        key,
        title,
        lines,
        (
            FootButton(showing.t("Staff: seen"), say(ev.HelpSeen), "check"),
            FootButton(showing.t("Take the sign away"), say(ev.Closed), "x"),
        ),
        icon="hand",
        primary=False,
        large=True,
    )


def _said(showing: Showing, told: Told) -> tuple[str, str, tuple[str, ...]]:
    """Return key, title and lines; each answer has a key of its own, so that it is read out.

    Few words, so that in the largest letters too the hand is there for the whole room.
    """
    wanted = showing.t("Help is wanted here")
    if not showing.calls:
        line = showing.t("This sign calls nobody. Please raise your hand, or go to the desk.")
        return "calling", wanted, (line,)
    match told:
        case Told.SENT:
            lines = (
                showing.t("It is on the screen there. Nobody has answered yet."),
                showing.t("You can also go to the desk."),
            )
            return "calling:sent", showing.t("Sent to the desk"), lines
        case Told.UNSENT:
            where = (showing.help_text,) if showing.help_text else ()
            lines = (*where, showing.t("You can also raise your hand."))
            return "calling:unsent", showing.t("Not sent: please go to the desk"), lines
    lines = (wanted + ".", showing.t("In a few seconds you see here if the desk has it."))
    return "calling:sending", showing.t("Calling the desk"), lines


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
