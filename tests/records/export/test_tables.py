"""CSV that a spreadsheet reads as text, and that gives back what was said."""

import csv
import io
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.records import links
from kiosk.records.export import tables
from kiosk.records.export.tables import COLUMNS, safe
from tests.records.export.exports import exported, link, receipt, three_doors
from tests.records.visits import filled, open_demo, visit

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "=cmd|' /C calc'!A0",
    "|x",
    "%x",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "'=1",
]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_could_be_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@given(st.text())
def test_taking_one_apostrophe_away_gives_any_text_back(text: str) -> None:
    written = safe(text)
    assert isinstance(written, str)
    assert written.removeprefix("'") == text
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(st.text(), min_size=1))
def test_any_text_stays_in_its_own_cell(texts: list[str]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(map(safe, texts))
    stream.seek(0)
    (read,) = csv.reader(stream)
    assert [cell.removeprefix("'") for cell in read] == texts


def test_a_hostile_reference_and_reason_reach_no_cell_bare(data: Path, tmp_path: Path) -> None:
    with closing(open_demo(data)) as store:
        store.save(replace(visit("s1"), reference="=HYPERLINK(1)", flags=("+page",)))
        about = links.find_visit(data, receipt("s1"))
        links.void(store, about, links.Said("@staff", "-2+3"))
    exported(data, tmp_path / "out", "csv")
    (one,) = rows(tmp_path / "out" / "visits.csv")
    assert (one["reference"], one["flags"]) == ("'=HYPERLINK(1)", "'+page")
    event = rows(tmp_path / "out" / "events.csv")[-1]
    assert (event["staff"], event["reason"]) == ("'@staff", "'-2+3")


def test_without_a_key_there_is_one_table_and_nothing_about_a_person(
    data: Path, tmp_path: Path
) -> None:
    filled(data, 3)
    exported(data, tmp_path / "out", "csv", key=False)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"manifest.json", "records.csv"}
    text = (tmp_path / "out" / "records.csv").read_text("utf-8-sig")
    for sealed in ("K-17", "ready", "questions", "how-1", "09:20"):
        assert sealed not in text


def test_with_the_key_every_table_is_there_with_its_rows(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    link(data, "cosign", "ready")
    exported(data, tmp_path / "out", "csv")
    read = {name: rows(tmp_path / "out" / name) for name in COLUMNS}
    assert {name: len(found) for name, found in read.items()} == {
        tables.RECORDS: 5,
        tables.VISITS: 3,
        tables.PAGES: 6,
        tables.IDEAS: 3,
        tables.EVENTS: 2,
    }
    assert [one["door"] for one in read[tables.VISITS]] == ["ready", "questions", "no"]
    assert read[tables.EVENTS][-1]["about_receipt"] == receipt("ready")
    assert read[tables.IDEAS][0]["choices"] == "0; not sure"
    assert {tuple(found[0]) for found in read.values()} == set(COLUMNS.values())
