"""The gap between two cells, drawn up close: the place six of the seven scenes share."""

import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kiosk.ui.stage.curves import flip, line, mix, rounded
from kiosk.ui.stage.shapes import Bar, Circle, Curve, Diamond, Look, Path, Point, Shape, Tail

BODY = Look(fill="cell")
DOT = Look(fill="glutamate")
TAIL = Look(fill="glutamate", alpha=0.32)
HOLLOW = Look(stroke="glutamate", width=3.0)
BUBBLE = Look(fill="surface", stroke="ink", width=3.0)

MEMBRANE = 15.0
DOT_RADIUS = 12.0
GEM = (72.0, 92.0)

FLOOR = 486.0
DOOR_XS = (222.0, 778.0)
GATE_X = 500.0
LIP = 304.0
_GATE_TOP = -63.0
_SLOTS: tuple[Point, ...] = tuple(
    (14.5 * math.cos(turn), -14.5 * math.sin(turn) + 1.5)
    for turn in (math.radians(90 + 120 * third) for third in range(3))
)


@dataclass(frozen=True, slots=True)
class Pocket:
    """A bubble that has opened to the gap at `x`; `mouth` is half its opening, in units."""

    x: float
    mouth: float = 20.0


def pocket_centre(x: float) -> Point:
    """Return the middle of a pocket at `x`."""
    return x, LIP - 40


def _pocket_curves(pocket: Pocket) -> tuple[Curve, ...]:
    x, low, mouth, r = pocket.x, LIP, pocket.mouth, 31.0
    _, mid = pocket_centre(x)
    k = r * 0.55
    waist = mid + r * 0.9
    return (
        ((x - mouth - 8, low), (x - mouth, low - 4), (x - mouth, waist)),
        ((x - mouth - 4, waist - 5), (x - r, mid + k), (x - r, mid)),
        ((x - r, mid - k), (x - k, mid - r), (x, mid - r)),
        ((x + k, mid - r), (x + r, mid - k), (x + r, mid)),
        ((x + r, mid + k), (x + mouth + 4, waist - 5), (x + mouth, waist)),
        ((x + mouth, low - 4), (x + mouth + 8, low), (x + mouth + 24, low)),
    )


def _mirrored(start: Point, curves: tuple[Curve, ...]) -> tuple[Curve, ...]:
    """Return the other half of a cell: the curves mirrored left to right and walked back."""
    first, turned = flip(curves, start, 500.0)
    ends = [first, *(curve[2] for curve in turned)]
    walked = [(curve[1], curve[0], end) for end, curve in zip(ends[:-1], turned, strict=True)]
    return tuple(reversed(walked))


def bulb(pockets: tuple[Pocket, ...] = (), neck: float = 62.0) -> tuple[Point, tuple[Curve, ...]]:
    """Return the outline of Cell A's end, from the top edge round and back; `neck` is half wide."""
    side = 500 - neck
    start = (side, 0.0)
    fall: tuple[Curve, ...] = (
        line(start, (side, 14.0)),
        ((side, 66.0), (408.0, 84.0), (360.0, 96.0)),
        ((268.0, 119.0), (200.0, 146.0), (200.0, 208.0)),
        ((200.0, 266.0), (228.0, LIP), (276.0, LIP)),
    )
    curves = list(fall)
    here = (276.0, LIP)
    for pocket in sorted(pockets, key=lambda one: one.x):
        edge = (pocket.x - pocket.mouth - 24, LIP)
        curves.append(line(here, edge))
        curves.extend(_pocket_curves(pocket))
        here = curves[-1][2]
    curves.append(line(here, (724.0, LIP)))
    return start, (*curves, *_mirrored(start, fall))


def membrane(
    start: Point,
    curves: tuple[Curve, ...],
    group: str = "",
    weight: float = 1.0,
    cuts: tuple[int, ...] = (),
) -> tuple[Shape, ...]:
    """Return a soft double line; `weight` 1 is a strong link, less is a thinner one.

    Its two edges thin as well: kept as they are they would close up to one heavy line. Cut before
    the curves numbered `cuts` it looks the same and is painted in half the time.
    """
    wide = MEMBRANE * weight
    edge = Look(stroke="ink", width=wide)
    heart = Look(stroke="membrane", width=wide - 6.4 * math.sqrt(weight))
    ends = (0, *cuts, len(curves))
    pieces = [
        (curves[first - 1][2] if first else start, curves[first:last])
        for first, last in pairwise(ends)
    ]
    return tuple(Path(*piece, look, group) for look in (edge, heart) for piece in pieces)


