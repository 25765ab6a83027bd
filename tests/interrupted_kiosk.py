"""A kiosk of its own that does what it is told line by line, until it is killed.

    python tests/interrupted_kiosk.py DATA

Each line of its input is JSON: the name of an event and its values, or ["code"], which types the
code that staff gave out, ["open", CODE], which types one at the curtain, and ["settle"], which
waits until what is known is kept. It answers with one line: where the visit stands.
"""

import json
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import os

from PySide6.QtCore import QSocketNotifier

from kiosk.app import Kiosk, application, build, open_window, stay
from kiosk.commands.run_options import RunOptions
from kiosk.config import Config
from kiosk.domain import events as ev
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.platform import paths
from kiosk.platform.memory_file import MemoryFile, memory_folder
from kiosk.platform.voice import NoVoice
from kiosk.ui.under_way import VisitUnderWay
from kiosk.ui.verbs import CodeTyped, ResumeTyped, say


class Told(VisitUnderWay):
    """Can be waited for."""

    def settle(self) -> None:
        """Return when all that is known is kept."""
        kept = threading.Event()
        self._jobs.submit("settle", kept.set)
        kept.wait()


class Obedient:
    """Does what comes by the standard input."""

    def __init__(self, kiosk: Kiosk, told: Told) -> None:
        self.kiosk, self.told = kiosk, told
        self.notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self.notifier.activated.connect(self.obey)
        self.answer()

    def obey(self) -> None:
        """Do one line."""
        name, *values = json.loads(sys.stdin.readline())
        driver = self.kiosk.driver
        if name == "settle":
            self.told.settle()
        elif name == "code":
            visit = Arrangement(reference="BED-9", language=driver.session.settings.language)
            driver.hear(say(CodeTyped, driver._out.codes.issue(visit).code))  # noqa: SLF001  # as staff do
        elif name == "open":
            driver.hear(say(ResumeTyped, values[0]))
        elif name == "save late":
            # Killed between the record on disk and the page that says so.
            self.kiosk.driver.jobs.done.disconnect()
            driver.hear(say(ev.Acknowledged, values[0]))
            self.kiosk.driver.jobs.close()
        else:
            driver.hear(say(getattr(ev, name), *values))
        self.answer()

    def answer(self) -> None:
        """Tell where the visit stands."""
        session, shell = self.kiosk.driver.session, self.kiosk.shell
        place = session.place
        text = {
            "id": session.id,
            "place": [place.step, place.chapter, place.page],
            "idle": session.idle,
            "view": shell.view.key if shell.view else None,
            "language": session.settings.language,
            "choices": [list(one.choices) for one in session.ideas],
            "flags": list(session.flags),
            "door": session.door,
            "code": session.code,
            "records": self.kiosk.recorder.store().head().size,
        }
        os.write(1, json.dumps(text).encode() + b"\n")


def main() -> int:
    """Open a kiosk as `anteroom run` does, and obey."""
    data = Path(sys.argv[1])
    data.mkdir(exist_ok=True)
    app = application()
    told = Told(MemoryFile(memory_folder(os.environ), data, "under-way"))
    options = RunOptions(Config(), data, paths.default_content())
    kiosk = build(options, voice=NoVoice(), under_way=told)
    window = open_window(app, kiosk, (1280, 800))
    obedient = Obedient(kiosk, told)
    code = stay(app, window)
    del obedient
    return code


if __name__ == "__main__":
    sys.exit(main())
