"""A visit as text and back, for a kiosk that is stopped in the middle of it and started again."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kiosk.domain.board.told import Told
from kiosk.domain.errors import AnteroomError
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay, Place, Session, Step

# What belongs to the kiosk and not to the person, and is there again after a start.
_OF_THE_KIOSK = ("plan", "limits", "defaults", "closed")
_PACK = "pack"


class NoSuchVisitError(AnteroomError):
    """What was kept is no visit that this kiosk, with this content, could go on with."""


def is_to_keep(session: Session) -> bool:
    """Say whether something would be lost: a visit is under way and not yet settled."""
    return session.id is not None and session.place.step not in (Step.SAVED, Step.FAULT)


def as_text(session: Session) -> str:
    """Return everything about a visit, and which content it is about."""
    kept = {one.name: getattr(session, one.name) for one in fields(Session)}
    for name in _OF_THE_KIOSK:
        del kept[name]
    kept[_PACK] = session.plan.pack.sha256
    return json.dumps(_plain(kept), separators=(",", ":"))


def from_text(text: str, empty: Session, at: float) -> Session:
    """Return the visit behind the curtain, which its code or staff open; raises NoSuchVisitError.

    empty is the session this kiosk starts with, at is now on the monotonic clock. A visit whose
    answers were being saved comes back at the step SAVING; see `unsaved`.
    """
    try:
        kept = json.loads(text)
        pack = kept.pop(_PACK)
        hints = get_type_hints(Session)
        found = {name: _made(hints[name], value) for name, value in kept.items()}
        visit = replace(empty, **found)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoSuchVisitError("what was kept of a visit cannot be read") from error
    if pack != empty.plan.pack.sha256 or len(visit.ideas) != len(empty.plan.ideas):
        raise NoSuchVisitError("what was kept of a visit is about other content")
    if not is_to_keep(visit):
        raise NoSuchVisitError("what was kept of a visit is not under way")
    return _behind_the_curtain(replace(visit, plan=empty.plan.for_route(visit.route)), at)


def unsaved(visit: Session) -> Session:
    """Return a visit whose answers were being saved, and are not: at the last button again."""
    if visit.place.step is not Step.SAVING:
        return visit
    before = Step.DOORS if visit.door is None else Step.ACKNOWLEDGE
    return replace(visit, place=Place(before))


def _behind_the_curtain(visit: Session, at: float) -> Session:
    """Hide it, for who stands there now? A curtain that was down waits no longer than before."""
    overlays = tuple(one for one in visit.overlays if one is not Overlay.STAFF)
    since = visit.idle_since if visit.idle is Idle.CURTAIN else at
    # Whatever became of a call for help: it is made anew.
    hidden = replace(visit, overlays=overlays, told=Told.SENDING, mark=at)
    return replace(hidden, idle=Idle.CURTAIN, idle_since=since)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401  # what the fields of a visit say they are
    """Return a value of a kind; raises ValueError, KeyError or TypeError for anything else."""
    if get_origin(kind) is UnionType:
        wanted = next(one for one in get_args(kind) if one is not type(None))
        return None if value is None else _made(wanted, value)
    if get_origin(kind) is tuple:
        return tuple(_made(get_args(kind)[0], one) for one in value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{name: _made(hints[name], one) for name, one in value.items()})
    if issubclass(kind, StrEnum):
        return kind(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value
