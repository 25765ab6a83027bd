"""The words of a copy have one hash, however they are printed, copied or typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.acknowledgement import RECEIPT_ALPHABET
from kiosk.domain.copy import TITLE, bare, copy_hash, copy_letters

LINE = "You chose: I don't want this \u2013 \u201cno\u201d"


@pytest.mark.parametrize(
    "printed",
    [
        'You chose:\nI don\'t want this - "no"',
        "You chose: I don\u2019t want\u00a0this \u2014 \u201cno\u201d\r\n",
        '\u200fYou chose: \u2022 I don\'t want this\u200f -\t"no"',
        '\uff39ou chose: I don\'t w\u00adant this - "no"',
    ],
)
def test_what_printing_and_typing_change_does_not_count(printed: str) -> None:
    assert copy_hash([(TITLE, printed)]) == copy_hash([(TITLE, LINE)])


@given(st.integers(0, 30), st.characters(categories=("L", "N")))
def test_another_letter_or_digit_anywhere_is_another_hash(at: int, letter: str) -> None:
    plain = bare(LINE)
    at %= len(plain)
    changed = plain[:at] + letter + plain[at + 1 :]
    same = bare(changed) == plain
    assert (copy_hash([(TITLE, changed)]) == copy_hash([(TITLE, LINE)])) == same


@given(st.text())
def test_bare_text_stays_as_it_is(text: str) -> None:
    once = bare(text)
    assert bare(once) == once or bare(bare(once)) == bare(once)


@given(st.binary(min_size=16, max_size=16))
def test_the_letters_are_twenty_in_fours_without_look_alikes(random: bytes) -> None:
    groups = copy_letters(random).split("-")
    assert [len(group) for group in groups] == [4] * 5
    assert set("".join(groups)) <= set(RECEIPT_ALPHABET)


def test_the_letters_spread_over_all_that_there_are() -> None:
    made = {copy_letters(number.to_bytes(16)) for number in range(5000)}
    assert len(made) == 5000
