"""What may happen to a kiosk: fingers, keys, a mouse, and a window manager gone mad."""

import random
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.shell import Shell
from kiosk.ui.walk.screen import Screen

_KEYS = Qt.Key
_HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
_USUAL_KEYS = (
    *(_KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Return),
    *(_KEYS.Key_Tab, _KEYS.Key_Backtab, _KEYS.Key_Escape, _KEYS.Key_Space, _KEYS.Key_Backspace),
)
_ODD_KEYS = (
    *(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)),
    *(getattr(Qt.Key, f"Key_{letter}") for letter in "ACDEPQSVWXZ"),
    *(_KEYS.Key_Delete, _KEYS.Key_Home, _KEYS.Key_End, _KEYS.Key_PageUp, _KEYS.Key_PageDown),
    *(_KEYS.Key_Meta, _KEYS.Key_Menu, _KEYS.Key_Print, _KEYS.Key_Minus, _KEYS.Key_Period),
)
_DIGITS = tuple(getattr(Qt.Key, f"Key_{digit}") for digit in range(10))
_MOST_FINGERS = 5
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


class Mischief:
    """Does one thing after another to a window; the same chance does the same things."""

    def __init__(self, shell: Shell, screen: QGuiApplication, chance: random.Random) -> None:
        self._shell, self._application, self._chance = shell, screen, chance
        self._eyes = Screen(shell)
        self._device = QTest.createTouchDevice()
        # How often each comes, in parts; most of what happens is a finger on a button.
        self._ways: dict[str, tuple[int, Callable[[], None]]] = {
            "press a button": (60, self._press),
            "go on": (15, self._go_on),
            "touch anywhere": (8, self._touch),
            "fingers": (4, self._fingers),
            "press and slide off": (3, self._slide_off),
            "usual key": (8, partial(self._key, _USUAL_KEYS, _HELD[:1])),
            "hotkey": (6, partial(self._key, _USUAL_KEYS + _ODD_KEYS, _HELD)),
            "digits": (3, self._digits),
            "mouse": (3, self._mouse),
            "menu": (1, self._menu),
            "drop": (1, self._drop),
            "window manager": (3, self._window_manager),
        }

    def happen(self) -> str:
        """Do something; returns what kind of thing it was."""
        names = list(self._ways)
        weights = [self._ways[name][0] for name in names]
        (name,) = self._chance.choices(names, weights)
        self._ways[name][1]()
        return name

    def _somewhere(self) -> QPoint:
        size, chance = self._shell.size(), self._chance
        return QPoint(chance.randrange(size.width()), chance.randrange(size.height()))

    def _press(self) -> None:
        buttons = [one for one in self._eyes.buttons() if one.isEnabled()]
        if buttons:
            one = self._chance.choice(buttons)
            spot = QPoint(
                self._chance.randrange(max(1, one.width())),
                self._chance.randrange(max(1, one.height())),
            )
            self._path(one.mapTo(self._shell, spot))

    def _go_on(self) -> None:
        onward = self._shell.foot.onward_button
        if onward.isVisible():
            self._path(onward.mapTo(self._shell, onward.rect().center()))

    def _touch(self) -> None:
        self._path(self._somewhere())

    def _path(self, *places: QPoint) -> None:
        """One finger goes down, along these places, and up."""
        for moment, place in enumerate(places):
            touch = QTest.touchEvent(self._shell, self._device, False)
            (touch.move if moment else touch.press)(0, place, self._shell)
            touch.commit()
        touch = QTest.touchEvent(self._shell, self._device, False)
        touch.release(0, places[-1], self._shell)
        touch.commit()

    def _slide_off(self) -> None:
        """From an edge, or from a button to somewhere else."""
        start, end = self._somewhere(), self._somewhere()
        if self._chance.random() < 0.5:
            start.setX(self._chance.choice((0, self._shell.width() - 1)))
        self._path(start, (start + end) / 2, end)

    def _fingers(self) -> None:
        count = self._chance.randrange(2, _MOST_FINGERS + 1)
        for moment in range(3):
            touch = QTest.touchEvent(self._shell, self._device, False)
            step = (touch.press, touch.move, touch.release)[moment]
            for finger in range(count):
                step(finger, self._somewhere(), self._shell)
            touch.commit()

    def _key(self, keys: tuple[Qt.Key, ...], held: tuple[Qt.KeyboardModifier, ...]) -> None:
        chance = self._chance
        QTest.keyClick(self._shell.windowHandle(), chance.choice(keys), chance.choice(held))

    def _digits(self) -> None:
        for _ in range(6):
            self._key(_DIGITS, _HELD[:1])

    def _mouse(self) -> None:
        handle, spot = self._shell.windowHandle(), self._somewhere()
        button = self._chance.choice(
            (_LEFT, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
        )
        if self._chance.random() < 0.5:
            QTest.mouseDClick(handle, button, pos=spot)
        else:
            QTest.mouseClick(handle, button, pos=spot)
        QTest.mouseMove(handle, self._somewhere())

    def _menu(self) -> None:
        spot = self._somewhere()
        target = self._shell.childAt(spot) or self._shell
        reason = self._chance.choice(list(QContextMenuEvent.Reason))
        QApplication.sendEvent(target, QContextMenuEvent(reason, spot, spot))

    def _drop(self) -> None:
        data, spot, none = QMimeData(), self._somewhere(), _HELD[0]
        data.setText("file:///etc/passwd")
        for event in (
            QDragEnterEvent(spot, _COPY, data, _LEFT, none),
            QDropEvent(QPointF(spot), _COPY, data, _LEFT, none),
        ):
            QApplication.sendEvent(self._shell.childAt(spot) or self._shell, event)

    def _window_manager(self) -> None:
        """Close, minimise, shrink, move or deactivate the window, or turn the screen."""
        shell, screen = self._shell, self._application.primaryScreen()
        size = QRect(0, 0, self._chance.randrange(640, 2000), self._chance.randrange(480, 1400))
        mad: tuple[Callable[[], object], ...] = (
            shell.close,
            shell.showMinimized,
            shell.showNormal,
            shell.showMaximized,
            shell.hide,
            partial(shell.setGeometry, size),
            partial(QApplication.sendEvent, shell, QEvent(QEvent.Type.WindowDeactivate)),
            partial(QApplication.sendEvent, shell, QEvent(QEvent.Type.ApplicationDeactivate)),
        )
        self._chance.choice(mad)()
        screen.geometryChanged.emit(screen.geometry())
