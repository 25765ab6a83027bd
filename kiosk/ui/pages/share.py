"""How the words of a page are shared out among screens, and how its title stands on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.ui.widgets.paginate import joined, paginate

TITLE, RUNNING, UNTITLED, OPENING = "title", "running", "", "display"


@dataclass(frozen=True, slots=True)
class Room:
    """Px of a screen, and what its title takes of it: as usual, and small on later screens."""

    whole: int
    title: int
    running: int


@dataclass(frozen=True, slots=True)
class Shares:
    """Which items stand on which screen; running says that later screens repeat the title small."""

    screens: list[range]
    running: bool
    room: Room
    picture_first: bool = False

    def title_role(self, index: int, words: int) -> str:
        """Return how the title stands above words px tall, or that it gives way to them."""
        if not words and not self.picture_first and self.screens[index] == range(0):
            return OPENING
        if words + self.room.title <= self.room.whole and not (self.running and index):
            return TITLE
        return RUNNING if words + self.room.running <= self.room.whole else UNTITLED


def share_out(
    heights: Sequence[int],
    gaps: Sequence[int],
    room: Room,
    *,
    picture_first: bool,
    even: bool = True,
    glued: Sequence[bool] = (),
    small_title: bool = False,
) -> Shares:
    """Share items out, so that the letters keep their size and there are few screens.

    A sentence that fits no screen together with the title stands alone, after the title.
    glued[i] keeps item i on the screen of the one before it, where both fit. With small_title
    the title may be small on the first screen, too.
    """
    tied = glued or [False] * len(heights)
    blocks = joined(heights, gaps, tied, room.whole - room.running)
    tall = [sum(heights[i] for i in one) + sum(gaps[i] for i in one[1:]) for one in blocks]
    above = [gaps[one.start] for one in blocks]
    usual = paginate(tall, above, room.whole - room.title, even=even)
    spare = 0 if picture_first or small_title else room.title - room.running
    short = paginate(tall, above, room.whole - room.running, spare, even=even)
    fits = max(tall, default=0) <= room.whole - room.title
    running = not fits or len(short) < len(usual)
    screens = short if running else usual
    if blocks:
        screens = [range(blocks[one.start].start, blocks[one.stop - 1].stop) for one in screens]
    alone = bool(heights) and heights[0] > room.whole - room.running
    if picture_first or alone:
        screens = [range(0), *screens]
    return Shares(screens, running, room, picture_first)
