"""A file of a pack that a command writes anew, whole or not at all."""

import contextlib
import os
import shutil
import tomllib
from pathlib import Path

from kiosk.domain.errors import AnteroomError


class NotWrittenError(AnteroomError):
    """What a person did cannot be put into a file of the pack."""


def rewrite(path: Path, text: str) -> None:
    """Put a new TOML file in place of the old."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        tomllib.loads(text)
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(path, draft)
        draft.replace(path)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise NotWrittenError(f"{path}: nothing could be written ({error})") from error
