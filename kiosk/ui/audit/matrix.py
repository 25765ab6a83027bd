"""Which looks are measured, and how one page after the other is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtGui import QImage

from kiosk.domain.session import Session, Settings
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.sight import sight_faults
from kiosk.ui.audit.touch import touch_faults
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView, View
from kiosk.ui.walk.every_page import every_view


@dataclass(frozen=True, slots=True)
class Look:
    """One device with one person's settings."""

    device: Device
    size: str
    theme: str
    language: str
    low: bool = False

    @property
    def name(self) -> str:
        """A short name, for files and reports."""
        low = "-low" if self.low else ""
        return f"{self.device.name}-{self.size}-{self.theme}-{self.language}{low}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One screen of one page in one look."""

    look: Look
    key: str
    screen: int
    faults: tuple[Fault, ...]
    picture: QImage | None


def looks(languages: tuple[str, ...], *, full: bool) -> list[Look]:
    """Return every look, or the few that go wrong first."""
    if full:
        return [Look(*one) for one in product(DEVICES, SIZES, PALETTES, languages)]
    tablet, _, desk, upright, *_ = DEVICES
    first, *others = languages
    chosen = [
        Look(tablet, "XL", "light", first),
        Look(desk, "M", "dark", first),
        Look(upright, "L", "yellow", first),
        Look(desk, "S", "soft", first),
    ]
    for language in others:
        chosen += [Look(tablet, "XL", "light", language), Look(upright, "M", "light", language)]
    last = others[-1] if others else first
    # All buttons low, for somebody who sits.
    chosen += [Look(one, "XL", "light", last, low=True) for one in (tablet, upright)]
    return chosen


def measure(
    open_shell: Callable[[Device], Shell], presenter: Presenter, session: Session, look: Look
) -> Iterator[Measured]:
    """Show every page in a look and measure each of its screens; staff pages stay in M, light."""
    settings = Settings(language=look.language, size=look.size, theme=look.theme, low=look.low)
    shell = open_shell(look.device)
    shown: set[str] = set()
    for view in every_view(presenter, replace(session, settings=settings)):
        # A page that can turn is measured once: its other states are, by the walk and by a test.
        state = f"{view.key} {_told(view)}"
        if state in shown:
            continue
        shown.add(state)
        own = Settings(language=look.language) if view.key.startswith("staff") else settings
        yield from _screens(shell, view, own, look)
    shell.close()


def _told(view: View) -> str:
    """Return what tells the states of a page of one screen apart."""
    match view:
        case KeypadView():
            return view.error
        case NoticeView() | SavedView():
            return " ".join(view.lines)
    return ""


def _screens(shell: Shell, view: View, settings: Settings, look: Look) -> Iterator[Measured]:
    shell.show_view(view, settings)
    page = shell.page
    count = page.screen_count if isinstance(page, SheetPage) else 1
    for screen in range(count):
        if screen:
            shell.go_on()
        picture = shell.grab().toImage()
        faults = (*touch_faults(shell), *sight_faults(shell, picture))
        yield Measured(look, view.key, screen, faults, picture)
