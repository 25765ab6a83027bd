"""A kiosk of its own that goes through visits with staff and people, then waits to be searched.

    python tests/canary_walk.py FOLDER VISITS

Prints each visit code as a line of its own and one line of JSON when the last person has gone, and
ends when its input closes. It forgets every canary as soon as it was typed, so that whatever is
found later was kept by the kiosk.
"""

# ruff: noqa: E402  # the kiosk's own modules come after it has started anew

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kiosk.platform.forgetful import start_forgetful

# As the kiosk itself does, before anything else.
start_forgetful()

from PySide6.QtGui import QGuiApplication

from kiosk import walking
from kiosk.app import application, build, open_window, stay
from kiosk.commands.run_options import RunOptions
from kiosk.config import Config
from kiosk.platform import paths
from kiosk.platform.memory_file import MemoryFile
from kiosk.ui.under_way import VisitUnderWay
from kiosk.ui.walk import detours, errands
from kiosk.ui.walk.outcome import VisitDone
from kiosk.ui.walk.robot import Steps
from kiosk.ui.walk.visitor import Visitor
from kiosk.ui.walk.walk import Route, Walk


def canary(number: int) -> str:
    """Return what staff type as the reference of one visit, long or short by turns."""
    length = 16 if number % 4 < 2 else 7
    return ("ZQ" + sha256(f"canary {number}".encode()).hexdigest().upper())[:length]


class Always:
    """Chance that always sends staff first, by turns with a code and by hand."""

    def __init__(self) -> None:
        self.calls = 0

    def prepare(self, visitor: Visitor, *, code: bool) -> Steps:  # noqa: ARG002  # drawn by turns
        """Type the next canary, then forget it."""
        self.calls += 1
        errands.REFERENCE = canary(self.calls)
        yield from errands.prepare(visitor, code=self.calls % 2 == 0)
        errands.REFERENCE = ""
        if visitor.diary.code:
            os.write(1, f"code {visitor.diary.code}\n".encode())


def init(self: detours.Wanderer, *given: object, plain: Callable[..., None]) -> None:
    plain(self, *given)
    self._errand = "code"


def tell(visit: VisitDone) -> None:
    for problem in visit.problems:
        print(problem, file=sys.stderr)


def main() -> int:
    """Walk, say so, wait."""
    data, visits = Path(sys.argv[1]), int(sys.argv[2])
    always = Always()
    vars(detours)["prepare"] = always.prepare
    plain = detours.Wanderer.__init__
    detours.Wanderer.__init__ = lambda self, *given: init(self, *given, plain=plain)  # type: ignore[method-assign]  # staff come first
    app, clock = application(), walking.WalkClock()
    kept = VisitUnderWay(MemoryFile(Path(os.environ["XDG_RUNTIME_DIR"]), data, "under-way"))
    options = RunOptions(Config(), data, paths.default_content())
    kiosk = build(options, clock=clock, under_way=kept)
    kiosk.recorder.store()
    route = Route(visits, 5, "random", "touch", None, 0.02)
    walked = Walk(kiosk.shell, route, walking._world(kiosk, data, clock, tell))  # noqa: SLF001  # as the walk does
    walked.robot.finished.connect(app.exit)
    window = open_window(app, kiosk, (1280, 800), walking.TICK_MS)
    walked.robot.start()
    stay(app, window)
    done = walked.result(0, ())
    kiosk.driver.jobs.submit("idle", partial(int))
    clipboard = QGuiApplication.clipboard().text()
    text = {"visits": len(done.visits), "typed": always.calls, "clipboard": clipboard}
    print(json.dumps({**text, "problems": list(done.other_problems)}), flush=True)
    sys.stdin.readline()
    os._exit(0)


if __name__ == "__main__":
    main()
