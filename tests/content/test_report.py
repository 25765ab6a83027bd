"""The report says what a program could confirm and what people must judge, and adds nothing up."""

from collections import Counter
from pathlib import Path

from kiosk.content.check import examine
from kiosk.content.report import Line, report
from kiosk.content.standards import INDEX, IPDAS, ITEMS, PEMAT
from tests.content.tiny_pack import TinyPack

SHIPPED = Path(__file__).resolve().parents[2] / "content" / "ketamine"


def lines(place: Path) -> dict[tuple[str, str], Line]:
    return {(one.standard, one.id): one for one in report(examine(place))}


def test_each_list_has_all_its_items() -> None:
    assert Counter(item.standard for item in ITEMS) == {PEMAT: 24, IPDAS: 13, INDEX: 20}


def test_an_item_that_a_program_cannot_settle_names_what_a_person_judges(tiny: TinyPack) -> None:
    found = lines(tiny.write())
    assert len(found) == len(ITEMS)
    assert all(line.judge for line in found.values() if line.state in ("person", "part"))
    assert found[PEMAT, "U10"].state == "person"


def test_an_item_is_confirmed_only_while_the_check_agrees(tiny: TinyPack) -> None:
    assert lines(tiny.write())[PEMAT, "U4"].state == "confirmed"
    tiny.swap("en/questions.md", "Nobody knows", "A receptor knows")
    assert lines(tiny.write())[PEMAT, "U4"].state == "missing"


def test_what_nobody_has_written_is_missing() -> None:
    found = lines(SHIPPED)
    assert found[IPDAS, "C6"].state == "missing"
    assert found[IPDAS, "C3"].state == "confirmed"
    assert found[IPDAS, "Q3"].found.startswith("C21: ")


def test_no_report_speaks_of_a_score_or_a_percentage(tiny: TinyPack) -> None:
    text = " ".join(f"{one.found} {one.judge}" for one in lines(tiny.write()).values())
    assert "score" not in text.lower()
    assert "%" not in text


def test_a_pack_that_cannot_be_read_has_no_report(tmp_path: Path) -> None:
    assert report(examine(tmp_path)) == ()
