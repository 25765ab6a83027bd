"""The one composition root: builds everything, connects it, runs it."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.commands.options import RunOptions
from kiosk.config import Config
from kiosk.content.audio.recordings import PackRecordings
from kiosk.content.blocks import Pack, Region
from kiosk.content.pack import load_pack
from kiosk.domain.idle import IdleLimits
from kiosk.domain.session import Settings, new_session
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.visit_code import Pending, VisitCode, redeem
from kiosk.i18n.catalogue import Words, words_for
from kiosk.i18n.locales import SOURCE_TAG
from kiosk.platform import paths
from kiosk.platform.clock import Clock, SystemClock, new_session_id
from kiosk.platform.heartbeat import Heartbeat
from kiosk.platform.voice import SystemVoice, Voice
from kiosk.recorder import StoreRecorder
from kiosk.records.lock import require_alone
from kiosk.staff.content_checks import with_proven_status
from kiosk.staff.languages import offered
from kiosk.staff.readiness import Site
from kiosk.ui.activity import Activity
from kiosk.ui.ahead import Ahead
from kiosk.ui.announcer import Announcer, tell_roles
from kiosk.ui.copy.system_printer import SystemPrinter
from kiosk.ui.driver import Driver, Outside
from kiosk.ui.fingers import Fingers
from kiosk.ui.glass import look_soon
from kiosk.ui.keeper import Keeper
from kiosk.ui.ports import Judged
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.reader import Reader
from kiosk.ui.shell import Look, Shell
from kiosk.ui.switches import Switches
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.warming import Warming, sweep_soon

if TYPE_CHECKING:
    from kiosk.staff.pin import PinDesk

LOG = logging.getLogger("anteroom")
TICK_MS = 500
TRY_AGAIN_MS = 30_000


class FilePins:
    """The PIN file behind the window's PinJudge."""

    def __init__(self, data: Path, clock: Clock) -> None:
        self._data, self._clock = data, clock
        self._opened: PinDesk | None = None

    def _desk(self) -> "PinDesk":
        if self._opened is None:
            from kiosk.staff.pin import PinDesk

            self._opened = PinDesk(self._data, self._clock)
        return self._opened

    def is_set(self) -> bool:
        """Say whether there is a PIN."""
        return self._desk().is_set()

    def judge(self, pin: str) -> Judged:
        """Judge one try."""
        from kiosk.staff.pin import Locked, NotSet, Open, Wrong

        match self._desk().try_pin(pin):
            case Open(role):
                return Judged("open", 0, role)
            case Wrong(left):
                return Judged("wrong", left)
            case Locked(seconds):
                return Judged("locked", seconds)
            case NotSet():
                return Judged("unset")


