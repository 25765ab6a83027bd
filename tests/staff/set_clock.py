"""A clock that a test sets by hand."""

from datetime import UTC, datetime

from kiosk.platform.clock import rfc3339


class SetClock:
    """Wall and monotonic time in seconds; starts on 21 November 2026 at 9:00 UTC."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 21, 9, 0, tzinfo=UTC).timestamp()
        self.steady = 1000.0

    def utc(self) -> str:
        return rfc3339(datetime.fromtimestamp(self.wall, UTC))

    def mono(self) -> float:
        return self.steady

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds
