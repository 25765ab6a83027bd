"""Acceptance row A-22: the ring stands off its control, is never cut, and covers no word."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.session import Session, Settings
from kiosk.platform import paths
from kiosk.ui.pages.keys_page import KeysPage
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.views.screens import View
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.widgets.button import TouchButton
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.ring_room import box_in, union_of

OpenShell = Callable[[int, int], Shell]
THICK_MM = 1.5


def one_of_each_kind(views: Iterator[View]) -> list[View]:
    kinds: dict[str, View] = {}
    for view in views:
        kinds.setdefault(view.key.partition(":")[0], view)
    return list(kinds.values())


def rings(shell: Shell, views: list[View], settings: Settings) -> Iterator[tuple[str, QWidget]]:
    """Put the ring on everything a key reaches."""
    for view in views:
        shell.show_view(view, Settings() if view.key.startswith("staff") else settings)
        shell.keys_used(True)
        for one in shell.chain():
            if not isinstance(one, KeysPage):
                one.setFocus()
                shell.follow_focus()
                yield f"{view.key}: {one.accessibleName()}", one


def covered(shell: Shell, target: QWidget) -> list[str]:
    """The words of others that the line of the ring lies on."""
    outer, thick = shell.ring.geometry(), shell.theme.px(THICK_MM)
    inner = outer.adjusted(thick, thick, -thick, -thick)
    found = []
    for words in shell.findChildren(Prose):
        if words.isVisible() and words is not target and not target.isAncestorOf(words):
            box = words.words_box().translated(box_in(shell, words).topLeft())
            if box.intersects(outer) and not inner.contains(box):
                found.append(words.text())
    return found


@pytest.mark.parametrize(
    ("width", "height", "size"), [(1280, 800, "XL"), (1280, 800, "M"), (1080, 1920, "M")]
)
def test_on_every_kind_of_page_the_ring_is_whole_and_on_no_word(
    open_shell: OpenShell,
    presenter: Presenter,
    session: Session,
    width: int,
    height: int,
    size: str,
) -> None:
    shell, settings = open_shell(width, height), Settings(size=size)
    views = one_of_each_kind(every_view(presenter, replace(session, settings=settings)))
    faults = []
    for name, target in rings(shell, views, settings):
        assert shell.ring.isVisible(), name
        faults += [f"{name}: covers {words!r}" for words in covered(shell, target)]
        if not shell.rect().contains(shell.ring.geometry()):
            faults.append(f"{name}: cut")
    assert not faults, "\n".join(["", *faults])


@pytest.mark.parametrize(("beside", "away"), [(None, 2.0), (2.6, 2.0), (2.0, 1.4)])
def test_it_stands_two_millimetres_away_and_nearer_only_for_what_a_neighbour_says(
    qtbot: QtBot, beside: float | None, away: float
) -> None:
    theme = theme_for(
        "light", Metrics(1920, 1080, 396.0), paths.assets_dir(), motion=True, script="latin"
    )
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 300)
    button, other = TouchButton(theme, "On", None), TouchButton(theme, "Off", None)
    button.setParent(page)
    button.setGeometry(100, 70, 300, 160)
    if beside is not None:
        other.setParent(page)
        other.setGeometry(400 + theme.px(beside), 70, 300, 160)
    ring = FocusRing(theme, page)
    page.show()
    ring.follow(button)
    outer = ring.geometry()
    assert outer.right() - button.geometry().right() == theme.px(away) + theme.px(THICK_MM)
    assert button.x() - outer.x() == theme.px(2.0) + theme.px(THICK_MM)


def test_all_four_sides_are_painted_over_what_stands_there(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell, settings = open_shell(1280, 800), Settings(size="XL")
    views = one_of_each_kind(every_view(presenter, replace(session, settings=settings)))
    wanted = [one for one in views if one.key in ("welcome", "settings", "doors", "code")]
    assert len(wanted) == 4
    yellow = shell.theme.colour("focus").rgb()
    for name, target in rings(shell, wanted, settings):
        box, half = union_of(shell, [target]), shell.theme.px(THICK_MM - 0.9 / 2)
        line = QRect(shell.ring.geometry()).adjusted(half, half, -half, -half)
        picture = shell.grab().toImage()
        middle = box.center()
        places = (
            (line.left(), middle.y()),
            (line.right(), middle.y()),
            (middle.x(), line.top()),
            (middle.x(), line.bottom()),
        )
        found = [picture.pixel(*place) == yellow for place in places]
        assert all(found), (name, found)
