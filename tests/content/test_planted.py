"""Every rule of the content check finds the error planted for it, and the page about it is true."""

from pathlib import Path

import pytest

from benchmarks.planted_table import page
from kiosk.content.whys import WHYS
from tests.content.planted import PLANTED
from tests.content.planting import Planted

PAGE = Path(__file__).resolve().parents[2] / "docs" / "content-check.md"


@pytest.mark.parametrize("one", PLANTED, ids=[one.what for one in PLANTED])
def test_a_planted_error_is_named_with_file_line_what_why_and_how(
    tmp_path: Path, one: Planted
) -> None:
    problems = one.problems(tmp_path)
    assert one.named(problems), [str(problem) for problem in problems]
    assert all(problem.what and problem.why and problem.mend for problem in problems)
    assert all(problem.line >= 1 for problem in problems)


def test_every_rule_has_a_planted_error() -> None:
    # test_faults.py, test_check.py, audio/test_pace.py
    elsewhere = {"format", "unused", "pace"}
    assert {one.rule for one in PLANTED} == set(WHYS) - elsewhere


def test_the_page_about_the_check_shows_what_the_check_says(tmp_path: Path) -> None:
    assert PAGE.read_text("utf-8") == page(tmp_path)
