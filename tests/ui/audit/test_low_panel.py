"""On the smallest panel, with the largest letters, pages of one screen still hold the rows."""

from collections.abc import Callable
from itertools import product

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.audit.sight import sight_faults
from kiosk.ui.audit.touch import touch_faults
from kiosk.ui.shell import Shell
from kiosk.ui.theme.metrics import BODY_CAP_MM, CAP_RATIO, SMALLEST_PART
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView, View, WelcomeView
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.code_boxes import CodeBoxes
from kiosk.ui.widgets.prose import Prose
from tests.ui.pseudo_pack import views_in

SMALLEST, UPRIGHT = (1280, 800), (1080, 1920)
OpenShell = Callable[[int, int], Shell]


def faults(shell: Shell, views: list[View], settings: Settings) -> list[str]:
    found: list[str] = []
    for view in views:
        shell.show_view(view, settings)
        measured = (*touch_faults(shell), *sight_faults(shell))
        found += [f"{view.key}: {one.row} {one.what}" for one in measured]
    return found


@pytest.mark.parametrize(
    ("language", "low"),
    [("en-XA", False), *product(("en", "es", "ar"), (False, True))],
)
def test_every_state_of_a_page_of_one_screen_keeps_its_letters_and_its_gaps(
    open_shell: OpenShell, pack: Pack, language: str, low: bool
) -> None:
    settings = Settings(language=language, size="XL", low=low)
    views: list[View] = [
        one
        for one in views_in(pack, language, settings)
        if isinstance(one, WelcomeView | KeypadView | NoticeView | SavedView)
        and not one.key.startswith("staff")
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


@pytest.mark.parametrize("key", ["still-there", "hidden-lock", "welcome"])
@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_page_of_one_screen_gives_up_the_size_of_its_title_before_that_of_its_words(
    open_shell: OpenShell, pack: Pack, language: str, key: str
) -> None:
    settings = Settings(language=language, size="XL")
    shell = open_shell(*SMALLEST)
    shell.show_view(next(v for v in views_in(pack, language, settings) if v.key == key), settings)
    least = BODY_CAP_MM["XL"] * SMALLEST_PART * shell.theme.metrics.px_per_mm
    ratio = CAP_RATIO[shell.theme.metrics.script]
    words = [one for one in shell.findChildren(Prose) if one.isVisible()]
    words = [one for one in words if one.role in ("body", "lead", "detail", "least")]
    assert words
    assert min(one.font_px() * ratio for one in words) >= least - 1


def test_with_few_places_the_button_stands_beside_them(open_shell: OpenShell, pack: Pack) -> None:
    settings = Settings(size="XL")
    shell = open_shell(*SMALLEST)
    views = views_in(pack, "en", settings)
    shell.show_view(next(view for view in views if view.key == "hidden-pictures"), settings)
    (boxes,) = (one for one in shell.findChildren(CodeBoxes) if one.isVisible())
    done = next(one for one in shell.findChildren(TouchButton) if one.text() == "Open my page")
    assert boxes.y() == done.y()
    assert boxes.geometry().right() < done.x()


def test_with_all_buttons_low_no_title_comes_down_upon_its_picture(
    open_shell: OpenShell, pack: Pack
) -> None:
    settings = Settings(size="XL", low=True)
    views = [one for one in views_in(pack, "en", settings) if getattr(one, "picture", None)]
    assert len(views) > 5
    found = faults(open_shell(*SMALLEST), views[:8], settings)
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(("size", "language"), [("L", "es"), ("XL", "ar"), ("L", "en-XA")])
def test_beside_their_drawing_words_keep_their_room_and_buttons_theirs(
    open_shell: OpenShell, pack: Pack, size: str, language: str
) -> None:
    settings = Settings(size=size, language=language)
    views = [one for one in views_in(pack, language, settings) if getattr(one, "picture", None)]
    found = faults(open_shell(*SMALLEST), views[:8], settings)
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("language", ["es", "en-XA"])
def test_a_refused_passphrase_leaves_the_keys_their_room(
    open_shell: OpenShell, pack: Pack, language: str
) -> None:
    settings = Settings(language=language)
    views = [one for one in views_in(pack, language, settings) if one.key == "staff-passphrase"]
    assert any(getattr(one, "error", "") for one in views)
    found = faults(open_shell(*SMALLEST), views, settings)
    assert not found, "\n".join(["", *found])
