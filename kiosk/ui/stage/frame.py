"""Where a drawing's units land on a card of any size."""

from dataclasses import dataclass, field

from kiosk.ui.stage.shapes import HEIGHT, WIDTH, Point

ASPECT = HEIGHT / WIDTH
# A taller card spreads the picture out, but only so far: past this the gap looks like a canyon.
_MOST_SPREAD = 1.28


@dataclass(frozen=True, slots=True)
class Frame:
    """A card of `width` by `height` px, and the way units become px on it.

    `scale` is px per unit for every shape; `spread`, at least 1, is how much anchors are pulled
    apart downwards on a tall card, and `pull` is both together; `left` and `top` are the px of
    the drawing's corner.
    """

    width: float
    height: float
    scale: float = field(init=False)
    spread: float = field(init=False)
    pull: float = field(init=False)
    left: float = field(init=False)
    top: float = field(init=False)

    def __post_init__(self) -> None:
        """Work the mapping out once: a moving picture asks for it thousands of times a second."""
        scale = max(1e-6, min(self.width / WIDTH, self.height / HEIGHT))
        spread = max(1.0, min(_MOST_SPREAD, self.height / (HEIGHT * scale)))
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "spread", spread)
        object.__setattr__(self, "pull", scale * spread)
        object.__setattr__(self, "left", (self.width - WIDTH * scale) / 2)
        object.__setattr__(self, "top", (self.height - HEIGHT * scale * spread) / 2)

    def place(self, point: Point) -> Point:
        """Return the px of a place; places on the drawing's edge go to the card's edge."""
        x, y = point
        across = self.left + x * self.scale if 0.0 < x < WIDTH else self.width * (x > 0.0)
        down = self.top + y * self.pull if 0.0 < y < HEIGHT else self.height * (y > 0.0)
        return across, down

    def hang(self, at: Point, offset: Point) -> Point:
        """Return the px of a point that hangs `offset` units from an anchor."""
        x, y = self.place(at)
        return x + offset[0] * self.scale, y + offset[1] * self.scale
