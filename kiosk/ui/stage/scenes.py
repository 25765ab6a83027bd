"""The seven mechanism drawings: what each shows at any moment, as plain shapes."""

from collections.abc import Callable
from functools import cache

from kiosk.ui.stage import flow, growth, neurons
from kiosk.ui.stage.curves import Way, between, line, mix
from kiosk.ui.stage.held import Held
from kiosk.ui.stage.shapes import Circle, Label, Look, Path, Point, Shape
from kiosk.ui.stage.synapse import (
    DOOR_XS,
    DOT,
    FLOOR,
    GATE_X,
    Pocket,
    bolts,
    cell_a,
    cell_b,
    door,
    gate,
    gem,
    pocket_centre,
    vesicle,
)
from kiosk.ui.stage.timeline import SCENES, duration, shares

__all__ = ["SCENES", "SIDES", "duration", "scene", "side"]

Shares = dict[str, float]

_LABEL_LINE = FLOOR + 103
_NAMES: tuple[Shape, ...] = (
    Label("cell-a", (500, 160), (330, 58)),
    Label("cell-b", (500, 676), (380, 64)),
    Label("ampa", (DOOR_XS[0], _LABEL_LINE), (250, 60)),
    Label("nmda", (GATE_X, _LABEL_LINE), (250, 60)),
    Label("ampa", (DOOR_XS[1], _LABEL_LINE), (250, 60)),
)
_TALKING: tuple[Shape, ...] = (
    Label("cell-a", (234, 268), (210, 52)),
    Label("cell-b", (716, 600), (226, 50)),
)
_HELPER = Label("bdnf", (118, 84), (200, 58))
_BUBBLES: tuple[Point, ...] = ((278, 204), (500, 246), (722, 202))
_PAIR = (Pocket(392), Pocket(608))
_DOORS_AND_GATE = (*DOOR_XS, GATE_X)
# Of the drops of a calm day, those that come in low mood as well.
_KEPT = tuple(flow.CALM[index] for index in (0, 5, 7))
# The part of the time in which one of them fades.
_ONE_FADES = 0.3
_MISSED = tuple(drop for drop in flow.CALM if drop not in _KEPT)


_POINTED_AT: tuple[Shape, ...] = (
    Path((770, 86), (line((770, 86), (734, 163)),), Look(stroke="ink", width=2.4)),
    Label("glutamate", (808, 50), (360, 58)),
)


def _bubbles(places: tuple[Point, ...] = _BUBBLES, dots: int = 3) -> tuple[Shape, ...]:
    return tuple(shape for place in places for shape in vesicle(place, dots))


def _doors(opened: float = 1.0, group: str = "") -> tuple[Shape, ...]:
    return tuple(shape for x in DOOR_XS for shape in door(x, opened, group))


def _message(share: float) -> tuple[Shape, ...]:
    """Return the message on its way through Cell A, with a trail."""
    behind = [share - step * 0.062 for step in range(15, 0, -1)]
    trail = tuple(
        Circle(neurons.MESSAGE_WAY.at(place), 3.6 + index * 0.42,
               Look(fill="glutamate", alpha=0.16 + index * 0.036), "message")
        for index, place in enumerate(behind)
        if place > 0.0
    )  # fmt: skip
    return (*trail, Circle(neurons.MESSAGE_WAY.at(share), 14.0, DOT, "message"))


def _cells_talk(at: Shares, held: Held) -> tuple[Shape, ...]:
    answer = at["answer"]
    rings = tuple(
        Circle(neurons.HEARD, 15 + reach * answer,
               Look(stroke="glutamate", width=3.2, alpha=fade * answer), "answer")
        for reach, fade in ((13, 0.9), (29, 0.5))
        if answer > 0.0
    )  # fmt: skip
    return (
        *neurons.neighbours(),
        *neurons.sender(),
        *neurons.listener(),
        held(neurons.core, neurons.SENDER_CORE),
        held(neurons.core, neurons.LISTENER_CORE),
        *held(_message, at["message"]),
        *rings,
        *_TALKING,
    )


