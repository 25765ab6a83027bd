"""The pause after a wrong passphrase grows, and has an end."""

from kiosk.domain.staffing.pausing import FIRST, LONGEST, Tries


def test_each_miss_doubles_the_pause_up_to_the_longest() -> None:
    tries, waits = Tries(), []
    for _ in range(9):
        tries = tries.missed(100.0)
        waits.append(tries.left(100.0))
    assert waits[:4] == [5, 10, 20, 40]
    assert waits[-1] == LONGEST


def test_a_pause_is_over_when_its_time_has_passed() -> None:
    tries = Tries().missed(100.0)
    assert tries.left(100.0 + FIRST - 0.1) == 1
    assert tries.left(100.0 + FIRST) == 0
    assert Tries().left(0.0) == 0
