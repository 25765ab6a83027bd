"""Read to me: how soon a page is heard after the tap, and how exactly the line that sounds is lit.

Real espeak-ng makes the sound. There is no sound card where this runs: a player stands in that
notes when it was started and lasts a while, so a real card's own delay is not in the figures.
"""

# ruff: noqa: INP001 -- a part of a script

import shutil
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from benchmarks.heartbeat import Heartbeat
from benchmarks.percentile import percentile
from benchmarks.visitor import StuckError, Visitor, turn_loop
from kiosk.domain.session import Step
from kiosk.platform.voice import SoundPrograms, SystemVoice
from kiosk.ui.tools import READ_TOOL

LINES = 4
_NAP = 0.001
_PATIENCE_NS = 20 * 10**9
_PLAYER = "#!/bin/sh\ndate +%s%N >> '{log}'\nexec sleep 0.25\n"


def bench_voice(log: Path) -> SystemVoice:
    """Return a voice of the real program and of a player of our own, which notes its start."""
    log.write_text("")
    player = log.with_suffix(".player")
    player.write_text(_PLAYER.format(log=log))
    player.chmod(0o755)
    speech = shutil.which("espeak-ng")
    return SystemVoice(lambda: SoundPrograms(speech, str(player)))


def played(log: Path) -> list[int]:
    """Return when the player was started, in nanoseconds since 1970."""
    return [int(line) for line in log.read_text().split()]


def listen(visitor: Visitor, log: Path, pages: int) -> dict[str, float]:
    """Read some pages aloud; ms from tap to sound, from sound to light, and the longest block."""
    while visitor.step is not Step.CHAPTER:
        _go_on(visitor)
    heart = Heartbeat()
    starts: list[float] = []
    errors: list[float] = []
    blocks: list[float] = []
    for _ in range(pages):
        began = len(played(log))
        visitor.press(visitor.shell.tool_bar.buttons[READ_TOOL])
        heart.restart()
        tapped = time.time_ns()
        visitor.release()
        lit = _watch(visitor, tapped)
        sounds = played(log)[began:]
        if not sounds or not lit:
            raise StuckError("nothing was heard; is espeak-ng installed?")
        starts.append((sounds[0] - tapped) / 1e6)
        errors += [abs(seen - heard) / 1e6 for seen, heard in zip(lit, sounds, strict=False)]
        blocks.append(heart.longest * 1000)
        visitor.press(visitor.shell.tool_bar.buttons[READ_TOOL])
        visitor.release()
        turn_loop()
        _go_on(visitor)
    return {
        "start_ms": percentile(starts, 50),
        "light_error_ms": percentile(errors, 95),
        "longest_ms": max(blocks),
    }


def _go_on(visitor: Visitor) -> None:
    visitor.press(visitor.next_button())
    visitor.release()
    turn_loop()


class Marking(QObject):
    """Notes when a line that is marked has been painted so, in nanoseconds since 1970."""

    def __init__(self, mark: QWidget) -> None:
        super().__init__()
        self.painted: list[int] = []
        self._due = False
        mark.installEventFilter(self)

    def eventFilter(self, _mark: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Each line that is marked shows the mark anew; what is painted then is its light."""
        if event.type() is QEvent.Type.Show:
            self._due = True
        elif event.type() is QEvent.Type.Paint and self._due:
            self._due = False
            self.painted.append(time.time_ns())
        return False


def _watch(visitor: Visitor, since: int) -> list[int]:
    """Return when each of the first lines of a page was lit and painted.

    Not when the line before it ended: until the next one sounds, that one stays lit.
    """
    marking, reader = Marking(visitor.shell.mark), visitor.kiosk.reader
    while len(marking.painted) < LINES:
        turn_loop()
        # As the kiosk's own loop does: one that never sleeps keeps the thread of the voice waiting.
        time.sleep(_NAP)
        ended = marking.painted and not reader.speaker.speaking
        if ended or time.time_ns() - since > _PATIENCE_NS:
            break
    visitor.shell.mark.removeEventFilter(marking)
    return marking.painted
