"""What a record tells of one visit, whether it ended with a choice or was kept without one."""

from dataclasses import dataclass
from typing import Any

from kiosk.domain.acknowledgement import Acknowledgement, CopyLine, IdeaAnswer, PackRef
from kiosk.records.errors import CannotUnseal
from kiosk.records.person import KEPT
from kiosk.records.unseal import OpenedRecord


@dataclass(frozen=True, slots=True)
class Told:
    """One visit; `ending` is a door or why there was none, `pressed` is "" where it is none.

    `started` and `ended` are RFC 3339 texts.
    """

    mode: str
    reference: str
    route: str
    pack: PackRef
    ending: str
    pressed: str
    ideas: tuple[IdeaAnswer, ...]
    flags: tuple[str, ...]
    started: str
    ended: str
    settings: dict[str, str]
    copy: tuple[CopyLine, ...] = ()


def told_by(record: OpenedRecord) -> Told:
    """Return what a record tells; raises CannotUnseal for one that is no visit."""
    if record.clear.fields.get("event") != KEPT:
        return told_of(record.acknowledgement())
    try:
        return _of_kept(record.person["details"])
    except (KeyError, TypeError) as error:
        raise CannotUnseal(f"record {record.clear.seq}: holds no visit") from error


def told_of(visit: Acknowledgement) -> Told:
    """Return what an acknowledgement tells."""
    return Told(
        mode=visit.mode,
        reference=visit.reference or "",
        route=visit.route or "",
        pack=visit.pack,
        ending=visit.door.value,
        pressed=visit.meaning,
        ideas=visit.ideas,
        flags=visit.flags,
        started=visit.started.utc,
        ended=visit.decided.utc,
        settings=dict(visit.settings),
        copy=visit.copy,
    )


def _of_kept(details: dict[str, Any]) -> Told:
    visit = details["visit"]
    return Told(
        mode=visit["mode"],
        reference=visit["reference"] or "",
        route=visit["route"] or "",
        pack=PackRef(*visit["pack"]),
        ending=details["why"],
        pressed="",
        ideas=tuple(
            IdeaAnswer(one["idea"], tuple(one["choices"]), one["explained"], one["talk"])
            for one in visit["ideas"]
        ),
        flags=tuple(visit["flags"]),
        started=visit["started"]["utc"],
        ended=visit["ended"]["utc"],
        settings=dict(visit["settings"]),
    )
