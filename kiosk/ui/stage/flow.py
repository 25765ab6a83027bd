"""The messenger on its way: drops that leave a pocket and cross the gap."""

from dataclasses import dataclass

from kiosk.ui.stage.curves import along, between, ease, mix
from kiosk.ui.stage.held import Held
from kiosk.ui.stage.shapes import Circle, Curve, Look, Point, Shape, Tail
from kiosk.ui.stage.synapse import (
    DOOR_XS,
    DOT,
    DOT_RADIUS,
    FLOOR,
    GATE_X,
    HOLLOW,
    LIP,
    dot,
    pocket_centre,
    slot,
)

TAIL = 42.0
_WAITING = FLOOR - 72
_INSIDE = FLOOR - 27
_LEAVING = 0.3


# Told apart by identity: they are looked up again and again while a scene moves.
@dataclass(frozen=True, slots=True, eq=False)
class Drop:
    """One drop: the pocket it leaves, the place it comes to, and how straight it ends its way.

    `settle` 1 ends straight down, less ends still drifting outwards.
    """

    pocket: float
    rest: Point
    settle: float = 0.7


def _drops(*places: tuple[float, Point]) -> tuple[Drop, ...]:
    return tuple(Drop(pocket, rest) for pocket, rest in places)


CALM = _drops(
    (392, (364, 346)), (608, (638, 352)), (392, (300, 362)), (608, (702, 374)),
    (392, (426, 380)), (608, (566, 368)), (392, (334, 412)), (608, (662, 426)),
    (392, (404, 432)), (608, (608, 414)),
)  # fmt: skip
ASIDE = _drops(
    (324, (354, 448)), (676, (646, 448)), (324, (324, 460)), (676, (676, 460)),
    (324, (292, 448)), (676, (708, 448)),
)  # fmt: skip
SURGE = _drops(
    (320, (296, 344)), (500, (476, 348)), (680, (700, 346)), (320, (244, 366)),
    (500, (530, 362)), (680, (756, 366)), (320, (352, 362)), (500, (424, 374)),
    (680, (646, 358)), (320, (300, 398)), (500, (584, 382)), (680, (702, 396)),
    (320, (376, 410)), (500, (480, 404)), (680, (624, 416)), (500, (532, 402)),
    (320, (324, 436)), (680, (672, 434)),
)  # fmt: skip
KNOCKING = tuple(
    Drop(pocket, (x, _WAITING), 1.0)
    for pocket, x in ((392.0, DOOR_XS[0]), (608.0, DOOR_XS[1]), (392.0, GATE_X))
)
SURGE_KNOCKING = tuple(
    Drop(pocket, (x, _WAITING), 1.0) for pocket, x in zip((320.0, 680.0), DOOR_XS, strict=True)
)


def flowing(
    drops: tuple[Drop, ...], share: float = 1.0, group: str = "", held: Held | None = None
) -> tuple[Shape, ...]:
    """Return the drops on their way, one leaving after another; at 1 all have come to rest.

    Those that wait or rest are held. All tails lie below all drops, so that what is painted alike
    is painted in one go; in one colour, the order cannot be seen.
    """
    tails: list[Shape] = []
    heads: list[Shape] = []
    lag = 0.45 / max(1, len(drops) - 1)
    for index, drop in enumerate(drops):
        own = ease((share - index * lag) / 0.55)
        if held is not None and own in (0.0, 1.0):
            made = held(_on_its_way, drop, index // 2, own, group)
        else:
            made = _on_its_way(drop, index // 2, own, group)
        tails += made[:-1]
        heads.append(made[-1])
    return (*tails, *heads)


def _on_its_way(drop: Drop, seat: int, own: float, group: str) -> tuple[Shape, ...]:
    middle, off = pocket_centre(drop.pocket), _seat(seat)
    start = (middle[0] + off[0], middle[1] + off[1])
    here, before = _on_way(drop, start, own), _on_way(drop, start, own - 0.03)
    heading = (here[0] - before[0], here[1] - before[1])
    return dot(here, heading, group, mix(DOT_RADIUS, TAIL, own))


def _on_way(drop: Drop, start: Point, own: float) -> Point:
    """Return where a drop is: first straight out of its pocket, then bending to its place."""
    mouth = (drop.pocket, LIP + 16)
    if own <= _LEAVING:
        return between(start, mouth, max(0.0, own) / _LEAVING)
    x, y = drop.rest
    curve: Curve = (
        (drop.pocket, mouth[1] + 22),
        (mix(drop.pocket, x, drop.settle), y - 24),
        drop.rest,
    )
    return along(mouth, curve, (own - _LEAVING) / (1 - _LEAVING))


def lingering(pockets: tuple[float, ...]) -> tuple[Shape, ...]:
    """Return the drops still in their pockets."""
    return tuple(Circle(pocket_centre(x), DOT_RADIUS, DOT, "", _seat(0)) for x in pockets)


def _seat(index: int) -> Point:
    """Return where a drop waits in a pocket, as in a bubble: none covers another."""
    x, y = slot(index)
    return x, y - 1.0


def at_doors(xs: tuple[float, ...], inside: float = 1.0, group: str = "") -> tuple[Shape, ...]:
    """Return the drops that wait at doors; `inside` 1 means they sit in them."""
    y = mix(_WAITING, _INSIDE, inside)
    return tuple(shape for x in xs for shape in dot((x, y), (0, 1), group, TAIL))


def rings(drops: tuple[Drop, ...], group: str) -> tuple[Shape, ...]:
    """Return empty rings where drops would rest: the messages that are missing."""
    return tuple(Circle(drop.rest, DOT_RADIUS - 1.0, HOLLOW, group) for drop in drops)


def faded(shapes: tuple[Shape, ...], gone: float, group: str) -> tuple[Shape, ...]:
    """Return the shapes paler by `gone`, and nothing at all at 1."""
    if gone >= 1.0:
        return ()
    kept: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Circle | Tail):
            look = Look(shape.look.fill, "", 0.0, shape.look.alpha * (1 - gone))
            if isinstance(shape, Circle):
                kept.append(Circle(shape.at, shape.r, look, group))
            else:
                kept.append(Tail(shape.at, shape.away, shape.length, shape.half, look, group))
    return tuple(kept)
