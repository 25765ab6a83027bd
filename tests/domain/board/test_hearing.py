"""Only a change that was watched shows that somebody writes; no clock is compared with another."""

from kiosk.domain.board.hearing import Hearing, listened


def test_a_file_that_lay_there_is_not_alive_until_it_changes() -> None:
    first = listened(Hearing(), {"a": "x:1"}, 100.0)
    assert not first.known["a"].alive
    still = listened(first, {"a": "x:1"}, 105.0)
    assert not still.known["a"].alive
    assert still.silent_for("a", 105.0) == 5.0
    moved = listened(still, {"a": "x:2"}, 106.0)
    assert moved.known["a"].alive
    assert moved.silent_for("a", 106.0) == 0.0


def test_any_other_beat_is_a_sign_of_life_also_one_that_counts_from_the_start_again() -> None:
    before = listened(Hearing(), {"a": "x:900"}, 0.0)
    assert listened(before, {"a": "y:1"}, 1.0).known["a"].alive


def test_who_has_no_file_any_more_is_forgotten() -> None:
    before = listened(Hearing(), {"a": "x:1", "b": "x:1"}, 0.0)
    assert set(listened(before, {"b": "x:1"}, 1.0).known) == {"b"}
