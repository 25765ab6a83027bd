"""Choosing a language: each in its own words, and honest about who has read it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.config import Config
from kiosk.content.blocks import Pack
from kiosk.domain.session import Place, Settings, Step, new_session
from kiosk.i18n.catalogue import interface_digest, words_for
from kiosk.ui.audit.pseudo_pack import in_language
from kiosk.ui.first_session import first_language
from kiosk.ui.pages.sheet_page import SheetPage
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.views.sheet import GroupItem, RowItem, Sheet
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.row import Row

OpenShell = Callable[[int, int], Shell]
MARK = "Draft words. Not yet reviewed."
ISOLATES = {ord(mark): None for mark in "\u2066\u2068\u2069"}


def sheet_in(pack: Pack, tag: str, step: Step) -> Sheet:
    presenter = Presenter(in_language(pack, tag), None, ("en", "es", "ar"), "Clinic")
    one = new_session(plan_of(pack, "en", mode="demo"), settings=Settings(language=tag))
    view = present(presenter.showing(one, 0.0), replace(one, place=Place(step)))
    assert isinstance(view, Sheet)
    return view


def rows(sheet: Sheet) -> list[RowItem]:
    groups = (item.rows for item in sheet.items if isinstance(item, GroupItem))
    return [row for one in groups for row in one if row.mark == "radio"]


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_each_language_is_named_and_marked_in_itself(pack: Pack, tag: str) -> None:
    told = [
        (row.text, row.detail.translate(ISOLATES))
        for row in rows(sheet_in(pack, tag, Step.LANGUAGE))
    ]
    assert told == [
        ("English", MARK),
        ("Español", words_for("es").t(MARK)),
        ("العربية", words_for("ar").t(MARK)),
    ]


def test_a_reviewed_language_carries_no_mark(pack: Pack) -> None:
    read = replace(
        pack.info.languages[0],
        reviewer="Ana",
        qualification="nurse",
        reviewed_on="2026-11-21",
        reviewed_words=pack.info.languages[0].words,
        reviewed_interface=interface_digest("en"),
    )
    reviewed = replace(pack, info=replace(pack.info, languages=(read,)))
    assert [row.detail == "" for row in rows(sheet_in(reviewed, "en", Step.LANGUAGE))] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("wanted", "tags", "mode", "language"),
    [
        ("ar", ("en", "es"), "production", "en"),
        (None, ("es",), "production", "es"),
        ("ar-XB", ("en",), "production", "en"),
        ("es", ("en", "es"), "production", "es"),
        ("es", (), "production", "en"),
        ("ar", ("en",), "demo", "ar"),
    ],
)
def test_production_never_starts_in_a_language_it_does_not_offer(
    wanted: str | None, tags: tuple[str, ...], mode: Literal["demo", "production"], language: str
) -> None:
    assert first_language(wanted, tags, Config(mode=mode)) == language


def shown(open_shell: OpenShell, pack: Pack, tag: str, step: Step) -> Shell:
    shell = open_shell(1920, 1080)
    shell.show_view(sheet_in(pack, tag, step), Settings(language=tag))
    return shell


@pytest.mark.parametrize("tag", ["ar", "ar-XB"])
def test_a_page_from_the_right_has_its_words_marks_and_ways_on_mirrored(
    open_shell: OpenShell, pack: Pack, tag: str
) -> None:
    shell = shown(open_shell, pack, tag, Step.LANGUAGE)
    middle = shell.width() // 2
    assert shell.foot.back_button.x() > middle > shell.foot.onward_button.x()
    assert shell.tool_bar.buttons[0].x() > middle > shell.tool_bar.buttons[-1].x()
    row = next(one for one in shell.findChildren(Row) if one.isVisible())
    label = next(one for one in row.findChildren(Prose) if one.isVisible())
    # The radio button stands at the right edge, and no word lies under it.
    assert row.width() - label.geometry().right() > label.x()
    assert isinstance(shell.page, SheetPage)


def ink_side(prose: Prose) -> str:
    """Return on which side of its box the words of a label stand."""
    image = prose.grab().toImage()
    ground = image.pixel(image.width() // 2, 0)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(0, image.height(), 3))
    ]
    return "right" if image.width() - inked[-1] < inked[0] else "left"


@pytest.mark.parametrize(("tag", "side"), [("en", "left"), ("es", "left"), ("ar", "right")])
def test_words_stand_at_the_side_where_reading_starts(
    open_shell: OpenShell, pack: Pack, tag: str, side: str
) -> None:
    shell = shown(open_shell, pack, tag, Step.LANGUAGE)
    title = next(one for one in shell.findChildren(Prose, "title") if one.isVisible())
    assert ink_side(title) == side


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_keys_of_the_pad_are_the_same_in_every_direction(
    open_shell: OpenShell, pack: Pack, tag: str
) -> None:
    shell = open_shell(1920, 1080)
    presenter = Presenter(in_language(pack, tag), None, ("en", "ar"), "Clinic")
    one = new_session(plan_of(pack, "en", mode="demo"), settings=Settings(language=tag))
    view = present(presenter.showing(one, 0.0), replace(one, place=Place(Step.CODE)))
    shell.show_view(view, Settings(language=tag))
    places = {
        button.accessibleName(): button.mapTo(shell, QPoint(0, 0)).x()
        for button in shell.page.focus_chain()  # type: ignore[union-attr]  # a page is in front
        if button.accessibleName().isdigit()
    }
    assert places["1"] < places["2"] < places["3"]


def test_the_left_arrow_key_goes_on_where_reading_starts_at_the_right(
    open_shell: OpenShell, pack: Pack
) -> None:
    shell = shown(open_shell, pack, "ar", Step.COMFORT)
    while shell.page is not None and shell.page.turn(1):
        pass
    asked: list[object] = []
    shell.asked.connect(asked.append)
    QTest.keyClick(shell, Qt.Key.Key_Left)
    sheet = shell.view
    assert isinstance(sheet, Sheet)
    assert sheet.onward is not None
    assert asked == [sheet.onward.verb]


def test_no_arabic_letter_is_cut_at_the_top_or_the_bottom(
    open_shell: OpenShell, pack: Pack
) -> None:
    shell = shown(open_shell, pack, "ar", Step.LANGUAGE)
    for role in ("title", "body", "row", "strong", "small"):
        prose = Prose(shell.theme, role)
        prose.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        prose.set_text("الآن أسئلة لآ إجاباتكم ج ي")
        prose.setParent(shell)
        prose.setGeometry(0, 0, 1500, prose.heightForWidth(1500))
        image = prose.grab().toImage()
        ground = image.pixel(0, 0)
        for y in (0, image.height() - 1):
            assert all(image.pixel(x, y) == ground for x in range(image.width())), role


def test_welcome_offers_every_language_by_its_own_name(pack: Pack) -> None:
    presenter = Presenter(pack, None, ("en", "es", "ar"), "Clinic")
    one = new_session(plan_of(pack, "en", mode="demo"))
    view = present(presenter.showing(one, 0.0), one)
    assert isinstance(view, WelcomeView)
    assert [button.text for button in view.languages] == ["English", "Español", "العربية"]
