"""Packing items into screens: never clipped, never split, evenly filled."""

from collections.abc import Sequence


def paginate(
    heights: Sequence[int], gaps: Sequence[int], room: int, first: int = 0, *, even: bool = True
) -> list[range]:
    """Return which items stand on which screen, in order.

    heights and room are px; gaps[i] is the space above item i when it is not the first;
    first is what the first screen has less room, which is not heeded where no item fits then.
    An item taller than the room stands alone. The screens are filled as evenly as the
    number of screens allows, so that no lone sentence is left for the last one; without even,
    each takes as much as it can.
    """
    if not heights:
        return [range(0)]
    if heights[0] + first > room:
        first = 0
    pages = _greedy(heights, gaps, room, first)
    if not even:
        return pages
    fitting = (one for one in heights if one <= room)
    low, high = max((*fitting, min(heights[0] + first, room))), room
    while low < high:
        middle = (low + high) // 2
        if len(_greedy(heights, gaps, middle, first)) <= len(pages):
            high = middle
        else:
            low = middle + 1
    return _greedy(heights, gaps, high, first)


def _greedy(heights: Sequence[int], gaps: Sequence[int], room: int, first: int) -> list[range]:
    pages, start, used = [], 0, first
    for index, height in enumerate(heights):
        needed = used + height if index == start else used + gaps[index] + height
        if index > start and needed > room:
            pages.append(range(start, index))
            start, used = index, height
        else:
            used = needed
    pages.append(range(start, len(heights)))
    return pages


def joined(
    heights: Sequence[int], gaps: Sequence[int], glued: Sequence[bool], most: int
) -> list[range]:
    """Return what must stand together, in order: glued[i] ties item i to the one before it.

    What would be taller than most px together is not tied.
    """
    found: list[range] = []
    used = 0
    for index, height in enumerate(heights):
        together = used + gaps[index] + height
        if found and glued[index] and together <= most:
            found[-1] = range(found[-1].start, index + 1)
            used = together
        else:
            found.append(range(index, index + 1))
            used = height
    return found
