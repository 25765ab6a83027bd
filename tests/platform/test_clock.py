"""Time and session ids."""

import re
import sys
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.platform.clock import SystemClock, new_session_id, rfc3339, wall_seconds


def test_utc_is_rfc_3339_with_milliseconds_whatever_the_zone() -> None:
    east = timezone(timedelta(hours=5, minutes=30))
    moment = datetime(2026, 11, 21, 2, 0, 0, 999, tzinfo=east)
    assert rfc3339(moment) == "2026-11-20T20:30:00.000Z"


def test_the_system_clock_gives_text_that_reads_back_as_now() -> None:
    clock = SystemClock()
    assert abs(wall_seconds(clock.utc()) - datetime.now(UTC).timestamp()) < 60
    assert clock.mono() <= clock.mono()


@pytest.mark.parametrize("text", ["", "yesterday", "2026-11-21T08:00:00"])
def test_a_moment_without_a_zone_or_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        wall_seconds(text)


def test_session_ids_are_hex_and_differ() -> None:
    ids = {new_session_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the usual clock does this")
def test_time_goes_on_while_the_machine_sleeps() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= SystemClock().mono() <= time.clock_gettime(time.CLOCK_BOOTTIME)
