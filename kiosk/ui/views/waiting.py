"""What is shown when nobody touches, and when something broke."""

from kiosk.domain import events as ev
from kiosk.domain.hiding import LOCK_LENGTH
from kiosk.domain.idle import countdown_left
from kiosk.domain.session import Overlay, Session
from kiosk.domain.waiting import MAX_CODE_TRIES
from kiosk.ui.verbs import ResumeTyped, say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.hiding import CODE_LENGTH, pictures
from kiosk.ui.views.missing import missing_numbers, missing_pictures
from kiosk.ui.views.screens import KeypadView, NoticeView
from kiosk.ui.views.sheet import FootButton


def still_there(showing: Showing, session: Session) -> NoticeView:
    """Return the countdown before the page is hidden."""
    left = countdown_left(session.limits, session.idle_since, showing.now)
    return NoticeView(
        "still-there",
        showing.t("Are you still there?"),
        (showing.t("We will hide this page to keep it private. Your place is kept for a while."),),
        (
            FootButton(showing.t("Yes, keep going"), say(ev.Touched)),
            FootButton(showing.t("I am finished"), say(ev.Finished)),
        ),
        ring=(left, round(session.limits.countdown)),
    )


def curtain(showing: Showing, session: Session) -> KeypadView | NoticeView:
    """Return the curtain: a code or staff open it, anybody may start afresh."""
    kept = _kept(showing, session)
    staff = FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round")
    anew = FootButton(
        showing.t("Erase it and start again"), say(ev.Finished), "rotate-ccw", quiet=True
    )
    title = showing.t("This page is hidden")
    if session.opens_by is None or session.code_tries >= MAX_CODE_TRIES:
        line = showing.t("Is this your visit? Please ask our staff to open it again.")
        return NoticeView("curtain", title, (line, kept), (staff, anew), icon="lock", primary=False)
    by_pictures = session.code is None
    if by_pictures:
        wrong = showing.t("Those are not the pictures of this visit. Try again, or ask our staff.")
        line = showing.t("Is this your visit? Press your three pictures to go on.")
    else:
        wrong = showing.t("That code is not right. Try again, or ask our staff.")
        line = showing.t("Is this your visit? Type your code.")
    length = LOCK_LENGTH if by_pictures else CODE_LENGTH
    return KeypadView(
        "curtain-pictures" if by_pictures else "curtain-code",
        title,
        (line, kept),
        ResumeTyped,
        length,
        length,
        showing.t("Open my page"),
        showing.t("Erase last"),
        staff,
        skip=anew,
        error=showing.problem(wrong) if session.code_refused else "",
        hidden=by_pictures,
        round=session.code_tries,
        tools=False,
        pictures=pictures(showing) if by_pictures else (),
        comma=showing.comma,
        missing=(missing_pictures if by_pictures else missing_numbers)(showing, length),
    )


def _kept(showing: Showing, session: Session) -> str:
    """Say how long the visit waits, and what becomes of it then."""
    minutes = max(1, round((session.limits.curtain + session.extra) / 60))
    if session.plan.keep_abandoned:
        return showing.words.n(
            "The visit waits {count} minute. Then it ends, and the clinic keeps how far it came.",
            "The visit waits {count} minutes. Then it ends, and the clinic keeps how far it came.",
            minutes,
        )
    return showing.words.n(
        "It waits {count} minute, then it is erased.",
        "It waits {count} minutes, then it is erased.",
        minutes,
    )


def fault(showing: Showing, session: Session) -> NoticeView:
    """Return the page for when something broke: kind to the patient, precise to staff."""
    return NoticeView(
        "fault",
        showing.t("There is a problem with this screen"),
        (
            showing.t("It is not your fault. Your answers may not be saved."),
            showing.t("Please tell our staff. You can go on with them, or on paper."),
        ),
        (
            FootButton(showing.t("Go to the start"), say(ev.Finished), "house"),
            FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round"),
        ),
        small=showing.t("For staff: {reason}", reason=session.fault or ""),
        icon="triangle-alert",
        # Its words send people to staff: nothing to press here is what most should press.
        primary=False,
    )
