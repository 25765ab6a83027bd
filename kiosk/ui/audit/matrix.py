"""Shows one page after the other in the looks of a part, and measures each screen in each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from kiosk.domain.session import Session, Settings
from kiosk.ui.audit.contrast import contrast_faults
from kiosk.ui.audit.devices import Device
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.looks import Look, Part
from kiosk.ui.audit.sight import sight_faults
from kiosk.ui.audit.touch import touch_faults
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView, View
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.every_page import every_view

_Worn = tuple[Look, View]


@dataclass(frozen=True, slots=True)
class Measured:
    """One screen of one page in one look."""

    look: Look
    key: str
    screen: int
    faults: tuple[Fault, ...]
    picture: QImage


def measure(
    open_shell: Callable[[Device], Shell], presenter: Presenter, session: Session, part: Part
) -> Iterator[Measured]:
    """Show every page in the looks of a part and measure each of its screens."""
    first = part.looks[0]
    shell = open_shell(first.device)
    settled = (replace(session, settings=one.settings) for one in part.looks)
    shown: set[str] = set()
    for views in zip(*(every_view(presenter, one) for one in settled), strict=True):
        view = views[0]
        # A page that can turn is measured once: its other states are, by the walk and by a test.
        state = f"{view.key} {_told(view)}"
        if state in shown:
            continue
        shown.add(state)
        if not view.key.startswith("staff"):
            yield from _in_each(shell, list(zip(part.looks, views, strict=True)))
        elif part.staff:
            # Staff pages stay in M and light, whatever a patient chose.
            yield from _screens(shell, [(first, view)], Settings(language=first.language))
    shell.close()


def _told(view: View) -> str:
    """Return what tells the states of a page of one screen apart, or of one that must be."""
    match view:
        case KeypadView():
            return view.error
        case NoticeView() | SavedView():
            return " ".join(view.lines)
        case Sheet() if view.shorter:
            return str(view.items)
    return ""


def _in_each(shell: Shell, worn: list[_Worn]) -> Iterator[Measured]:
    """Lay a page out once for all looks that show the same, and again for those that do not."""
    while worn:
        look, _ = worn[0]
        alike = [one for one in worn if _are_alike(one, worn[0])]
        worn = [one for one in worn if one not in alike]
        # A page that comes again would open on the screen it was left on.
        shell.forget()
        yield from _screens(shell, alike, look.settings)


def _are_alike(one: _Worn, other: _Worn) -> bool:
    """Say whether two looks show a page that differs in nothing but its colours.

    In a theme without motion nothing offers to move. A drawing mixes its colours when it is made,
    and pages of one screen draw their icons then.
    """
    (look, view), (other_look, other_view) = one, other
    if look == other_look:
        return True
    recoloured = isinstance(view, KeypadView) or (isinstance(view, Sheet) and view.picture is None)
    motions = {PALETTES[look.theme].motion, PALETTES[other_look.theme].motion}
    return recoloured and view == other_view and len(motions) == 1


def _screens(shell: Shell, worn: list[_Worn], settings: Settings) -> Iterator[Measured]:
    view = worn[0][1]
    shell.show_view(view, settings)
    page, paint = shell.page, shell.theme.paint
    worn_now = paint.palette
    count = page.screen_count if isinstance(page, SheetPage) else 1
    for screen in range(count):
        if screen:
            shell.go_on()
        laid_out = (*touch_faults(shell), *sight_faults(shell))
        for look, _ in worn:
            if len(worn) > 1:
                paint.palette = PALETTES[look.theme]
            picture = picture_of(shell)
            faults = (*laid_out, *contrast_faults(shell, picture))
            yield Measured(look, view.key, screen, faults, picture)
        paint.palette = worn_now


def picture_of(shell: Shell) -> QImage:
    """Return the window as it is painted now."""
    picture = QImage(shell.size(), QImage.Format.Format_RGB32)
    shell.render(picture)
    return picture
