"""Pure geometry of cubic curves for the mechanism drawings."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from kiosk.ui.stage.shapes import Curve, Point


def mix(a: float, b: float, share: float) -> float:
    """Return the number `share` of the way from `a` to `b`."""
    return a + (b - a) * share


def between(a: Point, b: Point, share: float) -> Point:
    """Return the point `share` of the way from `a` to `b`."""
    return mix(a[0], b[0], share), mix(a[1], b[1], share)


def ease(share: float) -> float:
    """Return a share clamped to 0..1 that starts and ends gently."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def line(a: Point, b: Point) -> Curve:
    """Return a straight curve from `a` to `b`."""
    return between(a, b, 1 / 3), between(a, b, 2 / 3), b


def along(start: Point, curve: Curve, share: float) -> Point:
    """Return the point of one cubic at parameter `share`."""
    rest = 1 - share
    first, second = 3 * rest * rest * share, 3 * rest * share * share
    near, far = rest * rest * rest, share * share * share
    (ax, ay), (bx, by), (cx, cy) = curve
    return (
        near * start[0] + first * ax + second * bx + far * cx,
        near * start[1] + first * ay + second * by + far * cy,
    )


def _split(start: Point, curve: Curve, share: float) -> tuple[Curve, Curve]:
    a, b, c = (
        between(start, curve[0], share),
        between(curve[0], curve[1], share),
        between(curve[1], curve[2], share),
    )
    ab, bc = between(a, b, share), between(b, c, share)
    middle = between(ab, bc, share)
    return (a, ab, middle), (bc, c, curve[2])


def trim(start: Point, curves: Sequence[Curve], part: float) -> tuple[Curve, ...]:
    """Return the first `part` of the curves, counting each curve as equally long."""
    if part >= 1.0:
        return tuple(curves)
    reach = max(0.0, part) * len(curves)
    kept: list[Curve] = []
    for curve in curves:
        if reach <= 0.0:
            break
        kept.append(curve if reach >= 1.0 else _split(start, curve, reach)[0])
        start, reach = curve[2], reach - 1.0
    return tuple(kept)


def flip(points: Sequence[Curve], start: Point, axis: float) -> tuple[Point, tuple[Curve, ...]]:
    """Return the same line mirrored left to right about the upright `axis`."""
    turned = tuple(
        ((2 * axis - a[0], a[1]), (2 * axis - b[0], b[1]), (2 * axis - c[0], c[1]))
        for a, b, c in points
    )
    return (2 * axis - start[0], start[1]), turned


def _leaning(before: Point, here: Point, after: Point) -> Point:
    """Return the unhurried direction through `here`, as change per unit of length."""
    first, second = math.dist(before, here) or 1.0, math.dist(here, after) or 1.0
    return (
        ((here[0] - before[0]) / first * second + (after[0] - here[0]) / second * first)
        / (first + second),
        ((here[1] - before[1]) / first * second + (after[1] - here[1]) / second * first)
        / (first + second),
    )


def smooth_loop(points: Sequence[Point]) -> tuple[Point, tuple[Curve, ...]]:
    """Return a closed soft outline through the points, however unevenly they are spaced."""
    count = len(points)
    lean = [
        _leaning(points[index - 1], points[index], points[(index + 1) % count])
        for index in range(count)
    ]
    curves: list[Curve] = []
    for index, here in enumerate(points):
        after, ahead = points[(index + 1) % count], lean[(index + 1) % count]
        third = math.dist(here, after) / 3
        first = (here[0] + lean[index][0] * third, here[1] + lean[index][1] * third)
        second = (after[0] - ahead[0] * third, after[1] - ahead[1] * third)
        curves.append((first, second, after))
    return points[0], tuple(curves)


def rounded(
    points: Sequence[Point], radius: float, crisp: frozenset[int] = frozenset()
) -> tuple[Point, tuple[Curve, ...]]:
    """Return a closed polygon with corners rounded by up to `radius`, but for the `crisp` ones."""
    turns: list[tuple[Point, Curve]] = []
    count = len(points)
    for index, corner in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % count]
        reach = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        reach = 0.0 if index in crisp else reach
        entry = between(corner, before, reach / math.dist(before, corner))
        leave = between(corner, after, reach / math.dist(corner, after))
        turn = (between(entry, corner, 0.55), between(leave, corner, 0.55), leave)
        turns.append((entry, turn))
    start = turns[0][0]
    curves: list[Curve] = []
    for (_, turn), (following, _) in zip(turns, [*turns[1:], turns[0]], strict=True):
        curves += [turn, line(turn[2], following)]
    return start, tuple(curves)


def banks(points: Sequence[Point], widths: Sequence[float]) -> tuple[list[Point], list[Point]]:
    """Return the two sides of a line of varying full width: its left and its right going along."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(points) - 1
    for index, (x, y) in enumerate(points):
        behind, ahead = points[max(0, index - 1)], points[min(last, index + 1)]
        half = widths[index] / 2 / (math.dist(behind, ahead) or 1.0)
        side = ((ahead[1] - behind[1]) * half, -(ahead[0] - behind[0]) * half)
        left.append((x + side[0], y + side[1]))
        right.append((x - side[0], y - side[1]))
    return left, right


@dataclass(frozen=True, slots=True)
class Way:
    """A line to walk at an even pace: points close together and the length up to each."""

    points: tuple[Point, ...]
    lengths: tuple[float, ...]

    @classmethod
    def of(cls, start: Point, curves: Sequence[Curve], steps: int = 16) -> Self:
        """Return the way along the curves, cut into `steps` pieces each."""
        points = [start]
        for curve in curves:
            begin = points[-1]
            points.extend(along(begin, curve, step / steps) for step in range(1, steps + 1))
        lengths = [0.0]
        for before, after in pairwise(points):
            lengths.append(lengths[-1] + math.dist(before, after))
        return cls(tuple(points), tuple(lengths))

    def at(self, share: float) -> Point:
        """Return the place after `share` of the length, 0 to 1."""
        reach = min(1.0, max(0.0, share)) * self.lengths[-1]
        index = min(bisect_right(self.lengths, reach), len(self.points) - 1)
        before, after = self.lengths[index - 1], self.lengths[index]
        inner = (reach - before) / (after - before) if after > before else 0.0
        return between(self.points[index - 1], self.points[index], inner)
