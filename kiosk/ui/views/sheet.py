"""What a page shows, as values: a title, items in reading order, and the foot buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.ui.verbs import Verb

LONG_ROW = 20

Runs: TypeAlias = tuple[tuple[str, str], ...]


def plain(text: str) -> Runs:
    """Return one run of plain text."""
    return ((text, "plain"),)


@dataclass(frozen=True, slots=True)
class TextItem:
    """One sentence or paragraph; role and colour are names of the theme."""

    runs: Runs
    role: str = "body"
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class BulletItem:
    """One list item; number is empty for a dot."""

    runs: Runs
    number: str = ""
    role: str = "body"


@dataclass(frozen=True, slots=True)
class PanelItem:
    """Sentences set apart under a small title; kind is a look of Panel, slim has less edge."""

    title: str
    icon: str
    texts: tuple[Runs, ...]
    kind: str = "tint"
    role: str = "body"
    slim: bool = False


@dataclass(frozen=True, slots=True)
class RowItem:
    """Something to press; mark is "radio", "tick", an icon or empty.

    palette names the colours the row is painted in, where it is a sample of them.
    """

    text: str
    verb: Verb | None
    mark: str = ""
    chosen: bool = False
    end_icon: str = ""
    detail: str = ""
    palette: str = ""


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Rows that stand together; columns > 1 sets them side by side.

    flat_columns is the number on a small lying screen; together forbids to part the rows,
    even where they are too many for the screen; long says that the words of the
    list this group is part of need the whole width of an upright screen; flows says that it is
    a list, which may go on to the next screen after any line; a line of one is fixed, with
    the columns that were found best for the whole.
    """

    rows: tuple[RowItem, ...]
    columns: int = 1
    flat_columns: int = 0
    long: bool = False
    together: bool = False
    role: str = "row"
    flows: bool = False
    fixed: bool = False


def listed(rows: Sequence[RowItem]) -> tuple[GroupItem, ...]:
    """Return rows as a list in two columns, where there are any."""
    long = any(len(row.text) > LONG_ROW or row.detail for row in rows)
    return (GroupItem(tuple(rows), 2, long=long, flows=True),) if rows else ()


@dataclass(frozen=True, slots=True)
class StageWords:
    """The words on the buttons of a drawing.

    parts are (group, button); sides are (name, button, description of what is then seen).
    """

    again: str
    pause: str
    go_on: str
    parts: tuple[tuple[str, str], ...] = ()
    sides: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A drawing: a scene name with the words of its buttons, or a file of the pack."""

    scene: str
    file: str
    description: str
    labels: tuple[tuple[str, str], ...] = ()
    words: StageWords | None = None


@dataclass(frozen=True, slots=True)
class ArrayItem:
    """Two groups of 100 people; the texts are whole phrases in the person's language."""

    counts: tuple[int, int]
    numbers: tuple[str, str]
    labels: tuple[str, str]
    spoken: str


@dataclass(frozen=True, slots=True)
class DayStop:
    """One stop of a day; number starts at 1, time is empty when it is not known."""

    number: int
    name: str
    time: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class DayItem:
    """Stops of a day in their order, or some of them: of, names and times are of the whole day."""

    stops: tuple[DayStop, ...]
    of: int
    names: tuple[str, ...]
    times: tuple[str, ...]
    role: str = "body"


@dataclass(frozen=True, slots=True)
class RulerItem:
    """A frame to lay a card on; steps are the words of its buttons, from narrower to wider."""

    steps: tuple[str, str, str, str]
    role: str = "body"


@dataclass(frozen=True, slots=True)
class LinkItem:
    """A small button that leads aside, such as to what a page rests on."""

    text: str
    verb: Verb
    icon: str


@dataclass(frozen=True, slots=True)
class BreathItem:
    """A slow breath to go along with: the invitation, in and out, and the names of its button."""

    invite: str
    steps: tuple[str, str]
    start: str
    stop: str
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one option says about a point; said is its whole sentence, name tells row and column."""

    option: str
    runs: Runs
    said: str
    name: str


@dataclass(frozen=True, slots=True)
class TableItem:
    """Cells of one row of a table, in one size and order; columns of 0 are as many as read well.

    name is for a screen reader.
    """

    cells: tuple[Cell, ...]
    role: str = "body"
    name: str = ""
    columns: int = 0


Item: TypeAlias = (
    TextItem
    | BulletItem
    | PanelItem
    | RowItem
    | GroupItem
    | DayItem
    | TableItem
    | RulerItem
    | BreathItem
    | LinkItem
)
Picture: TypeAlias = FigureItem | ArrayItem


@dataclass(frozen=True, slots=True)
class FootButton:
    """One button of the foot bar; quiet where it stands in the place of the way on and is none."""

    text: str
    verb: Verb
    icon: str = ""
    chosen: bool = False
    short: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """What waits for staff, above each page of theirs; kind is a look of Panel, short the worst."""

    text: str
    short: str
    kind: str
    icon: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """The stepping stones and their words; short leaves the minutes out."""

    step: int
    of: int
    text: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the journey; key changes when it is another page."""

    key: str
    title: str
    items: tuple[Item, ...] = ()
    picture: Picture | None = None
    back: FootButton | None = None
    middle: FootButton | None = None
    onward: FootButton | None = None
    step: StepLine | None = None
    page_words: str = ""
    tools: bool = True
    wide: bool = False
    # Its way on is there from the first screen, in the usual place; the rest is behind "More".
    aside: bool = False
    # Put as much as there is room for on the first screen, not as much on each.
    full_first: bool = False
    # On the tightest screens all its words stand smaller, so that its choices come soon.
    brief: bool = False
    # In large letters on a small lying screen its lists stand smaller: it is to be looked over.
    dense: bool = False
    # All of it stands on one screen: smaller where it must, and where even that is not enough
    # with fewer words, which are these items; from the most words to the fewest.
    shorter: tuple[tuple[Item, ...], ...] = ()
    # Whether an answer is asked for that was passed by.
    hint: bool = False
    # Whether it lies over another page: it has just been opened, or it is a page within it.
    over: Literal["", "opens", "within"] = ""
    # What is said of a word that tells its meaning, with {word} in it.
    tells: str = ""
    badge: Badge | None = None
    # What waits for staff, told to whoever does not see it once for each opening of their pages.
    waits: str = ""

    @property
    def place(self) -> str:
        """Return what its screen is remembered by: the page of another visit starts afresh."""
        return f"{self.key} {self.title}" if self.aside else self.key
