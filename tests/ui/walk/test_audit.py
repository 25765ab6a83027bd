"""The audit sees each kind of layout fault when one is made on purpose."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.domain.session import Place, Session, Settings, Step
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.walk.audit import audit
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row

Spoil = Callable[[Shell], None]


@pytest.fixture
def doors(open_shell: Callable[[int, int], Shell], presenter: Presenter, session: Session) -> Shell:
    shell = open_shell(1920, 1080)
    there = replace(session, id="x", place=Place(Step.DOORS))
    shell.show_view(present(presenter.showing(there, 0.0), there), Settings())
    return shell


def rows(shell: Shell) -> list[Row]:
    return shell.findChildren(Row)


def title(shell: Shell) -> Prose:
    found = next(one for one in shell.findChildren(Prose, "title") if one.isVisible())
    assert isinstance(found, Prose)
    return found


def move(widget: QWidget, **sides: int) -> None:
    """Change some of x, y, width and height."""
    box = widget.geometry()
    now = {"x": box.x(), "y": box.y(), "width": box.width(), "height": box.height(), **sides}
    widget.setGeometry(QRect(now["x"], now["y"], now["width"], now["height"]))


def out_of_the_window(shell: Shell) -> None:
    shell.foot.move(0, shell.height() - 20)


def out_of_its_parent(shell: Shell) -> None:
    move(shell.foot.back_button, y=-30)


def words_cut_below(shell: Shell) -> None:
    move(title(shell), height=title(shell).height() // 2)


def a_word_cut_at_the_side(shell: Shell) -> None:
    move(title(shell), width=60)


def a_label_cut(shell: Shell) -> None:
    move(shell.foot.back_button, width=90)


def a_row_too_low_for_its_words(shell: Shell) -> None:
    row = rows(shell)[0]
    row.setMinimumSize(0, 0)
    move(row, height=row.heightForWidth(row.width()) - 10)


def words_on_words(shell: Shell) -> None:
    move(title(shell), y=title(shell).y() + 60)


def a_target_too_small(shell: Shell) -> None:
    row = rows(shell)[0]
    row.setMinimumSize(0, 0)
    move(row, height=shell.theme.px(11.0))


def targets_too_close(shell: Shell) -> None:
    first, second = rows(shell)[:2]
    move(second, y=first.geometry().bottom() + 3)


def a_page_under_a_bar(shell: Shell) -> None:
    assert shell.page is not None
    move(shell.page, y=shell.page.y() - 40)


SPOILT: list[tuple[Spoil, str]] = [
    (out_of_the_window, "leaves the window"),
    (out_of_its_parent, "leaves its FootBar"),
    (words_cut_below, "high and needs"),
    (a_word_cut_at_the_side, "its longest word"),
    (a_label_cut, "its words need"),
    (a_row_too_low_for_its_words, "high and needs"),
    (words_on_words, "lies on"),
    (a_target_too_small, "a target has"),
    (targets_too_close, "px apart"),
    (a_page_under_a_bar, "lies under"),
]


def test_a_page_in_order_has_no_fault(doors: Shell) -> None:
    assert audit(doors) == []


@pytest.mark.parametrize(("spoil", "says"), SPOILT, ids=lambda one: getattr(one, "__name__", ""))
def test_a_fault_made_on_purpose_is_found(doors: Shell, spoil: Spoil, says: str) -> None:
    spoil(doors)
    found = audit(doors)
    assert any(says in fault for fault in found), found
