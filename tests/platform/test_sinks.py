"""Headsets without a jack, by answers of the sound system as they were written down.

No sound system is here: a script stands in for `pactl`, and it is a real program that is run.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.platform.sinks import HeadsetSinks, headset_by_pactl, headset_by_wpctl
from tests.platform.ears import Ears

if sys.platform == "win32":
    pytest.skip("pactl and wpctl are Linux's", allow_module_level=True)

BUILT_IN = "alsa_output.pci-0000_00_1f.3.analog-stereo"
USB = "alsa_output.usb-Logitech_Logi_USB_Headset-00.analog-stereo"
BLUE = "bluez_output.00_1B_66_AA_BB_CC.1"
SINKS = f"""Sink #52
\tState: SUSPENDED
\tName: {BUILT_IN}
\tDescription: Built-in Audio Analog Stereo
\tProperties:
\t\tdevice.bus = "pci"
\t\tdevice.form_factor = "internal"
\tPorts:
\t\tanalog-output-speaker: Speakers (type: Speaker, priority: 10000, availability unknown)

Sink #61
\tState: RUNNING
\tName: {USB}
\tDescription: Logi USB Headset Analog Stereo
\tProperties:
\t\tdevice.bus = "usb"

Sink #70
\tState: SUSPENDED
\tName: {BLUE}
\tDescription: WH-1000XM4
\tProperties:
\t\tdevice.bus = "bluetooth"
\t\tdevice.form_factor = "headphone"
"""
WPCTL = """Audio
 ├─ Devices:
 │      42. Logi USB Headset                    [alsa]
 │
 ├─ Sinks:
 │  {0}   50. Logi USB Headset Analog Stereo      [vol: 0.40]
 │  {1}   51. Built-in Audio Analog Stereo        [vol: 0.40]
 │
 ├─ Sources:
 │  *   53. Logi USB Headset Mono               [vol: 1.00]
"""


def info(sink: str) -> str:
    return f"Server Name: PulseAudio (on PipeWire 1.4.2)\nDefault Sink: {sink}\nCookie: 1\n"


@pytest.mark.parametrize(
    ("sink", "headset"),
    [(USB, True), (BLUE, True), (BUILT_IN, False), ("auto_null", False), ("", False)],
)
def test_pactl_tells_by_name_and_form_where_sound_goes(sink: str, headset: bool) -> None:
    assert headset_by_pactl(info(sink), SINKS) is headset


@pytest.mark.parametrize(("marks", "headset"), [(("*", " "), True), ((" ", "*"), False)])
def test_wpctl_tells_by_the_star_where_sound_goes(marks: tuple[str, str], headset: bool) -> None:
    assert headset_by_wpctl(WPCTL.format(*marks)) is headset


@pytest.mark.parametrize("said", ["", "Connection failure: Connection refused\n", "Sinks:\n"])
def test_a_sound_system_that_says_nothing_of_use_is_no_headset(said: str) -> None:
    assert not headset_by_pactl(said, said)
    assert not headset_by_wpctl(said)


class SetSound:
    """A `pactl` whose answers the test writes, and which tells when the test says so."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        os.mkfifo(folder / "events")
        program = folder / "pactl"
        program.write_text(
            "#!/bin/sh\n"
            f'cd "{folder}"\n'
            'case "$1" in\n'
            "subscribe) exec cat events;;\n"
            "info) exec cat info;;\n"
            "list) exec cat sinks;;\n"
            "esac\n"
        )
        program.chmod(0o755)
        (folder / "sinks").write_text(SINKS)
        self.use(BUILT_IN)

    def use(self, sink: str) -> None:
        (self._folder / "info").write_text(info(sink))

    def tell(self, event: str) -> None:
        with (self._folder / "events").open("w") as events:
            events.write(event)


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SetSound:
    made = SetSound(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return made


@pytest.fixture
def watch() -> Iterator[Callable[[Ears], HeadsetSinks]]:
    opened: list[HeadsetSinks] = []

    def start(ears: Ears) -> HeadsetSinks:
        sinks = HeadsetSinks(every=0.01)
        opened.append(sinks)
        sinks.watch(ears.tell)
        return sinks

    yield start
    for one in opened:
        one.close()


def test_a_headset_that_is_plugged_in_and_pulled_out_is_told_of_once_each(
    sound: SetSound, watch: Callable[[Ears], HeadsetSinks]
) -> None:
    ears = Ears()
    watch(ears)
    sound.tell("Event 'new' on client #71\n")
    sound.use(USB)
    sound.tell("Event 'new' on sink #61\nEvent 'change' on server #4294967295\n")
    assert ears.wait_for(1) == [True]
    sound.use(BUILT_IN)
    sound.tell("Event 'remove' on sink #61\n")
    assert ears.wait_for(2) == [True, False]


def test_where_there_is_no_sound_system_nothing_is_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    sinks = HeadsetSinks()
    sinks.watch(Ears().tell)
    sinks.close()
