"""Stand-ins for what lies outside the window, and a person who works the driver by verbs."""

import threading
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Acknowledgement, Door, Saved, receipt_number
from kiosk.domain.copy import CopyPaper
from kiosk.domain.desk import Condition, DeskScreen, RecordRow
from kiosk.domain.errors import AnteroomError
from kiosk.domain.kept import KeptVisit
from kiosk.domain.session import Overlay, Settings
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.staffing.badges import Badges
from kiosk.domain.staffing.finding import RecordLook, Wanted
from kiosk.domain.staffing.roles import Act, Role
from kiosk.domain.staffing.sealed_finding import Index, KeyState, SealedWanted
from kiosk.domain.staffing.trials import Tried
from kiosk.domain.visit_code import Pending, VisitCode, issue, redeem
from kiosk.ui import staff_verbs as sv
from kiosk.ui.driver import Driver, Outside
from kiosk.ui.ports import Judged
from kiosk.ui.verbs import CodeTyped, Command, Verb, say
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import Sheet
from tests.staff.set_clock import SetClock

CONDITIONS = (
    Condition("disk", ok=True, what="71614 MB free", todo=""),
    Condition("sound", ok=True, what="pages cannot be read aloud", todo="Connect loudspeakers."),
    Condition("clock", ok=False, what="the clock says 1970-01-01", todo="Set date and time."),
)

GATE_SECONDS = 20.0


class SpoiltError(AnteroomError):
    """A store that cannot save."""


