"""The person who called is told what is true: sent, not sent, seen; and never more."""

import pytest

from kiosk.domain.board.calling import DESK_PATIENCE, SEND_PATIENCE, Call, answered, waited
from kiosk.domain.board.notes import DeskNote
from kiosk.domain.board.told import Told

CALL, EARLIER = "0a" * 16, "0b" * 16


def desk(beat: int, *, shown: str = "", seen: str = "", name: str = "aaaaaaaa") -> DeskNote:
    return DeskNote(
        name,
        frozenset((shown,)) - {""},
        frozenset((seen,)) - {""},
        f"cccccccc:{beat}",
    )


def look(call: Call, at: float, *notes: DeskNote, broken: bool = False) -> Call:
    return waited(answered(call, {one.id: one for one in notes}, at), at, broken=broken)


def test_a_call_that_no_desk_has_is_not_sent_after_some_seconds() -> None:
    call = Call(CALL, 100.0)
    assert look(call, 101.0).told is Told.SENDING
    assert look(call, 100.0 + SEND_PATIENCE - 0.1).told is Told.SENDING
    assert look(call, 100.0 + SEND_PATIENCE).told is Told.UNSENT


def test_a_call_is_sent_once_a_desk_has_it_and_not_before() -> None:
    call = look(Call(CALL, 0.0), 1.0, desk(1))
    assert call.told is Told.SENDING
    assert look(call, 2.0, desk(2, shown=CALL)).told is Told.SENT


def test_a_folder_out_of_reach_is_told_at_once() -> None:
    assert look(Call(CALL, 0.0), 0.5, broken=True).told is Told.UNSENT


def test_a_call_that_arrives_late_is_sent_after_all() -> None:
    late = look(Call(CALL, 0.0), SEND_PATIENCE)
    assert look(late, SEND_PATIENCE + 1.0, desk(1, shown=CALL)).told is Told.SENT


def test_a_desk_that_falls_silent_no_longer_has_the_call() -> None:
    call = look(Call(CALL, 0.0), 1.0, desk(1, shown=CALL))
    assert look(call, 1.0 + DESK_PATIENCE - 0.1, desk(1, shown=CALL)).told is Told.SENT
    lost = look(call, 1.0 + DESK_PATIENCE, desk(1, shown=CALL))
    assert lost.told is Told.UNSENT
    assert look(lost, 12.0, desk(2, shown=CALL)).told is Told.SENT


def test_a_desk_that_is_switched_off_in_good_order_no_longer_has_the_call() -> None:
    call = look(Call(CALL, 0.0), 1.0, desk(1, shown=CALL))
    assert look(call, 2.0).told is Told.UNSENT


def test_one_of_two_desks_is_enough() -> None:
    both = look(Call(CALL, 0.0), 1.0, desk(1, shown=CALL), desk(1, shown=CALL, name="bbbbbbbb"))
    one = look(both, 20.0, desk(1, shown=CALL), desk(2, shown=CALL, name="bbbbbbbb"))
    assert one.told is Told.SENT
    assert (
        look(one, 21.0, desk(1, shown=CALL), desk(3, seen=CALL, name="bbbbbbbb")).told is Told.SEEN
    )


@pytest.mark.parametrize("answer", [desk(1, shown=EARLIER), desk(1, seen=EARLIER)])
def test_an_answer_to_an_earlier_call_is_no_answer_to_this_one(answer: DeskNote) -> None:
    call = look(Call(CALL, 0.0), 1.0, answer)
    assert call.told is Told.SENDING
    assert look(call, SEND_PATIENCE, answer).told is Told.UNSENT


def test_what_was_seen_stays_seen_whatever_happens_to_the_folder() -> None:
    seen = look(Call(CALL, 0.0), 1.0, desk(1, seen=CALL))
    assert look(seen, 99.0, broken=True).told is Told.SEEN
