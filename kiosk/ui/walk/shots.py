"""Pictures of every page a walk comes by, each once."""

import re
from pathlib import Path

from kiosk.domain.errors import AnteroomError
from kiosk.ui.shell import Shell

_PLAIN = re.compile(r"[^a-z0-9]+")


class NoPictureError(AnteroomError):
    """A picture cannot be written."""


def save_shot(shell: Shell, folder: Path, number: int, key: str) -> None:
    """Write the window as PNG; raises NoPictureError."""
    name = _PLAIN.sub("-", key.lower()).strip("-")
    file = folder / f"{number:03d}-{name}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoPictureError(f"{folder}: cannot be made ({error.strerror})") from error
    if not shell.grab().save(str(file)):
        raise NoPictureError(f"{file}: the picture cannot be written; is the disk full?")