@dataclass
class HeldRecorder:
    """A record store whose answer a test can hold back, or turn into a failure."""

    gate: threading.Event = field(default_factory=threading.Event)
    trouble: Exception | None = None
    shut: str | None = None
    kept: list[Acknowledgement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unfinished: list[KeptVisit] = field(default_factory=list)
    acts: list[tuple[Act, Role | None]] = field(default_factory=list)
    act_trouble: Exception | None = None
    rows: tuple[RecordRow, ...] = ()
    looks: tuple[RecordLook, ...] = ()
    waiting: Badges = field(default_factory=Badges)
    wanted: list[Wanted] = field(default_factory=list)
    trials: list[Tried] = field(default_factory=list)
    found: str | None = None
    passphrase: str = ""
    passphrases: list[str] = field(default_factory=list)
    key: KeyState = KeyState.NONE
    indexes: list[Index] = field(default_factory=list)
    sealed_wanted: list[SealedWanted] = field(default_factory=list)
    forgotten: int = 0
    key_lies_there: bool = True
    walks: int = 0
    walking: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()
        self.walking.set()

    def save(self, acknowledgement: Acknowledgement) -> Saved:
        assert self.gate.wait(GATE_SECONDS)
        if self.trouble is not None:
            raise self.trouble
        self.kept.append(acknowledgement)
        session = acknowledgement.session
        return Saved(session, receipt_number(session), "")

    def note(self, event: str) -> None:
        self.notes.append(event)

    def keep(self, kept: KeptVisit, by: str) -> Saved:
        assert self.gate.wait(GATE_SECONDS)
        if self.trouble is not None:
            raise self.trouble
        self.unfinished.append(kept)
        self.notes.append(f"kept by {by}" if by else "kept")
        return Saved(kept.session, receipt_number(kept.session), "")

    def act(self, act: Act, role: Role | None) -> None:
        if self.act_trouble is not None:
            raise self.act_trouble
        self.acts.append((act, role))

    def recent(self) -> tuple[RecordRow, ...]:
        return self.rows

    def find(self, wanted: Wanted) -> tuple[RecordRow, ...]:
        self.wanted.append(wanted)
        return self.rows

    def look(self, number: int) -> RecordLook | None:
        return next((one for one in self.looks if one.number == number), None)

    def paper(self, number: int) -> CopyPaper:
        if self.trouble is not None:
            raise self.trouble
        return CopyPaper((("title", f"Copy of {number}"),), "en", "ANTEROOM:1:A")

    def paper_under(self, number: int, passphrase: str) -> CopyPaper | None:
        self.passphrases.append(passphrase)
        return self.paper(number) if passphrase == self.passphrase else None

    def open_index(self, passphrase: str) -> Index:
        self.passphrases.append(passphrase)
        right = passphrase == self.passphrase
        return self.indexes.pop(0) if right and self.indexes else Index(self.key)

    def index_more(self) -> Index:
        return self.indexes.pop(0)

    def find_sealed(self, wanted: SealedWanted) -> tuple[RecordRow, ...]:
        self.sealed_wanted.append(wanted)
        return self.rows

    def key_is_there(self) -> bool:
        return self.key_lies_there

    def forget_index(self) -> None:
        self.forgotten += 1

    def check_code(self) -> str:
        return "AAAAB-FDMRP-3KVQ7-TJ6I3"

    def badges(self, today: str) -> Badges:
        assert len(today) == len("2026-11-28")
        return self.waiting

    def recount(self, today: str) -> Badges:
        return self.badges(today)

    def copy_now(self, today: str) -> tuple[int, str]:
        assert len(today) == len("2026-11-28")
        assert self.gate.wait(GATE_SECONDS)
        if self.trouble is not None:
            raise self.trouble
        self.waiting = Badges(can_copy=True)
        return 57, "AAAAB-FDMRP-3KVQ7-TJ6I3"

    def put_aside(self) -> tuple[tuple[str, str], ...]:
        return ()

    def conditions(self) -> tuple[Condition, ...]:
        return CONDITIONS

    def tried(self, tried: Tried) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.trials.append(tried)

    def closed(self) -> str | None:
        return self.shut

    def walk(self) -> None:
        self.walks += 1
        assert self.walking.wait(GATE_SECONDS)
        self.shut = self.shut or self.found

    def stop_walk(self) -> None:
        pass


@dataclass
class SetPins:
    """One right PIN, and what any other earns."""

    right: str | None = None
    other: tuple[str, int] = ("wrong", 4)
    role: Role = Role.ADMIN

    def is_set(self) -> bool:
        return self.right is not None

    def judge(self, pin: str) -> Judged:
        return Judged("open", 0, self.role) if pin == self.right else Judged(*self.other)


class CountedCodes:
    """Codes that count up from 100000."""

    def __init__(self, clock: SetClock) -> None:
        self._clock = clock
        self._pending: Pending = ()

    def issue(self, visit: Arrangement) -> VisitCode:
        self._pending, made = issue(
            self._pending,
            visit=visit,
            now=self._clock.mono(),
            below=lambda _: len(self._pending),
        )
        return made

    def redeem(self, code: str) -> VisitCode | None:
        self._pending, found = redeem(self._pending, code, self._clock.mono())
        return found


class Ids:
    """Session ids that count up."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self) -> str:
        self.given += 1
        return f"{self.given:032x}"


class Person(QObject):
    """Somebody at a driver: sees its views and says its verbs.

    An object of Qt's, for jobs tell it from their own thread: what is under way to it when it goes
    is then dropped, where a plain object would be called after its end.
    """

    def __init__(self, driver: Driver, clock: SetClock, recorder: HeldRecorder) -> None:
        super().__init__()
        self.driver, self.clock, self.recorder = driver, clock, recorder
        self.views: list[View] = []
        self.settings = Settings()
        self.wipes = 0
        driver.shown.connect(self._see)
        driver.wiped.connect(self._wiped)
        self.jobs_done: list[str] = []
        driver.jobs.done.connect(self._job_done)

    def _see(self, view: View, settings: Settings) -> None:
        self.views.append(view)
        self.settings = settings

    def _wiped(self) -> None:
        self.wipes += 1

    def _job_done(self, name: str, _result: object) -> None:
        self.jobs_done.append(name.partition(":")[0])

    @property
    def view(self) -> View:
        return self.views[-1]

    @property
    def key(self) -> str:
        return self.view.key

    def do(self, event: type[ev.Event] | type[Command], *values: object) -> None:
        """Say one verb, by its event or command."""
        self.driver.hear(Verb(event, values))

    def wait_out(self, seconds: float) -> None:
        """Let seconds pass and the driver notice."""
        self.clock.pass_time(seconds)
        self.driver.tick()

    def to_doors(self) -> None:
        self.do(ev.Began)
        self.do(ev.DecideAsked)

    def acknowledge(self, door: Door = Door.READY) -> None:
        """Go to the last button and press it."""
        self.to_doors()
        self.do(ev.DoorChosen, door)
        assert isinstance(self.view, Sheet)
        assert self.view.onward is not None
        self.driver.hear(self.view.onward.verb)

    def call_staff(self) -> None:
        self.do(ev.Opened, Overlay.STAFF)

    def prepare(self, reference: str) -> None:
        """Type a reference as staff, up to the choice of language."""
        self.call_staff()
        self.do(sv.DeskGo, DeskScreen.REFERENCE)
        self.do(sv.ReferenceTyped, reference)

    def type_code(self, code: str) -> None:
        self.driver.hear(say(CodeTyped, code))


def outside(clock: SetClock, recorder: HeldRecorder, pins: SetPins, hours: int = 0) -> Outside:
    """Return the stand-ins as the driver wants them."""
    return Outside(
        clock=clock,
        recorder=recorder,
        pins=pins,
        codes=CountedCodes(clock),
        new_id=Ids(),
        window_hours=hours,
    )
