"""The window: bars, one page in front, keys and focus. It knows pages, not rules."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kiosk.domain import events as ev
from kiosk.domain.session import Settings
from kiosk.i18n.catalogue import Words
from kiosk.ui.focus_memory import FocusMemory, Spot
from kiosk.ui.foot import foot_of, way_back
from kiosk.ui.page_shelf import PageShelf
from kiosk.ui.pages.page import LAST_SCREEN, Page
from kiosk.ui.standing import Bars, Reach, stand
from kiosk.ui.theme.metrics import Metrics, diagonal_of
from kiosk.ui.theme.theme import Theme, theme_for
from kiosk.ui.tools import READ_TOOL, read_tool, tools_of, voice_verb
from kiosk.ui.verbs import say
from kiosk.ui.views import screens
from kiosk.ui.views.screens import KeypadView, SavedView, TableView, View, WelcomeView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.widgets.badge_bar import BadgeBar
from kiosk.ui.widgets.bars import FootBar, StepBar, ToolBar
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.spoken_mark import SpokenMark

# How often a page that waits for a finger looks whether it has gone.
HELD_MS = 30


@dataclass(frozen=True)
class Look:
    """What the window needs to know of the place it stands in."""

    assets: Path
    content: Path
    diagonal_mm: float | None
    width_mm: float | None
    speak: Callable[[str], Words]
    demo: bool
    bottom_mm: float | None = None


class Shell(QWidget):
    """Shows views; asked carries what the person wants."""

    asked = Signal(object)
    page_shown = Signal()
    tapped = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setObjectName("shell")
        self._settings: Settings | None = None
        self._view: View | None = None
        self._page: Page | None = None
        self._shelf = PageShelf(self, look.content)
        self._shelf.asked.connect(self.asked)
        self._shelf.turned.connect(self._turned)
        self._built_for: tuple[object, ...] = ()
        self._backwards = False
        self._leaving = False
        self._screens: dict[str, int] = {}
        self._memory = FocusMemory()
        self._keys_in_use = False
        self._later: tuple[View, Settings] | None = None
        self._held = QTimer(self, interval=HELD_MS)
        self._held.timeout.connect(self._let_go)
        self._reading = False
        self.may_close = False
        self.theme = self._theme(Settings())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # What is shown

    def show_view(self, view: View, settings: Settings) -> None:
        """Show a view in this person's settings.

        While a finger holds a button, the same page is not made anew: the press would be lost.
        """
        same = self._view is not None and self._view.key == view.key
        if same and self._is_pressed():
            self._later = (view, settings)
            self._held.start()
            return
        self._forget_later()
        self._settings = settings
        before, spot = self._view, self._focus_spot()
        self._memory.covered(before, spot, leaving=self._leaving)
        self._keep_screen()
        self._build_if_needed(settings)
        self._view = view
        self._show_bars(view)
        box = self._arrange()
        page = self._shelf.show(view, self.theme, box, self._start_of(view))
        if self._page is not None and self._page is not page and isValid(self._page):
            self._page.hide()
        self._page = page
        page.show()
        self._show_foot(view)
        self._focus(self._memory.spot(before, view, self.chain()))
        self._backwards = False
        self.page_shown.emit()

    def prepare(self, view: View) -> None:
        """Lay out what most likely comes next, while the page in front is looked at."""
        if isinstance(view, Sheet) and isinstance(self._view, Sheet):
            self._shelf.prepare(view)

    def _is_pressed(self) -> bool:
        page = self._page
        buttons = page.findChildren(QAbstractButton) if page is not None and isValid(page) else []
        return any(button.isDown() for button in buttons)

    def _let_go(self) -> None:
        """Show what came while a finger was down, once it has gone."""
        if self._later is not None and not self._is_pressed():
            self.show_view(*self._later)

    def _forget_later(self) -> None:
        self._later = None
        self._held.stop()

    @property
    def view(self) -> View | None:
        """What is in front; only for looking."""
        return self._view

    @property
    def page(self) -> Page | None:
        """The page in front; only for looking."""
        return self._page

    def _keep_screen(self) -> None:
        """Remember the screen of a page that is covered; one that was left starts afresh."""
        view, page = self._view, self._page
        if not isinstance(view, Sheet) or page is None:
            return
        if self._leaving:
            self._screens.pop(view.place, None)
        else:
            self._screens[view.place] = page.screen_index

    def forget(self) -> None:
        """Throw away everything that was shown to a person, and where they were."""
        self._screens = {}
        self._memory.forget()
        self._forget_later()
        self._drop_pages()

    def _drop_pages(self) -> None:
        self._shelf.clear()
        self._page, self._view = None, None

    def _theme(self, settings: Settings) -> Theme:
        size = self.size()
        diagonal = diagonal_of(
            size.width(), size.height(), self.look.diagonal_mm, self.look.width_mm
        )
        locale = self.look.speak(settings.language).locale
        script = "arabic" if locale.tag == "ar" else "latin"
        metrics = Metrics(
            size.width(), size.height(), diagonal, settings.size, script, low=settings.low
        )
        return theme_for(
            settings.theme,
            metrics,
            self.look.assets,
            motion=settings.motion,
            script=script,
            rtl=locale.direction == "rtl",
        )

    def _build_if_needed(self, settings: Settings) -> None:
        # The voice changes nothing that is seen.
        seen = replace(settings, speed=0, loudness=0, read_on=False, click=False, switch_keys=())
        wanted = (seen, self.width(), self.height())
        if wanted == self._built_for:
            return
        self._built_for = wanted
        self._drop_pages()
        for name in ("tool_bar", "steps", "foot", "ring", "strip", "mark", "badge"):
            old = getattr(self, name, None)
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        words = self.look.speak(settings.language)
        self.theme = self._theme(settings)
        rtl = self.theme.rtl
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        self.tool_bar = ToolBar(self.theme, tools_of(words, reading=self._reading))
        self.steps = StepBar(self.theme)
        self.foot = FootBar(self.theme)
        self.badge = BadgeBar(self.theme)
        self.strip = Prose(self.theme, "small", "ink2")
        self.strip.set_centred(True)
        self.strip.set_text(words.t("Sample content. Not for patient care."))
        for bar in (self.tool_bar, self.steps, self.foot, self.strip, self.badge):
            bar.setParent(self)
        self.strip.setVisible(self.look.demo)
        self.ring = FocusRing(self.theme, self)
        self.mark = SpokenMark(self.theme, self)
        self.tool_bar.asked.connect(self.asked)
        self.foot.asked.connect(self.asked)
        self.foot.turned.connect(self.go_on)
        self.foot.back.connect(self.go_back)

    def _start_of(self, view: View) -> int:
        """Return the screen a page starts on: where it was covered, else its near end."""
        place = view.place if isinstance(view, Sheet) else view.key
        return self._screens.get(place, LAST_SCREEN if self._backwards else 0)

    # Where things stand

    def _show_bars(self, view: View) -> None:
        tools = isinstance(view, WelcomeView | SavedView)
        tools = tools or (isinstance(view, Sheet | KeypadView) and view.tools)
        # Where nothing else may be opened, a patient may still listen; staff read for themselves.
        alone = not tools and not screens.is_for_staff(view)
        self.tool_bar.setVisible(tools or alone)
        self.tool_bar.show_only(READ_TOOL if alone else None)
        self.foot.setVisible(isinstance(view, Sheet | KeypadView | TableView))
        step = view.step if isinstance(view, Sheet) else None
        self.steps.show_step(step, "")
        self.badge.show_for(view)

    def _arrange(self) -> QRect:
        """Place the bars and return the box of the page."""
        reach = Reach(self.look.bottom_mm, self.settings.low)
        bars = Bars(self.tool_bar, self.steps, self.foot, self.strip, self.badge)
        return stand(bars, self, self.theme, reach)

    def _turned(self) -> None:
        if self._view is not None:
            self._show_foot(self._view)
            self._focus(Spot())
            self.page_shown.emit()

    def _show_foot(self, view: View) -> None:
        foot = foot_of(view, self._page, self.words)
        if isinstance(view, Sheet):
            self.steps.show_step(view.step, foot.page_words)
        self.foot.show_buttons(foot.back, foot.middle, foot.onward, aside=foot.aside)

    @property
    def words(self) -> Words:
        """The words of the language in front."""
        return self.look.speak(self._settings.language if self._settings else "en")

    # What keys and buttons do

    def go_on(self) -> None:
        """Turn to the next screen of the page, or say what its Continue says."""
        if self._page is not None and self._page.turn(1):
            return
        view = self._view
        button = view.skip if isinstance(view, KeypadView) else None
        if isinstance(view, Sheet):
            button = view.onward
        if button is not None and not button.quiet:
            self._leaving = True
            self.asked.emit(button.verb)
            self._leaving = False

    def go_back(self) -> None:
        """Turn to the screen before, or say what the page's Back says."""
        if self._page is not None and self._page.turn(-1):
            return
        button = way_back(self._view)
        if button is not None:
            self._backwards = self._leaving = True
            self.asked.emit(button.verb)
            self._backwards = self._leaving = False

    def chain(self) -> list[QWidget]:
        """Return what a key can reach, in reading order: page, foot, tools."""
        found = self._page.focus_chain() if self._page is not None else []
        if self.foot.isVisibleTo(self):
            found += [one for one in self.foot.buttons if one.isVisibleTo(self.foot)]
        if self.tool_bar.isVisibleTo(self):
            found += [one for one in self.tool_bar.buttons if one.isVisibleTo(self.tool_bar)]
        return found

    def show_reading(self, reading: bool) -> None:
        """Let the button say that it reads, or that it stops."""
        self._reading = reading
        self.tool_bar.rename(READ_TOOL, read_tool(self.words, reading=reading))

    def unlight(self) -> None:
        """Mark no line as being read."""
        if self._built_for:
            self.mark.clear()

    @property
    def settings(self) -> Settings:
        """The settings in front."""
        return self._settings or Settings()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Move in reading order, round and round."""
        chain = self.chain()
        if not chain:
            return False
        here = self.focusWidget()
        index = chain.index(here) if here in chain else (-1 if onward else 0)
        chain[(index + (1 if onward else -1)) % len(chain)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _focus_spot(self) -> Spot:
        """Return where the keys are and on what, for the same page shown again."""
        chain, here = self.chain() if self._built_for else [], self.focusWidget()
        return Spot(chain.index(here), here.accessibleName()) if here in chain else Spot()

    def _focus(self, spot: Spot) -> None:
        """Put the keys there; a button keeps its focus, for losing it would cancel a press.

        Where the page now has something else in that place, they follow the name.
        """
        chain = self.chain()
        if chain:
            name, target = spot.name, chain[min(spot.place, len(chain) - 1)]
            if name and target.accessibleName() != name:
                target = next((one for one in chain if one.accessibleName() == name), target)
            if target is not self.focusWidget():
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_focus()

    def follow_focus(self) -> None:
        """Draw the ring where the keys are, once keys are in use."""
        target = self.focusWidget() if self._keys_in_use else None
        self.ring.follow(target if target is not None and target in self.chain() else None)

    @property
    def keys_in_use(self) -> bool:
        """Whether the last thing done was done by a key."""
        return self._keys_in_use

    def keys_used(self, in_use: bool) -> None:
        """Show the ring for people who use keys, and not for fingers."""
        self._keys_in_use = in_use
        self.follow_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move, Left and Right turn pages, Escape goes back."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ahead = Qt.Key.Key_Left if rtl else Qt.Key.Key_Right
        behind = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() == ahead:
            self.go_on()
        elif event.key() in (behind, Qt.Key.Key_Escape):
            self.escape()
        elif (verb := voice_verb(event)) and self.tool_bar.isVisibleTo(self):
            self.asked.emit(verb)

    def escape(self) -> None:
        """Go back, or close what lies over the page."""
        view = self._view
        if isinstance(view, Sheet) and view.back is None:
            if self._page is None or not self._page.turn(-1):
                self.asked.emit(say(ev.WentBack))
            return
        self.go_back()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a tap on words: they cannot be pressed, but they can be heard."""
        self.tapped.emit(self.childAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Build again for the new room."""
        if self._view is not None and self._settings is not None:
            self.show_view(self._view, self._settings)

    def allow_close(self) -> None:
        """Let the window go: staff leave to the desktop."""
        self.may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, whatever a window manager says; only staff leave to the desktop."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("bg"))
