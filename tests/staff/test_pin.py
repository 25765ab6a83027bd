"""The PIN desk: verdicts, locks that outlive the program, and damaged files."""

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.pin_policy import WeakPinError
from kiosk.platform.clock import SystemClock
from kiosk.staff.pin import Locked, NotSet, Open, PinDesk, PinFileError, Wrong
from tests.staff.set_clock import SetClock

# Stops dead at the moment the PIN is about to be compared.
TRY_AND_DIE = """
import os, signal, sys
from pathlib import Path
import argon2
from kiosk.platform.clock import SystemClock
from kiosk.staff.pin import PinDesk

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

argon2.PasswordHasher.verify = die
print(PinDesk(Path(sys.argv[1]), SystemClock()).try_pin(sys.argv[2]))
"""


def miss(desk: PinDesk, times: int) -> list[object]:
    return [desk.try_pin("975310") for _ in range(times)]


def test_without_a_pin_nothing_opens(tmp_path: Path, clock: SetClock) -> None:
    desk = PinDesk(tmp_path, clock)
    assert not desk.is_set()
    assert desk.try_pin("") == NotSet()
    assert desk.seconds_locked() == 0
    assert list(tmp_path.iterdir()) == []


def test_the_right_pin_opens_and_forgives_earlier_misses(desk: PinDesk) -> None:
    assert miss(desk, 4) == [Wrong(4), Wrong(3), Wrong(2), Wrong(1)]
    assert desk.try_pin("135792") == Open()
    assert miss(desk, 1) == [Wrong(4)]


def test_the_fifth_miss_locks_and_even_the_right_pin_waits(desk: PinDesk, clock: SetClock) -> None:
    assert miss(desk, 5)[-1] == Locked(30)
    clock.pass_time(29.5)
    assert desk.try_pin("135792") == Locked(1)
    clock.pass_time(0.5)
    assert desk.seconds_locked() == 0
    assert desk.try_pin("135792") == Open()


def test_each_miss_after_a_lock_doubles_the_next(desk: PinDesk, clock: SetClock) -> None:
    miss(desk, 4)
    locks = []
    for _ in range(8):
        verdict = desk.try_pin("975310")
        assert isinstance(verdict, Locked)
        locks.append(verdict.seconds)
        clock.pass_time(verdict.seconds)
    assert locks == [30, 60, 120, 240, 480, 900, 900, 900]


def test_a_lock_outlives_a_restart(desk: PinDesk, clock: SetClock, tmp_path: Path) -> None:
    miss(desk, 5)
    clock.wall += 10
    clock.steady = 3.0  # the monotonic clock starts again with the machine
    again = PinDesk(tmp_path, clock)
    assert again.try_pin("135792") == Locked(20)


@pytest.mark.parametrize("shift", [-86400.0, -1.0, 3600.0])
def test_setting_the_clock_while_running_does_not_move_a_lock(
    desk: PinDesk, clock: SetClock, shift: float
) -> None:
    miss(desk, 5)
    clock.wall += shift
    clock.steady += 10
    assert desk.try_pin("135792") == Locked(20)
    clock.wall -= 2 * shift
    assert desk.seconds_locked() == 20


def test_restarting_with_the_clock_set_back_serves_the_whole_rest_and_no_more(
    desk: PinDesk, clock: SetClock, tmp_path: Path
) -> None:
    miss(desk, 5)
    clock.wall -= 365 * 86400
    again = PinDesk(tmp_path, clock)
    assert again.seconds_locked() == 30
    clock.steady += 30
    assert again.try_pin("135792") == Open()


def test_after_a_restart_the_first_look_fixes_the_lock_to_the_steady_clock(
    desk: PinDesk, clock: SetClock, tmp_path: Path
) -> None:
    miss(desk, 5)
    again = PinDesk(tmp_path, clock)
    assert again.seconds_locked() == 30
    clock.wall += 3600
    assert again.try_pin("135792") == Locked(30)


