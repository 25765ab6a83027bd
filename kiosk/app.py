"""The one composition root: builds everything, connects it, runs it."""

import gc
import logging
import os
import signal
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.commands.options import RunOptions
from kiosk.config import Config
from kiosk.content.audio.shelf import AudioShelf, Spoken
from kiosk.content.blocks import Pack, Region
from kiosk.content.pack import load_pack
from kiosk.domain.errors import AnteroomError
from kiosk.domain.idle import IdleLimits
from kiosk.domain.session import Settings, new_session
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.visit_code import Pending, VisitCode, redeem
from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import SOURCE_TAG
from kiosk.platform import paths
from kiosk.platform.clock import Clock, SystemClock, new_session_id
from kiosk.platform.voice import SystemVoice, Voice
from kiosk.recorder import StoreRecorder
from kiosk.records.lock import require_alone
from kiosk.staff.content_checks import with_proven_status
from kiosk.staff.languages import offered
from kiosk.staff.readiness import Site
from kiosk.ui.activity import Activity
from kiosk.ui.copy.system_printer import SystemPrinter
from kiosk.ui.driver import Driver, Outside
from kiosk.ui.ports import Judged
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.reader import Reader
from kiosk.ui.shell import Look, Shell
from kiosk.ui.theme.fonts import load_fonts

if TYPE_CHECKING:
    from kiosk.staff.pin import PinDesk

LOG = logging.getLogger("anteroom")
TICK_MS = 500
SWEEP_AFTER_MS = 200


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


def sweep_soon() -> None:
    """Once Welcome is there, free what only circles of references still hold of a visit."""
    QTimer.singleShot(SWEEP_AFTER_MS, gc.collect)


def pack_to_show(options: RunOptions) -> Pack:
    """Return the content, called approved only where signatures prove it; raises PackError."""
    pack = load_pack(options.content, cache=paths.cache_folder())
    return with_proven_status(pack, options.content, options.config.approvers)


def site_of(options: RunOptions, clock: Clock, pack: Pack) -> Site:
    """Return what the conditions for a visit are about, the content on the screen among it."""
    cache, shown = paths.cache_folder(), pack.info.digest
    return Site(options.config, options.data, options.content, clock, os.environ, cache, shown)


class PackRecordings:
    """The recordings of the pack; there are none until their lists are loaded."""

    def __init__(self, pack: Path, tags: tuple[str, ...]) -> None:
        self._pack, self._tags = pack, tags
        self._shelves: dict[str, AudioShelf] = {}

    def load(self) -> None:
        """Read the list of each language, away from the window's thread."""
        for tag in self._tags:
            if tag in self._shelves:
                continue
            try:
                self._shelves[tag] = AudioShelf(self._pack, tag)
            except AnteroomError as error:
                # The made voice, or the word that there is none, takes its place.
                LOG.warning("recordings cannot be used: %s", error)

    def find(self, sentence: str, language: str) -> Spoken | None:
        """Return the recording of a sentence."""
        shelf = self._shelves.get(language)
        return None if shelf is None else shelf.find(sentence)


def build(options: RunOptions, *, clock: Clock | None = None, voice: Voice | None = None) -> Kiosk:
    """Build and connect everything; the application object must exist."""
    config, clock = options.config, clock or SystemClock()
    load_fonts(paths.assets_dir())
    pack = pack_to_show(options)
    tags = offered(pack, config)
    language = first_language(options.language, tags, config)
    # A translation is read from disk once, not at every press.
    speak = lru_cache(words_for)
    clinic = config.clinic
    region = region_of(pack, config)
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
    recorder = StoreRecorder(site_of(options, clock, pack))
    outside = Outside(
        clock=clock,
        recorder=recorder,
        pins=FilePins(options.data, clock),
        codes=VisitCodes(clock),
        new_id=new_session_id,
        printer=SystemPrinter(config.region),
        auto_logout=float(config.staff.auto_logout_seconds),
        window_hours=config.session.hours_after_dose,
    )
    driver = Driver(session, presenter, outside)
    shell = Shell(
        Look(
            assets=paths.assets_dir(),
            content=options.content,
            diagonal_mm=config.screen.diagonal_mm,
            width_mm=config.screen.width_mm,
            speak=speak,
            demo=config.mode == "demo",
        )
    )
    recordings = PackRecordings(options.content, tuple(pack.lessons))
    reader = Reader(shell, voice or SystemVoice(), recordings)
    _connect(shell, driver, reader)
    return Kiosk(shell, driver, recorder, reader)


def _connect(shell: Shell, driver: Driver, reader: Reader) -> None:
    shell.asked.connect(driver.hear)
    driver.shown.connect(shell.show_view)
    driver.wiped.connect(shell.forget)
    driver.wiped.connect(sweep_soon)
    reader.asked.connect(driver.hear)
    reader.sounding.connect(driver.sounding)
    driver.wiped.connect(reader.forget)


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
    return app


@dataclass(frozen=True)
class Window:
    """What must live as long as the window is open."""

    activity: Activity
    timer: QTimer


def open_window(
    app: QApplication, kiosk: Kiosk, size: tuple[int, int] | None, tick_ms: int = TICK_MS
) -> Window:
    """Show the kiosk, fullscreen when no size in px is given, and let it work."""
    activity = Activity()
    # Queued: what is pressed acts before the touch itself is noted.
    activity.pressed.connect(kiosk.reader.pressed)
    activity.touched.connect(kiosk.driver.touched, Qt.ConnectionType.QueuedConnection)
    activity.typed.connect(kiosk.driver.typed, Qt.ConnectionType.QueuedConnection)
    activity.keys_used.connect(kiosk.shell.keys_used)
    app.focusChanged.connect(kiosk.shell.follow_focus)
    app.focusChanged.connect(kiosk.reader.focus_moved)
    timer = QTimer()
    timer.setInterval(tick_ms)
    timer.timeout.connect(kiosk.driver.tick)
    if size is not None:
        kiosk.shell.resize(*size)
        kiosk.shell.show()
    else:
        kiosk.shell.resize(app.primaryScreen().size())
        kiosk.shell.showFullScreen()
    kiosk.shell.windowHandle().installEventFilter(activity)
    # The page comes first; the store is opened behind it.
    kiosk.driver.show()
    activity.seen.connect(kiosk.reader.prepare)
    activity.seen.connect(kiosk.driver.start, Qt.ConnectionType.QueuedConnection)
    timer.start()
    return Window(activity, timer)


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
    window = open_window(app, kiosk, options.windowed)
    code = stay(app, window)
    kiosk.close()
    return code


def stay(app: QApplication, window: Window) -> int:
    """Let the window work until the application is told to quit; returns the exit code."""
    code = until_quit(app)
    window.timer.stop()
    return code


def until_quit(app: QApplication) -> int:
    """Let every window work until the application is told to quit; returns the exit code."""
    return app.exec()
