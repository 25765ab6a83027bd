"""The copy that staff make by a press: it may take its time, and saving never waits for it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.i18n.catalogue import Words
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import Recorder


class Copier(QObject):
    """ended carries the number of records and their check code, or None and why there is no copy.

    A thread of its own, begun when it is first needed.
    """

    ended = Signal(object, str)

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._jobs: Jobs | None = None
        self.idle = True

    def begin(self, today: str) -> None:
        """Make a copy."""
        self.idle = False
        if self._jobs is None:
            self._jobs = Jobs("copy")
            self._jobs.done.connect(self._done)
            self._jobs.failed.connect(self._failed)
        self._jobs.submit("copy", partial(self._recorder.copy_now, today))

    def _done(self, _name: str, result: object) -> None:
        self.idle = True
        self.ended.emit(result, "")

    def _failed(self, _name: str, reason: str) -> None:
        self.idle = True
        self.ended.emit(None, reason)

    def close(self) -> None:
        """Finish a copy under way."""
        if self._jobs is not None:
            self._jobs.close()


def copied_words(words: Words, made: tuple[int, str] | None, reason: str) -> str:
    """Return what staff are told of a copy."""
    if made is None:
        return words.t("The records were not copied: {reason}", reason=reason)
    count, code = made
    return words.n(
        "{count} record is copied and checked. Check code: {code}",
        "{count} records are copied and checked. Check code: {code}",
        count,
        code=words.code(code),
    )
