"""The one composition root: builds everything, connects it, runs it."""

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kiosk import __version__
from kiosk.commands.run_options import RunOptions
from kiosk.content.audio.recordings import PackRecordings
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.i18n.catalogue import Words, words_for
from kiosk.pins_and_codes import FilePins, VisitCodes
from kiosk.platform import paths
from kiosk.platform.chime import chime
from kiosk.platform.click import Click
from kiosk.platform.clock import Clock, SystemClock, new_session_id
from kiosk.platform.headphones import Headphones
from kiosk.platform.heartbeat import Heartbeat
from kiosk.platform.memory_file import MemoryFile, memory_folder
from kiosk.platform.sinks import HeadsetSinks
from kiosk.platform.stillness import system_stillness
from kiosk.platform.voice import SystemVoice, Voice
from kiosk.recorder import StoreRecorder
from kiosk.records.lock import require_alone
from kiosk.staff.content_checks import with_proven_status
from kiosk.staff.languages import offered
from kiosk.staff.readiness import Site
from kiosk.ui.activity import Activity
from kiosk.ui.ahead import Ahead
from kiosk.ui.announcer import Announcer, tell_roles
from kiosk.ui.chime import Chime
from kiosk.ui.clicks import Clicks
from kiosk.ui.copy.system_printer import SystemPrinter
from kiosk.ui.driver import Driver, Outside
from kiosk.ui.fault_hook import FaultHook
from kiosk.ui.fingers import Fingers
from kiosk.ui.first_session import first_language, first_session, region_of
from kiosk.ui.glass import look_soon
from kiosk.ui.keeper import Keeper
from kiosk.ui.ports import Board, NoBoard
from kiosk.ui.presenter import Presenter
from kiosk.ui.reader import Reader
from kiosk.ui.shell import Look, Shell
from kiosk.ui.sweeping import Sweeper
from kiosk.ui.switches import Switches
from kiosk.ui.system_wish import SystemWish
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.turns import quick_turns
from kiosk.ui.under_way import NothingKept, VisitUnderWay
from kiosk.ui.warming import Warming, sweep_soon

TICK_MS = 500
TRY_AGAIN_MS = 30_000


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
    clicks: Clicks
    chime: Chime | None = None

    def close(self) -> None:
        """Finish the work under way and let the data folder go."""
        self.reader.close()
        self.clicks.close()
        if self.chime is not None:
            self.chime.close()
        self.driver.close()
        self.recorder.close()


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


def _outside(
    options: RunOptions,
    clock: Clock,
    recorder: StoreRecorder,
    voice: Voice,
    under_way: VisitUnderWay | None,
    board: Board,
) -> Outside:
    """Return everything that the driver reaches beyond the window."""
    config = options.config
    return Outside(
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
        under_way=under_way or NothingKept(),
        board=board,
    )


def build(
    options: RunOptions,
    *,
    clock: Clock | None = None,
    voice: Voice | None = None,
    under_way: VisitUnderWay | None = None,
    board: Board | None = None,
) -> Kiosk:
    """Build and connect everything; the application object must exist."""
    config, clock, board = options.config, clock or SystemClock(), board or NoBoard()
    load_fonts(paths.assets_dir())
    pack = pack_to_show(options)
    tags = offered(pack, config)
    language = first_language(options.language, tags, config)
    speak = lru_cache(words_for)  # a translation is read from disk once, not at every press
    clinic, region = config.clinic, region_of(pack, config)
    voice = voice or SystemVoice()
    presenter = Presenter(
        pack,
        region,
        tags,
        clinic.name,
        clinic.help_text,
        speak,
        sounds=voice.can_play(),
        paces=voice.can_synthesise() or voice.can_stretch() or not voice.can_play(),
        calls=board.calls,
    )
    session = first_session(config, pack, language)
    recorder = StoreRecorder(site_of(options, clock, pack))
    if under_way is not None:
        session = under_way.restored(session, clock.mono(), recorder.holds)
    outside = _outside(options, clock, recorder, voice, under_way, board)
    driver = Driver(session, presenter, outside)
    shell = Shell(look_of(options, speak))
    reader = Reader(shell, voice, PackRecordings(options.content, tuple(pack.lessons)))
    kiosk = Kiosk(
        shell,
        driver,
        recorder,
        reader,
        Fingers(shell, clock.mono),
        Switches(shell, clock.mono, reader.blocks),
        Announcer(shell),
        Clicks(shell, Click()),
        _chime_if(config.help.chime == "on"),
    )
    _connect(kiosk)
    return kiosk


def board_link(options: RunOptions, clock: Clock) -> Board | None:
    """Return this kiosk's end of the board, None where the clinic has none."""
    rules, data = options.config.help, options.data
    if rules.board_folder is None:
        return None
    # Here, because a kiosk that stands alone has no use for it.
    from kiosk.staff.board_link import About, BoardLink
    from kiosk.staff.copies import CopyWatch
    from kiosk.staff.kiosk_id import kiosk_id, waiting

    demo = options.config.mode == "demo"
    about = About(
        rules.board_name,
        __version__,
        partial(kiosk_id, data),
        partial(waiting, data, clock.utc, None if demo else CopyWatch(data)),
        clock.utc,
    )
    return BoardLink(rules.board_folder, about)


def _chime_if(wanted: bool) -> Chime | None:  # noqa: FBT001  # one setting, asked once
    return Chime(chime()) if wanted else None


def _connect(kiosk: Kiosk) -> None:
    shell, driver, reader = kiosk.shell, kiosk.driver, kiosk.reader
    for asks in (shell, reader):
        asks.asked.connect(driver.hear)
    # The hands first: a page comes to the switches that are set for it.
    hands = (kiosk.fingers.obey, kiosk.switches.obey, kiosk.clicks.obey)
    for shows in (*hands, shell.show_view):
        driver.shown.connect(shows)
    if kiosk.chime is not None:
        driver.shown.connect(kiosk.chime.obey)
    for forgets in (shell.forget, sweep_soon, reader.forget):
        driver.wiped.connect(forgets)
    reader.sounding.connect(driver.sounding)
    Ahead(driver, shell)


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
    # Nearly all that is made from here to the first page stays; the sweeper comes with the loop.
    gc.disable()
    app = application()
    kept = MemoryFile(memory_folder(os.environ), options.data, "under-way")
    board = board_link(options, clock := SystemClock())
    kiosk = build(options, clock=clock, under_way=VisitUnderWay(kept), board=board)
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
    ears = (Headphones(), HeadsetSinks())
    for one in ears:
        # Not sooner: to ask the sound system takes programs of its own, beside the first page.
        listens = partial(one.watch, kiosk.reader.headphones)
        window.activity.seen.connect(listens, Qt.ConnectionType.QueuedConnection)
    wish = SystemWish(kiosk.driver, system_stillness())
    if options.config.screen.motion == "system":
        window.activity.seen.connect(wish.ask, Qt.ConnectionType.QueuedConnection)
    code = stay(app, window)
    for one in ears:
        one.close()
    wish.close()
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
    sweeper = Sweeper()
    sweeper.begin()
    with quick_turns():
        code = app.exec()
    sweeper.end()
    return code
