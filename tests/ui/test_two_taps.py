"""Acceptance rows A-20, A-50, A-81 and A-114, to their figures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.theme.metrics import Metrics
from kiosk.ui.theme.theme import theme_for
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import WelcomeView
from kiosk.ui.views.sheet import PanelItem, Sheet
from kiosk.ui.widgets.ring import DIGITS_MM
from tests.ui.conftest import Opened, Opener

# From the settings to the sixth page of the first chapter.
PAGES = 9


@pytest.fixture
def opened(open_kiosk: Opener, qtbot: QtBot) -> Opened:
    one = open_kiosk()
    qtbot.waitUntil(lambda: one.kiosk.driver.session.closed is None)
    one.kiosk.driver.hear(say(ev.Began))
    return one


def tap(opened: Opened, button: QAbstractButton) -> None:
    opened.clock.pass_time(1.0)
    window = opened.kiosk.shell.windowHandle()
    place = opened.screen.box(button).center()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)


def test_other_colours_are_two_taps_away_on_every_page(opened: Opened) -> None:
    driver = opened.kiosk.driver
    for number in range(PAGES):
        driver.hear(say(ev.Continued))
        before, name = driver.session.place, ("Dark colours", "Light colours")[number % 2]
        tap(opened, opened.screen.button("Text"))
        row = opened.screen.button(name)
        tap(opened, row)
        assert driver.session.settings.theme == ("dark", "light")[number % 2]
        assert opened.kiosk.shell.theme.palette.name == driver.session.settings.theme
        driver.hear(say(ev.Closed))
        assert driver.session.place == before


def test_every_row_of_colours_is_painted_in_its_own(opened: Opened) -> None:
    opened.kiosk.driver.hear(say(ev.Opened, Overlay.SETTINGS))
    samples = [one for one in opened.screen.items() if one.palette]
    assert len({one.palette for one in samples}) == 6
    assert all(one.text for one in samples)


def test_another_language_is_two_taps_away_on_every_page(opened: Opened) -> None:
    driver = opened.kiosk.driver
    for number in range(PAGES):
        driver.hear(say(ev.Continued))
        before, flags = driver.session.place, driver.session.flags
        now, wanted = (("English", "Español"), ("Español", "English"))[number % 2]
        tap(opened, opened.screen.button(now))
        tap(opened, next(one for one in opened.screen.rows() if one.text() == wanted))
        assert opened.kiosk.shell.words.locale.name == wanted
        driver.hear(say(ev.Closed))
        assert (driver.session.place, driver.session.flags) == (before, flags)


@pytest.mark.parametrize("device", DEVICES, ids=[one.name for one in DEVICES])
@pytest.mark.parametrize("script", ["latin", "arabic"])
def test_the_digits_of_the_countdown_are_17_mm_on_every_device(device: Device, script: str) -> None:
    metrics = Metrics(device.width, device.height, device.diagonal_mm, "M", script)
    theme = theme_for("light", metrics, paths.assets_dir(), motion=False, script=script)
    high = QFontMetrics(theme.big_font(DIGITS_MM)).tightBoundingRect("45").height()
    # A pixel of rounding.
    assert (high + 1) / metrics.px_per_mm >= 17.0


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_welcome_and_help_name_the_way_without_a_kiosk(opened: Opened, tag: str) -> None:
    driver, words = opened.kiosk.driver, words_for(tag)
    driver.hear(say(ev.Finished))
    driver.hear(say(ev.LanguageChosen, tag))
    view = opened.screen.view
    assert isinstance(view, WelcomeView)
    told = words.t("You can also do this with our staff, or on paper")
    assert told in [text for _, text in view.notes]
    driver.hear(say(ev.Opened, Overlay.HELP))
    sheet = opened.screen.view
    assert isinstance(sheet, Sheet)
    panels = [one for one in sheet.items if isinstance(one, PanelItem)]
    texts = ["".join(text for text, _ in runs) for one in panels for runs in one.texts]
    assert words.t("You can do all of this with our staff, or on paper.") in texts
