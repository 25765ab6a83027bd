"""Where the picture of Welcome is kept, so that the next start has something to show at once."""

import contextlib
import tempfile
import zlib
from pathlib import Path

_PREFIX, _SUFFIX = "welcome-", ".rgb"


def picture_file(cache: Path, *parts: object) -> Path:
    """Return the file of the picture for this place; parts are all that the look depends on."""
    return cache / f"{_PREFIX}{zlib.crc32(repr(parts).encode()):08x}{_SUFFIX}"


def changed_at(file: Path | None) -> int:
    """Return when a file was last changed, in ns, or 0 when there is none."""
    try:
        return 0 if file is None else file.stat().st_mtime_ns
    except OSError:
        return 0


def keep(file: Path, data: bytes) -> None:
    """Keep a picture in place of every older one; a full or read-only disk is no reason to fail."""
    with contextlib.suppress(OSError):
        if file.is_file() and file.read_bytes() == data:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
            part.write(data)
        Path(part.name).replace(file)
        for old in file.parent.glob(f"{_PREFIX}*{_SUFFIX}"):
            if old != file:
                old.unlink(missing_ok=True)


def drop(file: Path) -> None:
    """Forget a picture that is no longer true."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
