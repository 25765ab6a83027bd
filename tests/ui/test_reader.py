"""Read to me in the real window: one voice, the lit sentence, silence at a touch."""

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Place, Step
from kiosk.domain.speaker import LOUDNESS_DB, SPEEDS
from kiosk.platform.voice import Heard
from kiosk.ui.reader import shell_spots
from kiosk.ui.tools import READ_TOOL
from kiosk.ui.verbs import CodeTyped, ReadPressed, say
from kiosk.ui.widgets.prose import Prose
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener
from tests.ui.heard_voice import HeardVoice, SetRecordings


@pytest.fixture
def voice() -> HeardVoice:
    return HeardVoice()


@pytest.fixture
def opened(open_kiosk: Opener, voice: HeardVoice, qtbot: QtBot) -> Opened:
    """A kiosk with a voice, on the page that says how it works."""
    one = open_kiosk(voice=voice)
    driver = one.kiosk.driver
    qtbot.waitUntil(lambda: driver.session.closed is None)
    driver.hear(say(ev.Began))
    while driver.session.place.step is not Step.HOW:
        driver.hear(say(ev.Continued))
    return one


def press(opened: Opened, place: QPoint) -> None:
    # A second press at once is taken for a tremor.
    opened.clock.pass_time(1.0)
    QTest.mouseClick(opened.kiosk.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def press_read(opened: Opened) -> None:
    button = opened.kiosk.shell.tool_bar.buttons[READ_TOOL]
    press(opened, opened.screen.box(button).center())


def lit(opened: Opened) -> list[str]:
    return [one.lit for one in opened.kiosk.shell.findChildren(Prose) if one.lit]


def finish(voice: HeardVoice, opened: Opened, qtbot: QtBot) -> None:
    """Let the line that sounds end, and the next one start."""
    before = opened.kiosk.reader.speaker.turn
    voice.end()
    speaker = opened.kiosk.reader
    qtbot.waitUntil(lambda: speaker.speaker.turn > before or not speaker.speaker.speaking)


def test_it_is_silent_until_asked(opened: Opened, voice: HeardVoice) -> None:
    assert voice.transcript == []
    assert opened.kiosk.driver.session.settings.read_on is False


def test_speech_starts_within_half_a_second_of_the_press(opened: Opened, voice: HeardVoice) -> None:
    before = time.monotonic()
    press_read(opened)
    assert voice.transcript[0][0] - before < 0.5


def test_the_sentence_that_sounds_is_the_one_that_is_lit(
    opened: Opened, voice: HeardVoice, qtbot: QtBot
) -> None:
    press_read(opened)
    qtbot.waitUntil(lambda: bool(lit(opened)))
    while voice.words[-1] != "How this works":
        finish(voice, opened, qtbot)
    for _ in range(3):
        qtbot.waitUntil(lambda: bool(lit(opened)))
        assert lit(opened) == [voice.words[-1]]
        assert opened.kiosk.shell.mark.isVisible()
        finish(voice, opened, qtbot)


def test_all_of_the_page_is_said_and_then_the_button_reads_again(
    opened: Opened, voice: HeardVoice, qtbot: QtBot
) -> None:
    expected = len(shell_spots(opened.kiosk.shell))
    button = opened.kiosk.shell.tool_bar.buttons[READ_TOOL]
    press_read(opened)
    assert button.text() == "Stop"
    while opened.kiosk.reader.speaker.speaking:
        finish(voice, opened, qtbot)
    assert len(voice.said) == expected
    assert button.text() == "Read to me"
    assert lit(opened) == []
    assert voice.overlaps == 0


def test_the_same_button_stops_and_does_not_start_again(opened: Opened, voice: HeardVoice) -> None:
    press_read(opened)
    press_read(opened)
    assert voice.now is None
    assert len(voice.said) == 1
    press_read(opened)
    assert len(voice.said) == 2


def test_a_trembling_second_press_neither_starts_nor_silences(
    opened: Opened, voice: HeardVoice
) -> None:
    press_read(opened)
    button = opened.kiosk.shell.tool_bar.buttons[READ_TOOL]
    window, place = opened.kiosk.shell.windowHandle(), opened.screen.box(button).center()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
    assert voice.now is not None
    assert voice.hushes == []
    assert len(voice.said) == 1


def test_a_touch_anywhere_silences_within_a_tenth_of_a_second(
    opened: Opened, voice: HeardVoice
) -> None:
    press_read(opened)
    # A second touch at once is taken for a tremor, and goes on reading.
    opened.clock.pass_time(0.5)
    before = time.monotonic()
    window = opened.kiosk.shell.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
    assert voice.now is None
    assert voice.hushes[-1] - before < 0.1
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 500))


