"""No page has cut, covered or crowded words, nor anything too small to touch."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kiosk.auditing import open_shell as shell_of
from kiosk.domain.session import Session, Settings
from kiosk.platform import paths
from kiosk.ui.audit.devices import DEVICES
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.views.screens import View
from kiosk.ui.walk.audit import audit
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.walk.screen import Screen

SIZES = ((1920, 1080), (1080, 1920), (1280, 800))
SAMPLE = 4
OpenShell = Callable[[int, int], Shell]


def screens(shell: Shell, view: View, settings: Settings) -> Iterator[str]:
    """Show a view and turn through all of its screens."""
    # Staff pages are shown as the kiosk is set, whatever the patient chose.
    shell.show_view(view, Settings() if view.key.startswith("staff") else settings)
    screen = Screen(shell)
    for number in range(screen.count):
        if number:
            shell.go_on()
        yield screen.key


def faults(shell: Shell, views: list[View], settings: Settings) -> list[str]:
    found: list[str] = []
    for view in views:
        for key in screens(shell, view, settings):
            found.extend(f"{key}: {fault}" for fault in audit(shell))
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_every_page_is_laid_out_without_a_fault(
    open_shell: OpenShell, presenter: Presenter, session: Session, size: tuple[int, int]
) -> None:
    shell = open_shell(*size)
    found = faults(shell, list(every_view(presenter, session)), Settings())
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("letters", ["S", "L", "XL"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "{}x{}".format(*size))
def test_a_sample_of_pages_is_laid_out_at_every_text_size(
    open_shell: OpenShell,
    presenter: Presenter,
    session: Session,
    size: tuple[int, int],
    letters: str,
) -> None:
    shell = open_shell(*size)
    settings = Settings(size=letters)
    views = list(every_view(presenter, replace(session, settings=settings)))
    # Every kind of page, and a few of each kind.
    kinds: dict[str, list[View]] = {}
    for view in views:
        kinds.setdefault(view.key.partition(":")[0], []).append(view)
    sample = [view for kind in kinds.values() for view in kind[:: max(1, len(kind) // SAMPLE)]]
    found = faults(shell, sample, settings)
    assert not found, "\n".join(["", *found])


def test_the_tools_fit_their_bar_on_a_large_upright_screen(
    presenter: Presenter, session: Session
) -> None:
    load_fonts(paths.assets_dir())
    shell = shell_of(paths.default_content(), DEVICES[5])
    settings = Settings(size="XL")
    welcome = next(every_view(presenter, replace(session, settings=settings)))
    assert faults(shell, [welcome], settings) == []
    shell.close()
