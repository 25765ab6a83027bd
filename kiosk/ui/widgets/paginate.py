"""Packing items into screens: never clipped, never split, evenly filled."""

from collections.abc import Sequence


def paginate(heights: Sequence[int], gaps: Sequence[int], room: int) -> list[range]:
    """Return which items stand on which screen, in order.

    heights and room are px; gaps[i] is the space above item i when it is not the first.
    An item taller than the room stands alone. The screens are filled as evenly as the
    number of screens allows, so that no lone sentence is left for the last one.
    """
    if not heights:
        return [range(0)]
    pages = _greedy(heights, gaps, room)
    tallest = max(heights)
    low, high = tallest, max(room, tallest)
    while low < high:
        middle = (low + high) // 2
        if len(_greedy(heights, gaps, middle)) <= len(pages):
            high = middle
        else:
            low = middle + 1
    return _greedy(heights, gaps, high)


def _greedy(heights: Sequence[int], gaps: Sequence[int], room: int) -> list[range]:
    pages, start, used = [], 0, 0
    for index, height in enumerate(heights):
        needed = height if index == start else used + gaps[index] + height
        if index > start and needed > room:
            pages.append(range(start, index))
            start, used = index, height
        else:
            used = needed
    pages.append(range(start, len(heights)))
    return pages
