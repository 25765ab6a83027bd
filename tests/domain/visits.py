"""Plans, events and a driver that the tests of a visit share."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door, PackRef, receipt_number
from kiosk.domain.advance import advance
from kiosk.domain.board.told import Told
from kiosk.domain.effects import Effect, SaveRecord, WipeScreen
from kiosk.domain.idle import Idle
from kiosk.domain.plan import ChapterPlan, IdeaPlan, PagePlan, Plan, TopicPlan
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step, new_session
from kiosk.domain.staffing.arrangement import Attested

UTC = "2026-03-04T10:00:00Z"
MEANING = "I went through this information."
PACK = PackRef("ketamine", "1.0.0", "ab" * 32, "en")
DOORS = tuple(Door)
PAGE_OVERLAYS = tuple(one for one in Overlay if one not in (Overlay.STAFF, Overlay.HIDDEN))

Act = Callable[[float, Session], ev.Event]


def _plan(
    *chapters: ChapterPlan, topics: tuple[TopicPlan, ...], ideas: tuple[IdeaPlan, ...]
) -> Plan:
    return Plan(PACK, chapters, "questions", topics, ideas)


PLAN = _plan(
    ChapterPlan("works", (PagePlan("w1", 30.0), PagePlan("w2", 200.0), PagePlan("w3", 20.0))),
    ChapterPlan("effects", (PagePlan("e1", 90.0, lines=3), PagePlan("e2", 40.0))),
    ChapterPlan("choice", (PagePlan("c1", 60.0),)),
    ChapterPlan(
        "questions", (PagePlan("q1", 25.0), PagePlan("q2", 25.0, lines=1), PagePlan("q3", 170.0))
    ),
    topics=(TopicPlan("cost", ("q1", "q2")), TopicPlan("safety", ("q3",))),
    ideas=(IdeaPlan("drive", 3, 1), IdeaPlan("stop", 2, 0), IdeaPlan("help", 4, 3)),
)
# Small enough that every state of a visit can be listed.
TINY = _plan(
    ChapterPlan("works", (PagePlan("w1"), PagePlan("w2"))),
    ChapterPlan("questions", (PagePlan("q1"),)),
    topics=(TopicPlan("cost", ("q1",)),),
    ideas=(IdeaPlan("drive", 2, 1),),
)
NO_IDEAS = replace(TINY, ideas=())


@dataclass(frozen=True, slots=True)
class Nonsense(ev.Event):
    """An event that the visit has never heard of."""


@dataclass
class Visit:
    """Plays the driver: keeps the clock, the session and every effect."""

    session: Session = field(default_factory=lambda: new_session(PLAN))
    at: float = 0.0
    effects: list[Effect] = field(default_factory=list)
    begun: int = 0

    def do(self, kind: type[ev.Event], *values: object, after: float = 1.0) -> Session:
        """Send one event after some seconds."""
        self.at += after
        return self.send(kind(self.at, *values))

    def send(self, event: ev.Event) -> Session:
        """Send an event that is already made."""
        self.session, effects = advance(self.session, event)
        self.effects += effects
        return self.session

    def begin(self) -> Session:
        """Press Start; every press has a session id of its own."""
        self.begun += 1
        return self.do(ev.Began, f"visit-{self.begun}", UTC)

    def go(self, times: int = 1, *, after: float = 1.0) -> Session:
        """Press Continue."""
        for _ in range(times):
            self.do(ev.Continued, after=after)
        return self.session

    def answer(self, choice: int | None) -> Session:
        """Answer the check question in front."""
        idea = self.session.plan.ideas[self.session.place.page]
        return self.do(ev.Answered, idea.id, choice)

    def answer_right(self) -> Session:
        """Answer the check question in front with the right choice."""
        return self.answer(self.session.plan.ideas[self.session.place.page].right)

    def walk_to(self, step: Step) -> Session:
        """Go the whole way from Welcome to a step, answering every check right."""
        if self.session.place.step is Step.WELCOME:
            self.begin()
        while self.session.place.step is not step:
            self.one_on()
        return self.session

    def one_on(self) -> Session:
        """Press what leads on from here."""
        session = self.session
        if session.place.step is Step.CHECK and session.idea.phase == "ask":
            self.answer_right()
        elif session.place.step is Step.DOORS:
            self.do(ev.DoorChosen, Door.READY)
        elif session.place.step is Step.ACKNOWLEDGE:
            self.acknowledge()
        elif session.place.step is Step.SAVING:
            self.confirm()
        else:
            self.do(ev.Continued)
        return self.session

    def acknowledge(self) -> Session:
        """Press the last button."""
        return self.do(ev.Acknowledged, UTC, MEANING)

    def confirm(self) -> Session:
        """Say that the store has the record."""
        visit = self.session.id or ""
        return self.do(ev.Recorded, visit, receipt_number(visit))

    def wait(self, seconds: float, step: float = 1.0) -> Session:
        """Let time go by in ticks."""
        end = self.at + seconds
        while self.at < end:
            self.do(ev.Tick, after=min(step, end - self.at))
        return self.session

    @property
    def saves(self) -> list[SaveRecord]:
        """The records asked for so far."""
        return [one for one in self.effects if isinstance(one, SaveRecord)]

    @property
    def wipes(self) -> list[str]:
        """The reasons of all wipes so far."""
        return [one.why for one in self.effects if isinstance(one, WipeScreen)]


def act(kind: type[ev.Event], *values: object) -> Act:
    """Return an event that waits for its moment."""

    def made(at: float, _session: Session) -> ev.Event:
        return kind(at, *values)

    return made


def confirmed(at: float, session: Session) -> ev.Event:
    """Return the store's word about the visit in progress."""
    visit = session.id or "nobody"
    return ev.Recorded(at, visit, receipt_number(visit))


