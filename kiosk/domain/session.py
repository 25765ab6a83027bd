"""One person's visit as a value."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.domain.acknowledgement import Door, Saved, Stamp
from kiosk.domain.board.told import Told
from kiosk.domain.ideas import IdeaState, settled
from kiosk.domain.idle import Idle, IdleLimits
from kiosk.domain.plan import Plan
from kiosk.domain.speaker import USUAL_LOUDNESS, USUAL_SPEED
from kiosk.domain.staffing.arrangement import Attested, Dose


class Step(StrEnum):
    """Where the journey stands."""

    WELCOME = "welcome"
    LANGUAGE = "language"
    COMFORT = "comfort"
    CODE = "code"
    HOW = "how"
    CHAPTER = "chapter"
    CHECK = "check"
    QUESTIONS = "questions"
    REVIEW = "review"
    DOORS = "doors"
    ACKNOWLEDGE = "acknowledge"
    SAVING = "saving"
    SAVED = "saved"
    FAULT = "fault"


class Overlay(StrEnum):
    """What may lie over a page; closing it always returns to the page beneath."""

    HELP = "help"
    CALLING = "calling"
    SEEN = "seen"
    UPSET = "upset"
    BREATH = "breath"
    SETTINGS = "settings"
    LANGUAGE = "language"
    FAQ = "faq"
    SOURCES = "sources"
    WORDS = "words"
    LINES = "lines"
    VOICELESS = "voiceless"
    PRESS = "press"
    SWITCHES = "switches"
    HIDDEN = "hidden"
    READY = "ready"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the journey; page is the idea's index on CHECK."""

    step: Step = Step.WELCOME
    chapter: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """How this person likes the screen, its voice and its buttons; none of it for the next person.

    speed and loudness are places in SPEEDS and LOUDNESS_DB; read_on reads each new page, too.
    hands is how they press, hold_ms how long a press must last, calm that quick repeats are
    ignored, pace the seconds of a step when one switch scans, low that all buttons stand
    low, for somebody who sits, and click that each press is heard. switch_keys are the keys of
    two switches that were tried, the one that moves first.
    """

    language: str = "en"
    size: str = "M"
    theme: str = "light"
    motion: bool = True
    speed: int = USUAL_SPEED
    loudness: int = USUAL_LOUDNESS
    read_on: bool = False
    hands: str = "touch"
    hold_ms: int = 0
    calm: bool = False
    pace: float = 1.5
    low: bool = False
    click: bool = False
    switch_keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FaqSpot:
    """What is open in the FAQ: nothing, a topic, or one question of it."""

    topic: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was on screen, its seconds so far and how often it was opened."""

    page: str
    seconds: float
    visits: int


@dataclass(frozen=True, slots=True)
class Session:
    """Everything about the visit in progress; the empty session is Welcome."""

    plan: Plan
    limits: IdleLimits = field(default_factory=IdleLimits)
    defaults: Settings = field(default_factory=Settings)
    settings: Settings = field(default_factory=Settings)
    id: str | None = None
    started: Stamp | None = None
    place: Place = field(default_factory=Place)
    short: bool = False
    return_to: Place | None = None
    overlays: tuple[Overlay, ...] = ()
    idle: Idle = Idle.ACTIVE
    idle_since: float = 0.0
    touched: float = 0.0
    mark: float = 0.0
    code: str | None = None
    code_refused: bool = False
    code_tries: int = 0
    cover_asks: bool = False
    cover_picks: bool = False
    cover_code: str | None = None
    cover_tries: int = 0
    reference: str | None = None
    route: str | None = None
    faq: FaqSpot = field(default_factory=FaqSpot)
    source: int | None = None
    told_words: tuple[str, ...] = ()
    topic: str | None = None
    tried: tuple[int, ...] = ()
    ideas: tuple[IdeaState, ...] = ()
    flags: tuple[str, ...] = ()
    door: Door | None = None
    seen: tuple[Seen, ...] = ()
    hint: bool = False
    saved: Saved | None = None
    fault: str | None = None
    closed: str | None = None
    attested: Attested | None = None
    extra: float = 0.0
    told: Told = Told.SENDING

    @property
    def overlay(self) -> Overlay | None:
        """The overlay in front, if any."""
        return self.overlays[-1] if self.overlays else None

    @property
    def opens_by(self) -> str | None:
        """What opens this visit when it is hidden: the code of staff, else pictures, if any."""
        return self.code or self.cover_code

    @property
    def waits(self) -> bool:
        """Whether the choice waits, because staff said that a dose was given not long ago."""
        return self.attested is not None and self.attested.dose is Dose.RECENT

    @property
    def idea(self) -> IdeaState:
        """The state of the idea the check page shows."""
        return self.ideas[self.place.page] if self.place.step is Step.CHECK else IdeaState()


def fresh(session: Session, at: float) -> Session:
    """Return the empty session for the next person: every setting back to its default."""
    return Session(
        plan=session.plan.for_route(None),
        limits=session.limits,
        defaults=session.defaults,
        settings=session.defaults,
        touched=at,
        mark=at,
        ideas=tuple(IdeaState() for _ in session.plan.ideas),
        closed=session.closed,
    )


def new_session(
    plan: Plan, *, limits: IdleLimits | None = None, settings: Settings | None = None
) -> Session:
    """Return the session a kiosk starts with."""
    defaults = settings or Settings()
    limits = limits or IdleLimits()
    return fresh(Session(plan=plan, limits=limits, defaults=defaults), 0.0)


def moved(session: Session, place: Place) -> Session:
    """Return the session at another place, with no hint left over and no idea left half open."""
    ideas = session.ideas
    if session.place.step is Step.CHECK and place.step is not Step.CHECK:
        pairs = zip(session.plan.ideas, ideas, strict=True)
        ideas = tuple(settled(plan, state) for plan, state in pairs)
    return replace(session, place=place, ideas=ideas, hint=False, code_refused=False)
