"""How far the moving part of a drawing reaches, so that only this is painted anew."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect

from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.shapes import Circle, Label, Leaf, Path, Point, Shape

# Px for soft edges, and for letters that lean over their room.
_SPARE = 3.0


def reach(shapes: Iterable[Shape], group: str, frame: Frame) -> QRect:
    """Return the px that surely hold every shape of a group, line and all; empty for none."""
    spare = _SPARE
    places: list[Point] = []
    for shape in shapes:
        if shape.group == group:
            places.extend(_corners(shape, frame))
            if not isinstance(shape, Label):
                spare = max(spare, _SPARE + shape.look.width * frame.scale)
    if not places:
        return QRect()
    xs, ys = zip(*places, strict=True)
    left, top = int(min(xs) - spare), int(min(ys) - spare)
    return QRect(left, top, int(max(xs) + spare) + 1 - left, int(max(ys) + spare) + 1 - top)


def _corners(shape: Shape, frame: Frame) -> Iterator[Point]:
    if isinstance(shape, Path):
        # A curve never leaves what its control points enclose.
        points = [shape.start, *(point for curve in shape.curves for point in curve)]
        if shape.at is None:
            yield from map(frame.place, points)
            return
        xs, ys = zip(*points, strict=True)
        yield frame.hang(shape.at, (min(xs), min(ys)))
        yield frame.hang(shape.at, (max(xs), max(ys)))
        return
    if isinstance(shape, Leaf):
        (x, y), wide, high = frame.place(shape.at), shape.length / 2, shape.length / 2
    else:
        x, y = frame.hang(shape.at, shape.offset)
        wide, high = _half(shape)
    wide, high = wide * frame.scale, high * frame.scale
    yield x - wide, y - high
    yield x + wide, y + high


def _half(shape: Shape) -> Point:
    """Return half of the width and height in units, however it is turned."""
    match shape:
        case Circle():
            return shape.r, shape.r
        case Label():
            # Letters that would leave the card are moved back onto it.
            return shape.room[0], shape.room[1]
        case Path() | Leaf():
            return 0.0, 0.0
        case _:
            most = max(shape.size)
            return most, most
