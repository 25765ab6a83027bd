"""Puts what was read for staff onto their page."""

from dataclasses import replace

from kiosk.domain.desk import Desk
from kiosk.domain.staffing.badges import Badges


def read_desk(desk: Desk, name: str, result: object) -> Desk | None:
    """Return the desk with what a job has read, None when the job reads nothing for it."""
    if name == "recent" and isinstance(result, tuple):
        return replace(desk, rows=result, checking=False)
    if name == "conditions" and isinstance(result, tuple):
        return replace(desk, conditions=result, checking=False)
    if name == "recount" and isinstance(result, Badges):
        return replace(desk, badges=result)
    if name == "head" and isinstance(result, str):
        return replace(desk, check_code=result)
    return None
