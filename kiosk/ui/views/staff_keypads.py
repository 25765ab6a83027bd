"""What staff type to find a record, and to open the clinic's key."""

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.staffing.pausing import Pause
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import Command, say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import KeypadView
from kiosk.ui.views.sheet import FootButton

LONGEST_PASSPHRASE = 128


def back_to(showing: Showing, screen: DeskScreen) -> FootButton:
    """Return the Back button to another page of staff."""
    return FootButton(showing.t("Back"), say(sv.DeskGo, screen))


def search_page(
    showing: Showing,
    desk: Desk,
    words: tuple[str, str, str],
    command: type[Command],
    span: tuple[int, int],
    back: DeskScreen,
) -> KeypadView:
    """Return a page to type what is looked for: its key, title and line; the fewest and most."""
    key, title, line = words
    least, most = span
    return KeypadView(
        key,
        title,
        (line,),
        command,
        least,
        most,
        showing.t("Looking") if desk.checking else showing.t("Find"),
        showing.t("Erase last"),
        back_to(showing, back),
        error=desk.message,
        letters=True,
        round=desk.tries,
        tools=False,
    )


def passphrase_page(
    showing: Showing,
    desk: Desk,
    words: tuple[str, str, str],
    command: type[Command],
    back: DeskScreen,
) -> KeypadView:
    """Return a page to type the passphrase of the key: its key, its line and its last button."""
    key, line, done = words
    return KeypadView(
        key,
        showing.t("Passphrase of the key"),
        (line,),
        command,
        1,
        LONGEST_PASSPHRASE,
        showing.t("Opening the key") if desk.checking else done,
        showing.t("Erase last"),
        back_to(showing, back),
        error=_wait(showing, desk.pause),
        hidden=True,
        letters=True,
        round=desk.tries,
        tools=False,
        cased=(showing.t("Space"), showing.t("Capital letters"), showing.t("Signs")),
    )


def _wait(showing: Showing, pause: Pause) -> str:
    if not pause.seconds:
        return ""
    if pause.early:
        return showing.words.n(
            "Too early. Next try in {count} second.",
            "Too early. Next try in {count} seconds.",
            pause.seconds,
        )
    return showing.words.n(
        "Wrong passphrase. Next try in {count} second.",
        "Wrong passphrase. Next try in {count} seconds.",
        pause.seconds,
    )