def save_failed(at: float, session: Session) -> ev.Event:
    """Return the store's failure for the visit in progress."""
    return ev.RecordFailed(at, session.id or "nobody", "disk full")


STALE = "somebody-else"
# What fingers on the patient's side can do.
PRESSES: tuple[Act, ...] = (
    act(ev.Continued),
    act(ev.WentBack),
    act(ev.Closed),
    act(ev.DecideAsked),
    act(ev.WayChosen, True),
    act(ev.WayChosen, False),
    *(act(ev.DoorChosen, door) for door in DOORS),
    act(ev.Acknowledged, UTC, MEANING),
    act(ev.ReadingEnded),
    act(ev.LanguageChosen, "es"),
    act(ev.SettingChosen, "size", "XL"),
    act(ev.SettingChosen, "theme", "dark"),
    act(ev.SettingChosen, "motion", "off"),
    act(ev.SwitchTried, 1),
    act(ev.SwitchTried, 2),
    act(ev.SwitchesForgotten),
    act(ev.CodeAccepted, "4711", "bed 3", "iv"),
    act(ev.CodeRefused),
    *(act(ev.Opened, overlay) for overlay in PAGE_OVERLAYS),
    act(ev.Opened, Overlay.HIDDEN),
    *(act(ev.TopicOpened, topic) for topic in (None, "cost", "safety", "no such topic")),
    *(act(ev.SourceChosen, sentence) for sentence in (None, 0, 9)),
    *(act(ev.WordsTold, words) for words in ((), ("glutamate",))),
    *(act(ev.QuestionOpened, question) for question in ("q1", "q3", "no such question")),
    *(
        act(ev.Answered, idea.id, choice)
        for idea in PLAN.ideas
        for choice in (None, 0, 1, 2, 3, 99)
    ),
    act(ev.Answered, "no such idea", 0),
    *(act(ev.FlagToggled, page) for page in ("w1", "q2", "no such page")),
    *(act(ev.FlagToggled, line) for line in ("e1#1", "e1#3", "q2#1", "e1#4", "w1#1")),
    *(act(ev.PageUnmarked, page) for page in ("e1", "q2", "no such page")),
    *(
        act(ev.ChangeAsked, target)
        for target in ("works", "questions", "my-questions", "checks", "drive", "no such part")
    ),
)
# What staff, the store and the rest of the kiosk can say.
OTHERS: tuple[Act, ...] = (
    act(ev.Opened, Overlay.STAFF),
    act(ev.StaffReset),
    act(ev.StaffReset, True),
    act(ev.StaffExtended, 600.0),
    act(ev.StaffStarted, "staff-1", UTC, "bed 9", "ar", "spray", "1234"),
    confirmed,
    save_failed,
    act(ev.Recorded, STALE, receipt_number(STALE)),
    act(ev.RecordFailed, STALE, "disk full"),
    act(ev.Broke, "a page failed"),
    act(ev.ServiceChanged, "content is out of date"),
    act(ev.ServiceChanged, None),
    act(ev.StillnessWished, True),
    act(ev.StillnessWished, False),
    act(ev.HelpSeen),
    act(ev.CallTold, Told.SENT),
    act(ev.CallTold, Told.SEEN),
    act(ev.LockAsked),
    act(ev.Locked, "258"),
    act(ev.Resumed, None),
    act(ev.Resumed, "4711"),
    act(ev.Resumed, "wrong"),
    act(ev.Finished),
    act(ev.Touched),
    act(ev.Tick),
    act(Nonsense),
)
EVERY_ACT = PRESSES + OTHERS


