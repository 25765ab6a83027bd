"""What the print system says of its queue, asked from a program that answers like CUPS."""

import sys
from pathlib import Path

import pytest

from kiosk.platform.print_queue import may_print, queues, standing

LPSTAT = """#!/bin/sh
case "$1" in
-e) echo Office ;;
-d) echo "system default destination: Office" ;;
-p) echo "printer Office disabled since Thu 26 Nov 2026 -"; echo "	Paused" ;;
-o) echo "Office-1  anteroom  1024  Thu"; echo "Office-2  anteroom  1024  Thu" ;;
esac
"""


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def answers(folder: Path, script: str) -> None:
    (folder / "lpstat").write_text(script)
    (folder / "lpstat").chmod(0o755)


def test_the_default_queue_is_told_with_what_waits(bin_folder: Path) -> None:
    answers(bin_folder, LPSTAT)
    said = "printer Office disabled since Thu 26 Nov 2026 - Paused; 2 waiting"
    assert standing() == said
    assert queues() == ("Office",)


@pytest.mark.parametrize(
    "script", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\necho no system default destination\n"]
)
def test_where_there_is_no_default_queue_nothing_is_told(bin_folder: Path, script: str) -> None:
    answers(bin_folder, script)
    assert standing() == ""


@pytest.mark.usefixtures("bin_folder")
def test_where_there_is_no_print_system_nothing_is_told() -> None:
    assert (standing(), queues()) == ("", ())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is not known so cheaply")
def test_a_machine_may_print_where_cups_answers_or_another_server_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    socket = tmp_path / "cups.sock"
    assert not may_print((socket,))
    socket.touch()
    assert may_print((tmp_path / "client.conf", socket))
    socket.unlink()
    monkeypatch.setenv("CUPS_SERVER", "print.clinic")
    assert may_print((socket,))
