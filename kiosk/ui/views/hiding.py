"""What is shown over a page that its person hides, and how they come back to it."""

from kiosk.domain import events as ev
from kiosk.domain.hiding import LOCK_LENGTH, can_lock
from kiosk.domain.session import Overlay, Session
from kiosk.domain.waiting import MAX_CODE_TRIES
from kiosk.ui.verbs import ResumeTyped, say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.missing import missing_numbers, missing_pictures
from kiosk.ui.views.screens import KeypadView, NoticeView
from kiosk.ui.views.sheet import FootButton

CODE_LENGTH = 6


def hidden(showing: Showing, session: Session) -> NoticeView | KeypadView:
    """Return the neutral picture that covers a page, or the keys for what opens or locks it."""
    if session.cover_picks:
        return _picks(showing)
    if session.cover_asks:
        return _asks(showing, session)
    buttons = [FootButton(showing.t("Show my page"), say(ev.Closed), "eye")]
    lines: tuple[str, ...] = ()
    if can_lock(session):
        text = showing.t("Lock it with three pictures")
        buttons.append(FootButton(text, say(ev.LockAsked), "lock"))
    elif session.cover_code is not None:
        lines = (showing.t("Your three pictures open this page. Our staff can open it too."),)
    # Behind the PIN: whoever waits can be helped, and the page stays covered all the while.
    buttons.append(FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round"))
    return NoticeView("hidden", "", lines, tuple(buttons), primary=False)


def ready(showing: Showing, _session: Session) -> NoticeView:
    """Return what staff see of a visit that they opened again: the person shows the rest."""
    return NoticeView(
        "hidden-ready",
        showing.t("Your page is ready"),
        (showing.t("Tap to show it."),),
        (FootButton(showing.t("Show my page"), say(ev.Closed), "eye"),),
        icon="lock-open",
    )


def pictures(showing: Showing) -> tuple[tuple[str, str], ...]:
    """Return icon and name of the pictures a page is locked with."""
    return (
        ("sun", showing.t("Sun")),
        ("moon", showing.t("Moon")),
        ("leaf", showing.t("Leaf")),
        ("house", showing.t("House")),
        ("car", showing.t("Car")),
        ("book-open", showing.t("Book")),
        ("clock", showing.t("Clock")),
        ("coffee", showing.t("Cup")),
        ("key-round", showing.t("Key")),
    )


def _picks(showing: Showing) -> KeypadView:
    return KeypadView(
        "hidden-lock",
        showing.t("Pick 3 pictures"),
        (showing.t("They open your page. Our staff can, too."),),
        ev.Locked,
        LOCK_LENGTH,
        LOCK_LENGTH,
        showing.t("Lock"),
        showing.t("Erase last"),
        showing.back(),
        tools=False,
        pictures=pictures(showing),
        comma=showing.comma,
        missing=missing_pictures(showing, LOCK_LENGTH),
    )


def _asks(showing: Showing, session: Session) -> KeypadView:
    """Return the keys; staff are one press away, so that what was forgotten is no trap."""
    error = ""
    if session.cover_tries:
        error = showing.t("That does not open this page. Try again, or ask our staff.")
    if session.cover_tries >= MAX_CODE_TRIES:
        error = showing.t("Please ask our staff. They can open your page again.")
    by_pictures = session.code is None
    if by_pictures:
        line = showing.t("Press your three pictures. If you forgot them, ask our staff.")
    else:
        line = showing.t("Type the code that staff gave you to show your page.")
    length = LOCK_LENGTH if by_pictures else CODE_LENGTH
    return KeypadView(
        "hidden-pictures" if by_pictures else "hidden-code",
        showing.t("This page is hidden"),
        (line,),
        ResumeTyped,
        length,
        length,
        showing.t("Open my page"),
        showing.t("Erase last"),
        showing.back(),
        skip=FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round", quiet=True),
        error=showing.problem(error),
        hidden=by_pictures,
        round=session.cover_tries,
        tools=False,
        pictures=pictures(showing) if by_pictures else (),
        comma=showing.comma,
        missing=(missing_pictures if by_pictures else missing_numbers)(showing, length),
    )