def kind_of(one: Act) -> type[ev.Event]:
    """Return the class of event an act makes."""
    return type(one(0.0, new_session(PLAN)))


def timeless(session: Session) -> Session:
    """Return the session without clock readings and reading times."""
    return replace(session, seen=(), mark=0.0, touched=0.0, idle_since=0.0)


def walk(plan: Plan = PLAN) -> Iterator[Session]:
    """Yield the session on every page from Welcome to Saved, in order."""
    visit = Visit(new_session(plan))
    yield visit.session
    visit.begin()
    yield visit.session
    while visit.session.place.step is not Step.SAVED:
        before = visit.session.place
        visit.one_on()
        if visit.session.place != before:
            yield visit.session


def page_name(session: Session) -> str:
    """Return a readable name of a place, for test ids."""
    place = session.place
    return f"{place.step}-{place.chapter}-{place.page}"


EVERY_PAGE: Sequence[Session] = tuple(walk())
# Pages of a visit on which a person can still press something that matters.
OPEN_PAGES: Sequence[Session] = tuple(
    one
    for one in EVERY_PAGE
    if one.place.step not in (Step.WELCOME, Step.SAVING, Step.SAVED, Step.FAULT)
)


def on_page(session: Session) -> Visit:
    """Return a driver that goes on from a session."""
    return Visit(session, session.mark)


def soiled() -> Session:
    """Return a session on which a person left a mark in every field that can hold one."""
    visit = Visit()
    visit.do(ev.ServiceChanged, None)
    visit.begin()
    visit.do(ev.LanguageChosen, "CANARY")
    visit.do(ev.SettingChosen, "size", "XL")
    visit.do(ev.SettingChosen, "theme", "CANARY")
    visit.do(ev.SettingChosen, "motion", "off")
    visit.go(2)
    visit.do(ev.CodeAccepted, "CANARY", "CANARY", "CANARY")
    visit.walk_to(Step.CHECK)
    visit.answer(0)
    visit.go()
    visit.do(ev.DecideAsked)
    visit.do(ev.DoorChosen, Door.NO)
    return replace(
        visit.session,
        id="CANARY",
        return_to=Place(Step.REVIEW),
        code_refused=True,
        cover_asks=True,
        cover_picks=True,
        cover_code="CANARY",
        cover_tries=1,
        code_tries=3,
        flags=("w1",),
        faq=FaqSpot("CANARY", "CANARY"),
        topic="CANARY",
        source=9,
        told_words=("CANARY",),
        tried=(1,),
        hint=True,
        attested=Attested("CANARY", helper=True),
        extra=600.0,
        told=Told.SENT,
        short=True,
    )


def behind(session: Session, *, idle: Idle) -> Visit:
    """Return a driver whose page lies behind the warning or the curtain."""
    visit = on_page(session)
    visit.do(ev.Tick, after=10_000.0)
    if idle is Idle.CURTAIN:
        visit.do(ev.Tick, after=visit.session.limits.countdown)
    assert visit.session.idle is idle
    return visit
