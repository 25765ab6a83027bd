"""How many people in a hundred: two grids of people, filled or outlined, with big numbers."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.errors import BadInputError
from kiosk.ui.blocks.icon_plan import (
    PERSON_SIDE,
    PERSON_TOP,
    SIDE,
    Area,
    Heading,
    Plan,
    Planner,
    Spacing,
    cells,
)

PEOPLE = SIDE * SIDE
_INNER_MM = 3.2
_OUTER_MM = 10.0
_TALL = 100_000
# Shares of the size that was chosen; no patient text goes below the last (acceptance row A-10).
_LETTERS = (1.0, 0.85, 0.72)


class CountError(BadInputError):
    """A count of people is not between 0 and 100."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} people out of 100 cannot be drawn. Give a number from 0 to 100.")


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """One grid: how many of 100 are filled, the big number and the words after it."""

    count: int
    number: str
    label: str

    def __post_init__(self) -> None:
        if not 0 <= self.count <= PEOPLE:
            raise CountError(self.count)


@dataclass(frozen=True, slots=True)
class IconArrayLook:
    """Sizes in px and colours as `#rrggbb`; filled and outlined people differ in shape too."""

    px_per_mm: float
    number_px: int
    label_px: int
    ink: str
    label: str
    filled: str
    outline: str
    family: str = ""


