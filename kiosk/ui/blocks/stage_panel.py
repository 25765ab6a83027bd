"""A mechanism drawing with the buttons that do all that a tap on it does."""

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.stage.colours import StageColours
from kiosk.ui.stage.view import StageView
from kiosk.ui.theme.palette import Palette
from kiosk.ui.theme.theme import Theme
from kiosk.ui.verbs import Command, Verb, say
from kiosk.ui.views.sheet import FigureItem, StageWords
from kiosk.ui.widgets.bars import mirror
from kiosk.ui.widgets.button import TouchButton

_HIGH_MM = 14.0
_GAP_MM = 3.0
# Beside the word of a button: its padding, its icon and the space between them.
_BESIDE_MM = 16.0
_TIGHT_MM = 4.0
_ICON_MM = 8.5
# A page stands still at first; the next one is laid out meanwhile, and no frame waits for that.
STILL_MS = 160
# Wider than this many times its height, a card has more room at its side than below.
_FLAT = 1.9


class PlayPressed(Command):
    """Play, pause, or play on."""


class PartPressed(Command):
    """Move from where one part starts."""


class SidePressed(Command):
    """Show one of the two stills that are compared."""


def stage_colours(palette: Palette) -> StageColours:
    """Return the colours a drawing takes from a palette."""
    return StageColours(
        palette.ink,
        palette.surface,
        palette.tint,
        palette.glutamate,
        palette.ampa,
        palette.nmda,
        palette.medicine,
        palette.bdnf,
        border=palette.border if palette.flat else "",
        flat=palette.flat,
        ground=palette.bg,
    )


