"""What staff must see on their board until it is dealt with; patients never see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badges:
    """Visits that could not be saved since a day, and days without any copy of the store.

    `uncopied` is None while a backup or an export is recent enough.
    """

    unsaved: int = 0
    since: str = ""
    uncopied: int | None = None
