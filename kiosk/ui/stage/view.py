"""The widget that shows one mechanism drawing on its card, still or moving."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.stage.colours import StageColours
from kiosk.ui.stage.frame import ASPECT, Frame
from kiosk.ui.stage.held import Held
from kiosk.ui.stage.layers import Layers
from kiosk.ui.stage.lettering import Names
from kiosk.ui.stage.scenes import duration, scene, side
from kiosk.ui.stage.shapes import Shape
from kiosk.ui.stage.timeline import moving
from kiosk.ui.stage.touch import starts_at, tapped_part

_CORNER_MM = 3.2
_WIDE_MM = 120.0
_SMALL_MM = 60.0
_FRAME_MS = 16


class StageView(QWidget):
    """One drawing on a rounded card; nothing is scheduled unless it is playing and visible."""

    started = Signal()
    finished = Signal()
    tapped = Signal(str)

    def __init__(
        self,
        colours: StageColours,
        label_px: int,
        px_per_mm: float,
        family: str = "",
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start empty and still; `clock` gives seconds, so tests can hold it."""
        super().__init__(parent)
        self._clock = clock
        self._name, self._side = "", ""
        self._labels: dict[str, str] = {}
        self._motion = False
        self._moment: float | None = None
        self._began = 0.0
        self._held = Held()
        self._layers: Layers | None = None
        self._followed: object = ()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._step)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_look(colours, label_px, px_per_mm, family)

    def set_look(
        self, colours: StageColours, label_px: int, px_per_mm: float, family: str = ""
    ) -> None:
        """Take new colours, a label size in px and the screen's px per mm."""
        self._colours = colours
        # Else each frame has the page and the window beneath it painted, too.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, bool(colours.ground))
        self._px_per_mm = px_per_mm
        self._label_font = QFont(family) if family else QFont(self.font())
        self._label_font.setPixelSize(max(1, label_px))
        self._label_font.setWeight(QFont.Weight.DemiBold)
        self._layers = None
        self.updateGeometry()
        self.update()

    def show_scene(self, name: str, labels: Mapping[str, str], description: str) -> None:
        """Show the still picture of a scene; words come in ready to read, by label key.

        Raises UnknownSceneError for a scene that cannot be drawn.
        """
        duration(name)
        self._rest()
        self._name, self._side = name, ""
        self._labels = dict(labels)
        self.setAccessibleName(description)

    def show_side(self, which: str, description: str) -> None:
        """Show one still of the pair that the last scene compares."""
        self._rest()
        self._side = which
        self.setAccessibleName(description)

    def set_motion(self, enabled: bool) -> None:
        """Allow moving, or forbid it and fall back to the still picture."""
        self._motion = enabled
        if not enabled:
            self._rest()

    def lay_out(self) -> None:
        """Work out the picture before it is seen, so that it only has to be copied then."""
        self._follow(self._laid_out())

    def play(self) -> None:
        """Move from the start, or go on after a pause; does nothing where motion is off."""
        if not (self._motion and self._name and self.isVisible()) or self.playing():
            return
        self._began = self._clock() - (self._moment or 0.0)
        self._moment = self._moment or 0.0
        self._timer.start()
        self.started.emit()
        self.update()

    def play_part(self, group: str) -> None:
        """Move from where a group starts, whatever moved before."""
        self._rest()
        if self._motion and self._name:
            self._moment = starts_at(self._name, group)
            self.play()

    def pause(self) -> None:
        """Hold the picture where it is."""
        self._timer.stop()

    def playing(self) -> bool:
        """Return whether the picture is moving now."""
        return self._timer.isActive()

    def moment(self) -> float | None:
        """Return the seconds shown, or None for the still picture."""
        return self._moment

    def holds(self) -> int:
        """Return how many parts are held for the next frame."""
        return len(self._held)

    def _rest(self) -> None:
        self._timer.stop()
        self._moment = None
        self._held, self._layers = Held(), None
        self.update()

    def _step(self) -> None:
        self._moment = self._clock() - self._began
        ended = self._moment >= duration(self._name)
        if ended:
            self._timer.stop()
            self._moment = None
        # The still picture differs little from the last frame, too: nothing is painted from anew.
        self.update(self._follow(self._laid_out()))
        if ended:
            self.finished.emit()

    def hasHeightForWidth(self) -> bool:
        """Return True: the card keeps the drawing's shape where it can."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px that shows the drawing without spare space."""
        return round(width * ASPECT)

    def sizeHint(self) -> QSize:
        """Return a comfortable size in px."""
        wide = round(_WIDE_MM * self._px_per_mm)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which the drawing is still clear."""
        wide = round(_SMALL_MM * self._px_per_mm)
        return QSize(wide, self.heightForWidth(wide))

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop, and be still when shown again."""
        self._rest()
        super().hideEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that the picture was tapped, and on which part of it, if any."""
        place = event.position()
        if self.rect().contains(place.toPoint()):
            frame = Frame(self.width(), self.height())
            tap = (place.x(), place.y())
            self.tapped.emit(tapped_part(self._name, tap, frame, self._px_per_mm))
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands still from its pictures, and the rest afresh."""
        layers = self._laid_out()
        self._follow(layers)
        painter = QPainter(self)
        layers.paint(painter, event.rect())
        painter.end()

    def _laid_out(self) -> Layers:
        """Return the layers for the card as large as it is now."""
        if self._layers is None or not self._layers.fits(self.size(), self.devicePixelRatio()):
            frame = Frame(self.width(), self.height())
            names = Names(self._labels, frame, self._label_font)
            corner = _CORNER_MM * self._px_per_mm
            self._followed = ()
            self._layers = Layers(
                self.size(), self.devicePixelRatio(), self._colours, corner, names
            )
        return self._layers

    def _follow(self, layers: Layers) -> QRect:
        """Bring the layers to the moment that is shown; return the px that it changes."""
        shown = self._name, self._side, self._moment
        if shown == self._followed:
            return QRect()
        self._followed = shown
        group = moving(self._name, self._moment) if self._name else ""
        return layers.follow(self._draw(), group)

    def _draw(self) -> tuple[Shape, ...]:
        if self._side:
            return side(self._side)
        if not self._name:
            return ()
        self._held.next_frame()
        return scene(self._name, self._moment, self._held)
