"""Views of the pages that are not sheets."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.domain.events import Event
from kiosk.ui.verbs import Command
from kiosk.ui.views.sheet import Badge, FootButton, Sheet


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """The page that waits for the next person."""

    title: str
    lead: str
    start: FootButton
    languages: tuple[FootButton, ...]
    notes: tuple[tuple[str, str], ...]
    staff: FootButton
    clinic: str = ""
    # What lets each language be heard, in the order of the languages.
    hears: tuple[FootButton, ...] = ()
    key: str = "welcome"


@dataclass(frozen=True, slots=True)
class NoticeView:
    """One calm message in the middle of the screen; ring is (seconds left, of).

    large makes its picture one that is seen from across the room.
    """

    key: str
    title: str
    lines: tuple[str, ...]
    buttons: tuple[FootButton, ...] = ()
    ring: tuple[int, int] | None = None
    small: str = ""
    icon: str = ""
    primary: bool = True
    large: bool = False
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class KeypadView:
    """A number to type; command is called with the digits once there are enough."""

    key: str
    title: str
    lines: tuple[str, ...]
    command: "type[Command | Event]"
    least: int
    most: int
    done: str
    erase: str
    back: FootButton
    skip: FootButton | None = None
    error: str = ""
    hidden: bool = False
    round: int = 0
    tools: bool = True
    letters: bool = False
    # Icon and name of each picture, where pictures stand for the digits from 1 on.
    pictures: tuple[tuple[str, str], ...] = ()
    # Names of the keys for a space, capitals and signs, where any letter may be typed.
    cased: tuple[str, ...] = ()
    badge: Badge | None = None
    # What stands between the names of pictures.
    comma: str = ", "
    # What is said to whoever ends too early: for one that is missing, for two, and so on.
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedView:
    """The record is on disk: what was chosen, the receipt, what happens next."""

    title: str
    chosen: str
    receipt_title: str
    receipt: str
    spoken: str
    check_code: str
    lines: tuple[str, ...]
    finish: FootButton
    prints: tuple[FootButton, ...] = ()
    print_note: str = ""
    key: str = "saved"


@dataclass(frozen=True, slots=True)
class TableView:
    """Rows and columns for staff."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]
    back: FootButton
    empty: str
    badge: Badge | None = None
    comma: str = ", "


@dataclass(frozen=True, slots=True)
class GlassView:
    """Squares over the whole glass; those that have felt a finger are filled."""

    key: str
    title: str
    touched: frozenset[int]
    buttons: tuple[FootButton, ...]
    back: FootButton


@dataclass(frozen=True, slots=True)
class KeysView:
    """Keys to press one by one: name, word, and whether it has answered."""

    key: str
    title: str
    lines: tuple[str, ...]
    keys: tuple[tuple[str, str, bool], ...]
    buttons: tuple[FootButton, ...]
    back: FootButton
    badge: Badge | None = None
    comma: str = ", "


GoesBack: TypeAlias = Sheet | KeypadView | TableView | GlassView | KeysView
View: TypeAlias = GoesBack | WelcomeView | NoticeView | SavedView
# Every page of staff but the trial of the glass, which needs all of it.
Badged: TypeAlias = Sheet | KeypadView | TableView | KeysView | NoticeView


def badge_of(view: View) -> Badge | None:
    """Return what waits for staff, to stand above a page; none on a page of a visit."""
    return view.badge if isinstance(view, Badged) else None


def is_for_staff(view: View) -> bool:
    """Say whether a page is one of the staff room."""
    return view.key.startswith("staff")
