"""Bad input to the commands on content: one clear line, exit 1 or 2, never a traceback."""

from pathlib import Path

import pytest

from tests.commands.anteroom import anteroom, one_line
from tests.commands.clinic import Clinic, tiny_pack

BAD = [
    ("content approve {home}/none --name A --role B --key {home}/ann.key", 2, "no such content"),
    ("content approve {home}/pack --name A;B --role B --key {home}/ann.key", 2, "may not hold"),
    ("content approve {home}/pack --name A --role B --key {home}/none", 2, "cannot be read"),
    ("content approve {home}/pack --name A --role B --key {home}/ann.pub", 2, "secret key file"),
    ("content approve {home}/pack --name A --role B --key {home}/pack", 2, "not a plain file"),
    ("content approve {home}/pack --name A --role B", 2, "--key"),
    ("content approve {home}/pack --name A --role B --key {home}/ann.key --since {home}/ann.key",
     2, "neither a folder"),
    ("content diff {home}/pack {home}/ann.key", 2, "neither a folder nor a .zip"),
    ("content diff {home}/pack {home}/bad.zip", 1, "bad.zip"),
    ("content diff {home}/pack", 2, "NEW"),
    ("content install {home}/none.zip", 2, "no such content folder"),
    ("content install {home}/bad.zip --data {home}/data", 1, "bad.zip"),
    ("content install {home}/pack --staff N17 --data {home}/data", 2, "--allow-older goes"),
    ("content install {home}/pack --data {home}/ann.key", 2, "not a folder"),
    ("content install {home}/pack --data {home}/data", 1, "name no approvers"),
    ("content rollback --data {home}/none", 2, "no such data folder"),
    ("content rollback --data {home}/pack", 1, "no earlier content"),
    ("content list --data {home}/none", 2, "no such data folder"),
    ("content list --data {home}/torn", 1, "installed.json"),
    ("check --data {home}/torn", 1, "installed.json"),
    ("keys approver {home}/ann", 2, "never written over"),
    ("keys approver {home}/new", 2, "nothing was entered"),
    ("keys approver {home}/none/new", 2, "nothing was entered"),
]  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one of each thing that can stand in the wrong place."""
    folder = tmp_path_factory.mktemp("home")
    clinic = Clinic(folder)
    clinic.people = {"ann": clinic.people["ann"]}
    clinic.make_keys()
    clinic.settings.unlink()
    tiny_pack(folder / "pack")
    (folder / "bad.zip").write_bytes(b"PK but no zip")
    (folder / "torn" / "content").mkdir(parents=True)
    (folder / "torn" / "content" / "installed.json").write_text('{"v":')
    return folder


@pytest.mark.parametrize(("line", "code", "said"), BAD, ids=str)
def test_bad_input_ends_in_one_clear_line(home: Path, line: str, code: int, said: str) -> None:
    ended = anteroom(*(word.format(home=home) for word in line.split()), home=home)
    assert said in one_line(ended)
    assert (ended.code, ended.out) == (code, "")


def test_a_short_password_makes_no_key(tmp_path: Path) -> None:
    ended = anteroom("keys", "approver", tmp_path / "new", home=tmp_path, given=b"short\n")
    assert "at least 8" in one_line(ended)
    assert not list(tmp_path.glob("new.*"))
