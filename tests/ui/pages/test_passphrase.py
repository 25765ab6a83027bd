"""Typing a passphrase at the kiosk: any letter, seen and announced as dots, kept nowhere."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.session import Settings
from kiosk.ui import staff_verbs as sv
from kiosk.ui.pages.keypad_page import KeypadPage
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import Verb, say
from kiosk.ui.views.screens import KeypadView, NoticeView
from kiosk.ui.views.sheet import FootButton
from kiosk.ui.widgets.code_boxes import CodeBoxes

VIEW = KeypadView(
    "staff-passphrase",
    "Passphrase of the key",
    ("It opens the key for this one copy, and is kept nowhere.",),
    sv.PassphraseTyped,
    1,
    128,
    "Print the copy",
    "Erase last",
    FootButton("Back", say(sv.LeaveDesk)),
    hidden=True,
    letters=True,
    tools=False,
    cased=("Space", "Capital letters", "Signs"),
)
SIZES = [(1920, 1080), (1280, 800), (1080, 1920), (1024, 600)]


def press(shell: Shell, *names: str) -> None:
    for name in names:
        found = [one for one in buttons(shell) if one.accessibleName() == name]
        assert found, name
        found[0].click()


def buttons(shell: Shell) -> list[QAbstractButton]:
    page = shell.page
    assert isinstance(page, KeypadPage)
    return page.findChildren(QAbstractButton)


def dots(shell: Shell) -> str:
    return shell.findChildren(CodeBoxes)[-1].accessibleName()


@pytest.fixture
def asked() -> list[Verb]:
    return []


@pytest.fixture
def shell(open_shell: Callable[[int, int], Shell], asked: list[Verb]) -> Shell:
    made = open_shell(1280, 800)
    made.asked.connect(asked.append)
    made.show_view(VIEW, Settings())
    return made


def test_small_and_capital_letters_signs_and_spaces_are_typed_and_told_as_dots(
    shell: Shell, asked: list[Verb]
) -> None:
    press(
        shell,
        "Capital letters",
        "O",
        "Capital letters",
        "a",
        "k",
        "Space",
        "Signs #?",
        "!",
        "\u20ac",
    )
    assert dots(shell) == "\u2022" * 6
    press(shell, "Signs #?", "9", "Erase last", "8", "Print the copy")
    assert asked == [Verb(sv.PassphraseTyped, ("Oak !\u20ac8",))]
    assert dots(shell) == ""


def test_a_keyboard_types_it_as_it_is_with_its_spaces(shell: Shell, asked: list[Verb]) -> None:
    here: QWidget = shell.focusWidget()
    QTest.keyClicks(here, "Oak river 9!")
    press(shell, "Print the copy")
    assert asked == [Verb(sv.PassphraseTyped, ("Oak river 9!",))]


def test_nothing_of_it_is_left_on_a_page_that_was_left(shell: Shell, asked: list[Verb]) -> None:
    press(shell, "o", "a", "k")
    shell.show_view(NoticeView("other", "Another page", ()), Settings())
    shell.show_view(VIEW, Settings())
    assert dots(shell) == ""
    press(shell, "Print the copy")
    assert asked == []


@pytest.mark.parametrize("size", SIZES)
def test_every_key_keeps_its_size_and_place_in_every_layer(
    open_shell: Callable[[int, int], Shell], size: tuple[int, int]
) -> None:
    made = open_shell(*size)
    made.show_view(VIEW, Settings())
    before = [one.geometry() for one in buttons(made)]
    for name in ("Capital letters", "Signs #?"):
        press(made, name)
        assert [one.geometry() for one in buttons(made)] == before
        assert isinstance(made.page, KeypadPage)
        assert not made.page.overflows()


@pytest.mark.parametrize("size", ["M", "XL"])
def test_on_an_upright_screen_the_places_have_the_whole_width(
    open_shell: Callable[[int, int], Shell], size: str
) -> None:
    """Beside the button each was a line of a few pixels."""
    made = open_shell(1080, 1920)
    made.show_view(VIEW, Settings(size=size))
    places = made.findChildren(CodeBoxes)[-1]
    metrics = made.theme.metrics
    assert places.width() == metrics.width - 2 * metrics.margin
