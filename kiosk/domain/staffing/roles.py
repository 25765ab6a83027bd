"""Who may do what at the kiosk: one table. A PIN guards buttons, never data."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """Whose PIN opened the staff pages."""

    RECEPTION = "reception"
    CLINICIAN = "clinician"
    ADMIN = "admin"


class Act(StrEnum):
    """What staff can do; the value is the event that stands in the chain for it."""

    OPEN = "staff_opened"
    START = "staff_started"
    GIVE_CODE = "staff_gave_code"
    KEEP = "staff_reset_kept"
    ERASE = "staff_reset_erased"
    EXTEND = "staff_extended"
    # Looking is not written down: it shows what stands in the clear, and would fill the store.
    FIND = "staff_searched"
    # Opening what is sealed is, each time the key does.
    OPEN_SEALED = "staff_searched_sealed"
    REPRINT = "staff_reprinted"
    CLEAN = "staff_cleaned"
    COPY = "staff_copied"
    REOPEN = "staff_reopened"
    LEAVE = "staff_left_to_desktop"
    LOCKED_OUT = "staff_locked_out"
    # Pressed at a desk, by whoever sat there: no PIN was asked for, so no role is written down.
    SEEN_AT_DESK = "staff_saw_call"


_RECEPTION = frozenset(
    (
        *(Act.OPEN, Act.START, Act.GIVE_CODE, Act.KEEP, Act.ERASE, Act.EXTEND),
        *(Act.FIND, Act.OPEN_SEALED, Act.REPRINT, Act.CLEAN, Act.COPY),
        # Often nobody else is there, and a person must never be locked out of the own visit.
        Act.REOPEN,
    )
)
MAY: Mapping[Role, frozenset[Act]] = {
    Role.RECEPTION: _RECEPTION,
    # What a clinician does besides, talk and sign, is done at the desk.
    Role.CLINICIAN: _RECEPTION,
    Role.ADMIN: frozenset(Act),
}


def may(role: Role, act: Act) -> bool:
    """Say whether a role may do something."""
    return act in MAY[role]
