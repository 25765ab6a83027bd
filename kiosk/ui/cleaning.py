"""While somebody wipes the glass, nothing that is touched does anything."""

CLEAN_SECONDS = 30.0


class CleanLock:
    """A lock that opens by itself; at is monotonic seconds."""

    def __init__(self) -> None:
        self._until: float | None = None

    def begin(self, at: float) -> None:
        """Shut for half a minute from now."""
        self._until = at + CLEAN_SECONDS

    def left(self, at: float) -> int:
        """Return the whole seconds until it opens, 0 when it is open."""
        if self._until is None:
            return 0
        return max(0, -int(-(self._until - at) // 1))

    def opens(self, at: float) -> bool:
        """Say once that the time is over."""
        if self._until is None or self.left(at):
            return False
        self._until = None
        return True
