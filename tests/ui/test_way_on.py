"""Acceptance rows A-09 and A-92: the way on keeps its place, and a slow save offers help."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Place, Session, Settings, Step
from kiosk.i18n.catalogue import words_for
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.closing import saving
from kiosk.ui.views.screens import is_for_staff
from kiosk.ui.views.sheet import Sheet
from tests.ui.pseudo_pack import views_in

DRIFT_MM = 2.0


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (1080, 1920)])
def test_the_way_on_stands_in_one_place_on_every_page(
    open_shell: Callable[[int, int], Shell], pack: Pack, width: int, height: int
) -> None:
    settings, shell = Settings(), open_shell(width, height)
    corners: dict[tuple[int, int], str] = {}
    for view in views_in(pack, "en", settings):
        if is_for_staff(view) or not isinstance(view, Sheet) or view.onward is None:
            continue
        shell.show_view(view, settings)
        button = shell.foot.onward_button
        # It grows with its words, from the corner it stands in.
        corner = button.mapTo(shell, button.rect().bottomRight())
        corners[(corner.x(), corner.y())] = view.key
    per_mm = shell.theme.metrics.px_per_mm
    assert len(corners) > 0
    for axis in (0, 1):
        places = [corner[axis] for corner in corners]
        assert (max(places) - min(places)) / per_mm <= DRIFT_MM, corners


@pytest.mark.parametrize(("waited", "offered"), [(1.0, False), (9.0, False), (11.0, True)])
def test_a_save_that_takes_ten_seconds_offers_help(
    presenter: Presenter, session: Session, waited: float, offered: bool
) -> None:
    under_way = replace(session, id="0" * 32, place=Place(Step.SAVING), touched=100.0)
    view = saving(presenter.showing(under_way, 100.0 + waited), under_way)
    help_line = words_for("en").t("This takes longer than it should. Please ask our staff.")
    assert view.title
    assert (help_line in view.lines) is offered
