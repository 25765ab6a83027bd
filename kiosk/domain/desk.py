"""What staff may do at the kiosk, as a value and pure steps."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.domain.staffing.arrangement import Arrangement, Attested, arranged
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.finding import RecordLook
from kiosk.domain.staffing.pausing import Pause
from kiosk.domain.staffing.roles import Act, Role, may
from kiosk.domain.staffing.sealed_finding import Index
from kiosk.domain.staffing.trials import Trial


class DeskScreen(StrEnum):
    """The pages of the staff room."""

    PIN = "pin"
    MENU = "menu"
    REFERENCE = "reference"
    VISIT = "visit"
    LANGUAGE = "language"
    ROUTE = "route"
    SIZE = "size"
    COLOURS = "colours"
    CODE = "code"
    STEPS = "steps"
    FIND = "find"
    RECEIPT = "receipt"
    DAY = "day"
    FOUND = "found"
    SEALED = "sealed"
    BY_CODE = "by-code"
    INDEX = "index"
    RECORD = "record"
    UNLOCK = "unlock"
    RECORDS = "records"
    RULER = "ruler"
    READINESS = "readiness"
    TOUCH = "touch"
    KEYS = "keys"
    SOUND = "sound"
    PRINTER = "printer"
    RESET = "reset"
    EXIT = "exit"


# What a role must be allowed to do to see a page; every other page is for all staff.
_NEEDS = {
    DeskScreen.REFERENCE: Act.START,
    DeskScreen.VISIT: Act.START,
    DeskScreen.FIND: Act.FIND,
    DeskScreen.RECEIPT: Act.FIND,
    DeskScreen.DAY: Act.FIND,
    DeskScreen.FOUND: Act.FIND,
    DeskScreen.SEALED: Act.FIND,
    DeskScreen.BY_CODE: Act.FIND,
    DeskScreen.INDEX: Act.FIND,
    DeskScreen.UNLOCK: Act.REPRINT,
    DeskScreen.RECORDS: Act.FIND,
    DeskScreen.RESET: Act.ERASE,
    DeskScreen.RULER: Act.LEAVE,
    DeskScreen.EXIT: Act.LEAVE,
}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as staff see it: no answers, no door."""

    receipt: str
    day: str
    kind: str
    mode: str
    language: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition for visits: whether it is met, what was found, what to do or to know."""

    name: str
    ok: bool
    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The staff room: locked until a PIN opened it; `role` is whose PIN that was.

    `language` is the kiosk's own, offered first for each new visit; nothing else of one person is
    offered for another. `last_route` is the way of giving of the visit before, listed first for
    the next but chosen anew, for a wrong one would show pages about another treatment;
    `pause` is for the next passphrase; `window_hours` is how long after a dose a choice waits, 0
    when the clinic set none.
    """

    screen: DeskScreen = DeskScreen.PIN
    unlocked: bool = False
    demo: bool = False
    role: Role = Role.ADMIN
    checking: bool = False
    message: str = ""
    tries: int = 0
    visit: Arrangement = field(default_factory=Arrangement)
    language: str = "en"
    last_route: str = ""
    window_hours: int = 0
    today: str = ""
    code: str = ""
    rows: tuple[RecordRow, ...] = ()
    conditions: tuple[Condition, ...] = ()
    trial: Trial = field(default_factory=Trial)
    check_code: str = ""
    look: RecordLook | None = None
    index: Index = field(default_factory=Index)
    printed: str = ""
    pause: Pause = field(default_factory=Pause)
    badges: Badges = field(default_factory=Badges)
    unprinted: int = 0
    board_fault: str = ""
    copying: bool = False
    put_aside: tuple[tuple[str, str], ...] = ()
    touched: float = 0.0

    def may(self, act: Act) -> bool:
        """Say whether this desk is open for an act."""
        return self.unlocked and may(self.role, act)


def entered(*, pin_set: bool, language: str, window_hours: int, at: float) -> Desk:
    """Return the desk as staff meet it; with no PIN set it opens, and says demo."""
    screen = DeskScreen.PIN if pin_set else DeskScreen.MENU
    return Desk(
        screen,
        unlocked=not pin_set,
        demo=not pin_set,
        visit=Arrangement(language=language),
        language=language,
        window_hours=window_hours,
        touched=at,
    )


def pin_opened(desk: Desk, role: Role) -> Desk:
    """Return the desk after the right PIN."""
    desk = replace(desk, unlocked=True, role=role, checking=False, tries=0)
    return went(desk, DeskScreen.MENU)


def pin_refused(desk: Desk, message: str) -> Desk:
    """Return the desk after a wrong PIN, or during a lock-out."""
    return replace(desk, checking=False, message=message, tries=desk.tries + 1)


def went(desk: Desk, screen: DeskScreen) -> Desk:
    """Return the desk on another page; locked, or not for this role, it stays where it is."""
    needed = _NEEDS.get(screen, Act.OPEN)
    if not desk.may(needed):
        return desk
    return replace(desk, screen=screen, message="", pause=Pause(), trial=Trial())


def referenced(desk: Desk, reference: str) -> Desk:
    """Return the desk with the reference staff typed, on the page of the new visit.

    What was attested for one person is never taken over for another.
    """
    if not desk.may(Act.START):
        return desk
    attested = Attested(by=desk.role.value, hours=desk.window_hours)
    visit = Arrangement(reference, desk.language, attested=attested)
    return replace(desk, visit=visit, screen=DeskScreen.VISIT, message="")


def arranged_desk(desk: Desk, name: str, value: str) -> Desk:
    """Return the desk with one thing of the new visit chosen, back on its page."""
    if not desk.may(Act.START):
        return desk
    return replace(desk, visit=arranged(desk.visit, name, value), screen=DeskScreen.VISIT)


def logged_out(desk: Desk, limit: float, at: float) -> bool:
    """Say whether the desk lay untouched for longer than limit seconds."""
    return at - desk.touched >= limit
