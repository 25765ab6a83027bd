"""A folder of files that appears whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import IO

from kiosk.records.disk import sync_folder
from kiosk.records.export.errors import ExportFailedError, ExportTargetError


@dataclass(frozen=True, slots=True)
class Written:
    """One finished file; `rows` counts its records or lines without a heading."""

    name: str
    sha256: str
    bytes: int
    rows: int


@dataclass(slots=True)
class Unfinished:
    """A folder in the making, readable by this user alone."""

    path: Path
    written: list[Written] = field(default_factory=list)

    @contextmanager
    def file(self, name: str) -> Iterator["Counted"]:
        """Open a new UTF-8 file, flush it to the medium after use and take note of it."""
        place = self.path / name
        place.touch(mode=0o600, exist_ok=False)
        with place.open("w", encoding="utf-8", newline="") as stream:
            counted = Counted(stream)
            yield counted
            stream.flush()
            os.fsync(stream.fileno())
        self._note(place, counted.rows)

    def whole_file(self, name: str, content: bytes, rows: int) -> None:
        """Write a new file at once, flush it to the medium and take note of it."""
        place = self.path / name
        place.touch(mode=0o600, exist_ok=False)
        with place.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        self._note(place, rows)

    def _note(self, place: Path, rows: int) -> None:
        with place.open("rb") as finished:
            digest = file_digest(finished, "sha256").hexdigest()
        self.written.append(Written(place.name, digest, place.stat().st_size, rows))


@dataclass(slots=True)
class Counted:
    """A text stream and how many records went into it."""

    stream: IO[str]
    rows: int = 0

    def line(self, text: str) -> None:
        """Write one record on a line of its own."""
        self.stream.write(f"{text}\n")
        self.rows += 1


@contextmanager
def whole_folder(target: Path) -> Iterator[Unfinished]:
    """Give a folder beside the target that takes its name at the end, or is removed.

    An empty folder of that name is replaced. Raises ExportTargetError when something is
    there already and ExportFailedError when the disk refuses.
    """
    _require_free(target)
    hidden = target.parent / f".{target.name}.{secrets.token_hex(4)}.unfinished"
    try:
        hidden.mkdir(mode=0o700)
        yield Unfinished(hidden)
        sync_folder(hidden)
        _require_free(target)
        if target.exists():
            target.rmdir()
        hidden.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise ExportFailedError(
            f"{target}: the export could not be written ({error.strerror}); nothing is left of it"
        ) from error
    finally:
        shutil.rmtree(hidden, ignore_errors=True)


def _require_free(target: Path) -> None:
    try:
        if not target.parent.is_dir():
            raise ExportTargetError(f"{target.parent}: there is no such folder; check the name")
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise ExportTargetError(f"{target}: not a folder, so nothing can be exported into it")
        if target.is_dir() and any(target.iterdir()):
            raise ExportTargetError(
                f"{target}: is there already and not empty; an export is never written over, "
                "so name a new folder"
            )
    except OSError as error:
        raise ExportTargetError(f"{target}: cannot be looked at ({error.strerror})") from error
