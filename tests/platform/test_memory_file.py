"""A secret that outlives its process, and tells nothing once one of its halves is gone."""

import sys
from pathlib import Path

import pytest

from kiosk.platform.memory_file import MemoryFile, memory_folder

SECRET = b"what was answered"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory as a folder is Linux's")


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    made = tmp_path / "memory"
    made.mkdir()
    return made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def again(memory: Path, data: Path) -> MemoryFile:
    return MemoryFile(memory, data, "under-way")


def test_the_next_process_finds_what_was_written_last(memory: Path, data: Path) -> None:
    first = again(memory, data)
    first.write(b"an answer before")
    first.write(SECRET)
    assert again(memory, data).read() == SECRET


def test_neither_half_holds_a_word_and_both_are_for_their_owner_alone(
    memory: Path, data: Path
) -> None:
    again(memory, data).write(SECRET)
    files = [*memory.iterdir(), *data.iterdir()]
    assert len(files) == 2
    for file in files:
        assert SECRET not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("half", ["memory", "data"])
def test_without_one_half_there_is_nothing(memory: Path, data: Path, half: str) -> None:
    again(memory, data).write(SECRET)
    for file in {"memory": memory, "data": data}[half].iterdir():
        file.unlink()
    assert again(memory, data).read() is None


def test_a_changed_byte_is_noticed(memory: Path, data: Path) -> None:
    again(memory, data).write(SECRET)
    (file,) = memory.iterdir()
    kept = file.read_bytes()
    file.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    assert again(memory, data).read() is None


def test_forgetting_overwrites_the_key_before_it_lets_it_go(memory: Path, data: Path) -> None:
    kept = again(memory, data)
    kept.write(SECRET)
    (file,) = data.iterdir()
    other = data.parent / "the same bytes on the disk"
    other.hardlink_to(file)
    key = other.read_bytes()
    assert any(key)
    kept.forget()
    assert other.read_bytes() == bytes(len(key))
    assert [*memory.iterdir(), *data.iterdir()] == []


def test_each_visit_has_a_key_of_its_own(memory: Path, data: Path) -> None:
    kept, keys = again(memory, data), set()
    for _ in range(2):
        kept.write(SECRET)
        (file,) = data.iterdir()
        keys.add(file.read_bytes())
        kept.forget()
    assert len(keys) == 2


def test_two_data_folders_are_two_secrets(memory: Path, data: Path, tmp_path: Path) -> None:
    again(memory, data).write(SECRET)
    (tmp_path / "other").mkdir()
    assert again(memory, tmp_path / "other").read() is None


def test_without_a_folder_in_memory_nothing_is_kept(data: Path) -> None:
    kept = MemoryFile(None, data, "under-way")
    kept.write(SECRET)
    assert kept.read() is None
    kept.forget()
    assert list(data.iterdir()) == []


def test_what_cannot_be_written_is_said_once(
    memory: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = MemoryFile(memory, tmp_path / "missing", "under-way")
    kept.write(SECRET)
    kept.write(SECRET)
    assert [one.message for one in caplog.records] == [
        "a visit under way would not outlive a crash: No such file or directory"
    ]


@pytest.mark.parametrize(("kind", "found"), [("tmpfs", True), ("ext4", False)])
def test_only_a_folder_that_lies_in_memory_will_do(
    memory: Path, tmp_path: Path, kind: str, found: bool
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"overlay / overlay rw 0 0\nnone {tmp_path.resolve()} {kind} rw 0 0\n")
    assert memory_folder({"XDG_RUNTIME_DIR": str(memory)}, mounts) == (memory if found else None)


@pytest.mark.parametrize("named", ["", "relative", "/no/such/folder"])
def test_a_login_without_such_a_folder_has_none(named: str) -> None:
    assert memory_folder({"XDG_RUNTIME_DIR": named}) is None
    assert memory_folder({}) is None
