"""What Qt complains of while something goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def heard(messages: list[str]) -> Iterator[None]:
    """Add every warning of Qt to a list, instead of letting it be printed."""
    earlier = qInstallMessageHandler(partial(_take, messages))
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)


def _take(messages: list[str], kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Keep a warning; what the off-screen platform cannot do is no fault."""
    if kind >= QtMsgType.QtWarningMsg and not text.startswith("This plugin does not support"):
        messages.append(f"Qt: {text}")
