"""What the person who called may be told, from what the desks have written and from time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.domain.board.hearing import Hearing, listened
from kiosk.domain.board.notes import DeskNote
from kiosk.domain.board.told import Told

# Seconds until a call that is on no desk's screen counts as not sent.
SEND_PATIENCE = 8.0
# Seconds after which a desk that had the call, and writes no more, no longer counts.
DESK_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Call:
    """One call for help: its name, when it began on the kiosk's own clock, what became of it."""

    token: str
    since: float
    told: Told = Told.SENDING
    hearing: Hearing = field(default_factory=Hearing)


def answered(call: Call, desks: Mapping[str, DeskNote], at: float) -> Call:
    """Return the call after a look at what the desks wrote; answers to other calls are nothing.

    A desk that names this call wrote after it began, so its first word counts; then it must go on.
    """
    named = {one.id: one.beat for one in desks.values() if call.token in one.shown | one.seen}
    hearing = listened(call.hearing, named, at)
    seen = any(call.token in one.seen for one in desks.values())
    return replace(call, hearing=hearing, told=Told.SEEN if seen else call.told)


def waited(call: Call, at: float, *, broken: bool) -> Call:
    """Return the call after time went by; `broken` is that nothing can be written or read now."""
    if call.told is Told.SEEN:
        return call
    hearing = call.hearing
    if any(hearing.silent_for(desk, at) < DESK_PATIENCE for desk in hearing.known):
        return replace(call, told=Told.SENT)
    if call.told is not Told.SENDING or broken or at - call.since >= SEND_PATIENCE:
        return replace(call, told=Told.UNSENT)
    return call
