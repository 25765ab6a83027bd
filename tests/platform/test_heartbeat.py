"""Signs of life reach who listens, and nobody else."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.platform.heartbeat import Heartbeat


class Listener:
    """Stands where systemd listens."""

    def __init__(self, place: str) -> None:
        self.channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.channel.bind("\0" + place[1:] if place.startswith("@") else place)
        self.channel.setblocking(False)

    def heard(self) -> list[str]:
        found = []
        while True:
            try:
                found.append(self.channel.recv(100).decode())
            except BlockingIOError:
                return found


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "notify")


@pytest.fixture
def listener(place: str) -> Iterator[Listener]:
    one = Listener(place)
    yield one
    one.channel.close()


def test_ready_is_said_once_it_is_asked_for(place: str, listener: Listener) -> None:
    heart = Heartbeat({"NOTIFY_SOCKET": place}, lambda: 0.0)
    assert listener.heard() == []
    heart.ready()
    assert listener.heard() == ["READY=1"]


def test_a_beat_is_sent_four_times_in_the_patience_and_not_more(
    place: str, listener: Listener
) -> None:
    now = [100.0]
    heart = Heartbeat({"NOTIFY_SOCKET": place, "WATCHDOG_USEC": "20000000"}, lambda: now[0])
    for second in range(21):
        now[0] = 100.0 + second
        heart.beat()
    assert listener.heard() == ["WATCHDOG=1"] * 5


def test_without_a_watchdog_nothing_beats(place: str, listener: Listener) -> None:
    Heartbeat({"NOTIFY_SOCKET": place}, lambda: 0.0).beat()
    assert listener.heard() == []


def test_a_name_outside_the_file_system_is_reached(tmp_path: Path) -> None:
    place = f"@anteroom-test-{tmp_path.name}-{id(tmp_path)}"
    one = Listener(place)
    Heartbeat({"NOTIFY_SOCKET": place}, lambda: 0.0).ready()
    assert one.heard() == ["READY=1"]
    one.channel.close()


@pytest.mark.parametrize("place", ["", "relative", "/no/such/folder/socket"])
def test_where_nobody_listens_nothing_happens(place: str) -> None:
    heart = Heartbeat({"NOTIFY_SOCKET": place, "WATCHDOG_USEC": "4000000"}, lambda: 9.0)
    heart.ready()
    heart.beat()


def test_programs_started_later_cannot_speak_for_the_kiosk(place: str) -> None:
    environ = {"NOTIFY_SOCKET": place, "WATCHDOG_USEC": "1", "PATH": "/bin"}
    Heartbeat(environ, lambda: 0.0)
    assert environ == {"PATH": "/bin"}
