"""Files that must be on the disk when a call returns, and readable by this user alone."""

import os
import sys
from pathlib import Path

if sys.platform == "darwin":
    import fcntl


def sync(descriptor: int) -> None:
    """Flush one open file to the medium; raises OSError."""
    if sys.platform == "darwin":
        # fsync on macOS stops at the drive's own cache.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file with mode 0600 and sync it; raises OSError if it exists."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte; a short write is how a full disk may first show itself."""
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
