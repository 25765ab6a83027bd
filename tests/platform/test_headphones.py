"""Headphones, with pipes that speak as the kernel's input devices do in place of a jack."""

import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("jacks as input devices are Linux's", allow_module_level=True)

from kiosk.platform.headphones import Headphones
from tests.platform.ears import Ears

SWITCH, KEY, HEADPHONES, LID = 5, 1, 2, 0


class Jack:
    """A pipe with a name, that a test plugs headphones into."""

    def __init__(self, file: Path) -> None:
        os.mkfifo(file)
        # Open for both ways, so that nobody waits for the other end.
        self._end = os.open(file, os.O_RDWR | os.O_NONBLOCK)

    def says(self, kind: int, code: int, value: int) -> None:
        os.write(self._end, struct.pack("llHHi", 0, 0, kind, code, value))

    def close(self) -> None:
        os.close(self._end)


@pytest.fixture
def jack(tmp_path: Path) -> Iterator[Jack]:
    made = Jack(tmp_path / "event3")
    yield made
    made.close()


@pytest.fixture
def ears() -> Ears:
    return Ears()


def test_plugging_in_and_pulling_out_are_told(tmp_path: Path, jack: Jack, ears: Ears) -> None:
    watching = Headphones(tmp_path, lambda _: True)
    watching.watch(ears.tell)
    jack.says(SWITCH, LID, 1)
    jack.says(KEY, HEADPHONES, 1)
    jack.says(SWITCH, HEADPHONES, 1)
    jack.says(SWITCH, HEADPHONES, 0)
    assert ears.wait_for(2) == [True, False]
    watching.close()


def test_a_device_that_is_no_jack_is_let_go(tmp_path: Path, jack: Jack, ears: Ears) -> None:
    # A pipe does not answer as a jack does, so the kernel's own question is what refuses it.
    watching = Headphones(tmp_path)
    watching.watch(ears.tell)
    jack.says(SWITCH, HEADPHONES, 1)
    watching.close()
    assert ears.told == []


def test_a_machine_without_input_devices_says_nothing_and_ends_at_once(
    tmp_path: Path, ears: Ears
) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        watching = Headphones(folder)
        watching.watch(ears.tell)
        watching.close()
    assert ears.told == []


def test_a_device_that_may_not_be_read_says_nothing(tmp_path: Path, ears: Ears) -> None:
    (tmp_path / "event0").mkdir()
    watching = Headphones(tmp_path)
    watching.watch(ears.tell)
    watching.close()
    assert ears.told == []
