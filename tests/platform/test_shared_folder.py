"""Small files in a folder that others write into as well."""

import os
import sys
from pathlib import Path

import pytest

from kiosk.platform.shared_folder import MOST_FILES, read_files, replace_file

LIMIT = 100


def read(folder: Path) -> dict[str, bytes]:
    return read_files(folder, "kiosk-", ".json", LIMIT)


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    replace_file(tmp_path, "kiosk-a.json", b"old")
    replace_file(tmp_path, "kiosk-a.json", b"new")
    assert read(tmp_path) == {"kiosk-a.json": b"new"}
    assert [one.name for one in tmp_path.iterdir()] == ["kiosk-a.json"]


def test_what_a_killed_run_left_is_no_obstacle_and_is_never_read(tmp_path: Path) -> None:
    (tmp_path / ".kiosk-a.json.part").write_bytes(b"half a fi")
    assert read(tmp_path) == {}
    replace_file(tmp_path, "kiosk-a.json", b"whole")
    assert [one.name for one in tmp_path.iterdir()] == ["kiosk-a.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_others_can_read_what_is_written_under_a_strict_mask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        replace_file(tmp_path, "kiosk-a.json", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "kiosk-a.json").stat().st_mode & 0o777 == 0o644


def test_of_a_huge_file_hardly_more_than_allowed_is_read(tmp_path: Path) -> None:
    with (tmp_path / "kiosk-a.json").open("wb") as stream:
        stream.truncate(2**40)
    assert len(read(tmp_path)["kiosk-a.json"]) == LIMIT + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders")
def test_pipes_links_folders_and_closed_files_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kiosk-pipe.json")
    (tmp_path / "kiosk-folder.json").mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "kiosk-link.json").symlink_to(tmp_path / "secret")
    (tmp_path / "kiosk-loop.json").symlink_to(tmp_path / "kiosk-loop.json")
    (tmp_path / "kiosk-good.json").write_bytes(b"x")
    assert read(tmp_path) == {"kiosk-good.json": b"x"}


def test_a_folder_full_of_rubbish_is_read_up_to_a_bound(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 20):
        (tmp_path / f"kiosk-{number}.json").write_bytes(b"x")
    assert len(read(tmp_path)) == MOST_FILES


def test_a_folder_that_is_gone_is_an_error_and_a_write_leaves_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "gone")
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "gone", "kiosk-a.json", b"x")
    assert not (tmp_path / "gone").exists()
