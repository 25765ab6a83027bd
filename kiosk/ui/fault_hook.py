"""Where anything unforeseen ends."""

from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject


class TakesFaults(Protocol):
    """Whoever can show that something failed."""

    def broke(self, reason: str) -> None:
        """Show it."""


class FaultHook(QObject):
    """The one place where anything unforeseen ends: the fault page, never a traceback."""

    def __init__(self, taker: TakesFaults) -> None:
        super().__init__()
        self._taker = taker

    def __call__(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show the fault page and log where it happened, never what was typed."""
        where = trace
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        place = "unknown"
        if where is not None:
            place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}"
        self._taker.broke(f"{kind.__name__} at {place}")
