"""What grows: thin new links with their leaves, and the stones of the last scene."""

from kiosk.ui.stage.curves import Way, smooth_loop, trim
from kiosk.ui.stage.shapes import Curve, Label, Leaf, Look, Path, Point, Shape

LEFT_LINK = "left-link"
RIGHT_LINK = "right-link"

_TENDRILS: dict[str, tuple[Point, tuple[Curve, ...]]] = {
    LEFT_LINK: (
        (232.0, 172.0),
        (((150, 96), (66, 190), (76, 300)), ((84, 372), (118, 384), (118, 436))),
    ),
    RIGHT_LINK: (
        (768.0, 172.0),
        (((858, 104), (940, 180), (926, 306)), ((916, 378), (882, 388), (882, 436))),
    ),
}
LEAVES_A_SIDE = 5
_LEAVES: tuple[tuple[Point, float], ...] = (
    ((90, 164), -150), ((46, 248), 160), ((116, 262), -20), ((56, 356), 150), ((140, 362), -30),
    ((912, 164), -30), ((960, 254), 20), ((884, 268), -160), ((950, 366), 30), ((858, 366), -150),
)  # fmt: skip


def tendril(group: str, part: float) -> tuple[Shape, ...]:
    """Return a thin new link as far as it has grown, with a small bulb at its growing end."""
    if part <= 0.0:
        return ()
    start, curves = _TENDRILS[group]
    end = Way.of(start, trim(start, curves, part)).at(1.0)
    size = 0.4 + 0.6 * part
    foot = smooth_loop(
        [(x * size, y * size) for x, y in
         ((-6, -24), (-25, -5), (-28, 9), (0, 14), (28, 9), (25, -5), (6, -24))]
    )  # fmt: skip
    return (
        Path(start, curves, Look(stroke="ink", width=12.0), group, None, part),
        Path(*foot, Look(stroke="ink", width=5.6), group, end),
        Path(start, curves, Look(stroke="cell", width=6.4), group, None, part),
        Path(*foot, Look(fill="cell"), group, end),
    )


def leaves(grown: float, group: str) -> tuple[Shape, ...]:
    """Return the helper, BDNF, as small leaves where the new links run."""
    if grown <= 0.0:
        return ()
    look = Look(fill="bdnf")
    return tuple(Leaf(at, 50 * grown, look, "surface", group, turn) for at, turn in _LEAVES)


def stone(at: Point, size: Point, grown: float, group: str, sign: str = "") -> tuple[Shape, ...]:
    """Return a calm rounded stone, `size` units wide and high, with a sign if one is given."""
    if grown <= 0.0:
        return ()
    w, h = size[0] / 2 * grown, size[1] / 2 * grown
    loop = smooth_loop(
        [(-w, 0.06 * h), (-0.72 * w, -0.74 * h), (0.05 * w, -h), (0.76 * w, -0.7 * h),
         (w, 0.1 * h), (0.7 * w, 0.78 * h), (-0.1 * w, h), (-0.76 * w, 0.76 * h)]
    )  # fmt: skip
    pebble = Path(*loop, Look(fill="tint", stroke="ink", width=3.0), group, at)
    if not sign:
        return (pebble,)
    return pebble, Label("question", at, (1.1 * w, 1.28 * h), group, glyph=sign)
