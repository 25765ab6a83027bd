"""Two whole cells seen from further away, for the first scene."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kiosk.ui.stage.curves import Way, banks, between, line, smooth_loop
from kiosk.ui.stage.shapes import Circle, Curve, Look, Path, Point, Shape

SENDER: Point = (242.0, 244.0)
LISTENER: Point = (716.0, 588.0)
HEARD: Point = (716.0, 452.0)
SENDER_CORE: Point = (240.0, 200.0)
LISTENER_CORE: Point = (716.0, 536.0)

_AXON_START: Point = (360.0, 263.0)
_AXON: tuple[Curve, ...] = (
    ((478.0, 250.0), (516.0, 92.0), (622.0, 100.0)),
    ((700.0, 106.0), (716.0, 190.0), (716.0, 312.0)),
)
_AXON_WAY = Way.of(_AXON_START, _AXON, 9)
MESSAGE_WAY = Way.of(_AXON_START, (*_AXON, line(_AXON[-1][2], HEARD)))

_BODY = Look(fill="cell")
_LINE = 3.2

Part = Path | Circle


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm of a cell: direction in degrees (90 is down), reach, sideways bend, fork or 0."""

    degrees: float
    reach: float
    bend: float
    fork: float = 0.0


@dataclass(frozen=True, slots=True)
class Branch:
    """The middle line of an arm from where it leaves the body, with its full width along it."""

    degrees: float
    points: tuple[Point, ...]
    widths: tuple[float, ...]


_SENDER_ARMS = (
    Arm(112, 210, 16, -40),
    Arm(162, 226, -18),
    Arm(207, 222, 18, 40),
    Arm(262, 214, -14, -40),
    Arm(314, 204, 14),
)
_LISTENER_ARMS = (
    Arm(172, 240, 20, 38),
    Arm(216, 186, -12),
    Arm(324, 190, 14, 38),
    Arm(8, 244, -18),
)
_HEAD = Branch(
    270.0,
    ((716, 486), (716, 476), (716, 463), (716, 449), (716, 435), (716, 427)),
    (84.0, 82.0, 122.0, 146.0, 128.0, 84.0),
)


def _around(middle: Point, degrees: float, reach: float, aside: float = 0.0) -> Point:
    turn = math.radians(degrees)
    return (
        middle[0] + reach * math.cos(turn) - aside * math.sin(turn),
        middle[1] + reach * math.sin(turn) + aside * math.cos(turn),
    )


def _branch(middle: Point, radius: float, arm: Arm) -> Branch:
    root = _around(middle, arm.degrees, radius * 1.12)
    curve: Curve = (
        _around(middle, arm.degrees, radius * 1.35),
        _around(middle, arm.degrees, (radius + arm.reach) / 2, arm.bend * -0.3),
        _around(middle, arm.degrees, arm.reach, arm.bend),
    )
    points = Way.of(root, (curve,), 5).points
    widths = [9 + radius * 0.34 * (1 - index / 5) ** 2.2 for index in range(6)]
    return Branch(arm.degrees, points, tuple(widths))


def _fork(branch: Branch, arm: Arm) -> list[Part]:
    """Return the small second tip of an arm that divides."""
    root, angle = branch.points[2], arm.degrees + arm.fork
    end = _around(root, angle, 70)
    bend: Curve = (_around(root, arm.degrees, 20), _around(root, angle, 44), end)
    points = Way.of(root, (bend,), 5).points
    left, right = banks(points, [18, 14, 11, 9, 8, 7])
    return [Path(*smooth_loop([*left, *reversed(right)]), _BODY), Circle(end, 3.5, _BODY)]


def _outline(middle: Point, radius: float, branches: Sequence[Branch]) -> Path:
    """Return one soft line round a body and all its branches."""
    ordered = sorted(branches, key=lambda branch: branch.degrees)
    loop: list[Point] = []
    for index, branch in enumerate(ordered):
        left, right = banks(branch.points, branch.widths)
        tip, half = branch.points[-1], branch.widths[-1] / 2
        cap = min(half * 0.7, 3.0)
        beyond = between(branch.points[-2], tip, 1 + cap / math.dist(branch.points[-2], tip))
        loop += [*left, beyond, *reversed(right)]
        apart = (ordered[(index + 1) % len(ordered)].degrees - branch.degrees) % 360
        steps = max(2, round(apart / 26))
        first, last = (1, steps) if steps < 4 else (2, steps - 1)
        loop.extend(
            _around(middle, branch.degrees + apart * step / steps, radius)
            for step in range(first, last)
        )
    return Path(*smooth_loop(loop), _BODY)


def _cell(
    middle: Point, radius: float, arms: tuple[Arm, ...], more: tuple[Branch, ...] = ()
) -> list[Part]:
    branches = [_branch(middle, radius, arm) for arm in arms]
    parts: list[Part] = [_outline(middle, radius, [*branches, *more])]
    for branch, arm in zip(branches, arms, strict=True):
        if arm.fork:
            parts += _fork(branch, arm)
    return parts


def _outlined(parts: list[Part]) -> tuple[Shape, ...]:
    """Return the parts merged into one body: every edge first, every filling over it."""
    edges = [replace(part, look=Look(stroke="ink", width=2 * _LINE)) for part in parts]
    return (*edges, *parts)


@cache
def sender() -> tuple[Shape, ...]:
    """Return Cell A with its long arm and, at its end, the bulb of the other scenes."""
    points = tuple(point for point in _AXON_WAY.points if point[0] > 372)
    widths = tuple(23 + 44 * (1 - index / (len(points) - 1)) ** 4 for index in range(len(points)))
    bulb = smooth_loop(
        [(706, 296), (700, 318), (670, 332), (652, 350), (662, 370), (690, 378), (716, 379),
         (742, 378), (770, 370), (780, 350), (762, 332), (732, 318), (726, 296)]
    )  # fmt: skip
    parts = _cell(SENDER, 112, _SENDER_ARMS, (Branch(10.0, points, widths),))
    return _outlined([*parts, Path(*bulb, _BODY)])


@cache
def listener() -> tuple[Shape, ...]:
    """Return Cell B, whose upper side waits under the bulb."""
    return _outlined(_cell(LISTENER, 104, _LISTENER_ARMS, (_HEAD,)))


def core(middle: Point) -> Shape:
    """Return the calm centre of a cell."""
    return Circle(middle, 33.0, Look(fill="glow", stroke="ink", width=2.4))


@cache
def neighbours() -> tuple[Shape, ...]:
    """Return the hint of other cells far behind."""
    parts = [
        *_cell((150.0, 606.0), 50, (Arm(12, 124, 8), Arm(128, 96, -8), Arm(248, 112, 10))),
        *_cell((884.0, 146.0), 50, (Arm(66, 112, 8), Arm(186, 96, -8), Arm(306, 116, 10))),
    ]
    return tuple(replace(part, look=Look(fill="haze")) for part in parts)