class VisitCodes:
    """The codes given out since the kiosk started; never on disk."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pending: Pending = ()

    def issue(self, visit: Arrangement) -> VisitCode:
        """Return a new code."""
        from kiosk.staff.actions import new_visit

        self._pending, made = new_visit(self._pending, self._clock, visit)
        return made

    def redeem(self, code: str) -> VisitCode | None:
        """Return what a code stands for, once."""
        self._pending, found = redeem(self._pending, code, self._clock.mono())
        return found


@dataclass(frozen=True)
class Kiosk:
    """A kiosk that is built and connected, not yet running."""

    shell: Shell
    driver: Driver
    recorder: StoreRecorder
    reader: Reader
    fingers: Fingers
    switches: Switches
    announcer: Announcer

    def close(self) -> None:
        """Finish the work under way and let the data folder go."""
        self.reader.close()
        self.driver.close()
        self.recorder.close()


def region_of(pack: Pack, config: Config) -> Region | None:
    """Return the crisis region that is set; none is ever assumed."""
    return next((one for one in pack.regions if one.id == config.region), None)


def first_language(wanted: str | None, tags: tuple[str, ...], config: Config) -> str:
    """Return the language to start in: as wanted, but in production only one that is offered."""
    language = wanted or config.language
    if config.mode == "demo" or language in tags:
        return language
    return tags[0] if tags else SOURCE_TAG


def limits_of(config: Config) -> IdleLimits:
    """Return the idle times that are set, in seconds."""
    idle = config.idle
    return IdleLimits(
        idle.warn_minutes * 60.0,
        float(idle.countdown_seconds),
        idle.curtain_minutes * 60.0,
        float(idle.saved_seconds),
    )


def pack_to_show(options: RunOptions) -> Pack:
    """Return the content, called approved only where signatures prove it; raises PackError."""
    pack = load_pack(options.content, cache=paths.cache_folder())
    return with_proven_status(pack, options.content, options.config.approvers)


def site_of(options: RunOptions, clock: Clock, pack: Pack) -> Site:
    """Return what the conditions for a visit are about, the content on the screen among it."""
    cache, shown = paths.cache_folder(), pack.info.digest
    return Site(options.config, options.data, options.content, clock, os.environ, cache, shown)


def look_of(options: RunOptions, speak: Callable[[str], Words]) -> Look:
    """Return what the window needs to know of the place it stands in."""
    screen = options.config.screen
    return Look(
        assets=paths.assets_dir(),
        content=options.content,
        diagonal_mm=screen.diagonal_mm,
        width_mm=screen.width_mm,
        bottom_mm=screen.bottom_mm,
        speak=speak,
        demo=options.config.mode == "demo",
    )


def build(options: RunOptions, *, clock: Clock | None = None, voice: Voice | None = None) -> Kiosk:
    """Build and connect everything; the application object must exist."""
    config, clock = options.config, clock or SystemClock()
    load_fonts(paths.assets_dir())
    pack = pack_to_show(options)
    tags = offered(pack, config)
    language = first_language(options.language, tags, config)
    # A translation is read from disk once, not at every press.
    speak = lru_cache(words_for)
    clinic, region = config.clinic, region_of(pack, config)
    presenter = Presenter(pack, region, tags, clinic.name, clinic.help_text, speak)
    lesson_tag = language if language in pack.lessons else next(iter(pack.lessons))
    session = new_session(
        plan_of(
            pack,
            lesson_tag,
            mode=config.mode,
            rotate_doors=config.session.door_order == "rotate",
            keep_abandoned=config.session.abandoned == "keep",
        ),
        limits=limits_of(config),
        settings=Settings(language=language),
    )
    recorder, voice = StoreRecorder(site_of(options, clock, pack)), voice or SystemVoice()
    outside = Outside(
        clock=clock,
        recorder=recorder,
        pins=FilePins(options.data, clock),
        codes=VisitCodes(clock),
        new_id=new_session_id,
        printer=SystemPrinter(config.region),
        voice=voice,
        auto_logout=float(config.staff.auto_logout_seconds),
        window_hours=config.session.hours_after_dose,
        clean_after_finish=config.staff.clean_after_finish == "on",
    )
    driver = Driver(session, presenter, outside)
    shell = Shell(look_of(options, speak))
    recordings = PackRecordings(options.content, tuple(pack.lessons))
    kiosk = Kiosk(
        shell,
        driver,
        recorder,
        Reader(shell, voice, recordings),
        Fingers(shell, clock.mono),
        Switches(shell, clock.mono),
        Announcer(shell),
    )
    _connect(kiosk)
    return kiosk


def _connect(kiosk: Kiosk) -> None:
    shell, driver, reader = kiosk.shell, kiosk.driver, kiosk.reader
    for asks in (shell, reader):
        asks.asked.connect(driver.hear)
    # The hands first: a page comes to the switches that are set for it.
    for shows in (kiosk.fingers.obey, kiosk.switches.obey, shell.show_view):
        driver.shown.connect(shows)
    for forgets in (shell.forget, sweep_soon, reader.forget):
        driver.wiped.connect(forgets)
    reader.sounding.connect(driver.sounding)
    Ahead(driver, shell)


class TakesFaults(Protocol):
    """Whoever can show that something failed."""

    def broke(self, reason: str) -> None:
        """Show it."""


class FaultHook(QObject):
    """The one place where anything unforeseen ends: the fault page, never a traceback."""

    def __init__(self, taker: TakesFaults) -> None:
        super().__init__()
        self._taker = taker

    def __call__(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show the fault page and log where it happened, never what was typed."""
        where = trace
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        place = "unknown place"
        if where is not None:
            place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}"
        self._taker.broke(f"{kind.__name__} at {place}")


