"""The shapes a mechanism drawing is made of.

The drawing plane is 1000 units wide and 730 tall, x to the right, y down. Every shape has an
anchor `at` that the frame places on the card, and what hangs on it is only scaled, so round
things stay round and a part that fits another keeps fitting when the card is taller.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

WIDTH = 1000.0
HEIGHT = 730.0

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as role names, empty for none; stroke width in units; alpha from 0 to 1."""

    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A disc of radius `r` units whose centre is `offset` away from its anchor."""

    at: Point
    r: float
    look: Look
    group: str = ""
    offset: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tail:
    """What a drop at `at` draws behind it: `length` units `away`, a direction of length 1.

    `half` is half its width in units, at the drop; it ends in a point.
    """

    at: Point
    away: Point
    length: float
    half: float
    look: Look
    group: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Cubic curves from `start`; `part` of its length is drawn, from 0 to 1.

    Without an anchor the points are places in the drawing; with one they are offsets from it.
    The outline is left open: filling closes it, stroking does not.
    """

    start: Point
    curves: tuple[Curve, ...]
    look: Look
    group: str = ""
    at: Point | None = None
    part: float = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A rounded bar of `size` units, turned by `angle` degrees clockwise about its middle."""

    at: Point
    size: Point
    look: Look
    group: str = ""
    offset: Point = (0.0, 0.0)
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Diamond:
    """A four-cornered gem; `size` is its full width and height in units."""

    at: Point
    size: Point
    look: Look
    group: str = ""
    offset: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A small leaf with a middle vein, `length` units from stalk to tip, turned by `angle`."""

    at: Point
    length: float
    look: Look
    vein: str
    group: str = ""
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """Words named by `key`, centred on `at`, that must fit inside `room` units.

    A `glyph` label is a sign that is part of the drawing: it fills its room whatever the font
    size, and its text is `glyph` unless the caller brings another.
    """

    key: str
    at: Point
    room: Point
    group: str = ""
    offset: Point = (0.0, 0.0)
    role: str = "ink"
    glyph: str = ""


Shape = Circle | Tail | Path | Bar | Diamond | Leaf | Label


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in units."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether the two boxes share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def _around(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def bounds(shape: Shape) -> Box:
    """Return a box that surely holds the shape, without its stroke."""
    if isinstance(shape, Path):
        left, top = shape.at if shape.at is not None else (0.0, 0.0)
        points = [shape.start, *(point for curve in shape.curves for point in curve)]
        return _around((left + x, top + y) for x, y in points)
    if isinstance(shape, Tail):
        (x, y), away = shape.at, (shape.away[0] * shape.length, shape.away[1] * shape.length)
        # At the drop it is as wide as the drop is, or less.
        spare = shape.half
        return Box(
            min(x - spare, x + away[0]),
            min(y - spare, y + away[1]),
            max(x + spare, x + away[0]),
            max(y + spare, y + away[1]),
        )
    if isinstance(shape, Leaf):
        x, y, half_wide, half_high = *shape.at, shape.length / 2, shape.length / 2
    else:
        x, y = shape.at[0] + shape.offset[0], shape.at[1] + shape.offset[1]
        if isinstance(shape, Circle):
            half_wide = half_high = shape.r
        elif isinstance(shape, Label):
            half_wide, half_high = shape.room[0] / 2, shape.room[1] / 2
        else:
            half_wide, half_high = shape.size[0] / 2, shape.size[1] / 2
    return Box(x - half_wide, y - half_high, x + half_wide, y + half_high)


def regroup(shapes: Iterable[Shape], group: str) -> tuple[Shape, ...]:
    """Return the shapes as members of one moving group."""
    return tuple(replace(shape, group=group) for shape in shapes)
