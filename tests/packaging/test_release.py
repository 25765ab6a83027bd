"""A release: what differs is named, what is signed is proven by the stock program."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

sys.path.insert(0, str(ROOT / "packaging"))

import release  # found only now
from setup_steps import SetupError  # found only now

needs_minisign = pytest.mark.skipif(
    shutil.which("minisign") is None, reason="stock minisign is not installed"
)


def made(folder: Path, **files: bytes) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


def test_two_builds_with_the_same_bytes_are_the_same(tmp_path: Path) -> None:
    one = made(tmp_path / "1", a_deb=b"x", b_changes=b"here")
    other = made(tmp_path / "2", a_deb=b"x", b_changes=b"there")
    assert release.differences(one, other) == []


@pytest.mark.parametrize("files", [{"a_deb": b"y"}, {}, {"a_deb": b"x", "b_deb": b"x"}])
def test_what_differs_or_is_not_in_both_is_named(tmp_path: Path, files: dict[str, bytes]) -> None:
    one, other = made(tmp_path / "1", a_deb=b"x"), made(tmp_path / "2", **files)
    assert len(release.differences(one, other)) == 1


def test_the_two_builds_differ_in_folder_rights_and_zone() -> None:
    one, other = release.WAYS
    assert one.folder != other.folder
    assert one.umask != other.umask
    assert one.zone != other.zone


def released(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    (tmp_path / "anteroom.msi").write_bytes(b"installer")
    release.collect(made(tmp_path / "1", a_deb=b"x"), [tmp_path / "anteroom.msi"], out)
    return out


def test_all_that_is_released_is_summed_up(tmp_path: Path) -> None:
    out = released(tmp_path)
    lines = (out / "SHA256SUMS").read_text().splitlines()
    assert [line.split()[1] for line in lines] == ["a.deb", "anteroom.msi"]
    assert subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=out, check=False).returncode == 0


@needs_minisign
def test_the_signature_is_proven_by_the_stock_program_and_by_no_other_sums(tmp_path: Path) -> None:
    out, key, public = released(tmp_path), tmp_path / "r.key", tmp_path / "r.pub"
    subprocess.run(["minisign", "-G", "-W", "-s", key, "-p", public], check=True)
    release.sign(out, key, "9.9.9")
    proof = ["minisign", "-V", "-p", str(public), "-m", str(out / "SHA256SUMS")]
    assert (
        "anteroom 9.9.9" in subprocess.run(proof, capture_output=True, text=True, check=True).stdout
    )
    (out / "SHA256SUMS").write_text("0" * 64 + "  a.deb\n")
    assert subprocess.run(proof, check=False).returncode == 1


def test_a_key_in_the_tree_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "ROOT", tmp_path)
    (tmp_path / "release.key").touch()
    with pytest.raises(SetupError, match="lies in the tree"):
        release.sign(released(tmp_path), tmp_path / "release.key", "9")


def test_a_key_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="minisign -G"):
        release.sign(released(tmp_path), tmp_path / "none.key", "9")


def test_a_file_to_add_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"none\.msi"):
        release.collect(made(tmp_path / "1"), [tmp_path / "none.msi"], tmp_path / "out")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").touch()
    with pytest.raises(SetupError, match="holds something else"):
        release.collect(made(tmp_path / "1"), [], tmp_path / "home")
    assert (tmp_path / "home" / "letter.txt").exists()
