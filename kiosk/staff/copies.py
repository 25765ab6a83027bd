"""Which visits have no copy elsewhere yet, since when, and the copy that staff make by a press."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.board.notes import Waits
from kiosk.domain.errors import AnteroomError
from kiosk.platform.durable import write_durably
from kiosk.records.errors import StoreFolderUnusable
from kiosk.records.keys import DEVICE_PUBLIC

# Late, because the kiosk shows Welcome before it opens its records.
if TYPE_CHECKING:
    from kiosk.records.summary import Head, Summary

COPIED, WAITING_SINCE = "last-copied", "uncopied-since"
_LARGEST = 4096


@dataclass(frozen=True, slots=True)
class Mark:
    """What the last copy held: the day, the hour (UTC), and the head of the store, if known."""

    day: str = ""
    hour: str = ""
    size: int = 0
    code: str = ""


def note_copied(data: Path, today: str, utc: str = "", head: "Head | None" = None) -> None:
    """Remember the last copy; a folder that takes no file is left alone.

    `head` is that of a checked copy of the whole store. An export has none: it counts as its day's
    reminder, and no visit counts as copied by it.
    """
    if head is None:
        told = asdict(replace(last_copy(data), day=today))
    else:
        told = asdict(Mark(today, utc[:13], head.size, head.check_code))
    with suppress(OSError):
        if (data / DEVICE_PUBLIC).exists():
            write_durably(data / COPIED, json.dumps(told).encode("ascii") + b"\n")
            if head is not None:
                (data / WAITING_SINCE).unlink(missing_ok=True)


def note_saved(data: Path, utc: str) -> None:
    """Remember the hour of the first visit that waits to be copied, and no finer time."""
    since = data / WAITING_SINCE
    with suppress(OSError):
        if not since.exists():
            write_durably(since, utc[:13].encode("ascii") + b"\n")


def last_copy(data: Path) -> Mark:
    """Return what is known of the last copy; an empty mark where there was none."""
    text = _text(data / COPIED)
    try:
        found = json.loads(text)
        if isinstance(found, dict):
            day, hour = str(found["day"]), str(found["hour"])
            return Mark(day, hour, int(found.get("size", 0)), str(found.get("code", "")))
    except (ValueError, TypeError, KeyError, RecursionError):
        # Before it held more, it held the day alone: what was copied then is not known.
        pass
    return Mark(day=text[:10])


class CopyWatch:
    """Counts the visits without a copy, anew only when store or mark have changed."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._seen: object = None
        self._count, self._day = 0, ""

    def look(self, utc: str) -> Waits:
        """Return how many wait, read from the store if need be; not for the window's thread."""
        seen = self._state()
        if seen != self._seen:
            # A store that is being written just now is counted the next time.
            with suppress(AnteroomError):
                self._count, self._day = _without_copy(self._data, last_copy(self._data))
                self._seen = seen
        return self.known(utc)

    def known(self, utc: str) -> Waits:
        """Return how many waited at the last look, and for how long; quick."""
        if not self._count:
            return Waits()
        since = _moment(_text(self._data / WAITING_SINCE))
        if since is None:
            # No earlier than its day began, and no earlier than the copy that lacks it.
            bounds = (_moment(self._day), _moment(last_copy(self._data).hour))
            since = max((one for one in bounds if one is not None), default=None)
        hour = since.isoformat() if since is not None else ""
        return Waits(self._count, hours_between(hour, utc))

    def _state(self) -> object:
        from kiosk.records.database import DATABASE

        found = []
        for name in (DATABASE, COPIED):
            try:
                stat = (self._data / name).stat()
                found.append((stat.st_mtime_ns, stat.st_size, stat.st_ino))
            except OSError:
                found.append((0, 0, 0))
        return tuple(found)


def copy_now(data: Path, folder: Path, today: str, utc: str) -> "Head":
    """Copy the store into the folder, check the copy, remember it; raises AnteroomError."""
    # Here, because the kiosk itself starts without it.
    from kiosk.records.backup import back_up

    try:
        there = folder.is_dir()
    except OSError as error:
        raise StoreFolderUnusable(f"{folder}: cannot be looked at ({error.strerror})") from error
    if not there:
        # Made here it would lie on this machine's own disk when the stick is not in.
        raise StoreFolderUnusable(
            f"{folder}: is not there; put the stick in, or make this folder on it once"
        )
    made = back_up(data, folder)
    note_copied(data, today, utc, made.head)
    return made.head


def _without_copy(data: Path, mark: Mark) -> tuple[int, str]:
    """Return how many visits the last copy lacks, and the day of the oldest of them."""
    from kiosk.staff.record_reader import newest_first

    count, day = 0, ""
    for one in newest_first(data):
        # The same head at the same place: of another store with as many records all count.
        if mark.size and one.summary.seq == mark.size - 1 and one.check_code == mark.code:
            break
        if _is_visit(one.summary):
            count, day = count + 1, one.summary.day
    return count, day


def _is_visit(summary: "Summary") -> bool:
    """Say whether it is a visit; one kept without a choice is an audit record with content."""
    return summary.kind == "ack" or (summary.kind == "audit" and summary.language is not None)


def hours_between(since: str, utc: str) -> int:
    """Return the whole hours from one moment to another, none below zero; -1 if unknown."""
    then, now = _moment(since), _moment(utc[:13])
    if then is None or now is None:
        return -1
    return max(0, int((now - then).total_seconds() // 3600))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=UTC)
    except ValueError:
        return None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST).decode("ascii", "replace").strip()
    except OSError:
        return ""
