"""Loading the window part of the program."""

import gc
import importlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from kiosk.domain.errors import AnteroomError
from kiosk.platform.made_code import made_code_kept


class WindowLibraryError(AnteroomError):
    """Qt, or a system library it needs, is not installed."""


@contextmanager
def window_part(purpose: str = "") -> Iterator[None]:
    """Turn a failed import of Qt into one clear line; raises WindowLibraryError.

    With a purpose, what the import makes is kept for the next start.
    """
    # What is imported here stays until the end, so looking through it for garbage is lost time.
    gc.disable()
    try:
        with made_code_kept(purpose) if purpose else nullcontext():
            yield
        gc.freeze()
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        raise WindowLibraryError(
            f"the window library does not load ({error}). Install Anteroom again, or set the "
            "source tree up with: python3 packaging/dev.py run"
        ) from error
    finally:
        gc.enable()


def keep_made_code() -> None:
    """Keep now what the kiosk would keep at its first start, for a tree it may not write to."""
    with window_part("run"):
        importlib.import_module("kiosk.app")
