"""A folder that several machines share: small files, replaced whole, read with suspicion."""

import os
import stat
from contextlib import suppress
from pathlib import Path

# More files than this are not ours; a folder full of rubbish must not hold anybody up.
MOST_FILES = 200
# Read by other accounts and machines, written by one; the mask of the process must not close it.
_MODE = 0o644


def replace_file(folder: Path, name: str, content: bytes) -> None:
    """Put a file in place, so that nobody reads half of it; raises OSError.

    Nothing is forced to disk: after a power cut the next one comes by itself.
    """
    draft = folder / f".{name}.part"
    try:
        # What a run that was killed left behind is ours: one writer has this name.
        draft.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(draft, flags, _MODE), "wb") as stream:
            stream.write(content)
        with suppress(OSError):
            # Some shares know no rights; where they matter they can be set.
            draft.chmod(_MODE)
        draft.replace(folder / name)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def read_files(folder: Path, start: str, ending: str, largest: int) -> dict[str, bytes]:
    """Return the plain files of a kind, by name; raises OSError for the folder alone.

    Of a file that is longer than `largest` bytes one byte more is read, which shows it.
    """
    found: dict[str, bytes] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if len(found) >= MOST_FILES:
                break
            if entry.name.startswith(start) and entry.name.endswith(ending):
                content = _read(Path(entry.path), largest)
                if content is not None:
                    found[entry.name] = content
    return found


def _read(path: Path, largest: int) -> bytes | None:
    """Return a file, None for what is gone, closed to us, or no file at all."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            # A pipe that somebody laid there would never end.
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return None
            return stream.read(largest + 1)
    except OSError:
        return None
