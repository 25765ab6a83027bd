"""What staff may do at the kiosk, as a value and pure steps."""

from dataclasses import dataclass, replace
from enum import StrEnum


class DeskScreen(StrEnum):
    """The pages of the staff room."""

    PIN = "pin"
    MENU = "menu"
    REFERENCE = "reference"
    LANGUAGE = "language"
    CODE = "code"
    RECORDS = "records"
    RESET = "reset"
    EXIT = "exit"


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as staff see it: no answers, no door."""

    receipt: str
    day: str
    kind: str
    mode: str
    language: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The staff room: locked until a PIN opened it."""

    screen: DeskScreen = DeskScreen.PIN
    unlocked: bool = False
    demo: bool = False
    checking: bool = False
    message: str = ""
    tries: int = 0
    reference: str = ""
    language: str = "en"
    route: str = ""
    code: str = ""
    rows: tuple[RecordRow, ...] = ()
    check_code: str = ""
    put_aside: tuple[tuple[str, str], ...] = ()
    touched: float = 0.0


def entered(*, pin_set: bool, language: str, at: float) -> Desk:
    """Return the desk as staff meet it; with no PIN set it opens, and says demo."""
    screen = DeskScreen.PIN if pin_set else DeskScreen.MENU
    return Desk(screen, unlocked=not pin_set, demo=not pin_set, language=language, touched=at)


def pin_opened(desk: Desk) -> Desk:
    """Return the desk after the right PIN."""
    return replace(desk, screen=DeskScreen.MENU, unlocked=True, checking=False, message="", tries=0)


def pin_refused(desk: Desk, message: str) -> Desk:
    """Return the desk after a wrong PIN, or during a lock-out."""
    return replace(desk, checking=False, message=message, tries=desk.tries + 1)


def went(desk: Desk, screen: DeskScreen) -> Desk:
    """Return the desk on another page; a locked desk stays where it is."""
    if not desk.unlocked:
        return desk
    return replace(desk, screen=screen, message="")


def referenced(desk: Desk, reference: str) -> Desk:
    """Return the desk with the reference staff typed, asking for the language next."""
    if not desk.unlocked:
        return desk
    return replace(desk, reference=reference, route="", screen=DeskScreen.LANGUAGE, message="")


def logged_out(desk: Desk, limit: float, at: float) -> bool:
    """Say whether the desk lay untouched for longer than limit seconds."""
    return at - desk.touched >= limit
