"""Where two grids of a hundred people and their headings go in a given space."""

from collections.abc import Callable
from dataclasses import dataclass

SIDE = 10
LEAST_CELL_MM = 3.5
USUAL_CELL_MM = 4.5
_MOST_CELL_MM = 12.0
# Where the letters leave too little room, people a little smaller beat people cut off.
_TIGHT_CELL_MM = 2.4
# Below this, one grid under the other is easier to count than two small ones side by side.
_EASY_CELL_MM = 4.4
# A wider gap after every fifth person, as a share of a cell, so that tens can be seen at once.
_AISLE = 0.34
# A person does not fill the cell; the grid is measured from person to person, so that its edges
# line up with the words.
PERSON_SIDE = 0.14
PERSON_TOP = 0.05
_WIDE = SIDE + _AISLE - 2 * PERSON_SIDE
_HIGH = SIDE + _AISLE - 2 * PERSON_TOP


@dataclass(frozen=True, slots=True)
class Area:
    """An upright rectangle in px."""

    x: float
    y: float
    width: float
    height: float

    def mirrored(self, width: float) -> "Area":
        """Return the same rectangle on a page `width` px wide that reads from the right."""
        return Area(width - self.x - self.width, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading needs: its least width, and its height in px at any width."""

    least_width: float
    height_at: Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Spacing:
    """Gaps in px: between a heading and its grid, and between the two groups."""

    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to lay things out: headings beside or above, groups side by side or stacked."""

    beside: bool
    stacked: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The chosen arrangement: cell side, and for each group its heading and grid, in px."""

    arrangement: Arrangement
    cell: float
    headings: tuple[Area, Area]
    grids: tuple[Area, Area]
    height: float


_PAIRED = (Arrangement(beside=True, stacked=False), Arrangement(beside=False, stacked=False))
_STACKED = (Arrangement(beside=True, stacked=True), Arrangement(beside=False, stacked=True))


class Planner:
    """Chooses the arrangement that gives the largest people, side by side when that is easy."""

    def __init__(
        self, headings: tuple[Heading, Heading], spacing: Spacing, px_per_mm: float
    ) -> None:
        self._headings = headings
        self._spacing = spacing
        self._least = LEAST_CELL_MM * px_per_mm
        self._usual = USUAL_CELL_MM * px_per_mm
        self._tight = _TIGHT_CELL_MM * px_per_mm
        self._most = _MOST_CELL_MM * px_per_mm
        self._easy = _EASY_CELL_MM * px_per_mm

    def plan(self, width: float, height: float) -> Plan:
        """Return the plan for a space in px; people are 3.5 mm or more wherever there is room."""
        return self._choose(width, height, self._most)

    def usual_height(self, width: float) -> float:
        """Return the height in px that shows people at their usual size."""
        return self._choose(width, None, self._usual).height

    def least_height(self, width: float) -> float:
        """Return the least height in px, with people 3.5 mm high."""
        return self._choose(width, None, self._least).height

    def _choose(self, width: float, height: float | None, most: float) -> Plan:
        best = self._best(_PAIRED, width, height, most)
        if best is None or best.cell < min(self._easy, most):
            stacked = self._best(_STACKED, width, height, most)
            if best is None or (stacked is not None and stacked.cell > best.cell * 1.15):
                best = stacked
        if best is None:
            best = self._best((*_PAIRED, *_STACKED), width, height, most, self._tight)
        return best or self._lay(_STACKED[1], width, self._least, 0.0)

    def _best(
        self,
        ways: tuple[Arrangement, ...],
        width: float,
        height: float | None,
        most: float,
        least: float | None = None,
    ) -> Plan | None:
        """Return the plan with the largest cell, the lower one of equals, or None if none fits."""
        found: Plan | None = None
        for way in ways:
            fits, head_width = self._cell_that_fits(way, width, height)
            cell = min(most, fits)
            if cell < (self._least if least is None else least) - 1e-6:
                continue
            plan = self._lay(way, width, cell, head_width)
            larger = found is None or plan.cell > found.cell * 1.02
            lower = found is not None and plan.cell > found.cell * 0.98
            if larger or (lower and found is not None and plan.height < found.height):
                found = plan
        return found

    def _column(self, way: Arrangement, width: float) -> float:
        return width if way.stacked else (width - self._spacing.outer) / 2

    def _head_width(self) -> float:
        return max(heading.least_width for heading in self._headings)

    def _cell_that_fits(
        self, way: Arrangement, width: float, height: float | None
    ) -> tuple[float, float]:
        """Return the side of a cell and the width of a heading, in px; no side where none fits."""
        column, least = self._column(way, width), self._head_width()
        if not way.beside:
            cell = column / _WIDE
            if height is None:
                return cell, column
            room = (height - self._spacing.outer) / 2 if way.stacked else height
            room -= self._head_height(column) + self._spacing.inner
            return min(cell, room / _HIGH), column
        cell = (column - least - self._spacing.inner) / _WIDE
        if height is None:
            return cell, least
        room = (height - self._spacing.outer) / 2 if way.stacked else height
        cell = min(cell, room / _HIGH)
        # A heading of few words stands close to its grid; a long one takes what the grid leaves.
        for head in (least, column - self._spacing.inner - cell * _WIDE):
            if self._head_height(head) <= room:
                return cell, head
        return 0.0, least

    def _head_height(self, width: float) -> float:
        return max(heading.height_at(width) for heading in self._headings)

    def _lay(self, way: Arrangement, width: float, cell: float, head: float) -> Plan:
        column = self._column(way, width)
        wide, high = cell * _WIDE, cell * _HIGH
        head_width = head if way.beside else column
        head_height = self._head_height(head_width)
        tall = max(high, head_height) if way.beside else head_height + self._spacing.inner + high
        headings: list[Area] = []
        grids: list[Area] = []
        for index in range(2):
            x = 0.0 if way.stacked else index * (column + self._spacing.outer)
            y = index * (tall + self._spacing.outer) if way.stacked else 0.0
            headings.append(Area(x, y, head_width, head_height))
            if way.beside:
                grids.append(Area(x + head_width + self._spacing.inner, y, wide, high))
            else:
                grids.append(Area(x, y + head_height + self._spacing.inner, wide, high))
        total = 2 * tall + self._spacing.outer if way.stacked else tall
        return Plan(way, cell, (headings[0], headings[1]), (grids[0], grids[1]), total)


def cells(grid: Area, cell: float, *, mirrored: bool) -> tuple[Area, ...]:
    """Return the hundred cells in the order they are filled: row by row from the reading side."""
    aisle = _AISLE * cell
    places: list[Area] = []
    for row in range(SIDE):
        for column in range(SIDE):
            across = (column - PERSON_SIDE) * cell + (aisle if column >= SIDE // 2 else 0.0)
            x = grid.x + (grid.width - across - cell if mirrored else across)
            y = grid.y + (row - PERSON_TOP) * cell + (aisle if row >= SIDE // 2 else 0.0)
            places.append(Area(x, y, cell, cell))
    return tuple(places)
