"""What the days of the records tell of the kiosk's clock: no fault, but worth knowing."""

from dataclasses import dataclass, field
from datetime import date

from kiosk.records.usual import WENT_BACK, Place

# A kiosk may stand unused for a while; longer than this looks like a clock that was set wrong.
_LONG = 366
_MOST = 5


@dataclass(slots=True)
class ClockJumps:
    """Looks at one record after the other and keeps the jumps between them."""

    last: str = ""
    found: list[str] = field(default_factory=list)

    def look(self, place: Place, body: bytes) -> None:
        """Compare a record with the one before it; a day that is none is passed over."""
        before, self.last = self.last, place.day
        if before and before != place.day:
            self._compare(place.seq, before, place.day)
        elif place.day == place.latest_day and WENT_BACK in body:
            self.found.append(f"record {place.seq}: the clock went back within {place.day}")

    def _compare(self, seq: int, before: str, now: str) -> None:
        try:
            days = (date.fromisoformat(now) - date.fromisoformat(before)).days
        except ValueError:
            return
        if days < 0:
            self.found.append(f"record {seq}: the clock went back from {before} to {now}")
        elif days > _LONG:
            self.found.append(
                f"record {seq}: the clock went ahead by {days} days, from {before} to {now}"
            )

    def notes(self) -> list[str]:
        """Return the first jumps in words, and how many more there are."""
        more = len(self.found) - _MOST
        return self.found[:_MOST] + ([f"and {more} more jumps of the clock"] if more > 0 else [])
