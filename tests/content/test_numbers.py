"""A changed number is refused, in digits and in words, and a chance never stands alone."""

import pytest

from kiosk.content.check import check_pack
from kiosk.content.numbers import numbers
from tests.content.tiny_pack import TinyPack


@pytest.mark.parametrize(
    ("name", "old", "new", "number"),
    [
        ("en/questions.md", "Nobody knows", "About 30 or 8 in 100 know", "30"),
        ("en/questions.md", "Nobody knows", "For two weeks nobody knows", "2"),
        ("en/questions.md", "Nobody knows", "Three in ten know", "3"),
        ("en/your-choice.md", "with = 29", "with = 92", "92"),
        ("en/your-choice.md", "People also", "For 7 days people also", "7"),
        ("en/your-choice.md", "You have not", "In 3 days you have not", "3"),
        ("en/checks.md", "The next day", "After 5 hours", "5"),
        ("en/mechanism.md", "## Brain cells talk", "## 12 cells talk", "12"),
    ],
)
def test_a_number_that_no_cited_claim_holds_is_refused(
    tiny: TinyPack, name: str, old: str, new: str, number: str
) -> None:
    tiny.swap(name, old, new)
    folder = tiny.write()
    found = [one for one in check_pack(folder) if one.rule == "number"]
    assert {one.path for one in found} == {str(folder / name)}
    assert f"number {number} is in none" in found[-1].message


def test_a_title_may_count_its_pages(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "## Brain cells talk", "## Brain cells talk (1 of 2)")
    assert check_pack(tiny.write()) == []


def test_words_that_count_nothing_medical_are_free(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", "Two kinds are known.")
    assert check_pack(tiny.write()) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "About 29 in 100 feel better.",
        "About 29 of 100 people feel better.",
        "About 29 % feel better.",
        "About 29 percent feel better.",
    ],
)
def test_a_chance_without_its_comparison_is_refused(tiny: TinyPack, sentence: str) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", sentence)
    found = check_pack(tiny.write())
    assert [(one.line, one.rule, one.level) for one in found] == [(5, "comparison", "error")]


@pytest.mark.parametrize(
    "text",
    [
        "About 29 in 100 feel better, and 8 in 100 with a dummy spray. [^MECH-07]",
        "About 29 in 100 feel better (8 with a dummy spray). [^MECH-07]",
        "About 29 in 100 feel better (8). [^MECH-07]",
        "About 29 in 100 feel better. [^MECH-07]\nWithout it, 8 in 100 do. [^MECH-07]",
    ],
)
def test_a_chance_beside_that_of_the_other_group_passes(tiny: TinyPack, text: str) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure. [^MECH-07]", text)
    assert check_pack(tiny.write()) == []


def test_a_comparison_on_another_page_does_not_count(tiny: TinyPack) -> None:
    text = (
        "About 29 in 100 feel better. [^MECH-07]\n\n"
        '## Without it? {#without topic="medicine"}\n\nAbout 8 in 100 do. [^MECH-07]'
    )
    tiny.swap("en/questions.md", "Nobody knows for sure. [^MECH-07]", text)
    assert [one.line for one in check_pack(tiny.write())] == [5, 9]


def test_a_comparison_of_another_claim_does_not_count(tiny: TinyPack) -> None:
    text = "About 29 in 100 feel better. [^MECH-07]\nAbout 8 in 100 feel dizzy. [^SIDE-06]"
    tiny.swap("en/questions.md", "Nobody knows for sure. [^MECH-07]", text)
    assert [one.line for one in check_pack(tiny.write())] == [5, 6]


def test_a_claim_may_say_why_its_figure_stands_alone(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", "About 29 in 100 feel better.")
    tiny.swap(
        "evidence.toml", 'id = "MECH-07"\n', 'id = "MECH-07"\nalone = "There was no other group."\n'
    )
    assert check_pack(tiny.write()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("41 in 100", {"41", "100"}),
        ("1,148 or 1.148 people", {"1148"}),
        ("0.4 or 0,4", {"0.4"}),
        ("0.300 is no thousand", {"0.300"}),
        ("٤١ من ١٠٠", {"41", "100"}),
        ("٠٫٤", {"0.4"}),
        ("no numbers", set()),
    ],
)
def test_numbers_are_compared_however_they_are_written(text: str, found: set[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize("told", ["Fourteen in 100", "A dozen in 100", "Forty-one in 100"])
def test_number_words_from_thirteen_on_are_read(tiny: TinyPack, told: str) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure", f"{told} know")
    assert {one.rule for one in check_pack(tiny.write())} == {"number"}


def test_digits_of_another_width_are_refused(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "Nobody knows", "\uff12\uff19 people know")
    assert "digits 0 to 9" in check_pack(tiny.write())[0].message


def test_a_picture_whose_groups_changed_names_is_refused(tiny: TinyPack) -> None:
    tiny.swap("en/your-choice.md", 'with_label = "', 'with_label = "dummy ')
    assert [one.rule for one in check_pack(tiny.write())] == ["number"]
