"""Where recordings have one speed, the settings say so and offer no buttons that do nothing."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Step
from kiosk.ui.verbs import say
from tests.ui.conftest import Opener
from tests.ui.heard_voice import HeardVoice


@pytest.mark.parametrize(
    ("voice", "speeds"),
    [
        (HeardVoice(synthesises=False), False),
        (HeardVoice(synthesises=False, stretches=True), True),
        (HeardVoice(), True),
    ],
)
def test_the_buttons_of_speed_are_there_where_they_do_something(
    open_kiosk: Opener, qtbot: QtBot, voice: HeardVoice, speeds: bool
) -> None:
    opened = open_kiosk(voice=replace(voice))
    driver = opened.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    driver.hear(say(ev.Began))
    while driver.session.place.step is not Step.COMFORT:
        driver.hear(say(ev.Continued))
    shown = str(opened.screen.view)
    assert ("Speak slower" in shown) is speeds
    assert ("only one speed" in shown) is not speeds
    assert "Quieter" in shown