def test_killing_the_program_before_the_verdict_still_counts_the_miss(
    tmp_path: Path, desk: PinDesk
) -> None:
    assert desk.is_set()
    for _ in range(5):
        killed = subprocess.run(
            [sys.executable, "-c", TRY_AND_DIE, str(tmp_path), "975310"],
            capture_output=True,
            check=False,
        )
        assert killed.returncode == -signal.SIGKILL
        assert killed.stdout == b""
    assert isinstance(PinDesk(tmp_path, SystemClock()).try_pin("135792"), Locked)


@pytest.mark.parametrize(
    "damage",
    [
        None,
        b"",
        b"{}",
        b"[]",
        b"garbage",
        b"\xff",
        b'{"misses": -1, "locked_until": 0, "last_seen": 0}',
        b'{"misses": 0, "locked_until": NaN, "last_seen": 0}',
        b'{"misses": 1e999}',
        b"[" * 4000,
    ],
)
def test_a_lost_or_damaged_record_of_misses_locks_for_fifteen_minutes(
    desk: PinDesk, clock: SetClock, tmp_path: Path, damage: bytes | None
) -> None:
    """Deleting the file must not earn free tries, and must not lock staff out for good."""
    attempts = tmp_path / "staff-attempts"
    attempts.unlink() if damage is None else attempts.write_bytes(damage)
    assert desk.seconds_locked() == 900
    clock.pass_time(1)
    assert desk.try_pin("135792") == Locked(899)
    clock.pass_time(899)
    assert desk.try_pin("135792") == Open()


@pytest.mark.parametrize("damage", [b"", b"\xff", b"135792", b"$argon2id$v=19$m=8,t=1,p=1$x$y"])
def test_a_damaged_pin_file_is_an_error_and_never_opens(
    desk: PinDesk, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "staff-pin").write_bytes(damage)
    with pytest.raises(PinFileError, match="anteroom staff set-pin"):
        desk.try_pin("135792")


def test_when_the_miss_cannot_be_written_the_pin_is_not_judged(
    desk: PinDesk, tmp_path: Path
) -> None:
    (tmp_path / "staff-attempts").unlink()
    (tmp_path / "staff-attempts").mkdir()
    with pytest.raises(PinFileError, match="cannot be written"):
        desk.try_pin("135792")


def test_a_new_pin_replaces_the_old_one_and_lifts_a_lock(desk: PinDesk) -> None:
    miss(desk, 5)
    desk.set_pin("864209")
    assert desk.try_pin("135792") == Wrong(4)
    assert desk.try_pin("864209") == Open()


def test_a_weak_pin_changes_nothing(desk: PinDesk) -> None:
    with pytest.raises(WeakPinError):
        desk.set_pin("123456")
    assert desk.try_pin("135792") == Open()


@pytest.mark.parametrize("typed", ["", "1357920", "١٣٥٧٩٢", "\ud800", "x" * 100_000])
def test_odd_input_is_only_wrong(desk: PinDesk, typed: str) -> None:
    assert desk.try_pin(typed) == Wrong(4)


def test_the_pin_is_hashed_with_argon2id_and_both_files_are_private(
    desk: PinDesk, tmp_path: Path
) -> None:
    assert desk.is_set()
    text = (tmp_path / "staff-pin").read_text(encoding="ascii")
    assert text.startswith("$argon2id$")
    assert "135792" not in text
    assert {path.name for path in tmp_path.iterdir()} == {"staff-pin", "staff-attempts"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in tmp_path.iterdir())


def test_the_default_cost_is_that_of_rfc_9106(tmp_path: Path, clock: SetClock) -> None:
    desk = PinDesk(tmp_path, clock)
    desk.set_pin("135792")
    assert b"$m=65536,t=3,p=4$" in (tmp_path / "staff-pin").read_bytes()
    assert desk.try_pin("135792") == Open()
