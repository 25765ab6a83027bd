"""Buttons for fingers: they act on release inside, never on a held key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Verb
from kiosk.ui.widgets.keys import taken_by

RADIUS_MM = 3.2
BORDER_MM = 0.5
PAD_MM = 6.0
ICON_GAP_MM = 2.5
_PRESSED_INSET_MM = 1.4


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of button is coloured, by roles of the palette; weight is of its line."""

    ground: str
    text: str
    border: str
    pressed: str = "pressed"
    weight: float = 1.0


LOOKS = {
    "primary": Look("primary", "on_primary", "primary", "ink2"),
    "plain": Look("surface", "primary", "primary"),
    "help": Look("surface", "help", "help"),
    "quiet": Look("", "primary", ""),
}


class TouchButton(QAbstractButton):
    """A labelled button that says its verb when it is pressed and let go inside."""

    asked = Signal(object)

    def __init__(
        self, theme: Theme, text: str, verb: Verb | None, *, kind: str = "plain", icon: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.kind, self._look = kind, LOOKS[kind]
        self._icon = icon
        self._arrow = icon in ("arrow-right", "arrow-left")
        self._icon_after = self._arrow and kind == "primary"
        self._role = "row"
        self._verb = verb
        self._stacked = False
        self._discreet = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._say)

    def set_role(self, role: str) -> None:
        """Set the text in another role of the theme."""
        self._role = role
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Look like another kind of button: loud for the way on, plain for any other."""
        self.kind, self._look = kind, LOOKS[kind]
        self._icon_after = self._arrow and kind == "primary"
        self.update()

    @property
    def role(self) -> str:
        """The role of the theme its text is set in."""
        return self._role

    def set_stacked(self, stacked: bool) -> None:
        """Put the icon above the word, for narrow bars."""
        self._stacked = stacked
        self.updateGeometry()

    def set_discreet(self, discreet: bool) -> None:
        """Never look pressed: somebody near must not see which key of a secret it was."""
        self._discreet = discreet

    def set_label(self, text: str, icon: str, verb: Verb | None) -> None:
        """Change what the button says and does."""
        same = (icon, text) == (self._icon, self.text())
        self._icon, self._verb = icon, verb
        self.setAccessibleName(text)
        if not same:
            self.setText(text)
            self.updateGeometry()
            self.update()

    @property
    def verb(self) -> Verb | None:
        """What it says when it is pressed."""
        return self._verb

    def set_words(self, text: str, spoken: str) -> None:
        """Show shorter words, while the spoken name keeps all of them."""
        self.setText(text)
        self.setAccessibleName(spoken)

    def _say(self) -> None:
        if self._verb is not None:
            self.asked.emit(self._verb)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press like Space, and leave the arrows to the window."""
        if not taken_by(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a size of at least a main target that holds icon and text on one line."""
        metrics = QFontMetrics(self._theme.font(self._role))
        words = metrics.horizontalAdvance(self.text())
        icon = self._icon_side() if self._icon else 0
        gap = self._theme.px(ICON_GAP_MM) if icon and self.text() else 0
        least = self._theme.metrics.main_target
        if self._stacked:
            width = max(words, icon) + self._theme.px(2.0)
            return QSize(max(width, self._theme.px(12.7)), self._theme.px(12.7))
        pad = 2 * self._theme.px(PAD_MM if self._look.border else 2.5)
        return QSize(max(words + icon + gap + pad, least), least)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its text."""
        return self.sizeHint()

    def words_size(self) -> QSize:
        """Return the room in px that icon and word are painted on, without any padding."""
        metrics = QFontMetrics(self._theme.font(self._role))
        words = metrics.horizontalAdvance(self.text())
        side = self._icon_side() if self._icon else 0
        if self._stacked:
            return QSize(max(words, side), side + self._line())
        gap = self._theme.px(ICON_GAP_MM) if side and self.text() else 0
        return QSize(words + side + gap, max(self._line(), side))

    def _line(self) -> int:
        return self._theme.letters_height(self._role)

    def _icon_side(self) -> int:
        return round(self._theme.font(self._role).pixelSize() * 1.05)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, border, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        down = self.isDown() and not self._discreet
        paint_box(painter, self._theme, QRectF(self.rect()), self._look, down=down)
        if self._stacked:
            self._paint_stacked(painter)
        else:
            self._paint_row(painter)

    def _paint_row(self, painter: QPainter) -> None:
        font = self._theme.font(self._role)
        painter.setFont(font)
        painter.setPen(self._theme.colour(self._look.text))
        words = QFontMetrics(font).horizontalAdvance(self.text())
        side = self._icon_side() if self._icon else 0
        gap = self._theme.px(ICON_GAP_MM) if side and self.text() else 0
        left = (self.width() - words - side - gap) / 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_first = self._icon_after == rtl
        text_left = left + (side + gap if icon_first else 0)
        lift = self._theme.lift(self._role, self.text())
        box = QRectF(text_left - 2, -lift, words + 4, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if side:
            x = left if icon_first else left + words + gap
            y = (self.height() - side) / 2
            painter.drawPixmap(round(x), round(y), self._pixmap(side))

    def _paint_stacked(self, painter: QPainter) -> None:
        font = self._theme.font(self._role)
        side = self._icon_side()
        height = side + self._line()
        top = (self.height() - height) // 2
        painter.drawPixmap((self.width() - side) // 2, top, self._pixmap(side))
        painter.setFont(font)
        painter.setPen(self._theme.colour(self._look.text))
        lift = self._theme.lift(self._role, self.text())
        box = QRectF(0, top + side - lift, self.width(), self._line())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _pixmap(self, side: int) -> QPixmap:
        return self._theme.icon(self._icon, self._look.text, side)


def paint_box(
    painter: QPainter, theme: Theme, rect: QRectF, look: Look, *, down: bool = False
) -> None:
    """Paint a rounded box; down gives the pressed ground, and a second line within the first."""
    edge = max(1.0, BORDER_MM * look.weight * theme.metrics.px_per_mm)
    inner = rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    flat = theme.palette.flat
    ground = look.pressed if down and not flat else look.ground
    painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour(look.border), edge) if look.border else QPen(QColor(0, 0, 0, 0))
    painter.setPen(pen)
    radius = RADIUS_MM * theme.metrics.px_per_mm
    painter.drawRoundedRect(inner, radius, radius)
    if down:
        # A ground alone is too faint on a dark button, and for eyes that tell few shades apart.
        away = _PRESSED_INSET_MM * theme.metrics.px_per_mm
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(look.text), 2 * BORDER_MM * theme.metrics.px_per_mm))
        painter.drawRoundedRect(rect.adjusted(away, away, -away, -away), radius, radius)


def fit_words(
    buttons: Sequence[TouchButton],
    width: int,
    roles: Sequence[str] = ("row", "label", "tool", "tight"),
) -> bool:
    """Set the words of all buttons as large as a width in px allows; says whether they fit."""
    for role in roles:
        for button in buttons:
            button.set_role(role)
        if all(button.sizeHint().width() <= width for button in buttons):
            return True
    return False


def line_height(theme: Theme, role: str) -> int:
    """Return the tight line height of a role in px, for labels of two lines."""
    return round(theme.font(role).pixelSize() * theme.metrics.title_leading)
