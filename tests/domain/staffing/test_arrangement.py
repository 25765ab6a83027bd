"""What staff arrange for one person, and what of it may be left for the next."""

import pytest

from kiosk.domain.desk import Desk, DeskScreen, arranged_desk, referenced
from kiosk.domain.staffing.arrangement import Arrangement, Attested, Dose, arranged
from kiosk.domain.staffing.roles import Role


@pytest.mark.parametrize(
    ("name", "value"), [("language", "es"), ("route", "iv"), ("size", "XL"), ("theme", "dark")]
)
def test_a_choice_is_taken_and_nothing_else_changes(name: str, value: str) -> None:
    after = arranged(Arrangement(), name, value)
    assert getattr(after, name) == value
    assert after != Arrangement()


@pytest.mark.parametrize("name", ["interpreter", "helper", "representative"])
def test_who_is_there_is_turned_on_and_off(name: str) -> None:
    once = arranged(Arrangement(), name, "")
    assert getattr(once.attested, name)
    assert arranged(once, name, "") == Arrangement()


def test_one_word_on_the_dose_takes_the_place_of_the_other() -> None:
    none = arranged(Arrangement(), "dose", Dose.NONE.value)
    recent = arranged(none, "dose", Dose.RECENT.value)
    assert (none.attested.dose, recent.attested.dose) == (Dose.NONE, Dose.RECENT)
    assert arranged(recent, "dose", Dose.RECENT.value).attested.dose is Dose.UNSAID


def test_the_next_visit_is_offered_the_kiosks_language_and_nothing_of_a_person() -> None:
    there = Attested("reception", Dose.NONE, interpreter=True)
    plan = Arrangement("MRN-1", "es", "iv", "XL", "dark", read_on=True, attested=there)
    desk = Desk(DeskScreen.MENU, unlocked=True, role=Role.RECEPTION, visit=plan, language="ar")
    own = Attested(by="reception")
    assert referenced(desk, "MRN-2").visit == Arrangement("MRN-2", "ar", attested=own)


def test_a_new_reference_drops_what_was_attested_for_another_person() -> None:
    desk = Desk(DeskScreen.REFERENCE, unlocked=True, role=Role.RECEPTION, window_hours=24)
    first = arranged_desk(referenced(desk, "MRN-1"), "dose", Dose.NONE.value)
    second = referenced(first, "MRN-2").visit
    assert second.reference == "MRN-2"
    assert second.attested == Attested(by="reception", hours=24)


def test_the_record_says_all_that_was_attested_and_by_whom() -> None:
    said = Attested("clinician", Dose.RECENT, interpreter=True, hours=24).pairs()
    assert dict(said) == {
        "interpreter": "present",
        "helper": "not present",
        "representative": "not present",
        "dosed": "within 24 hours",
        "attested_by": "clinician",
    }
    assert dict(Attested().pairs())["dosed"] == "not said"
