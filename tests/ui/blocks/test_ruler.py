"""A bank card on the glass tells how large the glass is."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kiosk.domain import events as ev
from kiosk.domain.desk import DeskScreen
from kiosk.domain.session import Overlay
from kiosk.platform import paths
from kiosk.ui import staff_verbs as sv
from kiosk.ui.blocks.ruler import CARD_MM, CardRuler
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.verbs import say
from kiosk.ui.views.sheet import RulerItem
from kiosk.ui.widgets.prose import Prose
from tests.ui.conftest import Opener

STEPS = ("-10", "-1", "+1", "+10")


def ruler(diagonal_mm: float, size: tuple[int, int] = (1280, 800)) -> CardRuler:
    metrics = Metrics(*size, diagonal_mm)
    one = CardRuler(
        theme_for("light", metrics, paths.assets_dir(), motion=False, script="latin"),
        RulerItem(STEPS),
    )
    one.resize(size[0] - 100, one.heightForWidth(size[0] - 100) + 200)
    one.show()
    return one


def press(one: CardRuler, name: str, times: int = 1) -> None:
    button = next(b for b in one.findChildren(QAbstractButton) if b.text() == name)
    for _ in range(times):
        button.click()


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)])
@pytest.mark.parametrize("believed", [240.0, 300.0])
def test_a_frame_as_wide_as_the_card_gives_the_true_diagonal(
    believed: float, size: tuple[int, int]
) -> None:
    true = Metrics(*size, 265.0)
    one = ruler(believed, size)
    wanted = CARD_MM[0] * true.px_per_mm
    while abs(one.frame.width() - wanted) >= 1:
        press(one, "+1" if one.frame.width() < wanted else "-1")
    assert abs(one.diagonal_mm - 265.0) < 1.0
    said = one.findChild(Prose)
    assert said is not None
    assert said.text() == f"diagonal_mm = {one.diagonal_mm:.0f}"


def test_the_frame_keeps_the_shape_of_a_card_and_stays_in_its_room() -> None:
    one = ruler(256.5)
    for name in ("+10", "-10"):
        press(one, name, 100)
        assert one.rect().contains(one.frame)
        assert abs(one.frame.width() / one.frame.height() - CARD_MM[0] / CARD_MM[1]) < 0.03


def test_staff_find_it_beside_the_readiness_of_the_kiosk(open_kiosk: Opener) -> None:
    opened = open_kiosk()
    driver = opened.kiosk.driver
    driver.hear(say(ev.Opened, Overlay.STAFF))
    driver.hear(say(sv.DeskGo, DeskScreen.READINESS))
    while not any(row.text() == "Screen size" for row in opened.screen.rows()):
        before = opened.screen.key
        opened.kiosk.shell.go_on()
        assert opened.screen.key != before
    driver.hear(say(sv.DeskGo, DeskScreen.RULER))
    assert opened.key == "staff-ruler"
    opened.kiosk.shell.go_on()
    assert opened.key == "staff-readiness"
