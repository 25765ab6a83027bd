"""The whole matrix has every look once, and parts of it hold what is laid out alike."""

from kiosk.ui.audit.looks import every_look, few_looks, parts_of


def test_the_matrix_has_every_look_once_and_all_buttons_low_on_every_device() -> None:
    every = every_look(("en", "es"))
    assert len(every) == len(set(every))
    assert sum(not one.low for one in every) == 6 * 4 * 6 * 2
    assert sum(one.low for one in every) == 6 * 2


def test_a_short_audit_meets_every_language() -> None:
    chosen = few_looks(("en", "es", "ar"))
    assert {one.language for one in chosen} == {"en", "es", "ar"}
    assert len(chosen) < 12


def test_a_part_differs_in_its_colours_alone_and_no_look_is_left_out() -> None:
    every = every_look(("en", "ar"))
    parts = parts_of(every)
    assert sorted(one.name for part in parts for one in part.looks) == sorted(
        one.name for one in every
    )
    for part in parts:
        alike = {(one.device, one.size, one.language, one.low) for one in part.looks}
        assert len(alike) == 1


def test_the_pages_of_staff_are_in_one_part_of_each_device_and_language() -> None:
    staff = [one for one in parts_of(every_look(("en", "ar"))) if one.staff]
    met = {(one.looks[0].device, one.looks[0].language) for one in staff}
    assert len(met) == len(staff) == 6 * 2
