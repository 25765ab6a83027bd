"""What the window library sees of the screen that the kiosk stands on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.platform.display import Window
from kiosk.ui.jobs import Jobs

# The first page comes first, and then the store.
LOOK_AFTER_MS = 2000


def glass_of(shell: QWidget) -> Window:
    """Return the screen of a window: pixels, and millimetres as the display reports them."""
    screen = shell.screen()
    size, glass = screen.size(), screen.physicalSize()
    return Window(
        qt=qVersion(),
        platform=QGuiApplication.platformName(),
        pixels=(size.width(), size.height()),
        millimetres=(round(glass.width()), round(glass.height())),
    )


def look_soon(shell: QWidget, jobs: Jobs, remark: Callable[[Window], None]) -> None:
    """Have the log and the page of the readiness tell what this machine lacks, in a while."""
    QTimer.singleShot(LOOK_AFTER_MS, partial(_look, shell, jobs, remark))


def _look(shell: QWidget, jobs: Jobs, remark: Callable[[Window], None]) -> None:
    jobs.submit("machine", partial(remark, glass_of(shell)))
