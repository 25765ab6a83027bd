"""Looking at one record of a real store, and the copy with the clinic's key."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.copy import copy_hash
from kiosk.domain.staffing.finding import Wanted
from kiosk.records.entry import parse_body
from kiosk.records.keys import DEMO_KEY, new_recipient
from kiosk.staff.finding import NoReprintError, found, look_at, paper, paper_under
from tests.records.visits import open_demo, visit

LINES = (("title", "Your copy"), ("letters", "ACDE"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    with closing(open_demo(made)) as store:
        store.save(replace(visit("s1"), copy=LINES))
        store.save(visit("s2"))
    return made


def test_a_look_shows_the_clear_part_and_that_the_record_holds(data: Path) -> None:
    with closing(open_demo(data)) as store:
        (row,) = found(Wanted(letters=receipt_number("s1")[-4:]), store)
        look = look_at((), row.number, store)
    assert look is not None
    assert (look.receipt, look.day, look.state) == (receipt_number("s1"), "2026-11-21", "saved")
    assert (look.sound, look.copied, look.openable, look.locked) == (True, True, False, False)


def test_with_its_key_the_copy_has_the_very_words_that_the_record_proves(data: Path) -> None:
    with closing(open_demo(data)) as store:
        key = (data / DEMO_KEY,)
        look = look_at(key, 1, store)
        assert look is not None
        assert look.openable
        made = paper(key, 1, store)
        read = store.row(1)
    assert made.words == LINES
    assert made.code.startswith("ANTEROOM:1:")
    assert read is not None
    assert parse_body(read[0].body).fields["copy_sha256"] == copy_hash(made.words)


def test_another_key_a_locked_one_and_no_key_at_all_print_nothing(
    data: Path, tmp_path: Path
) -> None:
    other, locked, rubbish = (tmp_path / f"{name}.key" for name in ("other", "locked", "rubbish"))
    new_recipient(other, tmp_path / "other.pub", None)
    new_recipient(locked, tmp_path / "locked.pub", b"a long passphrase")
    rubbish.write_text("no key", "ascii")
    with closing(open_demo(data)) as store:
        for keys in ((), (other,), (locked,), (rubbish,), (tmp_path / "gone.key",)):
            with pytest.raises(NoReprintError):
                paper(keys, 1, store)
        look = look_at((locked,), 1, store)
    assert look is not None
    assert (look.openable, look.locked) == (False, True)


def test_a_visit_without_a_copy_is_not_printed(data: Path) -> None:
    with closing(open_demo(data)) as store, pytest.raises(NoReprintError):
        paper((data / DEMO_KEY,), 2, store)


def test_a_passphrase_opens_its_key_for_one_copy_and_a_wrong_one_opens_none(
    data: Path, tmp_path: Path
) -> None:
    key, other = tmp_path / "clinic.key", tmp_path / "other.key"
    new_recipient(key, data / "recipients" / "clinic.pub", b"Oak river 9!")
    new_recipient(other, tmp_path / "other.pub", b"elm")
    with closing(open_demo(data)) as store:
        store.save(replace(visit("s3"), copy=LINES))
        number = store.head().size - 1
        made = paper_under((other, key), number, "Oak river 9!", store)
        assert made is not None
        assert made.words == LINES
        assert paper_under((other, key), number, "oak river 9!", store) is None
        with pytest.raises(NoReprintError):
            paper_under((other, key), number, "elm", store)