class IconArray(QWidget):
    """Two groups of a hundred people; its accessible name says the same in words."""

    def __init__(
        self,
        first: PeopleGroup,
        second: PeopleGroup,
        twin: str,
        look: IconArrayLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._groups = (first, second)
        self.set_look(look)
        self.set_groups(first, second, twin)

    def set_groups(self, first: PeopleGroup, second: PeopleGroup, twin: str) -> None:
        """Show other numbers; `twin` is the whole picture as a sentence."""
        self._groups = (first, second)
        self.setAccessibleName(twin)
        self.updateGeometry()
        self.update()

    def set_look(self, look: IconArrayLook) -> None:
        """Take new sizes and colours."""
        self._look = look
        self._set_letters(1.0)
        self.updateGeometry()
        self.update()

    def _set_letters(self, share: float) -> None:
        look = self._look
        self._number_font = self._font(round(look.number_px * share), QFont.Weight.Bold)
        self._label_font = self._font(round(look.label_px * share), QFont.Weight.Normal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words smaller where they would otherwise push a group off the screen."""
        self.fits(self.width(), self.height())

    def fits(self, width: int, height: int) -> bool:
        """Set the words as large as a space in px lets them, and say whether it holds it all."""
        for share in _LETTERS:
            self._set_letters(share)
            if not _cut(self._planner().plan(width, height), width, height):
                return True
        return False

    def _font(self, px: int, weight: QFont.Weight) -> QFont:
        font = QFont(self._look.family) if self._look.family else QFont(self.font())
        font.setPixelSize(max(1, px))
        font.setWeight(weight)
        return font

    def plan(self) -> Plan:
        """Return the layout at the widget's present size, as it reads from the left."""
        return self._planner().plan(self.width(), self.height())

    def is_cut(self) -> bool:
        """Say whether the space is too small for both groups and their words."""
        return _cut(self.plan(), self.width(), self.height())

    def people(self, index: int) -> tuple[tuple[Area, bool], ...]:
        """Return the cells of group 0 or 1 where they are drawn, each with whether it is filled."""
        plan = self.plan()
        grid = self._turned(plan.grids[index])
        count = self._groups[index].count
        places = cells(grid, plan.cell, mirrored=self._mirrored())
        return tuple((place, order < count) for order, place in enumerate(places))

    def hasHeightForWidth(self) -> bool:
        """Return True: narrow grids need more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px that shows people at their usual size."""
        return round(self._planner().usual_height(width) + 1)

    def least_height(self, width: int) -> int:
        """Return the least height in px at which every person is 3.5 mm high."""
        return round(self._planner().least_height(width) + 1)

    def sizeHint(self) -> QSize:
        """Return a comfortable size in px."""
        wide = round(200 * self._look.px_per_mm)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in px: grids one above the other."""
        planner = self._planner()
        least = round(SIDE * 4 * self._look.px_per_mm)
        return QSize(least, round(planner.least_height(least)))

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _turned(self, area: Area) -> Area:
        return area.mirrored(self.width()) if self._mirrored() else area

    def _planner(self) -> Planner:
        look = self._look
        first, second = (self._heading(group) for group in self._groups)
        spacing = Spacing(_INNER_MM * look.px_per_mm, _OUTER_MM * look.px_per_mm)
        return Planner((first, second), spacing, look.px_per_mm)

    def _heading(self, group: PeopleGroup) -> Heading:
        number = QFontMetrics(self._number_font)
        label = QFontMetrics(self._label_font)
        longest = max((label.horizontalAdvance(word) for word in group.label.split()), default=0)

        def height_at(width: float) -> float:
            return self._heading_height(group, width)

        return Heading(max(number.horizontalAdvance(group.number), longest) + 2.0, height_at)

    def _in_one_line(self, group: PeopleGroup, width: float) -> bool:
        number = QFontMetrics(self._number_font).horizontalAdvance(group.number)
        label = QFontMetrics(self._label_font).horizontalAdvance(group.label)
        return number + self._word_gap() + label <= width

    def _word_gap(self) -> int:
        return QFontMetrics(self._number_font).horizontalAdvance(" ")

    def _baseline(self) -> int:
        """Return how far the big numbers rise: a heading starts where its letters start."""
        metrics = QFontMetrics(self._number_font)
        return max(1 - metrics.tightBoundingRect(group.number).top() for group in self._groups)

    def _label_top(self) -> float:
        """Return where the words under the number start, in px below the heading's top."""
        label = QFontMetrics(self._label_font)
        return self._baseline() + 0.7 * label.capHeight() - (label.ascent() - label.capHeight()) / 2

    def _heading_height(self, group: PeopleGroup, width: float) -> float:
        if self._both_in_one_line(width):
            return self._baseline() + QFontMetrics(self._label_font).descent()
        return self._label_top() + self._wrapped(group.label, width).height()

    def _both_in_one_line(self, width: float) -> bool:
        """Return whether both headings fit on a line, so that the two always look alike."""
        return all(self._in_one_line(group, width) for group in self._groups)

    def _wrapped(self, text: str, width: float) -> QRect:
        box = QRect(0, 0, max(1, int(width)), _TALL)
        metrics = QFontMetrics(self._label_font)
        return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap.value, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both groups."""
        del event
        plan = self.plan()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        for index, group in enumerate(self._groups):
            self._paint_heading(painter, group, plan.headings[index])
            self._paint_people(painter, index, plan.cell)
        painter.end()

    def _paint_heading(self, painter: QPainter, group: PeopleGroup, area: Area) -> None:
        number, label = QFontMetrics(self._number_font), QFontMetrics(self._label_font)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        above = number.ascent() - self._baseline()
        line = Area(area.x, area.y - above, area.width, number.height())
        painter.setFont(self._fitting(group.number, area.width))
        painter.setPen(QColor(self._look.ink))
        painter.drawText(_rect(self._turned(line)), lead, group.number)
        painter.setFont(self._label_font)
        painter.setPen(QColor(self._look.label))
        if self._both_in_one_line(area.width):
            used = number.horizontalAdvance(group.number) + self._word_gap()
            top = area.y + self._baseline() - label.ascent()
            rest = Area(area.x + used, top, area.width - used, label.height())
            painter.drawText(_rect(self._turned(rest)), lead, group.label)
            return
        top = self._label_top()
        below = Area(area.x, area.y + top, area.width, area.height - top)
        painter.drawText(
            _rect(self._turned(below)), lead | Qt.TextFlag.TextWordWrap.value, group.label
        )

    def _fitting(self, number: str, width: float) -> QFont:
        """Return the font of the number: smaller where a language writes it too long."""
        font = QFont(self._number_font)
        wide = QFontMetrics(font).horizontalAdvance(number)
        if wide > width:
            font.setPixelSize(max(1, int(font.pixelSize() * width / wide)))
        return font

    def _paint_people(self, painter: QPainter, index: int, cell: float) -> None:
        thick = max(1.4, cell * 0.055)
        person = _person(cell, thick)
        solid, line = QColor(self._look.filled), QColor(self._look.outline)
        for place, filled in self.people(index):
            painter.setPen(QPen(solid if filled else line, thick))
            painter.setBrush(solid if filled else Qt.BrushStyle.NoBrush)
            painter.drawPath(person.translated(QPointF(place.x, place.y)))


def _cut(plan: Plan, width: int, height: int) -> bool:
    right = max(area.x + area.width for area in (*plan.grids, *plan.headings))
    return plan.height > height + 1 or right > width + 1


def _rect(area: Area) -> QRectF:
    return QRectF(area.x, area.y, area.width, area.height)


def _person(cell: float, thick: float) -> QPainterPath:
    """Return head and shoulders that fill a cell, with room for a line `thick` px wide."""
    inset = thick / 2
    head = cell * 0.185 - inset
    path = QPainterPath()
    path.addEllipse(QPointF(cell * 0.5, cell * (PERSON_TOP + 0.185)), head, head)
    left, right = cell * PERSON_SIDE + inset, cell * (1 - PERSON_SIDE) - inset
    top, foot, bend = cell * 0.49 + inset, cell * (1 - PERSON_TOP) - inset, cell * 0.09
    middle, shoulder = cell * 0.5, cell * 0.8
    path.moveTo(left + bend, foot)
    path.cubicTo(left + bend * 0.3, foot, left, foot - bend * 0.3, left, foot - bend)
    path.cubicTo(left, (top + shoulder) / 2, left + (middle - left) * 0.4, top, middle, top)
    path.cubicTo(
        right - (right - middle) * 0.4, top, right, (top + shoulder) / 2, right, foot - bend
    )
    path.cubicTo(right, foot - bend * 0.3, right - bend * 0.3, foot, right - bend, foot)
    path.closeSubpath()
    return path