def test_a_tapped_sentence_is_heard_again(opened: Opened, voice: HeardVoice) -> None:
    spot = next(one for one in shell_spots(opened.kiosk.shell) if one.text.startswith("Stop or"))
    there = opened.screen.box(spot.widget).center()
    press(opened, there)
    assert voice.transcript == []
    press_read(opened)
    assert voice.words[-1] != spot.text
    press(opened, there)
    assert voice.words[-1] == spot.text


def test_a_new_page_is_silent_unless_each_page_was_asked_for(
    opened: Opened, voice: HeardVoice
) -> None:
    driver = opened.kiosk.driver
    press_read(opened)
    driver.hear(say(ev.Continued))
    assert voice.now is None
    said = len(voice.said)
    driver.hear(say(ev.SettingChosen, "read_on", "on"))
    driver.hear(say(ev.Continued))
    assert len(voice.said) == said + 1
    assert voice.overlaps == 0


def test_keys_change_speed_and_loudness_by_a_step_and_stop_at_the_ends(opened: Opened) -> None:
    window, driver = opened.kiosk.shell.windowHandle(), opened.kiosk.driver
    for _ in range(len(SPEEDS)):
        QTest.keyClick(window, Qt.Key.Key_Period)
        QTest.keyClick(window, Qt.Key.Key_Minus)
    assert driver.session.settings.speed == len(SPEEDS) - 1
    assert driver.session.settings.loudness == 0
    assert max(b - a for a, b in pairwise(LOUDNESS_DB)) <= 10
    QTest.keyClick(window, Qt.Key.Key_Comma)
    QTest.keyClick(window, Qt.Key.Key_Equal)
    assert driver.session.settings.speed == len(SPEEDS) - 2
    assert driver.session.settings.loudness == 1


def test_the_voice_speaks_at_the_chosen_speed(opened: Opened, voice: HeardVoice) -> None:
    opened.kiosk.driver.hear(say(ev.SettingChosen, "speed", "more"))
    press_read(opened)
    assert voice.said[-1].speed == SPEEDS[4]


def test_the_next_person_finds_silence_and_the_usual_voice(
    opened: Opened, voice: HeardVoice
) -> None:
    driver = opened.kiosk.driver
    driver.hear(say(ev.SettingChosen, "speed", "more"))
    press_read(opened)
    driver.hear(say(ev.Finished))
    assert voice.now is None
    assert driver.session.settings == driver.session.defaults
    assert not opened.kiosk.reader.speaker.used


def test_the_countdown_is_spoken_to_somebody_who_listened(
    opened: Opened, voice: HeardVoice, clock: SetClock, qtbot: QtBot
) -> None:
    driver = opened.kiosk.driver
    press_read(opened)
    opened.kiosk.reader.pressed()
    clock.pass_time(400)
    driver.tick()
    assert opened.key == "still-there"
    assert voice.words[-1] == "45 seconds left."
    while opened.kiosk.reader.speaker.speaking:
        finish(voice, opened, qtbot)
    assert "Are you still there?" in voice.words
    clock.pass_time(15)
    driver.tick()
    assert voice.words[-1] == "30 seconds left."


