"""What libraries compile from text at start is kept and found by the whole text."""

import builtins
import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import pytest

from kiosk.platform import made_code
from kiosk.platform.made_code import MadeCode, made_code_file, made_code_kept
from tests.house.source import ROOT

TEXT = "def double(number):\n    return number * 2\n"


@pytest.fixture(autouse=True)
def writes_byte_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all that is compiled."""
    names: list[str] = []

    def seen(text: str, name: str, mode: str) -> object:
        names.append(name)
        return builtins.compile(text, name, mode)

    monkeypatch.setattr(made_code, "_compile", seen)
    return names


def doubled(code: CodeType, number: int) -> object:
    names: dict[str, Callable[[int], int]] = {}
    exec(code, names)  # noqa: S102  # this is what is tested
    return names["double"](number)


def kept(file: Path) -> None:
    made = MadeCode(file)
    made.code(TEXT, "double.py")
    made.keep()


def test_a_text_is_compiled_once_for_all_starts(tmp_path: Path, compiled: list[str]) -> None:
    file = tmp_path / "run.made"
    kept(file)
    assert doubled(MadeCode(file).code(TEXT, "double.py"), 4) == 8
    assert compiled == ["double.py"]


def test_a_changed_text_is_compiled_anew(tmp_path: Path, compiled: list[str]) -> None:
    file = tmp_path / "run.made"
    kept(file)
    assert doubled(MadeCode(file).code(TEXT.replace("2", "3"), "double.py"), 4) == 12
    assert compiled == ["double.py", "double.py"]


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_damaged_file_counts_as_none(tmp_path: Path, compiled: list[str], at: int) -> None:
    file = tmp_path / "run.made"
    kept(file)
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    MadeCode(file).code(TEXT, "double.py")
    assert compiled == ["double.py", "double.py"]


def test_code_of_another_python_counts_as_none(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "run.made"
    kept(file)
    monkeypatch.setattr(made_code, "MAGIC_NUMBER", b"\0\0\r\n")
    MadeCode(file).code(TEXT, "double.py")
    assert compiled == ["double.py", "double.py"]


def test_the_same_code_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.made", tmp_path / "other.made"
    kept(one)
    # Somebody else holds it too.
    holder = MadeCode(other)
    held = [holder.code(TEXT, "double.py")] * 3
    holder.keep()
    assert held
    assert one.read_bytes() == other.read_bytes()


def test_nothing_is_written_where_python_writes_no_byte_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept(tmp_path / "run.made")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept(tmp_path / "file" / "run.made")


def test_data_classes_made_meanwhile_are_as_ever_and_all_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "run.made"
    monkeypatch.setattr(made_code, "made_code_file", lambda _purpose: file)
    before = builtins.compile
    for _ in range(2):
        with made_code_kept("run"):
            made = dataclasses.make_dataclass("Pair", ["left", "right"], frozen=True)
            assert eval(compile("6 * 7", "sum", "eval")) == 42  # noqa: S307  # not kept
        assert made(1, 2) == made(1, 2) != made(2, 1)
        assert repr(made(1, 2)) == "Pair(left=1, right=2)"
        with pytest.raises(dataclasses.FrozenInstanceError):
            made(1, 2).left = 3
    assert builtins.compile is before
    assert "exec" not in vars(dataclasses)
    assert file.is_file()


def test_it_lies_where_python_keeps_compiled_modules() -> None:
    file = made_code_file("run")
    assert file.parent == Path(cache_from_source(made_code.__file__)).parent
    assert sys.implementation.cache_tag in file.name


def test_the_window_part_is_the_same_with_kept_code(tmp_path: Path) -> None:
    code = (
        "from kiosk.commands.window import keep_made_code; keep_made_code()\n"
        "from kiosk.domain.session import Settings\nprint(Settings(language='es'))"
    )
    told = set()
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        told.add(done.stdout)
        (file,) = tmp_path.rglob("*.made")
        told.add(str(file.stat().st_ino))
    # Written once: what the second start found was enough.
    assert len(told) == 2