def _crossing(release: float, share: float, opened: float, held: Held) -> tuple[Shape, ...]:
    """Return the messenger in its bubbles, then on its way, then in the doors."""
    if release < 1.0:
        bubbles: list[Shape] = []
        for near, x in ((352.0, 392.0), (648.0, 608.0)):
            here = between((near, 228.0), pocket_centre(x), release)
            bubbles.extend(vesicle(here, 3, "release"))
        return tuple(bubbles)
    if share < 1.0:
        return flow.flowing((*flow.CALM, *flow.KNOCKING), share, "dots", held)
    return held(flow.at_doors, _DOORS_AND_GATE, opened, "doors")


def _messenger(at: Shares, held: Held) -> tuple[Shape, ...]:
    release, opened = at["release"], at["doors"]
    # What stands still lies below what moves, wherever the two do not meet.
    return (
        *held(cell_a, _PAIR if release >= 1.0 else (), "release"),
        *held(cell_b),
        *held(_bubbles),
        *gate(),
        *(held(flow.lingering, (392.0, 608.0)) if release >= 1.0 else ()),
        *(held(flow.flowing, flow.CALM, 1.0, "dots") if at["dots"] >= 1.0 else ()),
        *held(_doors, opened, "doors"),
        *held(bolts, 1 - opened, "doors"),
        *_crossing(release, at["dots"], opened, held),
        *_NAMES,
        *_POINTED_AT,
    )


@cache
def _missing() -> tuple[tuple[Shape, ...], ...]:
    """Return the drops that low mood lacks: in the gap, and at the doors."""
    gap, doors = (flow.flowing((drop,)) for drop in _MISSED), _DOORS_AND_GATE
    return (*gap, *(flow.at_doors((x,)) for x in doors))


def _faded(index: int, gone: float) -> tuple[Shape, ...]:
    return flow.faded(_missing()[index], gone, "dots")


def _fading(gone: float, held: Held) -> tuple[Shape, ...]:
    """Return them as they go, one after another."""
    count = len(_missing())
    lag = (1 - _ONE_FADES) / (count - 1)
    return tuple(
        shape
        for index in range(count)
        for shape in held(_faded, index, min(1.0, max(0.0, (gone - index * lag) / _ONE_FADES)))
    )


def _low_mood(at: Shares, held: Held) -> tuple[Shape, ...]:
    links, gone, shut = at["links"], at["dots"], at["doors"]
    weight = mix(1.0, 0.46, links)
    return (
        *held(cell_a, _PAIR, "links", mix(62.0, 30.0, links), weight),
        *held(cell_b, "links", weight),
        *held(_bubbles, _BUBBLES, 1),
        *gate(),
        *held(flow.flowing, _KEPT),
        *held(flow.rings, _MISSED, "dots"),
        *_fading(gone, held),
        *held(_doors, 1 - shut, "doors"),
        *held(bolts, shut, "doors"),
        *_NAMES,
    )


_WAY_IN = Way.of(
    (890.0, 128.0),
    # Close under Cell A, so that it passes over no drop.
    (((905, 250), (880, 362), (740, 362)), ((600, 362), (500, 358), (500, FLOOR))),
)


def _medicine(at: Shares, held: Held) -> tuple[Shape, ...]:
    way = at["medicine"]
    place = _WAY_IN.at(way)
    # Its name would cross Cell A on the way, so it stands only where the gem rests.
    where, lift = ((798.0, 42.0), 0.0) if way <= 0.0 else (place, -116.0)
    name = Label("medicine", where, (404, 56), "medicine", (0.0, lift))
    return (
        *held(cell_a, (Pocket(324), Pocket(676))),
        *held(cell_b),
        *held(_bubbles, ((412, 244), (500, 250), (588, 244))),
        *held(_doors),
        *held(flow.lingering, (324.0, 676.0)),
        *held(flow.flowing, flow.ASIDE),
        *held(flow.at_doors, DOOR_XS),
        *gate(),
        held(gem, place, "medicine"),
        *held(bolts, at["gate"], "gate"),
        *_NAMES,
        *(() if 0.0 < way < 1.0 else (name,)),
    )


