"""Lets a monkey play with a kiosk that is built for it; loaded by nothing but the walk."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, build, open_window, stay
from kiosk.commands.options import WalkOptions
from kiosk.commands.run_options import RunOptions
from kiosk.domain.acknowledgement import receipt_number
from kiosk.platform.voice import NoVoice
from kiosk.records.verify import verify
from kiosk.staff.pin import PinDesk
from kiosk.staff.record_reader import newest_first
from kiosk.ui.fault_hook import FaultHook
from kiosk.ui.walk.monkey import Habitat, Monkey, MonkeyDone
from kiosk.walking import TICK_MS, WalkClock, read_every_language

PIN = "407193"


class ToldHook(FaultHook):
    """Ends whatever is unforeseen on the fault page, and tells of it."""

    def __init__(self, kiosk: Kiosk, problems: list[str]) -> None:
        super().__init__(kiosk.driver)
        self._problems = problems

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note it and go on."""
        super().__call__(kind, error, trace)
        self._problems.append(f"an exception: {kind.__name__}: {error}")


def monkey(app: QApplication, options: WalkOptions, data: Path) -> MonkeyDone:
    """Play in demo mode, full screen and silent, and compare the store with what was pressed.

    Raises everything that opening a pack or a store raises.
    """
    clock = WalkClock()
    config = replace(options.config, mode="demo")
    asked = RunOptions(config, data, options.content, language=options.language)
    kiosk = build(asked, clock=clock, voice=NoVoice())
    kiosk.recorder.store()
    read_every_language(kiosk, asked)
    PinDesk(data, clock).set_pin(PIN)
    habitat = Habitat(clock.skip, partial(_session, kiosk), PIN)
    player = Monkey(app, kiosk.shell, habitat, options.monkey or 0, options.seed)
    hook, sys.excepthook = sys.excepthook, ToldHook(kiosk, player.problems)
    try:
        player.robot.finished.connect(app.exit)
        window = open_window(app, kiosk, None, TICK_MS)
        kiosk.driver.left.connect(player.left)
        player.robot.start()
        stay(app, window)
        if window.keeper is not None:
            window.keeper.let_go()
    finally:
        sys.excepthook = hook
        kiosk.shell.hide()
        kiosk.close()
    done = player.result()
    return replace(done, problems=(*done.problems, *store_faults(data, done.finished)))


def _session(kiosk: Kiosk) -> str | None:
    return kiosk.driver.session.id


def store_faults(data: Path, finished: tuple[str, ...]) -> list[str]:
    """Return how the store and the last buttons that were pressed differ."""
    report = verify(data)
    found = [one.what for one in report.problems]
    records = [one.summary for one in newest_first(data)]
    saved = {one.receipt for one in records if one.kind == "ack"}
    pressed = {receipt_number(one) for one in finished}
    if saved != pressed:
        found.append(
            f"{sorted(saved - pressed)} were saved without their last button, "
            f"{sorted(pressed - saved)} pressed it and were not saved"
        )
    return found
