"""Staff try the machine: each trial is judged, kept, told, and never holds the kiosk up."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.copy import CopyPaper
from kiosk.domain.desk import DeskScreen
from kiosk.domain.staffing.trials import FIVE_KEYS, KEYS_QUIET_SECONDS, Device, Grid
from kiosk.platform.printer import PrintFailed
from kiosk.platform.voice import Heard
from kiosk.ui import staff_verbs as sv
from kiosk.ui.driver import Outside
from tests.ui.heard_voice import HeardVoice
from tests.ui.stand_ins import HeldRecorder, Person, SpoiltError

GRID = Grid(4, 4)


class Tray:
    """A printer that keeps its pages, or refuses them."""

    def __init__(self) -> None:
        self.pages: list[CopyPaper] = []
        self.empty = False

    def there(self) -> bool:
        return True

    def print_copy(self, paper: CopyPaper, *, large: bool) -> None:
        del large
        if self.empty:
            raise PrintFailed("the tray is empty; fill it")
        self.pages.append(paper)

    def queue(self) -> str:
        return "printer Office is idle; 0 waiting"


@pytest.fixture
def voice() -> HeardVoice:
    return HeardVoice()


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def beyond(beyond: Outside, voice: HeardVoice, tray: Tray) -> Outside:
    return replace(beyond, voice=voice, printer=tray)


@pytest.fixture
def person(person: Person) -> Person:
    """Staff at the open menu."""
    person.call_staff()
    return person


def told(person: Person, recorder: HeldRecorder, qtbot: QtBot) -> list[tuple[Device, bool]]:
    """Return the trials that were kept, once the page that tells of them is there."""
    assert person.key == "staff-readiness"
    qtbot.waitUntil(lambda: "Set date and time." in str(person.view))
    return [(one.device, one.ok) for one in recorder.trials]


def test_the_last_square_ends_the_trial_of_the_glass(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.TOUCH)
    for square in range(GRID.count):
        assert person.key == "staff-touch"
        person.do(sv.GlassTouched, GRID, frozenset((square,)))
    assert told(person, recorder, qtbot) == [(Device.TOUCH, True)]


def test_done_tells_which_places_felt_nothing(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.TOUCH)
    person.do(sv.GlassTouched, GRID, frozenset(range(1, GRID.count)))
    person.do(sv.TrialEnded, Device.TOUCH)
    assert told(person, recorder, qtbot) == [(Device.TOUCH, False)]
    assert recorder.trials[0].what.endswith("top left")


def test_back_keeps_nothing(person: Person, recorder: HeldRecorder, qtbot: QtBot) -> None:
    person.do(sv.DeskGo, DeskScreen.TOUCH)
    person.do(sv.GlassTouched, GRID, frozenset((3,)))
    person.do(sv.DeskGo, DeskScreen.READINESS)
    assert told(person, recorder, qtbot) == []
    desk = person.driver.staff.desk
    assert desk is not None
    assert desk.trial.touched == frozenset()


def test_five_keys_end_their_trial(person: Person, recorder: HeldRecorder, qtbot: QtBot) -> None:
    person.do(sv.DeskGo, DeskScreen.KEYS)
    for key in FIVE_KEYS:
        person.do(sv.KeyTried, key)
    assert told(person, recorder, qtbot) == [(Device.KEYS, True)]


def test_silence_ends_the_trial_of_a_switch(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.KEYS)
    person.do(sv.KeyTried, "space")
    person.wait_out(KEYS_QUIET_SECONDS)
    assert told(person, recorder, qtbot) == [(Device.KEYS, True)]


def test_a_kiosk_without_a_keypad_is_not_called_broken(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.KEYS)
    person.do(sv.TrialEnded, Device.KEYS)
    assert told(person, recorder, qtbot) == []


def test_a_person_says_whether_the_sentence_was_heard(
    person: Person, recorder: HeldRecorder, voice: HeardVoice, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.SOUND)
    assert "Did you hear" not in str(person.view)
    person.do(sv.TryNow, Device.SOUND)
    assert "voice of this kiosk" in voice.words[-1]
    voice.end()
    qtbot.waitUntil(lambda: "Did you hear" in str(person.view))
    person.do(sv.TrialEnded, Device.SOUND, False)
    assert told(person, recorder, qtbot) == [(Device.SOUND, False)]


def test_a_voice_that_fails_is_asked_about_as_well(
    person: Person, voice: HeardVoice, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.SOUND)
    person.do(sv.TryNow, Device.SOUND)
    voice.end(Heard.FAILED)
    qtbot.waitUntil(lambda: "Did you hear" in str(person.view))


def test_a_kiosk_without_a_voice_says_so(person: Person, voice: HeardVoice) -> None:
    voice.synthesises = False
    person.do(sv.DeskGo, DeskScreen.SOUND)
    person.do(sv.TryNow, Device.SOUND)
    assert "There is no voice on this kiosk." in str(person.view)
    assert voice.words == []


def test_a_sentence_whose_page_was_left_is_silenced(person: Person, voice: HeardVoice) -> None:
    person.do(sv.DeskGo, DeskScreen.SOUND)
    person.do(sv.TryNow, Device.SOUND)
    person.do(sv.LeaveDesk)
    assert voice.now is None
    assert person.key == "welcome"


def test_the_test_page_is_about_nobody_and_the_queue_is_told(
    person: Person, recorder: HeldRecorder, tray: Tray, qtbot: QtBot
) -> None:
    person.do(sv.DeskGo, DeskScreen.PRINTER)
    person.do(sv.TryNow, Device.PRINTER)
    qtbot.waitUntil(lambda: "0 waiting" in str(person.view))
    assert tray.pages[0].words[0] == ("title", "Test page")
    assert tray.pages[0].code == ""
    person.do(sv.TrialEnded, Device.PRINTER, True)
    assert told(person, recorder, qtbot) == [(Device.PRINTER, True)]
    assert "Office is idle" in recorder.trials[0].what


def test_a_printer_that_refuses_says_why(person: Person, tray: Tray, qtbot: QtBot) -> None:
    tray.empty = True
    person.do(sv.DeskGo, DeskScreen.PRINTER)
    person.do(sv.TryNow, Device.PRINTER)
    qtbot.waitUntil(lambda: "the tray is empty; fill it" in str(person.view))


def test_a_result_that_cannot_be_kept_is_said(
    person: Person, recorder: HeldRecorder, qtbot: QtBot
) -> None:
    recorder.trouble = SpoiltError("trials.json: the disk is full")
    person.do(sv.DeskGo, DeskScreen.TOUCH)
    person.do(sv.TrialEnded, Device.TOUCH)
    qtbot.waitUntil(lambda: "the disk is full" in str(person.view))
    assert person.key == "staff-readiness"


@pytest.mark.parametrize(
    "command",
    [
        (sv.GlassTouched, GRID, frozenset((1,))),
        (sv.KeyTried, "up"),
        (sv.TryNow, Device.SOUND),
        (sv.TryNow, Device.PRINTER),
    ],
)
def test_a_trial_is_taken_on_its_own_page_alone(
    person: Person, voice: HeardVoice, tray: Tray, command: tuple[type, ...]
) -> None:
    before = person.view
    person.do(*command)
    assert person.view == before
    assert (voice.words, tray.pages) == ([], [])
