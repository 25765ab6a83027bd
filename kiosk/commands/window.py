"""Loading the window part of the program."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.domain.errors import AnteroomError
from kiosk.ui.library import load_library


class WindowLibraryError(AnteroomError):
    """Qt, or a system library it needs, is not installed."""


@contextmanager
def window_part() -> Iterator[None]:
    """Turn a failed import of Qt into one clear line; raises WindowLibraryError."""
    # What is imported here stays until the end, so looking through it for garbage is lost time.
    gc.disable()
    try:
        load_library()
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
