"""The audit names what is planted, and finds nothing in a page that is in order."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea

from kiosk.domain.session import Place, Session, Settings, Step
from kiosk.ui.audit.contrast import contrast_faults, luminance
from kiosk.ui.audit.matrix import picture_of
from kiosk.ui.audit.sight import can_draw, sight_faults
from kiosk.ui.audit.touch import touch_faults
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.walk.every_page import every_view
from kiosk.ui.widgets.button import LOOKS, TouchButton
from kiosk.ui.widgets.keypad import Keypad
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row

OpenShell = Callable[[int, int], Shell]


@pytest.fixture
def doors(open_shell: OpenShell, presenter: Presenter, session: Session) -> Shell:
    """The page of the three doors on a usual screen."""
    shell = open_shell(1920, 1080)
    at = replace(session, id="0" * 32, place=Place(Step.DOORS))
    shell.show_view(present(presenter.showing(at, 0.0), at), Settings())
    return shell


def rows(shell: Shell) -> set[str]:
    found = (*touch_faults(shell), *sight_faults(shell))
    return {one.row for one in (*found, *contrast_faults(shell, picture_of(shell)))}


def door(shell: Shell) -> Row:
    return next(one for one in shell.findChildren(Row) if one.isVisible())


def plant(shell: Shell, widget: TouchButton | Prose | QScrollArea) -> None:
    assert shell.page is not None
    widget.setParent(shell.page)
    widget.setGeometry(40, shell.page.height() - 220, 900, 120)
    widget.show()


def test_a_page_in_order_has_no_fault(doors: Shell) -> None:
    assert rows(doors) == set()


def test_a_small_target_is_named(doors: Shell) -> None:
    button = TouchButton(doors.theme, "On", None)
    plant(doors, button)
    button.setGeometry(40, 600, 60, 60)
    assert "A-01" in rows(doors)


def test_a_low_door_and_doors_of_different_size_are_named(doors: Shell) -> None:
    one = door(doors)
    one.resize(one.width(), one.height() * 8 // 10)
    assert {"A-02", "A-70"} <= rows(doors)


def test_crowded_doors_are_named(doors: Shell) -> None:
    one, other, *_ = (row for row in doors.findChildren(Row) if row.isVisible())
    other.move(one.geometry().right() + 4, one.y())
    assert "A-04" in rows(doors)


def test_doors_five_millimetres_apart_are_asked_for_on_the_smallest_panel_too(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1280, 800)
    at = replace(session, id="0" * 32, place=Place(Step.DOORS))
    shell.show_view(present(presenter.showing(at, 0.0), at), Settings(size="XL"))
    assert rows(shell) == set()
    one, other, *_ = (row for row in shell.findChildren(Row) if row.isVisible())
    other.move(one.geometry().right() + round(4.0 * shell.theme.metrics.px_per_mm), one.y())
    assert "A-04" in rows(shell)


def test_small_keys_of_staff_are_named(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(1920, 1080)
    views = every_view(presenter, session)
    shell.show_view(next(one for one in views if one.key == "staff-reference"), Settings())
    assert rows(shell) == set()
    (pad,) = (one for one in shell.findChildren(Keypad) if one.isVisible())
    key = next(iter(pad.findChildren(TouchButton)))
    key.resize(round(15.0 * shell.theme.metrics.px_per_mm), key.height())
    assert "A-03" in rows(shell)


def paragraphs(shell: Shell, width_mm: float, gap_em: float) -> None:
    """Plant two paragraphs on the page in front."""
    long = "Words that take more than a line, whatever the width may be that they are given here."
    assert shell.page is not None
    top = 300
    for _ in range(2):
        words = Prose(shell.theme)
        words.set_text(long)
        words.setParent(shell.page)
        width = round(width_mm * shell.theme.metrics.px_per_mm)
        words.setGeometry(40, top, width, words.heightForWidth(width))
        words.show()
        top += words.height() + round(gap_em * words.font_px())


def test_a_paragraph_without_room_for_thirty_letters_is_named(doors: Shell) -> None:
    paragraphs(doors, 95.0, 1.0)
    assert "A-15" in rows(doors)


def test_paragraphs_that_stand_too_near_are_named(doors: Shell) -> None:
    paragraphs(doors, 180.0, 0.3)
    assert "A-16" in rows(doors)


def test_paragraphs_that_stand_apart_are_not(doors: Shell) -> None:
    paragraphs(doors, 180.0, 0.4)
    assert not {"A-15", "A-16"} & rows(doors)


def test_words_that_are_cut_are_named(doors: Shell) -> None:
    words = Prose(doors.theme)
    words.set_text("Words that need more room than this has.")
    plant(doors, words)
    words.resize(300, 20)
    assert "A-13" in rows(doors)


def test_a_scrolling_page_is_named(doors: Shell) -> None:
    plant(doors, QScrollArea())
    assert "A-14" in rows(doors)


def test_a_letter_that_no_font_has_is_named(doors: Shell) -> None:
    words = Prose(doors.theme)
    words.set_text("No font of ours has 漢")
    plant(doors, words)
    assert "A-25" in rows(doors)


def test_a_button_without_a_name_is_named(doors: Shell) -> None:
    door(doors).setAccessibleName("")
    assert "A-44" in rows(doors)


def test_a_name_that_lacks_the_words_is_named(doors: Shell) -> None:
    door(doors).setAccessibleName("something else")
    assert "A-44" in rows(doors)


def test_signs_on_a_key_are_a_picture_that_has_a_name(doors: Shell) -> None:
    key = TouchButton(doors.theme, "#?", None)
    key.setAccessibleName("Signs")
    plant(doors, key)
    key.setGeometry(40, 420, 260, 160)
    assert "A-44" not in rows(doors)


def test_a_page_without_help_is_named(doors: Shell) -> None:
    doors.tool_bar.hide()
    assert "A-100" in rows(doors)


def test_a_long_button_is_named(doors: Shell) -> None:
    button = next(one for one in doors.foot.findChildren(TouchButton) if one.isVisible())
    button.setText("Back to where I came from before")
    assert "A-64" in rows(doors)


def test_faint_words_are_named(doors: Shell) -> None:
    words = Prose(doors.theme, "body", "border")
    words.set_text("Faint words")
    plant(doors, words)
    words.setGeometry(40, 420, 260, 60)
    assert "A-17" in rows(doors)


def test_a_button_whose_word_is_faint_is_named(
    doors: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LOOKS, "plain", replace(LOOKS["plain"], text="border"))
    plant(doors, TouchButton(doors.theme, "On", None))
    assert "A-17" in rows(doors)


def test_the_smallest_words_hold_the_contrast_that_their_colours_have(
    open_shell: OpenShell, presenter: Presenter, session: Session
) -> None:
    shell = open_shell(960, 540)
    at = replace(session, id="0" * 32, place=Place(Step.HOW))
    shell.show_view(present(presenter.showing(at, 0.0), at), Settings(size="S", theme="black"))
    assert list(contrast_faults(shell, picture_of(shell))) == []


def test_marks_that_steer_the_text_need_no_letter(doors: Shell) -> None:
    assert can_draw(doors.look.assets, "\u2066")
    assert can_draw(doors.look.assets, "ع")
    assert not can_draw(doors.look.assets, "漢")


def test_white_is_brightest() -> None:
    assert luminance(0xFFFFFF) == pytest.approx(1.0)
    assert luminance(0x000000) == 0.0
