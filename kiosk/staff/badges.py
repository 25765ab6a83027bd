"""Failed saves and missing backups, remembered in the data folder as counts and days alone."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from kiosk.domain.board.notes import Waits
from kiosk.domain.staffing.badges import Badges
from kiosk.platform.durable import write_durably
from kiosk.records.keys import DEVICE_PUBLIC
from kiosk.staff.copies import hours_between, last_copy

UNSAVED = "unsaved-visits"
_LARGEST = 4096


def note_unsaved(data: Path, today: str, utc: str = "") -> bool:
    """Count a visit that could not be saved; returns whether the count could be written.

    Of the first the day is kept, and the hour (UTC), no finer time.
    """
    count, since, hour = _unsaved(data)
    told = {"count": count + 1, "since": since or today, "hour": hour if count else utc[:13]}
    try:
        write_durably(data / UNSAVED, json.dumps(told).encode("ascii") + b"\n")
    except OSError:
        return False
    return True


def badges(data: Path, today: str, utc: str, *, most_days: int) -> Badges:
    """Return what staff must see; `most_days` without a copy are still fine, 0 asks for none."""
    count, since, hour = _unsaved(data)
    days = _days_without(data, today) if most_days else None
    late = days if days is not None and days > most_days else None
    return Badges(count, since, late, hours_between(hour or since, utc) if count else 0)


def with_unwritten(found: Badges, lost: Sequence[tuple[str, str]], utc: str) -> Badges:
    """Return the same with visits, each a day and a moment, whose count no disk has taken yet."""
    if not lost:
        return found
    since, moment = lost[0]
    hours = found.lost_hours if found.unsaved else hours_between(moment, utc)
    return replace(
        found, unsaved=found.unsaved + len(lost), since=found.since or since, lost_hours=hours
    )


def unsaved(data: Path, utc: str) -> Waits:
    """Return how many visits could not be saved, and for how many hours the first is lost."""
    count, _, hour = _unsaved(data)
    return Waits(count, hours_between(hour, utc)) if count else Waits()


def _unsaved(data: Path) -> tuple[int, str, str]:
    try:
        with (data / UNSAVED).open("rb") as stream:
            found = json.loads(stream.read(_LARGEST))
        hour = str(found.get("hour", ""))
        return max(0, int(found["count"])), str(found["since"])[:10], hour[:13]
    except FileNotFoundError:
        return 0, "", ""
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # Something was lost and its count with it: one at the least.
        return 1, "", ""


def _days_without(data: Path, today: str) -> int | None:
    """Return the days since the last copy, or since the kiosk was set up; None where it was not."""
    try:
        last = date.fromisoformat(last_copy(data).day)
    except ValueError:
        try:
            made = (data / DEVICE_PUBLIC).stat().st_mtime
        except OSError:
            return None
        last = datetime.fromtimestamp(made, UTC).date()
    return max(0, (date.fromisoformat(today) - last).days)
