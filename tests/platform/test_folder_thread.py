"""A share that hangs, vanishes or comes back holds up nobody but its own thread."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosk.platform import folder_thread
from kiosk.platform.folder_thread import FolderThread, Kind

PATIENCE = 10.0
KIND = Kind("desk-", ".json", 100)


def until(ready: Callable[[], bool]) -> None:
    """Wait for a fact."""
    end = time.monotonic() + PATIENCE
    pause = threading.Event()
    while not ready():
        assert time.monotonic() < end
        pause.wait(0.005)


def numbered(number: int) -> tuple[str, bytes]:
    return "kiosk-1.json", b"%d" % number


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[FolderThread]:
    (tmp_path / "board").mkdir()
    made = FolderThread(tmp_path / "board", KIND, 0.01)
    yield made
    made.close()


def test_what_is_put_is_written_and_only_what_is_wanted_is_read(thread: FolderThread) -> None:
    (thread.folder / "desk-1.json").write_bytes(b"d")
    thread.put(lambda: ("kiosk-1.json", b"k"))
    until((thread.folder / "kiosk-1.json").exists)
    until(lambda: thread.look.turn > 0)
    assert thread.look.files == {}
    thread.read_on(wanted=True)
    until(lambda: thread.look.files == {"desk-1.json": b"d"})


def test_a_folder_that_vanishes_is_told_and_written_into_once_it_is_back(
    thread: FolderThread, tmp_path: Path
) -> None:
    thread.read_on(wanted=True)
    thread.folder.rename(tmp_path / "away")
    thread.put(lambda: ("kiosk-1.json", b"k"))
    until(lambda: bool(thread.look.cannot_write and thread.look.cannot_read))
    assert "No such file" in thread.look.cannot_write
    until(lambda: thread.look.failing > 1)
    (tmp_path / "away").rename(thread.folder)
    until((thread.folder / "kiosk-1.json").exists)
    until(lambda: not thread.look.cannot_write and not thread.look.cannot_read)
    assert thread.look.failing == 0


def test_only_the_newest_of_what_could_not_be_written_is_written(
    thread: FolderThread, tmp_path: Path
) -> None:
    thread.folder.rename(tmp_path / "away")
    for number in range(5):
        thread.put(partial(numbered, number))
    until(lambda: bool(thread.look.cannot_write))
    (tmp_path / "away").rename(thread.folder)
    until((thread.folder / "kiosk-1.json").exists)
    assert (thread.folder / "kiosk-1.json").read_bytes() == b"4"


def test_a_share_that_hangs_holds_up_neither_putting_nor_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, hung = threading.Event(), threading.Event()

    def hang(*_args: object) -> None:
        reached.set()
        hung.wait()

    monkeypatch.setattr(folder_thread, "replace_file", hang)
    monkeypatch.setattr(folder_thread, "STUCK", 0.05)
    thread = FolderThread(tmp_path, KIND, 0.01)
    began = time.monotonic()
    thread.put(lambda: ("kiosk-1.json", b"k"))
    assert reached.wait(PATIENCE)
    thread.put(lambda: ("kiosk-1.json", b"k"))
    until(thread.stuck)
    thread.close()
    assert time.monotonic() - began < PATIENCE / 2
    hung.set()
