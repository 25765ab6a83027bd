"""On the smallest panel, with the largest letters, pages of one screen still hold the rows."""

from collections.abc import Callable

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.audit.sight import sight_faults
from kiosk.ui.audit.touch import touch_faults
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView, View
from tests.ui.pseudo_pack import views_in

SMALLEST, UPRIGHT = (1280, 800), (1080, 1920)
OpenShell = Callable[[int, int], Shell]


def faults(shell: Shell, views: list[View], settings: Settings) -> list[str]:
    found: list[str] = []
    for view in views:
        shell.show_view(view, settings)
        measured = (*touch_faults(shell), *sight_faults(shell, None))
        found += [f"{view.key}: {one.row} {one.what}" for one in measured]
    return found


@pytest.mark.parametrize("low", [False, True], ids=["usual", "low"])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_state_of_a_page_of_one_screen_keeps_its_letters_and_its_gaps(
    open_shell: OpenShell, pack: Pack, language: str, low: bool
) -> None:
    settings = Settings(language=language, size="XL", low=low)
    views: list[View] = [
        one
        for one in views_in(pack, language, settings)
        if isinstance(one, KeypadView | NoticeView | SavedView) and not one.key.startswith("staff")
    ]
    assert len(views) > 15
    found = faults(open_shell(*SMALLEST), views, settings)
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("size", [SMALLEST, UPRIGHT], ids=["lying", "upright"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_pages_hold_the_rows_with_all_buttons_low(
    open_shell: OpenShell, pack: Pack, language: str, size: tuple[int, int]
) -> None:
    settings = Settings(language=language, size="XL", low=True)
    found = faults(open_shell(*size), views_in(pack, language, settings)[:6], settings)
    assert not found, "\n".join(["", *found])
