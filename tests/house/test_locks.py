"""The lock files name no server, hold hashes, and agree with pyproject.toml."""

import re
import tomllib

import pytest

from tests.house.source import ROOT

LOCKS = {name: (ROOT / "packaging" / f"{name}.lock").read_text("utf-8") for name in ("run", "test")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# A name, a version or an option; a host would bring a slash, a colon pair or an index option.
HOSTLIKE = re.compile(r"://|--index|--extra-index|--find-links|\.(?:org|com|net|io|dev)\b")


def normal(requirement: str) -> str:
    """Return the bare package name of a requirement, spelt as lock files spell it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]).lower()


def locked(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", LOCKS[lock], flags=re.MULTILINE))


def servers_in(text: str) -> list[str]:
    return HOSTLIKE.findall(text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_server(lock: str) -> None:
    assert servers_in(LOCKS[lock]) == []


@pytest.mark.parametrize(
    "line", ["--index-url x", "a @ https://b/c.whl", "# from mirror.example.org"]
)
def test_a_server_in_a_lock_is_seen(line: str) -> None:
    assert servers_in(line)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9-]+==)", LOCKS[lock], flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked(lock)) > 5
    assert all("--hash=sha256:" in block for block in blocks)


def test_pyside_is_pinned_exactly_and_the_locks_hold_that_version() -> None:
    pins = [text for text in PROJECT["project"]["dependencies"] if text.startswith("PySide6")]
    assert pins == ["PySide6-Essentials==6.11.3"]
    assert locked("run")["pyside6-essentials"] == locked("test")["pyside6-essentials"] == "6.11.3"


def test_the_run_lock_holds_every_dependency() -> None:
    assert {normal(text) for text in PROJECT["project"]["dependencies"]} <= set(locked("run"))


def test_the_test_lock_holds_the_test_and_tool_groups_and_all_of_the_run_lock() -> None:
    groups = PROJECT["dependency-groups"]
    assert {normal(text) for text in groups["test"] + groups["tools"]} <= set(locked("test"))
    assert locked("run").items() <= locked("test").items()