def cell_a(
    pockets: tuple[Pocket, ...] = (), group: str = "", neck: float = 62.0, weight: float = 1.0
) -> tuple[Shape, ...]:
    """Return the cell that sends: its end hangs from the top edge over the gap."""
    start, curves = bulb(pockets, neck)
    return (
        Path(start, curves, BODY, group),
        *membrane(start, curves, group, weight, (4, len(curves) // 2, len(curves) - 4)),
    )


@cache
def shore() -> tuple[Point, tuple[Curve, ...]]:
    """Return the outline of Cell B, from the bottom edge up, across and down again."""
    start = (28.0, 730.0)
    rise: tuple[Curve, ...] = (
        line(start, (28.0, 680.0)),
        ((28.0, 566.0), (72.0, FLOOR), (172.0, FLOOR)),
    )
    return start, (*rise, line((172.0, FLOOR), (828.0, FLOOR)), *_mirrored(start, rise))


def cell_b(group: str = "", weight: float = 1.0) -> tuple[Shape, ...]:
    """Return the cell that listens: it rises from the bottom edge to the gap."""
    start, curves = shore()
    return (Path(start, curves, BODY, group), *membrane(start, curves, group, weight, (2, 3)))


def vesicle(at: Point, dots: int = 3, group: str = "", alpha: float = 1.0) -> tuple[Shape, ...]:
    """Return a bubble of messenger inside Cell A; `alpha` fades its dots, not its skin."""
    look = DOT if alpha >= 1.0 else Look(fill="glutamate", alpha=alpha)
    return (
        Circle(at, 33.0, BUBBLE, group),
        *(
            Circle(at, 10.5, look, group, slot(index) if dots > 1 else (0.0, 0.0))
            for index in range(dots)
        ),
    )


def slot(index: int) -> Point:
    """Return where one of three dots sits in its bubble, as an offset from the middle."""
    return _SLOTS[index % len(_SLOTS)]


def dot(at: Point, heading: Point, group: str = "", tail: float = 46.0) -> tuple[Shape, ...]:
    """Return one drop of messenger with a soft tail that shows where it came from."""
    size = math.hypot(*heading)
    drop = Circle(at, DOT_RADIUS, DOT, group)
    if size < 1e-6 or tail <= DOT_RADIUS:
        return (drop,)
    away = -heading[0] / size, -heading[1] / size
    return (Tail(at, away, tail, DOT_RADIUS * 0.86, TAIL, group), drop)


def door(x: float, opened: float, group: str = "") -> tuple[Shape, ...]:
    """Return a twin-bar door in the membrane of Cell B; `opened` from 0 to 1."""
    at = (x, FLOOR)
    apart, lean = mix(14.0, 27.0, opened), mix(0.0, 9.0, opened)
    look = Look(fill="ampa")
    pore = Bar(at, (2 * apart, MEMBRANE + 1), Look(fill="cell"), group)
    return (
        pore,
        Bar(at, (23.0, 104.0), look, group, (-apart, 0.0), -lean),
        Bar(at, (23.0, 104.0), look, group, (apart, 0.0), lean),
    )


@cache
def gate() -> tuple[Shape, ...]:
    """Return the gate in the membrane of Cell B.

    Its inner faces are cut to the lower half of the gem, so the gem sits in it without a gap.
    """
    at = (GATE_X, FLOOR)
    half, deep = GEM[0] / 2, GEM[1] / 2
    slit = 8.0
    heel = deep * (1 - slit / half)
    outer, top, foot = half + 30.0, _GATE_TOP, 62.0
    block: list[Point] = [
        (half, top), (outer, top), (outer, foot), (slit, foot), (slit, heel), (half, 0.0),
    ]  # fmt: skip
    start, right = rounded(block, 9.0, frozenset({4, 5}))
    first, left = flip(right, start, 0.0)
    look = Look(fill="nmda")
    channel: tuple[Curve, ...] = (
        line((-half, -MEMBRANE), (half, -MEMBRANE)),
        line((half, -MEMBRANE), (half, 0.0)),
        line((half, 0.0), (slit, heel)),
        line((slit, heel), (-slit, heel)),
        line((-slit, heel), (-half, 0.0)),
    )
    return (
        Path((-half, -MEMBRANE), channel, Look(fill="surface"), "", at),
        Path(start, right, look, "", at),
        Path(first, left, look, "", at),
    )


def bolts(shut: float, group: str = "") -> tuple[Shape, ...]:
    """Return the bolts that slide together over the gate; `shut` from 0 to 1."""
    if shut <= 0.0:
        return ()
    at, half, look = (GATE_X, FLOOR), GEM[0] / 2, Look(fill="nmda")
    bolt = (mix(14.0, half + 23, shut), 13.0)
    return (
        Bar(at, bolt, look, group, (-half - 16 + bolt[0] / 2, _GATE_TOP + 9)),
        Bar(at, bolt, look, group, (half + 16 - bolt[0] / 2, _GATE_TOP + 9)),
    )


def gem(at: Point, group: str = "") -> Shape:
    """Return the medicine: a gem with a light edge that keeps it apart from the gate."""
    return Diamond(at, GEM, Look(fill="medicine", stroke="surface", width=6.0), group)
