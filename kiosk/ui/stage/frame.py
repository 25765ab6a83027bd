"""Where a drawing's units land on a card of any size."""

from dataclasses import dataclass

from kiosk.ui.stage.shapes import HEIGHT, WIDTH, Point

ASPECT = HEIGHT / WIDTH
# A taller card spreads the picture out, but only so far: past this the gap looks like a canyon.
_MOST_SPREAD = 1.28


@dataclass(frozen=True, slots=True)
class Frame:
    """A card of `width` by `height` px, and the way units become px on it."""

    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels per unit, the same in both directions for every shape."""
        return max(1e-6, min(self.width / WIDTH, self.height / HEIGHT))

    @property
    def spread(self) -> float:
        """How much anchors are pulled apart downwards on a tall card, 1 for none."""
        return max(1.0, min(_MOST_SPREAD, self.height / (HEIGHT * self.scale)))

    def place(self, point: Point) -> Point:
        """Return the px of a place; places on the drawing's edge go to the card's edge."""
        across, down = self.scale, self.scale * self.spread
        x = (self.width - WIDTH * across) / 2 + point[0] * across
        y = (self.height - HEIGHT * down) / 2 + point[1] * down
        if point[0] <= 0.0 or point[0] >= WIDTH:
            x = 0.0 if point[0] <= 0.0 else self.width
        if point[1] <= 0.0 or point[1] >= HEIGHT:
            y = 0.0 if point[1] <= 0.0 else self.height
        return x, y

    def hang(self, at: Point, offset: Point) -> Point:
        """Return the px of a point that hangs `offset` units from an anchor."""
        x, y = self.place(at)
        return x + offset[0] * self.scale, y + offset[1] * self.scale
