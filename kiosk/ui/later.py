"""What no page shows: time that goes by."""

from dataclasses import fields

from kiosk.domain.session import Session, Step

# What a sign of life changes of every visit, and no page tells of.
_TIMES = ("touched", "mark", "seen")
_SHOWN = tuple(one.name for one in fields(Session) if one.name not in _TIMES)


def only_later(before: Session, after: Session) -> bool:
    """Say whether nothing but time went by, which no page shows but the one that waits for disk."""
    if after.place.step is Step.SAVING:
        return False
    pairs = ((getattr(before, name), getattr(after, name)) for name in _SHOWN)
    return all(one is other for one, other in pairs)
