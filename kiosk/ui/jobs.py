"""Work that must not hold up the window: one thread, results by signal."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import AnteroomError


class Jobs(QObject):
    """Runs plain functions one after another away from the window's thread."""

    done = Signal(str, object)
    failed = Signal(str, str)

    def __init__(self, name: str = "records") -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._closed = False

    def submit(self, name: str, work: Callable[[], object]) -> None:
        """Do the work; done or failed tells the outcome under this name. Nothing once closed."""
        # What was finished last may still be told while the window closes, and ask for more.
        if self._closed:
            return
        self._pool.submit(work).add_done_callback(partial(self._tell, name))

    def _tell(self, name: str, future: "Future[object]") -> None:
        error = future.exception()
        if error is None:
            self.done.emit(name, future.result())
        elif isinstance(error, AnteroomError):
            self.failed.emit(name, str(error))
        else:
            # A fault of our own: staff get its kind and place, never a patient's words.
            self.failed.emit(name, f"internal fault: {type(error).__name__}")

    def close(self) -> None:
        """Finish what is under way and stop."""
        self._closed = True
        self._pool.shutdown(wait=True)
