"""A headset at a real sound server: noticed, private while it is in, silent when it is pulled out.

The headset is a second loudspeaker that is only a file and says of itself that it is a headset. A
jack in the machine itself cannot be made so: the kernel tells of that one.
"""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.platform.sinks import HeadsetSinks
from kiosk.platform.voice import Heard, SoundPrograms, SystemVoice, Utterance
from tests.platform.ears import Ears
from tests.platform.sound_server import WHY_NOT, Ear, Server, absent, reached

pytestmark = [
    pytest.mark.skipif(bool(absent()), reason=WHY_NOT),
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"),
]
PATIENCE = 20.0
WORDS = "The medicine blocks one kind of door for some hours, and then they work as before."
HEADSET = ("sink_name=usb_set", "sink_properties=device.form_factor=headset")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with reached(tmp_path / "server", monkeypatch) as one:
        one.start()
        yield one


@pytest.fixture
def voice() -> Iterator[SystemVoice]:
    programs = [shutil.which(name) for name in ("espeak-ng", "paplay")]
    one = SystemVoice(lambda: SoundPrograms(*programs))
    yield one
    one.close()


@pytest.fixture
def watched(server: Server, voice: SystemVoice) -> Iterator[Ears]:
    """Who is told, and silences the voice when the headset is gone, as the kiosk does."""
    ears = Ears()

    def tell(plugged: bool) -> None:
        if not plugged:
            voice.hush()
        ears.tell(plugged)

    assert server.ask("info")
    sinks = HeadsetSinks(every=0.01)
    sinks.watch(tell)
    yield ears
    sinks.close()


def test_what_is_said_into_a_headset_is_not_heard_on_the_speaker_nor_after_it_is_pulled_out(
    server: Server, voice: SystemVoice, watched: Ears
) -> None:
    speaker = Ear(server)
    speaker.listen()
    module = server.ask("load-module", "module-null-sink", *HEADSET).strip()
    server.ask("set-default-sink", "usb_set")
    assert watched.wait_for(1) == [True]
    headset = Ear(server, "usb_set")
    headset.listen()
    begun, told = threading.Event(), list[Heard]()

    def tell(_turn: int, what: Heard) -> None:
        told.append(what)
        begun.set()

    voice.say(Utterance(1, WORDS, "en", 1.0, 0.5), tell)
    assert begun.wait(PATIENCE)
    headset.wait_seconds(0.5)
    assert len(headset.loud()) > 10
    assert speaker.loud() == []
    headset.close()
    server.ask("unload-module", module)
    assert watched.wait_for(2) == [True, False]
    speaker.wait_seconds(0.5)
    # The server moves the voice to the speaker; it goes on only until the news has come.
    assert len(speaker.loud()) < 30
    # Pulling out is no fault of the voice, and nobody is told of one.
    assert told == [Heard.STARTED]
    speaker.close()
