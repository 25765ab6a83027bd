"""The order of the three doors: fixed, or turned from visit to visit."""

import hashlib

from kiosk.domain.acknowledgement import Door
from kiosk.domain.session import Session

FIXED = (Door.READY, Door.QUESTIONS, Door.NO)


def door_order(session: Session) -> tuple[Door, ...]:
    """Return the doors as this visit shows them; the same all through the visit."""
    if not session.plan.rotate_doors or session.id is None:
        return FIXED
    turn = hashlib.sha256(b"anteroom doors\0" + session.id.encode()).digest()[0] % len(FIXED)
    return FIXED[turn:] + FIXED[:turn]
