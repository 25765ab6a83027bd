"""Two different people: different names and different keys."""

import pytest

from kiosk.domain.approver import Approver, different_people, name_fault, same_words


@pytest.mark.parametrize(
    ("people", "count"),
    [
        ([], 0),
        ([("Ann", "1")], 1),
        ([("Ann", "1"), ("Bo", "2")], 2),
        ([("Ann", "1"), ("ANN ", "2")], 1),
        ([("Ann", "1"), ("Bo", "1")], 1),
        ([("Ann", "1"), ("Bo", "2"), ("ann", "2")], 1),
        ([("Ann", "1"), ("Bo", "2"), ("Cy", "3")], 3),
    ],
)
def test_a_shared_name_or_a_shared_key_is_one_person(
    people: list[tuple[str, str]], count: int
) -> None:
    assert different_people(tuple(Approver(name, "nurse", key) for name, key in people)) == count


def test_names_are_the_same_but_for_case_spaces_and_spelling_of_marks() -> None:
    assert same_words("Zoë  Lee", "zoe\u0308 LEE")
    assert not same_words("Zoë Lee", "Zoe Lee")


@pytest.mark.parametrize("text", ["", " ", " Ann", "Ann;", "a=b", "a\nb", "x" * 81, "\x1b[1m"])
def test_a_name_that_would_break_the_signed_line_is_refused(text: str) -> None:
    assert name_fault(text)
    assert not name_fault("Dr. Ann-Marie O’Neil, RN")
