"""Every control stands where somebody in a wheelchair can reach it."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Session, Settings
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Look, Shell
from kiosk.ui.standing import REACH_MM, Reach
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import View
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.walk.screen import Screen
from tests.ui.conftest import Opener

BY_NAME = {one.name: one for one in DEVICES}
# The lowest that a control may stand (Section 508, 407.8).
LOWEST_MM = 381.0


def window(device: Device, bottom_mm: float | None) -> Shell:
    load_fonts(paths.assets_dir())
    shell = Shell(
        Look(
            paths.assets_dir(),
            paths.default_content(),
            device.diagonal_mm,
            None,
            words_for,
            demo=True,
            bottom_mm=bottom_mm,
        )
    )
    shell.may_close = True
    shell.resize(device.width, device.height)
    shell.show()
    return shell


def one_of_each(presenter: Presenter, session: Session) -> Iterator[View]:
    seen: set[str] = set()
    for view in every_view(presenter, session):
        if view.key not in seen:
            seen.add(view.key)
            yield view


def heights(shell: Shell, bottom_mm: float) -> Iterator[tuple[str, float]]:
    """Name and height above the floor in mm of the middle of each button."""
    for button in shell.findChildren(QAbstractButton):
        if button.isVisible():
            y = button.mapTo(shell, QPoint(0, button.height() // 2)).y()
            above = (shell.height() - y) / shell.theme.metrics.px_per_mm
            yield button.accessibleName(), bottom_mm + above


@pytest.mark.parametrize(("name", "bottom_mm"), [("P24", 900.0), ("P15", 950.0), ("L24", 1000.0)])
def test_no_control_of_any_page_stands_out_of_reach(
    presenter: Presenter, session: Session, name: str, bottom_mm: float
) -> None:
    shell, found = window(BY_NAME[name], bottom_mm), []
    screen = Screen(shell)
    for view in one_of_each(presenter, session):
        shell.show_view(view, Settings())
        for number in range(screen.count):
            if number:
                shell.go_on()
            for button, height in heights(shell, bottom_mm):
                if not LOWEST_MM <= height <= REACH_MM:
                    found.append(f"{screen.key}: {button!r} at {height:.0f} mm")
    shell.close()
    assert found == []


@pytest.mark.parametrize(
    ("name", "bottom_mm", "wished", "low"),
    [
        ("P24", None, False, True),
        ("L24", None, False, False),
        ("P15", None, False, False),
        ("T10", None, True, True),
        ("P15", 800.0, False, False),
        ("P15", 900.0, False, True),
    ],
)
def test_the_tools_stand_low_where_the_top_is_out_of_reach_or_a_person_wishes_it(
    name: str, bottom_mm: float | None, wished: bool, low: bool
) -> None:
    device = BY_NAME[name]
    metrics = Metrics(device.width, device.height, device.diagonal_mm)
    assert Reach(bottom_mm, wished).low(metrics) is low


def test_a_screen_that_hangs_absurdly_high_keeps_half_of_itself_for_pages() -> None:
    device = BY_NAME["P15"]
    metrics = Metrics(device.width, device.height, device.diagonal_mm)
    assert Reach(2000.0).free(metrics) == device.height // 2


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)])
def test_the_buttons_come_down_by_one_press_and_are_up_for_the_next_person(
    open_kiosk: Opener, size: tuple[int, int]
) -> None:
    opened = open_kiosk(size)
    driver, shell = opened.kiosk.driver, opened.kiosk.shell
    driver.hear(say(ev.Began))
    driver.hear(say(ev.Opened, Overlay.PRESS))
    while not any(row.text() == "Put all buttons low" for row in opened.screen.rows()):
        shell.go_on()
    assert shell.tool_bar.y() == 0
    opened.screen.button("Put all buttons low").click()
    assert shell.tool_bar.geometry().bottom() < shell.foot.y() + 1
    page = shell.page
    assert page is not None
    assert page.geometry().bottom() < shell.tool_bar.y() + 1
    driver.hear(say(ev.Finished))
    assert shell.tool_bar.y() == 0


def test_bars_and_page_never_lie_on_each_other() -> None:
    for device, wished in product(DEVICES, (False, True)):
        metrics = Metrics(device.width, device.height, device.diagonal_mm)
        reach = Reach(900.0, wished)
        taken = metrics.top_bar + metrics.foot_bar + reach.free(metrics)
        assert taken < device.height * 3 // 4