def application() -> QApplication:
    """Return the application object, which must exist before any window."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Anteroom")
    tell_roles()
    return app


@dataclass(frozen=True)
class Window:
    """What must live as long as the window is open."""

    app: QApplication
    kiosk: Kiosk
    activity: Activity
    timer: QTimer
    keeper: Keeper | None = None

    def close(self) -> None:
        """Let nothing of Qt call what is about to be taken apart, in whatever order that is."""
        self.timer.stop()
        if self.keeper is not None:
            self.keeper.let_go()
        handle = self.kiosk.shell.windowHandle()
        for watches in (self.activity, self.kiosk.switches, self.kiosk.fingers):
            handle.removeEventFilter(watches)
        for follows in (self.kiosk.shell.follow_focus, self.kiosk.reader.focus_moved):
            self.app.focusChanged.disconnect(follows)


def open_window(
    app: QApplication, kiosk: Kiosk, size: tuple[int, int] | None, tick_ms: int = TICK_MS
) -> Window:
    """Show the kiosk, fullscreen when no size in px is given, and let it work."""
    activity = Activity()
    # Queued: what is pressed acts before the touch itself is noted.
    for silences in (activity.keyed, kiosk.fingers.landed):
        silences.connect(kiosk.reader.pressed)
    activity.touched.connect(kiosk.driver.touched, Qt.ConnectionType.QueuedConnection)
    activity.typed.connect(kiosk.driver.typed, Qt.ConnectionType.QueuedConnection)
    activity.keys_used.connect(kiosk.shell.keys_used)
    activity.acted.connect(kiosk.reader.tell_news, Qt.ConnectionType.QueuedConnection)
    app.focusChanged.connect(kiosk.shell.follow_focus)
    app.focusChanged.connect(kiosk.reader.focus_moved)
    timer = QTimer()
    timer.setInterval(tick_ms)
    timer.timeout.connect(kiosk.driver.tick)
    keeper = None
    if size is not None:
        kiosk.shell.resize(*size)
        kiosk.shell.show()
    else:
        keeper = Keeper(app, kiosk.shell)
        kiosk.driver.left.connect(keeper.let_go)
        keeper.hold()
    window = kiosk.shell.windowHandle()
    window.installEventFilter(kiosk.fingers)
    window.installEventFilter(kiosk.switches)
    # Installed last, asked first: what does not count as a press is a sign of life all the same.
    window.installEventFilter(activity)
    # The page comes first; the store is opened behind it.
    kiosk.driver.show()
    for follows in (kiosk.reader.prepare, kiosk.driver.start):
        activity.seen.connect(follows, Qt.ConnectionType.QueuedConnection)
    timer.start()
    return Window(app, kiosk, activity, timer, keeper)


def main(options: RunOptions) -> int:
    """Run the kiosk until staff leave; returns the exit code."""
    logging.basicConfig(format="anteroom: %(message)s", level=logging.WARNING)
    require_alone(options.data)
    app = application()
    kiosk = build(options)
    sys.excepthook = FaultHook(kiosk.driver)
    # Qt asks every window before it quits, so the window must be willing first.
    kiosk.driver.left.connect(kiosk.shell.allow_close)
    kiosk.driver.left.connect(app.exit)
    kiosk.shell.may_close = options.windowed is not None
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    heart = Heartbeat(os.environ, time.monotonic)
    window = open_window(app, kiosk, options.windowed)
    window.activity.seen.connect(heart.ready)
    look_soon(kiosk.shell, kiosk.driver.jobs, kiosk.recorder.remark)
    warming = Warming()
    window.activity.seen.connect(warming.begin)
    # A window that hangs has no ticks, and then the session starts the kiosk again.
    window.timer.timeout.connect(heart.beat)
    code = stay(app, window)
    kiosk.close()
    return code


def stopped(reason: str) -> None:
    """Say on the screen why there is no kiosk, until the session tries once more."""
    # Here, because a kiosk that starts has no use for it.
    from kiosk.ui.stopped import Stopped

    app = application()
    heart = Heartbeat(os.environ, time.monotonic)
    page = Stopped(reason)
    page.showFullScreen()
    heart.ready()
    timer = QTimer()
    timer.timeout.connect(heart.beat)
    timer.start(TICK_MS)
    QTimer.singleShot(TRY_AGAIN_MS, app.quit)
    app.exec()


def stay(app: QApplication, window: Window) -> int:
    """Let the window work until the application is told to quit; returns the exit code."""
    code = until_quit(app)
    window.close()
    return code


def until_quit(app: QApplication) -> int:
    """Let every window work until the application is told to quit; returns the exit code."""
    return app.exec()
