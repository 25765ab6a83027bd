"""One switch: a frame goes round by itself, and a press takes what it is on. Seconds.

Long pages are scanned group by group first, then within the group that was taken.
"""

from dataclasses import dataclass, replace

MOST_IN_GROUP = 6
LOOPS = 3
UNDO = 1.0
PACES = (0.5, 1.0, 1.5, 3.0, 5.0)
FIRST_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Scan:
    """Where the frame is; groups are lengths, and no group means it goes from group to group.

    due is when the frame moves on, or when what was taken acts; a scan at rest stands still
    until the switch is pressed.
    """

    groups: tuple[int, ...]
    pace: float
    due: float
    group: int | None = None
    at: int = 0
    loops: int = 0
    taken: bool = False
    resting: bool = False

    @property
    def frame(self) -> tuple[int, int]:
        """The first control inside the frame, and how many there are."""
        if self.group is None:
            return sum(self.groups[: self.at]), self.groups[self.at]
        return sum(self.groups[: self.group]) + self.at, 1

    @property
    def round(self) -> int:
        """How many places one round has."""
        return len(self.groups) if self.group is None else self.groups[self.group]


def grouped(parts: tuple[int, ...]) -> tuple[int, ...]:
    """Return groups of at most six; parts are lengths that should not be mixed."""
    if sum(parts) <= MOST_IN_GROUP:
        return (sum(parts),) if sum(parts) else ()
    found: list[int] = []
    for part in parts:
        count = -(-part // MOST_IN_GROUP)
        found += [part // count + (index < part % count) for index in range(count)]
    return tuple(found)


def begin(parts: tuple[int, ...], pace: float, now: float) -> Scan | None:
    """Return a scan of a page from its first place; None when there is nothing to press."""
    groups = grouped(parts)
    if not groups:
        return None
    return _top(Scan(groups, pace, now), now)


def _top(scan: Scan, now: float) -> Scan:
    """Start anew; the only group there is needs no choosing."""
    group = 0 if len(scan.groups) == 1 else None
    return replace(_placed(scan, 0, now), group=group, loops=0, taken=False, resting=False)


def _placed(scan: Scan, at: int, now: float) -> Scan:
    """Put the frame on a place; the first is held longer, for somebody has to find it."""
    return replace(scan, at=at, due=now + scan.pace * (1.0 if at else FIRST_PAUSE))


def ticked(scan: Scan, now: float) -> tuple[Scan, int | None]:
    """Return the scan after time went by, and the control to press now, if any."""
    if scan.resting or now < scan.due:
        return scan, None
    if scan.taken:
        return _top(scan, now), scan.frame[0]
    if scan.at + 1 < scan.round:
        return _placed(scan, scan.at + 1, now), None
    if scan.loops + 1 < LOOPS:
        return _placed(replace(scan, loops=scan.loops + 1), 0, now), None
    if scan.group is not None and len(scan.groups) > 1:
        # Out of the group again: to take a wrong one must be no trap.
        return replace(_placed(scan, scan.group, now), group=None, loops=0), None
    return replace(_placed(scan, 0, now), loops=0, resting=True), None


def pressed(scan: Scan, now: float) -> Scan:
    """Return the scan after a press of the switch: start, go into a group, take, or take back."""
    if scan.taken:
        return replace(_placed(replace(scan, taken=False), 0, now), loops=0)
    if scan.resting:
        return replace(_placed(scan, scan.at, now), loops=0, resting=False)
    if scan.group is None and scan.groups[scan.at] > 1:
        return replace(_placed(replace(scan, group=scan.at), 0, now), loops=0)
    if scan.group is None:
        scan = replace(scan, group=scan.at, at=0)
    return replace(scan, taken=True, due=now + UNDO)
