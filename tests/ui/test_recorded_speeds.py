"""Which voice says a recorded sentence at another speed."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.ui.reader import shell_spots
from kiosk.ui.verbs import ReadPressed, say
from tests.ui.conftest import Opener
from tests.ui.heard_voice import HeardVoice, SetRecordings


@pytest.mark.parametrize(
    ("stretches", "synthesises", "faster", "recorded"),
    [
        (True, True, True, True),
        (False, True, True, False),
        # Better at its own speed than not at all.
        (False, False, True, True),
        (False, True, False, True),
    ],
)
def test_a_recording_is_heard_where_it_fits(
    open_kiosk: Opener,
    qtbot: QtBot,
    stretches: bool,
    synthesises: bool,
    faster: bool,
    recorded: bool,
) -> None:
    voice = HeardVoice(stretches=stretches, synthesises=synthesises)
    opened = open_kiosk(voice=voice)
    driver, shell = opened.kiosk.driver, opened.kiosk.shell
    qtbot.waitUntil(lambda: driver.session.closed is None)
    driver.hear(say(ev.Began))
    while not opened.key.startswith("page:"):
        driver.hear(say(ev.Continued))
    if faster:
        driver.hear(say(ev.SettingChosen, "speed", "more"))
    sentences = frozenset(one.text for one in shell_spots(shell))
    opened.kiosk.reader._recordings = SetRecordings(sentences)  # noqa: SLF001  # the pack has none
    shell.asked.emit(say(ReadPressed))
    assert (voice.said[-1].recording is not None) is recorded
