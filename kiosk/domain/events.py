"""What can happen to a visit; at is seconds on the monotonic clock."""

from dataclasses import dataclass

from kiosk.domain.acknowledgement import Door
from kiosk.domain.board.told import Told
from kiosk.domain.session import Overlay
from kiosk.domain.staffing.arrangement import Attested


@dataclass(frozen=True, slots=True)
class Event:
    """Anything that happens.

    A kind that adds no values is a plain class: to build a dataclass takes longest at start.
    """

    at: float


@dataclass(frozen=True, slots=True)
class Tick(Event):
    """Time went by; audible says that the page was being read aloud."""

    audible: bool = False


class Touched(Event):
    """A finger, key or switch did something, whatever it meant."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Began(Event):
    """Somebody pressed Start; utc is RFC 3339."""

    session: str
    utc: str


@dataclass(frozen=True, slots=True)
class StaffStarted(Event):
    """Staff prepared a visit and hands the screen over."""

    session: str
    utc: str
    reference: str | None
    language: str
    route: str | None = None
    code: str | None = None
    size: str = ""
    theme: str = ""
    read_on: bool = False
    attested: Attested | None = None


@dataclass(frozen=True, slots=True)
class LanguageChosen(Event):
    """A language tile was pressed."""

    tag: str


@dataclass(frozen=True, slots=True)
class SettingChosen(Event):
    """One setting of size, colours, movement or pressing was pressed."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SwitchTried(Event):
    """A switch was pressed on the page that tries two of them; key is its number."""

    key: int


class SwitchesForgotten(Event):
    """Two switches are to be tried again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CodeAccepted(Event):
    """The code typed is one that staff gave out."""

    code: str
    reference: str
    route: str | None = None
    attested: Attested | None = None


class CodeRefused(Event):
    """The code typed is not known here."""

    __slots__ = ()


class Continued(Event):
    """Continue was pressed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class WayChosen(Event):
    """All pages, or the short way, was pressed."""

    short: bool


class WentBack(Event):
    """Back was pressed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """A button asked for an overlay."""

    overlay: Overlay


class HelpSeen(Event):
    """A member of staff saw the sign that help is wanted, and said so."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CallTold(Event):
    """It is known now what became of the call for help."""

    told: Told


@dataclass(frozen=True, slots=True)
class SourceChosen(Event):
    """A sentence whose sources to show, by its place on the page; None goes back to the list."""

    sentence: int | None


@dataclass(frozen=True, slots=True)
class WordsTold(Event):
    """Marked words of the page, as they stand there, whose meaning to show; none for all."""

    words: tuple[str, ...]


class Closed(Event):
    """The overlay in front was closed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class TopicOpened(Event):
    """A FAQ topic, or on My questions a topic to pick from; None goes back to the list."""

    topic: str | None


@dataclass(frozen=True, slots=True)
class QuestionOpened(Event):
    """One FAQ question was opened."""

    question: str


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """A choice of the check question in front; None is "I am not sure"."""

    idea: str
    choice: int | None


@dataclass(frozen=True, slots=True)
class FlagToggled(Event):
    """A page, or one line of it, was marked or unmarked to ask about."""

    page: str


@dataclass(frozen=True, slots=True)
class PageUnmarked(Event):
    """Nothing of a page is to be asked about; the page that offers its lines is left."""

    page: str


@dataclass(frozen=True, slots=True)
class ChangeAsked(Event):
    """Change was pressed on the review: a chapter id, an idea id, "my-questions" or "checks"."""

    target: str


class DecideAsked(Event):
    """A person wants to go straight to the three doors."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class DoorChosen(Event):
    """One of the three equal doors was pressed."""

    door: Door


@dataclass(frozen=True, slots=True)
class Acknowledged(Event):
    """The last button was pressed; meaning is its exact sentence."""

    utc: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Recorded(Event):
    """The store confirmed that the record is on disk."""

    session: str
    receipt: str
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class RecordFailed(Event):
    """The store could not save; reason is for staff."""

    session: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The person is done: Finish on the last page, or "I am finished" anywhere."""


class LockAsked(Event):
    """Lock the hidden page with pictures was pressed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Locked(Event):
    """The pictures that lock the hidden page were chosen, as their numbers."""

    pictures: str


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The curtain opens: code is what was typed, None means staff did it."""

    code: str | None


@dataclass(frozen=True, slots=True)
class StaffReset(Event):
    """Staff reset the kiosk now; keep writes down the visit so far, without a choice."""

    keep: bool = False


@dataclass(frozen=True, slots=True)
class StaffExtended(Event):
    """Staff give the visit more time, in seconds."""

    seconds: float


class ReadingEnded(Event):
    """A person whose choice waits is done reading."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Broke(Event):
    """Something failed that no page can mend; reason is for staff."""

    reason: str


@dataclass(frozen=True, slots=True)
class ServiceChanged(Event):
    """The kiosk can, or cannot, take new visits; closed is the reason for staff."""

    closed: str | None


@dataclass(frozen=True, slots=True)
class StillnessWished(Event):
    """The system tells whether it is set to less motion."""

    still: bool
