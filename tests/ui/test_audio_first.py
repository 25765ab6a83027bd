"""Each language can be heard, and somebody who cannot see the screen need not find a button."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.ui.reader import shell_spots
from kiosk.ui.verbs import say
from kiosk.ui.widgets.row import Row
from tests.ui.conftest import Opened, Opener
from tests.ui.heard_voice import HeardVoice


@pytest.fixture
def voice() -> HeardVoice:
    return HeardVoice()


@pytest.fixture
def opened(open_kiosk: Opener, voice: HeardVoice, qtbot: QtBot) -> Opened:
    """A kiosk with a voice, at Welcome."""
    one = open_kiosk(voice=voice)
    qtbot.waitUntil(lambda: one.kiosk.driver.session.closed is None)
    return one


def press(opened: Opened, row: Row) -> None:
    opened.clock.pass_time(1.0)
    window = opened.kiosk.shell.windowHandle()
    place: QPoint = opened.screen.box(row).center()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)


HEARD = {
    "Hear English": ("en", "This screen can read to you in this language."),
    "Escuchar Español": ("es", "Esta pantalla puede leerle en este idioma."),
    "استمع: العربية": ("ar", "تستطيع هذه الشاشة أن تقرأ لك بهذه اللغة."),
}


@pytest.mark.parametrize("name", HEARD)
def test_each_language_can_be_heard_in_itself_before_it_is_chosen(
    opened: Opened, voice: HeardVoice, name: str
) -> None:
    opened.kiosk.driver.hear(say(ev.Began))
    row = next(one for one in opened.screen.rows() if name in one.accessibleName())
    press(opened, row)
    language, words = HEARD[name]
    assert (voice.said[-1].language, voice.said[-1].words) == (language, words)
    assert opened.kiosk.driver.session.settings.language == "en"
    # Another press while it sounds is heard as well, and never two at once.
    press(opened, row)
    assert len(voice.said) == 2
    assert voice.overlaps == 0


def test_a_language_that_cannot_be_heard_says_so_on_the_page(
    opened: Opened, voice: HeardVoice
) -> None:
    voice.synthesises = False
    opened.kiosk.driver.hear(say(ev.Began))
    press(opened, next(one for one in opened.screen.rows() if "Hear" in one.accessibleName()))
    assert opened.key == "voiceless"


def first_words(opened: Opened) -> str:
    return shell_spots(opened.kiosk.shell)[0].text


def test_one_key_at_welcome_reads_it_and_each_page_after_it(
    opened: Opened, voice: HeardVoice
) -> None:
    window = opened.kiosk.shell.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert voice.words == [first_words(opened)]
    for verb in (say(ev.Began), say(ev.Continued)):
        opened.kiosk.driver.hear(verb)
        assert voice.words[-1] == first_words(opened)
    assert voice.overlaps == 0


def test_staff_can_start_a_visit_that_reads_from_its_first_page_on(
    opened: Opened, voice: HeardVoice
) -> None:
    driver = opened.kiosk.driver
    driver.hear(say(ev.Opened, Overlay.STAFF))
    driver.staff.hand_over.emit(Arrangement("BED-9", "en", read_on=True))
    assert opened.key == "language"
    assert voice.words == [first_words(opened)]


class TestHeadphones:
    """A jack that the test plugs something into."""

    def test_plugging_in_reads_this_page_and_each_one_after_it(
        self, opened: Opened, voice: HeardVoice, qtbot: QtBot
    ) -> None:
        opened.kiosk.reader.headphones(True)
        qtbot.waitUntil(lambda: voice.now is not None)
        assert voice.words == [first_words(opened)]
        opened.kiosk.driver.hear(say(ev.Began))
        assert voice.words[-1] == first_words(opened)

    def test_pulling_out_silences_for_others_would_hear(
        self, opened: Opened, voice: HeardVoice, qtbot: QtBot
    ) -> None:
        opened.kiosk.reader.headphones(True)
        qtbot.waitUntil(lambda: voice.now is not None)
        opened.kiosk.reader.headphones(False)
        qtbot.waitUntil(lambda: voice.now is None)

    def test_staff_pages_stay_silent(self, opened: Opened, voice: HeardVoice, qtbot: QtBot) -> None:
        opened.kiosk.driver.hear(say(ev.Opened, Overlay.STAFF))
        told: list[bool] = []
        opened.kiosk.reader._plugged.connect(told.append)  # noqa: SLF001  # told after the reader
        opened.kiosk.reader.headphones(True)
        qtbot.waitUntil(lambda: told == [True])
        assert voice.words == []

    def test_the_next_person_hears_nothing_by_itself(
        self, opened: Opened, voice: HeardVoice, qtbot: QtBot
    ) -> None:
        opened.kiosk.reader.headphones(True)
        qtbot.waitUntil(lambda: voice.now is not None)
        opened.kiosk.driver.hear(say(ev.Began))
        opened.kiosk.driver.hear(say(ev.Finished))
        heard = len(voice.words)
        opened.kiosk.driver.hear(say(ev.Began))
        assert len(voice.words) == heard


def read_beneath(opened: Opened) -> None:
    """Press the row of help that reads the page it lies over."""
    opened.kiosk.driver.hear(say(ev.Opened, Overlay.HELP))
    rows = opened.screen.rows()
    press(opened, next(one for one in rows if one.accessibleName() == "Read this page to me"))


def test_help_closes_and_reads_the_page_beneath(opened: Opened, voice: HeardVoice) -> None:
    beneath = first_words(opened)
    read_beneath(opened)
    assert opened.key == "welcome"
    assert voice.words == [beneath]
    # Another time while it sounds is heard as well, and never two at once.
    read_beneath(opened)
    assert (voice.words, voice.overlaps) == ([beneath, beneath], 0)


def test_where_nothing_can_be_said_help_says_so_over_the_page(
    opened: Opened, voice: HeardVoice
) -> None:
    voice.synthesises = False
    read_beneath(opened)
    assert opened.key == "voiceless"
    assert opened.kiosk.driver.session.overlays == (Overlay.VOICELESS,)