class StagePanel(QWidget):
    """The drawing above, a row of buttons below; without motion only what stands still."""

    def __init__(self, theme: Theme, item: FigureItem) -> None:
        super().__init__()
        self._theme = theme
        self._words = item.words or StageWords("", "", "")
        self._paused, self._waits, self._icons = False, False, True
        self._still = QTimer(self, interval=STILL_MS, singleShot=True)
        self._play: TouchButton | None = None
        self._sides: dict[str, TouchButton] = {}
        font = theme.font("small")
        look = stage_colours(theme.palette)
        self.view = StageView(look, font.pixelSize(), theme.metrics.px_per_mm, font.family())
        self.view.setParent(self)
        self.view.show_scene(item.scene, dict(item.labels), item.description)
        self.view.set_motion(theme.motion)
        self._buttons = self._make_buttons()
        self.view.started.connect(self._name_play)
        self.view.finished.connect(self._name_play)
        self.view.tapped.connect(self._tapped)
        self._still.timeout.connect(self.view.play)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _make_buttons(self) -> list[TouchButton]:
        words = self._words
        if words.sides:
            for which, text, description in words.sides:
                verb = say(SidePressed, which, description)
                self._sides[which] = self._button(text, verb)
            return list(self._sides.values())
        if not self._theme.motion or not words.again:
            return []
        self._play = self._button(words.again, say(PlayPressed), "rotate-ccw")
        parts = (self._button(text, say(PartPressed, part), "play") for part, text in words.parts)
        return [self._play, *parts]

    def _button(self, text: str, verb: Verb, icon: str = "") -> TouchButton:
        button = TouchButton(self._theme, text, verb, icon=icon)
        button.set_role("tool")
        button.setParent(self)
        button.asked.connect(self._pressed)
        return button

    def lay_out(self) -> None:
        """Place and work out the drawing while the page is still hidden and told of no size."""
        self._place()
        self.view.lay_out()

    def begin(self) -> None:
        """Move once, as the page is opened; the comparison of two stills waits to be asked."""
        self._waits = not self._sides
        self._begin_when_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move, where that was asked for before the page was in front."""
        super().showEvent(event)
        self._begin_when_seen()

    def _begin_when_seen(self) -> None:
        if self._waits and self.view.isVisible():
            self._waits = False
            self._still.start()

    def _pressed(self, verb: Verb) -> None:
        self._still.stop()
        if verb.event is SidePressed:
            self._show_side(verb)
        elif verb.event is PartPressed:
            self._play_part(str(verb.values[0]))
        elif self.view.playing():
            self._paused = True
            self.view.pause()
        else:
            self._paused = False
            self.view.play()
        self._name_play()

    def _show_side(self, verb: Verb) -> None:
        which, description = (str(value) for value in verb.values)
        self.view.show_side(which, description)
        for (name, text, words), button in zip(
            self._words.sides, self._sides.values(), strict=True
        ):
            icon = "check" if name == which else ""
            button.set_label(text, icon, say(SidePressed, name, words))

    def _play_part(self, part: str) -> None:
        self._paused = False
        self.view.play_part(part)

    def _tapped(self, part: str) -> None:
        """Play the part that was tapped; elsewhere on the drawing, all of it."""
        self._still.stop()
        if self._sides:
            return
        if part:
            self._play_part(part)
        else:
            self.view.play()
        self._paused = False
        self._name_play()

    def _name_play(self) -> None:
        if self._play is None:
            return
        words = self._words
        text, icon = words.again, "rotate-ccw"
        if self.view.playing():
            text, icon = words.pause, "pause"
        elif self._paused:
            text, icon = words.go_on, "play"
        self._play.set_label(text, icon if self._icons else "", say(PlayPressed))

    def _row_height(self) -> int:
        return self._theme.px(_HIGH_MM + _GAP_MM) if self._buttons else 0

    def hasHeightForWidth(self) -> bool:
        """The drawing keeps its shape where it can."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px of drawing and buttons."""
        return self.view.heightForWidth(width) + self._row_height()

    def minimumSizeHint(self) -> QSize:
        """Return the room in px that its buttons take below it, without their icons."""
        gaps = self._theme.px(_GAP_MM) * (len(self._buttons) - 1)
        return QSize(sum(self._longest(one) for one in self._buttons) + max(0, gaps), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the drawing and its buttons anew."""
        self._place()

    def _place(self) -> None:
        """Place the buttons below the drawing, or beside it where it would become too low."""
        if not self._buttons:
            self.view.setGeometry(self.rect())
        elif self.width() > _FLAT * self.height():
            self._place_beside()
        else:
            self._place_below()

    def _place_below(self) -> None:
        gap, high = self._theme.px(_GAP_MM), self._theme.px(_HIGH_MM)
        self.view.setGeometry(0, 0, self.width(), max(1, self.height() - high - gap))
        room = self.width() - gap * (len(self._buttons) - 1)
        widths = self._widths(room)
        left = (room - sum(widths)) // 2
        for button, wide in zip(self._buttons, widths, strict=True):
            box = QRect(left, self.height() - high, wide, high)
            button.setGeometry(mirror(self, box))
            left += wide + gap

    def _widths(self, room: int) -> list[int]:
        """Equal where that fits; else by their words, without the icons if need be."""
        count, usual = len(self._buttons), self._usual_width()
        if usual * count <= room:
            return [usual] * count
        icon = self._theme.px(_ICON_MM) if self._icons else 0
        needed = [self._longest(button) + icon for button in self._buttons]
        if self._icons and sum(needed) > room:
            self._icons = False
            self._name_play()
            for button, (_, text) in zip(self._buttons[1:], self._words.parts, strict=False):
                button.set_label(text, "", button.verb)
            needed = [self._longest(button) for button in self._buttons]
        spare = (room - sum(needed)) // count
        return [wide + spare for wide in needed]

    def _longest(self, button: TouchButton) -> int:
        """Return the room in px for the longest name a button may get, without its icon."""
        words = self._words
        names = (words.again, words.pause, words.go_on) if button is self._play else ()
        metrics = QFontMetrics(self._theme.font("tool"))
        longest = max(metrics.horizontalAdvance(name) for name in (*names, button.text()))
        return longest + self._theme.px(_TIGHT_MM)

    def _place_beside(self) -> None:
        gap, high = self._theme.px(_GAP_MM), self._theme.px(_HIGH_MM)
        wide = min(self._usual_width(), self.width() // 2)
        left = self.width() - wide
        self.view.setGeometry(mirror(self, QRect(0, 0, left - gap, self.height())))
        count = len(self._buttons)
        top = (self.height() - high * count - gap * (count - 1)) // 2
        for index, button in enumerate(self._buttons):
            box = QRect(left, top + index * (high + gap), wide, high)
            button.setGeometry(mirror(self, box))

    def _usual_width(self) -> int:
        words = self._words
        names = [
            words.again,
            words.pause,
            words.go_on,
            *(button.text() for button in self._buttons),
        ]
        metrics = QFontMetrics(self._theme.font("tool"))
        longest = max(metrics.horizontalAdvance(name) for name in names)
        return longest + self._theme.px(_BESIDE_MM)
