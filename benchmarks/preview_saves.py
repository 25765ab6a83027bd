"""Save a page of the shipped pack 30 times under an open preview, and print how long each took.

python benchmarks/preview_saves.py [SAVES]

The time is that from the first sight of the change on disk to the painted page. Saves come at
uneven times, so that some fall into a check that is still under way. The load of the machine is
printed too: on a busy one the figures say more about it than about the preview.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.commands.options import PreviewOptions
from kiosk.config import Config
from kiosk.previewing import window_for

ROOT = Path(__file__).resolve().parents[1]
# Milliseconds between a page that is shown and the next save: at rest, and within a check.
_PAUSES = (250, 400, 700, 1200, 2500)
_TARGET = 300


class Saver:
    """Saves again some time after each page is shown."""

    def __init__(self, app: QApplication, folder: Path, saves: int) -> None:
        self._app, self._saves, self._seen = app, saves, 1
        self._page = folder / "en" / "mechanism.md"
        self._words = self._page.read_text("utf-8")
        options = PreviewOptions(
            config=Config(),
            content=folder,
            device="15land",
            size="M",
            theme="light",
            language=None,
            page="two-forms",
            windowed=None,
        )
        self.window = window_for(options)
        self.window.resize(1600, 900)
        self.window.show()
        self._clock = QTimer()
        self._clock.setInterval(5)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        times = self.window.milliseconds
        if len(times) < self._seen:
            return
        if self._seen > self._saves:
            self._clock.stop()
            self.window.close()
            self._app.quit()
            return
        self._seen += 1
        QTimer.singleShot(_PAUSES[self._seen % len(_PAUSES)], self._save)

    def _save(self) -> None:
        text = self._words.replace("two mirror-image parts", f"two mirror-image parts {self._seen}")
        self._page.write_text(text, "utf-8")


def main() -> int:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pack"
        shutil.copytree(ROOT / "content" / "ketamine", folder)
        saver = Saver(app, folder, saves)  # type: ignore[arg-type]  # one application object
        app.exec()
        times = saver.window.milliseconds[1:]
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    late = sum(one > _TARGET for one in times)
    print(
        f"saves {len(times)}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms"
    )
    print(f"over {_TARGET} ms: {late}; load of the machine (1, 5, 15 minutes): {load}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
