"""What Welcome does not wait for is loaded behind it, a piece at a time."""

import gc
import importlib

from PySide6.QtCore import QObject, QTimer

# From the leaves up, so that no piece takes long: whoever presses Start meanwhile waits for one.
LATER = (
    "kiosk.ui.stage.shapes",
    "kiosk.ui.stage.touch",
    "kiosk.ui.stage.layers",
    "kiosk.ui.stage.scenes",
    "kiosk.ui.stage.view",
    "kiosk.ui.blocks.icon_array",
    "kiosk.ui.blocks.build",
    "kiosk.ui.blocks.stage_panel",
    "kiosk.ui.pages.sheet_page",
    "kiosk.ui.pages.keypad_page",
    "kiosk.ui.pages.notice_page",
    "kiosk.ui.pages.saved_page",
    "kiosk.ui.views.overlays",
    "kiosk.ui.views.checks",
    "kiosk.ui.views.sources",
    "kiosk.ui.views.reading",
    "kiosk.ui.views.faq",
    "kiosk.ui.views.lines",
    "kiosk.content.rules.rule",
    "kiosk.ui.views.words",
    "kiosk.ui.views.hiding",
    "kiosk.ui.views.calling",
    "kiosk.ui.views.waiting",
    "kiosk.ui.views.closing",
    "kiosk.ui.views.copy",
    "kiosk.ui.views.take_home",
    "subprocess",
    "kiosk.staff.copies",
    "kiosk.staff.badges",
    "kiosk.domain.staffing.trials",
    "kiosk.domain.staffing.sealed_finding",
    "kiosk.domain.desk",
    "kiosk.ui.staff_verbs",
    "kiosk.ui.sealed_finder",
    "kiosk.ui.finder",
    "kiosk.ui.staff_room",
    "kiosk.ui.views.staff_find",
    "kiosk.ui.views.staff",
)
# The window paints and answers between two pieces.
PAUSE_MS = 5
SWEEP_AFTER_MS = 200


class Warming(QObject):
    """Loads the parts of other pages while Welcome is looked at."""

    def __init__(self, names: tuple[str, ...] = LATER) -> None:
        super().__init__()
        self._names = list(names)
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin behind the first page."""
        self._timer.start()

    def _next(self) -> None:
        if self._names:
            importlib.import_module(self._names.pop(0))
            return
        self._timer.stop()
        # What is there now stays until the end; looking through it after each visit is lost time.
        gc.collect()
        gc.freeze()


def sweep_soon() -> None:
    """Once Welcome is there, free what only circles of references still hold of a visit."""
    QTimer.singleShot(SWEEP_AFTER_MS, gc.collect)
