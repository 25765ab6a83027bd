"""What staff must see on their board until it is dealt with; patients never see it."""

from dataclasses import dataclass

# What has waited for so many hours is no longer told in amber.
LOUD_HOURS = 24


@dataclass(frozen=True, slots=True)
class Badges:
    """Visits that could not be saved since a day, and days without any copy of the store.

    `uncopied` is None while a backup or an export is recent enough; `lost_hours` is how long ago
    the first visit was lost (-1: nobody knows). Nothing of it is kept, so nothing can be sent once
    more: it must be told. `waiting` visits are on this kiosk alone, the oldest for `hours` (-1:
    nobody knows); `late` is that this is longer than the clinic wants. `can_copy` is that there is
    a place to copy to.
    """

    unsaved: int = 0
    since: str = ""
    uncopied: int | None = None
    lost_hours: int = 0
    waiting: int = 0
    hours: int = 0
    late: bool = False
    can_copy: bool = False

    @property
    def loud(self) -> bool:
        """Whether something has waited for a day or more: a lost visit, or one without a copy."""
        return self.lost_long or (self.late and not 0 <= self.hours < LOUD_HOURS)

    @property
    def lost_long(self) -> bool:
        """Whether the first visit was lost a day ago, by hours and not by the calendar."""
        return self.unsaved > 0 and not 0 <= self.lost_hours < LOUD_HOURS