def test_who_never_asked_hears_no_countdown(
    opened: Opened, voice: HeardVoice, clock: SetClock
) -> None:
    clock.pass_time(400)
    opened.kiosk.driver.tick()
    assert opened.key == "still-there"
    assert voice.transcript == []


def test_who_listens_is_not_asked_whether_they_are_there(opened: Opened, clock: SetClock) -> None:
    press_read(opened)
    for _ in range(20):
        clock.pass_time(60)
        opened.kiosk.driver.tick()
    assert opened.key == "how"
    opened.kiosk.reader.pressed()
    clock.pass_time(301)
    opened.kiosk.driver.tick()
    assert opened.key == "still-there"


def test_a_missing_voice_is_said_on_the_page(open_kiosk: Opener, qtbot: QtBot) -> None:
    opened = open_kiosk(voice=HeardVoice(plays=False))
    qtbot.waitUntil(lambda: opened.kiosk.driver.session.closed is None)
    press_read(opened)
    assert opened.kiosk.driver.session.overlay is Overlay.VOICELESS
    assert opened.key == "voiceless"


def test_a_voice_that_breaks_is_said_on_the_page(
    opened: Opened, voice: HeardVoice, qtbot: QtBot
) -> None:
    press_read(opened)
    voice.end(Heard.FAILED)
    qtbot.waitUntil(lambda: opened.key == "voiceless")


def test_keys_say_what_they_reach_to_somebody_who_listens(
    opened: Opened, voice: HeardVoice
) -> None:
    window = opened.kiosk.shell.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_P)
    QTest.keyClick(window, Qt.Key.Key_Up)
    assert voice.words[-1] == "Get help"
    QTest.keyClick(window, Qt.Key.Key_Up)
    assert voice.words[-1] == "Hide"
    assert voice.overlaps == 0


def rest(voice: HeardVoice, opened: Opened, qtbot: QtBot) -> None:
    while opened.kiosk.reader.speaker.speaking:
        finish(voice, opened, qtbot)


def test_any_block_is_heard_again_by_keys(opened: Opened, voice: HeardVoice, qtbot: QtBot) -> None:
    window = opened.kiosk.shell.windowHandle()
    blocks = list(dict.fromkeys(one.widget for one in shell_spots(opened.kiosk.shell)))
    lines = [
        [one.text for one in shell_spots(opened.kiosk.shell) if one.widget is block]
        for block in blocks
    ]
    wanted = [(Qt.Key.Key_R, 0), (Qt.Key.Key_N, 1), (Qt.Key.Key_N, 2), (Qt.Key.Key_R, 2)]
    wanted += [(Qt.Key.Key_B, 1), (Qt.Key.Key_B, 0), (Qt.Key.Key_B, 0)]
    for key, block in wanted:
        before = len(voice.words)
        QTest.keyClick(window, key)
        rest(voice, opened, qtbot)
        assert voice.words[before:] == lines[block]
    assert voice.overlaps == 0


def test_the_block_that_sounded_is_repeated_though_the_key_silences_it(
    opened: Opened, voice: HeardVoice, qtbot: QtBot
) -> None:
    window = opened.kiosk.shell.windowHandle()
    press_read(opened)
    for _ in range(4):
        finish(voice, opened, qtbot)
    sounding = voice.words[-1]
    QTest.keyClick(window, Qt.Key.Key_R)
    rest(voice, opened, qtbot)
    assert sounding in voice.words[5:]
    assert len(voice.words[5:]) < 4


def test_without_a_voice_a_key_for_a_block_says_so_on_the_page(
    open_kiosk: Opener, qtbot: QtBot
) -> None:
    opened = open_kiosk(voice=HeardVoice(plays=False))
    qtbot.waitUntil(lambda: opened.kiosk.driver.session.closed is None)
    QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_N)
    assert opened.key == "voiceless"


