"""Walks whole visits through a kiosk that is built for it; loaded by nothing but the walk."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, build, open_window, stay
from kiosk.commands.options import WalkOptions
from kiosk.commands.run_options import RunOptions
from kiosk.content.pack import load_pack
from kiosk.domain import events as ev
from kiosk.platform import paths
from kiosk.platform.clock import SystemClock
from kiosk.records.verify import verify
from kiosk.staff.languages import offered
from kiosk.staff.pin import PinDesk
from kiosk.ui.fault_hook import FaultHook
from kiosk.ui.verbs import say
from kiosk.ui.walk.outcome import VisitDone, WalkDone
from kiosk.ui.walk.transcript import TranscriptVoice
from kiosk.ui.walk.walk import Route, Walk, World

TICK_MS = 20
SIZE = (1920, 1080)


class WalkClock(SystemClock):
    """The machine's clock, with hours that a walk need not wait for."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def mono(self) -> float:
        """Return seconds that nobody can set, and those that were skipped."""
        return super().mono() + self._skipped

    def skip(self, seconds: float) -> None:
        """Let seconds pass at once."""
        self._skipped += seconds


def walk(
    app: QApplication, options: WalkOptions, data: Path, tell: Callable[[VisitDone], None]
) -> WalkDone:
    """Walk whole visits through the real window, in demo mode, and verify the store after it.

    Raises NoSuchHandsError and everything that opening a pack or a store raises.
    """
    clock = WalkClock()
    config = replace(options.config, mode="demo")
    asked = RunOptions(config, data, options.content, language=options.language)
    voice = TranscriptVoice() if options.input == "audio" else None
    kiosk = build(asked, clock=clock, voice=voice)
    hook, sys.excepthook = sys.excepthook, FaultHook(kiosk.driver)
    try:
        kiosk.recorder.store()
        read_every_language(kiosk, asked)
        kiosk.reader.load()
        world = _world(kiosk, data, clock, tell)
        route = Route(options.sessions, options.seed, options.door, options.input, options.shots)
        walked = Walk(kiosk.shell, route, replace(world, voice=voice))
        walked.robot.finished.connect(app.exit)
        window = open_window(app, kiosk, options.size or SIZE, TICK_MS)
        walked.robot.start()
        stay(app, window)
    finally:
        sys.excepthook = hook
        kiosk.close()
    report = verify(data)
    problems = [one.what for one in report.problems]
    if voice is not None and voice.overlaps:
        problems.append(f"two voices at once, {voice.overlaps} times")
    return walked.result(report.size, tuple(problems))


def read_every_language(kiosk: Kiosk, options: RunOptions) -> None:
    """Show each language once: it is read when it is first shown, and then stays, so no leak."""
    pack = load_pack(options.content, cache=paths.cache_folder())
    for tag in (*offered(pack, options.config), kiosk.driver.session.defaults.language):
        kiosk.driver.hear(say(ev.LanguageChosen, tag))


def _world(kiosk: Kiosk, data: Path, clock: WalkClock, tell: Callable[[VisitDone], None]) -> World:
    session = kiosk.driver.session
    reading = (one for one in session.plan.chapters if one.id != session.plan.faq)
    return World(
        pass_time=clock.skip,
        stored=partial(_stored, kiosk),
        staff=not PinDesk(data, clock).is_set(),
        countdown=session.limits.countdown,
        pages=tuple(page.id for chapter in reading for page in chapter.pages),
        tell=tell,
    )


def _stored(kiosk: Kiosk) -> str | None:
    session = kiosk.driver.session.id
    saved = kiosk.recorder.store().find(session) if session else None
    return None if saved is None else saved.receipt
