"""The receipt number: easy to read out, the same every time, one for each visit."""

import re
import uuid
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.acknowledgement import RECEIPT_ALPHABET, receipt_number

LOOK_ALIKES = ("0OQ", "1IL", "2Z", "5S", "8B", "UV")
SHAPE = re.compile(rf"[{RECEIPT_ALPHABET}]{{4}}-[{RECEIPT_ALPHABET}]{{4}}")


@given(st.text())
def test_every_receipt_has_the_same_shape(session: str) -> None:
    assert SHAPE.fullmatch(receipt_number(session))


@given(st.text())
def test_a_session_has_one_receipt(session: str) -> None:
    assert receipt_number(session) == receipt_number(session)


def test_a_receipt_found_today_is_found_in_years() -> None:
    assert receipt_number("visit") == "AE3C-RKAJ"


def test_the_alphabet_holds_each_letter_once_and_no_two_that_look_alike() -> None:
    assert len(set(RECEIPT_ALPHABET)) == len(RECEIPT_ALPHABET)
    assert RECEIPT_ALPHABET.isascii()
    assert RECEIPT_ALPHABET.upper() == RECEIPT_ALPHABET
    for group in LOOK_ALIKES:
        assert len(set(group) & set(RECEIPT_ALPHABET)) <= 1, group


def test_twenty_thousand_visits_have_twenty_thousand_receipts() -> None:
    chance = Random(20260304)
    sessions = [str(uuid.UUID(int=chance.getrandbits(128), version=4)) for _ in range(20_000)]
    assert len({receipt_number(session) for session in sessions}) == 20_000


def test_every_letter_comes_up_about_equally_often() -> None:
    letters = "".join(receipt_number(f"visit-{index}") for index in range(3_000)).replace("-", "")
    fair = len(letters) / len(RECEIPT_ALPHABET)
    for letter in RECEIPT_ALPHABET:
        assert 0.8 * fair < letters.count(letter) < 1.2 * fair
