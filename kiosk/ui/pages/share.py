"""How the words of a page are shared out among screens, and how its title stands on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.ui.widgets.paginate import paginate

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
) -> Shares:
    """Share items out, so that the letters keep their size and there are few screens.

    A sentence that fits no screen together with the title stands alone, after the title.
    """
    usual = paginate(heights, gaps, room.whole - room.title, even=even)
    spare = 0 if picture_first else room.title - room.running
    short = paginate(heights, gaps, room.whole - room.running, spare, even=even)
    fits = max(heights, default=0) <= room.whole - room.title
    running = not fits or len(short) < len(usual)
    screens = short if running else usual
    alone = bool(heights) and heights[0] > room.whole - room.running
    if picture_first or alone:
        screens = [range(0), *screens]
    return Shares(screens, running, room, picture_first)
