"""docs/lockdown.md names tests, and they exist; what the program stops is named there."""

import ast
import re

from tests.house.source import ROOT

PAGE = (ROOT / "docs" / "lockdown.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
WHOLE = ("tests/ui/test_lockdown.py", "tests/ui/test_real_keys.py")


def named_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    functions = (one.name for one in tree.body if isinstance(one, ast.FunctionDef))
    return {name for name in functions if name.startswith("test_")}


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_test_that_the_table_names_exists() -> None:
    assert NAMED
    assert [one for one in NAMED if one[1] not in named_in(one[0])] == []


def test_every_test_of_lockdown_is_in_the_table() -> None:
    named = set(NAMED)
    missing = [(file, name) for file in WHOLE for name in named_in(file)]
    # That staff can leave is no attempt to break out.
    assert [name for file, name in missing if (file, name) not in named] == [
        "test_staff_who_leave_are_let_go"
    ]


def test_every_attempt_says_what_stops_it_and_how_that_was_tried() -> None:
    assert len(rows()) > 30
    for attempt, stopped, tried in rows():
        assert re.search(r"\b(app|session|setting)\b", stopped), attempt
        ways = ("`tests/", "by hand in", "by hand with", "not run here", "boot test")
        assert any(way in tried for way in ways), attempt
        assert not stopped.startswith("app") or "`tests/" in tried or "boot test" in tried, attempt
