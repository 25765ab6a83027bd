"""Pictures take the room that a large screen has, and stand level with the words beside them."""

from collections.abc import Callable

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.session import Settings
from kiosk.ui.blocks.breath import Breath
from kiosk.ui.blocks.icon_array import IconArray
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import View
from kiosk.ui.widgets.prose import Prose
from tests.ui.pseudo_pack import views_in

OpenShell = Callable[[int, int], Shell]


def view_of(pack: Pack, key: str) -> View:
    return next(one for one in views_in(pack, "en", Settings()) if one.key == key)


def test_people_stand_level_with_the_words_beside_them(open_shell: OpenShell, pack: Pack) -> None:
    shell = open_shell(1920, 1080)
    shell.show_view(view_of(pack, "page:unreal"), Settings())
    array = shell.findChild(IconArray)
    assert array is not None
    page = array.parentWidget()
    assert page is not None
    words = [
        one.geometry()
        for one in page.findChildren(Prose)
        if one.parentWidget() is page and one.isVisible()
    ]
    first = min(one.top() for one in words)
    assert first > 0
    assert abs(array.y() - first) <= 1
    assert array.plan().height <= array.height()
    assert page.rect().contains(array.geometry())


@pytest.mark.parametrize(("size", "least"), [((1920, 1080), 60.0), ((1280, 800), 40.0)])
def test_the_breath_on_its_own_page_is_as_wide_as_there_is_room(
    open_shell: OpenShell, pack: Pack, size: tuple[int, int], least: float
) -> None:
    shell = open_shell(*size)
    shell.show_view(view_of(pack, "breath"), Settings())
    breath = shell.findChild(Breath)
    assert breath is not None
    words = min(one.x() for one in breath.findChildren(Prose))
    assert words / shell.theme.metrics.px_per_mm >= least