def _stronger_signal(at: Shares, held: Held) -> tuple[Shape, ...]:
    share, opened = at["dots"], at["doors"]
    waiting = flow.SURGE_KNOCKING if share < 1.0 else ()
    return (
        *held(cell_a, (Pocket(320), Pocket(500), Pocket(680))),
        *held(cell_b),
        *held(_bubbles, ((262, 198), (410, 246), (590, 246), (738, 198))),
        *gate(),
        held(gem, (GATE_X, FLOOR)),
        *held(bolts, 1.0),
        *held(flow.lingering, (320.0, 500.0, 680.0)),
        *flow.flowing((*flow.SURGE, *waiting), share, "dots", held),
        *held(_doors, opened, "doors"),
        *(flow.at_doors(DOOR_XS, opened, "doors") if share >= 1.0 else ()),
        *_NAMES,
    )


def _new_links(at: Shares, held: Held) -> tuple[Shape, ...]:
    return (
        *held(growth.tendril, growth.LEFT_LINK, at[growth.LEFT_LINK]),
        *held(growth.tendril, growth.RIGHT_LINK, at[growth.RIGHT_LINK]),
        *held(cell_a, _PAIR),
        *held(cell_b),
        *held(_bubbles),
        *held(_doors),
        *gate(),
        *held(flow.lingering, (392.0, 608.0)),
        *held(flow.flowing, flow.CALM),
        *held(flow.at_doors, _DOORS_AND_GATE),
        *held(growth.leaves, at["leaves"], "leaves"),
        *_NAMES,
        _HELPER,
    )


def _stones(at: Shares, held: Held) -> tuple[Shape, ...]:
    return (
        *held(growth.stone, (832, 326), (40, 30), at["small-stone"], "small-stone"),
        *held(growth.stone, (872, 262), (68, 50), at["middle-stone"], "middle-stone"),
        *held(growth.stone, (888, 126), (184, 164), at["stone"], "stone", "?"),
    )


def _unknown(at: Shares, held: Held) -> tuple[Shape, ...]:
    return (
        *held(cell_a, _PAIR),
        *held(cell_b),
        *held(_bubbles),
        *held(_doors),
        *gate(),
        *held(flow.lingering, (392.0, 608.0)),
        *held(flow.flowing, flow.CALM),
        *held(flow.at_doors, _DOORS_AND_GATE),
        *_stones(at, held),
        *_NAMES,
    )


def _after(held: Held) -> tuple[Shape, ...]:
    """Return what scientists think comes after: one new link, beside the open question."""
    return (
        *held(growth.tendril, growth.LEFT_LINK, 1.0),
        *held(cell_a, _PAIR),
        *held(cell_b),
        *held(_bubbles),
        *held(_doors),
        *gate(),
        *held(flow.lingering, (392.0, 608.0)),
        *held(flow.flowing, flow.CALM),
        *held(flow.at_doors, _DOORS_AND_GATE),
        *held(growth.leaves, 1.0, "leaves")[: growth.LEAVES_A_SIDE],
        *_NAMES,
    )


SIDES = ("before", "after")


def side(which: str) -> tuple[Shape, ...]:
    """Return one still of the pair that the last scene compares: "before" or "after"."""
    held = Held()
    drawn = _after(held) if which == "after" else _low_mood(shares("low-mood", None), held)
    return (*drawn, *_stones(shares("unknown", None), held))


_DRAW: dict[str, Callable[[Shares, Held], tuple[Shape, ...]]] = {
    "cells-talk": _cells_talk,
    "messenger": _messenger,
    "low-mood": _low_mood,
    "medicine": _medicine,
    "stronger-signal": _stronger_signal,
    "new-links": _new_links,
    "unknown": _unknown,
}


def scene(name: str, t: float | None = None, held: Held | None = None) -> tuple[Shape, ...]:
    """Return the shapes of a scene, back to front, `t` seconds in; None is the still picture.

    What is held from frame to frame comes back as the same objects.
    Raises UnknownSceneError for a name that is not in SCENES.
    """
    at = shares(name, t)
    return _DRAW[name](at, Held() if held is None else held)
