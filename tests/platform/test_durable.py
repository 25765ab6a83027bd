"""Small files: replaced whole, private, and never half written."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.platform.durable import write_durably, write_tree_durably

WRITER = """
import sys
from pathlib import Path
from kiosk.platform.durable import write_durably
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        write_durably(path, letter * 65536)
"""


def test_a_file_is_replaced_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_durably(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "folder-in-the-way"
    target.mkdir()
    with pytest.raises(OSError, match=r".+"):
        write_durably(target, b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_the_file_and_its_folder_are_synced_before_and_after_the_swap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_sync(handle)

    def replace(source: Path, target: Path) -> Path:
        done.append("swap")
        return real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    write_durably(tmp_path / "x", b"new")
    assert done == ["file", "swap", "folder"]


def test_a_killed_writer_never_leaves_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a" * 65536)
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.send_signal(signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == 65536
        assert len(set(data)) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator can give files away")
def test_what_an_administrator_writes_belongs_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 23456)
    write_durably(tmp_path / "x", b"new")
    found = (tmp_path / "x").stat()
    assert (found.st_uid, found.st_gid) == (12345, 23456)


def test_a_tree_is_written_whole_and_private(tmp_path: Path) -> None:
    files = {"a.md": b"1\n", "en/b.md": b"2\r\n", "en/deep/c.md": b""}
    write_tree_durably(tmp_path / "tree", files)
    found = {
        one.relative_to(tmp_path / "tree").as_posix(): one.read_bytes()
        for one in (tmp_path / "tree").rglob("*")
        if one.is_file()
    }
    assert found == files
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "tree").rglob("*")}
    assert modes == {0o600, 0o700}


def test_a_tree_that_cannot_be_finished_is_taken_away(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="long"):
        write_tree_durably(tmp_path / "tree", {"a.md": b"1", "x" * 300: b"2"})
    assert list(tmp_path.iterdir()) == []
    write_tree_durably(tmp_path / "tree", {})
    with pytest.raises(FileExistsError):
        write_tree_durably(tmp_path / "tree", {})
    assert (tmp_path / "tree").is_dir()
