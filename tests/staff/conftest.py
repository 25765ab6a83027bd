"""A clock that a test can set, and a cheap PIN desk."""

from pathlib import Path

import pytest

from kiosk.staff.pin import HashCost, PinDesk
from tests.staff.set_clock import SetClock

CHEAP = HashCost(rounds=1, memory_kib=8, lanes=1)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock) -> PinDesk:
    """A desk whose PIN is 135792."""
    made = PinDesk(tmp_path, clock, CHEAP)
    made.set_pin("135792")
    return made
