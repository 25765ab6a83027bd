"""What a finger must do to press: one place for all buttons, between the glass and the window."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent

from kiosk.domain.press import Spot, Tap, is_again, is_palm, strayed
from kiosk.domain.session import Settings
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import GlassView
from kiosk.ui.widgets.keypad import Keypad

_OUTSIDE = QPointF(-10_000.0, -10_000.0)


class _Finger(Enum):
    """How far a press has come."""

    UP = auto()
    IGNORED = auto()
    WAITING = auto()
    DOWN = auto()
    STRAYED = auto()


class Fingers(QObject):
    """An event filter for the top-level QWindow.

    It keeps back what a trembling or resting hand does; the rest reaches the page, where
    buttons act on release inside. landed tells of a press as soon as it may count.
    """

    landed = Signal()

    def __init__(self, shell: Shell, now: Callable[[], float]) -> None:
        super().__init__()
        self._shell, self._now = shell, now
        self._hold_ms, self._calm = 0, False
        self._finger = _Finger.UP
        self._start = QPointF()
        self._last: Tap | None = None
        self._page: tuple[str, int] | None = None
        self._turned = False
        self._palm = False
        self._own = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._held)
        shell.page_shown.connect(self._page_shown)

    def obey(self, _view: object, settings: Settings) -> None:
        """Take what this person has set."""
        self._hold_ms, self._calm = settings.hold_ms, settings.calm

    def _page_shown(self) -> None:
        view, page = self._shell.view, self._shell.page
        here = None if view is None or page is None else (view.key, page.screen_index)
        self._turned = self._turned or here != self._page
        self._page = here

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what does not count."""
        if self._own:
            return False
        if isinstance(event, QTouchEvent):
            self._count(event)
            return False
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind is QEvent.Type.MouseMove:
            return self._moved(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if kind is QEvent.Type.MouseButtonPress:
            return self._pressed(event.position())
        if kind is QEvent.Type.MouseButtonRelease:
            return self._released()
        # A quick second press reaches the page only as a double click, told after it was judged.
        return self._finger is not _Finger.DOWN

    def _count(self, event: QTouchEvent) -> None:
        """Take back the press when more of a hand lies down; Qt makes presses of one finger."""
        kind = event.type()
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._palm = False
        if kind is QEvent.Type.TouchCancel:
            self._take_back()
            self._finger = _Finger.UP
        elif is_palm(event.pointCount()):
            self._palm = True
            self._take_back()

    def _take_back(self) -> None:
        self._wait.stop()
        if self._finger in (_Finger.DOWN, _Finger.STRAYED):
            self._send(QEvent.Type.MouseButtonRelease, _OUTSIDE)
        if self._finger is not _Finger.UP:
            self._finger = _Finger.IGNORED

    def _pressed(self, place: QPointF) -> bool:
        now, spot = self._now(), self._spot(place)
        again = is_again(
            self._last,
            now,
            spot,
            calm=self._calm,
            typing=self._is_key(place),
            turned=self._turned,
        )
        if self._palm or again:
            self._finger = _Finger.IGNORED
            return True
        self.landed.emit()
        self._start = place
        if self._hold_ms:
            self._finger = _Finger.WAITING
            self._wait.start(self._hold_ms)
            return True
        self._finger = _Finger.DOWN
        return False

    def _held(self) -> None:
        """The finger has stayed: now the button shows that it is pressed."""
        if self._finger is _Finger.WAITING:
            self._finger = _Finger.DOWN
            self._send(QEvent.Type.MouseButtonPress, self._start)

    def _moved(self, place: QPointF) -> bool:
        away = strayed(self._spot(self._start), self._spot(place))
        if self._finger is _Finger.DOWN and away:
            self._finger = _Finger.STRAYED
        elif self._finger is _Finger.WAITING and away:
            self._wait.stop()
            self._finger = _Finger.IGNORED
        return self._finger not in (_Finger.UP, _Finger.STRAYED)

    def _released(self) -> bool:
        was, self._finger = self._finger, _Finger.UP
        self._wait.stop()
        if was in (_Finger.DOWN, _Finger.STRAYED):
            self._last, self._turned = Tap(self._now(), self._spot(self._start)), False
        if was is _Finger.DOWN:
            # However far it trembled, it lets go where it pressed.
            self._send(QEvent.Type.MouseButtonRelease, self._start)
        return was not in (_Finger.UP, _Finger.STRAYED)

    def _send(self, kind: QEvent.Type, place: QPointF) -> None:
        window = self._shell.windowHandle()
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        held = left if kind is QEvent.Type.MouseButtonPress else none
        event = QMouseEvent(
            kind, place, window.mapToGlobal(place), left, held, Qt.KeyboardModifier.NoModifier
        )
        self._own = True
        QCoreApplication.sendEvent(window, event)
        self._own = False

    def _is_key(self, place: QPointF) -> bool:
        if isinstance(self._shell.view, GlassView):
            # Its squares are stroked, one stroke soon after the other.
            return True
        under = self._shell.childAt(place.toPoint())
        return under is not None and isinstance(under.parentWidget(), Keypad)

    def _spot(self, place: QPointF) -> Spot:
        per_mm = self._shell.theme.metrics.px_per_mm
        return Spot(place.x() / per_mm, place.y() / per_mm)