class TestNews:
    """What a press changes on the page is said to somebody who listens."""

    @pytest.fixture
    def listening(self, opened: Opened) -> Opened:
        opened.kiosk.driver.hear(say(ev.WentBack))
        assert opened.key == "code"
        QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_P)
        QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_Down)
        return opened

    def test_digits_as_they_are_typed(
        self, listening: Opened, voice: HeardVoice, qtbot: QtBot
    ) -> None:
        window = listening.kiosk.shell.windowHandle()
        QTest.keyClick(window, Qt.Key.Key_4)
        qtbot.waitUntil(lambda: voice.words[-1] == "4")
        QTest.keyClick(window, Qt.Key.Key_7)
        qtbot.waitUntil(lambda: voice.words[-1] == "4 7")

    def test_that_a_code_is_not_known(
        self, listening: Opened, voice: HeardVoice, qtbot: QtBot
    ) -> None:
        listening.kiosk.driver.hear(say(CodeTyped, "000000"))
        rest(voice, listening, qtbot)
        assert any("not" in line and "code" in line for line in voice.words[-3:])

    def test_a_choice_and_what_it_did(
        self, listening: Opened, voice: HeardVoice, qtbot: QtBot
    ) -> None:
        listening.kiosk.driver.hear(say(ev.Opened, Overlay.SETTINGS))
        shell = listening.kiosk.shell
        while not any(row.accessibleName() == "Louder" for row in listening.screen.rows()):
            shell.go_on()
        listening.screen.button("Louder").setFocus()
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "loudness 6 of 6" in voice.words[-1])

    def test_nothing_to_somebody_who_never_asked(self, opened: Opened, voice: HeardVoice) -> None:
        opened.kiosk.driver.hear(say(ev.WentBack))
        QTest.keyClick(opened.kiosk.shell.windowHandle(), Qt.Key.Key_4)
        opened.kiosk.reader.tell_news()
        assert voice.words == []


def test_the_keys_of_a_pin_are_not_said(opened: Opened, voice: HeardVoice) -> None:
    window = opened.kiosk.shell.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_P)
    opened.kiosk.driver.hear(say(ev.Opened, Overlay.STAFF))
    before = len(voice.words)
    for _ in range(20):
        QTest.keyClick(window, Qt.Key.Key_Down)
    said = voice.words[before:]
    assert said
    assert not any(line.isdigit() for line in said)


def test_recordings_are_enough_for_a_page_of_the_pack(
    opened: Opened, voice: HeardVoice, qtbot: QtBot
) -> None:
    driver, shell = opened.kiosk.driver, opened.kiosk.shell
    while driver.session.place != Place(Step.CHAPTER, 0, 0):
        driver.hear(say(ev.Continued))
    sentences = frozenset(one.text for one in shell_spots(shell) if not one.around)
    voice.synthesises = False
    reader = opened.kiosk.reader
    reader._recordings = SetRecordings(sentences)  # noqa: SLF001  # the pack that ships has none
    shell.asked.emit(say(ReadPressed))
    assert [one.recording is not None for one in voice.said] == [True]
    while reader.speaker.speaking:
        voice.end()
        qtbot.waitUntil(lambda: voice.now is not None or not reader.speaker.speaking)
    assert len(voice.said) == len(sentences)
    assert opened.key.startswith("page:")


def test_a_page_that_lacks_one_recording_is_not_read_in_part(
    opened: Opened, voice: HeardVoice
) -> None:
    driver, shell = opened.kiosk.driver, opened.kiosk.shell
    while driver.session.place != Place(Step.CHAPTER, 0, 0):
        driver.hear(say(ev.Continued))
    sentences = sorted({one.text for one in shell_spots(shell) if not one.around})
    voice.synthesises = False
    recordings = SetRecordings(frozenset(sentences[1:]))
    opened.kiosk.reader._recordings = recordings  # noqa: SLF001  # the pack that ships has none
    shell.asked.emit(say(ReadPressed))
    assert opened.key == "voiceless"
    assert voice.said == []
