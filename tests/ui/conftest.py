"""The kiosk as tests of the window meet it: real pages, real store, a clock set by hand."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk, Window, build, open_window
from kiosk.commands.run_options import RunOptions
from kiosk.config import Config
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.domain.session import Session, new_session
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.platform.voice import NoVoice, Voice
from kiosk.ui.driver import Driver, Outside
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Look, Shell
from kiosk.ui.sweeping import Sweeper
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.walk.screen import Screen
from tests.staff.set_clock import SetClock
from tests.ui.stand_ins import HeldRecorder, Person, SetPins, outside


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The pack that ships, parsed once."""
    return load_pack(paths.default_content(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> QApplication:
    """Signals between threads need the application, whatever the test itself asks for."""
    return qapp


@pytest.fixture(autouse=True)
def _swept_here() -> Iterator[None]:
    """As in the kiosk, a worker's thread never ends a widget."""
    gc.disable()
    yield
    Sweeper().sweep()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def presenter(pack: Pack) -> Presenter:
    return Presenter(pack, None, ("en",), "Test clinic")


@pytest.fixture
def session(pack: Pack) -> Session:
    return new_session(plan_of(pack, "en", mode="demo"))


@pytest.fixture
def recorder() -> HeldRecorder:
    return HeldRecorder()


@pytest.fixture
def pins() -> SetPins:
    return SetPins()


@pytest.fixture
def hours() -> int:
    """For how long after a dose a choice waits."""
    return 0


@pytest.fixture
def beyond(clock: SetClock, recorder: HeldRecorder, pins: SetPins, hours: int) -> Outside:
    """What the kiosk of `person` reaches beyond the window; a test may give it more."""
    return outside(clock, recorder, pins, hours)


@pytest.fixture
def person(
    presenter: Presenter,
    session: Session,
    clock: SetClock,
    recorder: HeldRecorder,
    beyond: Outside,
) -> Iterator[Person]:
    """Somebody at a driver whose store, PINs and clock the test holds."""
    driver = Driver(session, presenter, beyond)
    someone = Person(driver, clock, recorder)
    driver.start()
    yield someone
    recorder.gate.set()
    driver.close()


@pytest.fixture
def open_shell(qtbot: QtBot) -> Callable[[int, int], Shell]:
    """A bare window of a size, to show views in without a visit behind them."""
    load_fonts(paths.assets_dir())

    def open_one(width: int, height: int) -> Shell:
        look = Look(
            assets=paths.assets_dir(),
            content=paths.default_content(),
            diagonal_mm=None,
            width_mm=None,
            speak=words_for,
            demo=True,
        )
        shell = Shell(look)
        qtbot.addWidget(shell)
        shell.resize(width, height)
        shell.show()
        return shell

    return open_one


@dataclass(frozen=True)
class Opened:
    """A kiosk at work and somebody's eyes on it."""

    kiosk: Kiosk
    screen: Screen
    window: Window
    clock: SetClock

    @property
    def key(self) -> str:
        return self.screen.view.key


Opener = Callable[..., Opened]


@pytest.fixture
def open_kiosk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock
) -> Iterator[Opener]:
    """A function that opens a whole kiosk on a fresh data folder."""
    opened: list[Opened] = []

    def open_one(
        size: tuple[int, int] | None = (1920, 1080),
        language: str = "en",
        voice: Voice | None = None,
    ) -> Opened:
        config = Config()
        data = tmp_path / f"data-{len(opened)}"
        options = RunOptions(config, data, paths.default_content(), language=language)
        kiosk = build(options, clock=clock, voice=voice or NoVoice())
        qtbot.addWidget(kiosk.shell)
        window = open_window(qapp, kiosk, size)
        qtbot.waitUntil(kiosk.shell.windowHandle().isExposed)
        one = Opened(kiosk, Screen(kiosk.shell), window, clock)
        opened.append(one)
        return one

    yield open_one
    for one in opened:
        one.window.close()
        one.kiosk.close()
