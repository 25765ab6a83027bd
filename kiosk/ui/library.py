"""The window library, loaded so that it lets other modules alone."""

import builtins
import importlib
import linecache


def load_library() -> None:
    """Load Qt for Python; raises ImportError where it is not installed.

    It puts an import of its own in the place of Python's, which reads the source of every module
    that comes after, and keeps it, to see whether a module asks for other names of methods. None
    of ours does: that would be a tenth of the time to start, and 6 MB.
    """
    plain = builtins.__import__
    try:
        importlib.import_module("PySide6.QtWidgets")
    finally:
        builtins.__import__ = plain
    linecache.clearcache()
