"""Counts for authors: useful where there are many, and an attacker learns of no few.

The attacker has every release since the first day, the totals shown beside them, and the clear part
of every record, so the number of visits of each day and language.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from kiosk.records.export.entries import verified
from kiosk.records.unseal import load_opener
from kiosk.staff.desk.stuck import (
    COLUMNS,
    LEAST,
    MEASURES,
    VISITS,
    Cell,
    Measure,
    Seen,
    seen_in,
    stuck_cells,
    stuck_csv,
    totals,
)
from tests.staff.desk.desks import kiosk_with, visit

Told = tuple[str, str, Seen | None]
Where = tuple[str, str, str, str]
PAGES, IDEAS = frozenset(("p1", "p2")), frozenset(("i1",))


def one_visit(day: str, language: str, chance: random.Random, share: float) -> Seen:
    """Return a visit that got stuck here and there."""
    pages = frozenset(one for one in sorted(PAGES) if chance.random() < 0.9)
    ideas = frozenset(one for one in sorted(IDEAS) if chance.random() < 0.95)
    explained = frozenset(one for one in sorted(ideas) if chance.random() < share)
    stuck: dict[Measure, frozenset[str]] = {
        "marked": frozenset(one for one in sorted(pages) if chance.random() < share),
        "came_back": frozenset(one for one in sorted(pages) if chance.random() < share),
        "explained": explained,
        "talk": frozenset(one for one in sorted(explained) if chance.random() < share),
    }
    return Seen(day, language, pages, ideas, stuck)


def clinic(seed: int) -> list[Told]:
    """Return the visits of a few days, some quiet and some busy, in two languages."""
    chance = random.Random(seed)  # a test that can be repeated
    share = chance.choice((0.05, 0.3, 0.5, 0.9, 0.98))
    told: list[Told] = []
    for number in range(1, 9):
        day = f"2026-11-{number:02}"
        for language, most in (("en", 60), ("es", 12)):
            told += [
                (day, language, one_visit(day, language, chance, share))
                for _ in range(chance.randrange(most))
            ]
    return told


def releases(told: list[Told]) -> list[list[Cell]]:
    """Return what was told after each day."""
    days = sorted({day for day, _, _ in told})
    return [stuck_cells(one for one in told if one[0] <= day) for day in days]


def truth(told: list[Told]) -> dict[Where, int]:
    """Return every true count of a day: who came, and who got stuck how."""
    counts: dict[Where, int] = {}
    for day, language, seen in told:
        assert seen is not None
        for names, measures in ((seen.pages, MEASURES["page"]), (seen.ideas, MEASURES["idea"])):
            for name in names:
                hits = {str(one): name in seen.stuck[one] for one in measures}
                hits["came"] = True
                for measure, hit in hits.items():
                    where = (day, language, name, measure)
                    counts[where] = counts.get(where, 0) + hit
    return counts


def equations(told: list[Told]) -> Iterator[tuple[dict[Where, int], int]]:
    """Yield all that an attacker can add up: unknown counts of days, and what they come to."""
    days = sorted({day for day, _, _ in told})
    for cells in releases(told):
        for one in cells:
            span = [day for day in days if one.first <= day <= one.last]
            for measure, value in (("came", one.of), (one.measure, one.shown)):
                if value is not None:
                    yield {(day, one.language, one.id, measure): 1 for day in span}, value


def determined(rows: list[tuple[dict[Where, int], int]], wanted: dict[Where, int]) -> bool:
    """Tell whether a sum of unknowns follows from the equations, by elimination."""
    names = sorted({name for row, _ in rows for name in row} | wanted.keys())
    matrix = [[Fraction(row.get(name, 0)) for name in names] for row, _ in rows]
    target = [Fraction(wanted.get(name, 0)) for name in names]
    for column in range(len(names)):
        pivot = next((row for row in matrix if row[column]), None)
        if pivot is None:
            continue
        matrix.remove(pivot)
        matrix = [_less(row, pivot, column) for row in matrix]
        target = _less(target, pivot, column)
    return not any(target)


def _less(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    if not row[column]:
        return row
    share = row[column] / pivot[column]
    return [a - share * b for a, b in zip(row, pivot, strict=True)]


@pytest.mark.parametrize("seed", range(30))
def test_what_was_told_once_never_changes_so_two_releases_tell_no_more_than_one(seed: int) -> None:
    told = releases(clinic(seed))
    for before, after in pairwise(told):
        assert set(before) <= set(after)


@pytest.mark.parametrize("seed", range(60))
def test_no_number_told_and_no_difference_of_two_is_small(seed: int) -> None:
    told = clinic(seed)
    for one in stuck_cells(told):
        people = sum(one.first <= d <= one.last and g == one.language for d, g, _ in told)
        assert people >= VISITS
        if one.of is not None:
            assert one.of >= LEAST
            assert people - one.of == 0 or people - one.of >= LEAST
        if one.shown is not None:
            assert one.of is not None
            assert min(one.shown, one.of - one.shown) >= LEAST
    chains = {(c.first, c.language, c.id, c.measure): c.shown for c in stuck_cells(told)}
    for (first, language, name, measure), talk in chains.items():
        if measure == "talk" and talk is not None:
            explained = chains[first, language, name, "explained"]
            assert explained is None or explained - talk >= LEAST


@pytest.mark.parametrize("seed", range(6))
def test_no_small_count_of_a_day_follows_from_all_releases_together(seed: int) -> None:
    told = clinic(seed)
    true, rows = truth(told), list(equations(told))
    for where, count in true.items():
        if determined(rows, {where: 1}):
            assert count >= LEAST, where
    for one, other in combinations(true, 2):
        if one[:3] == other[:3] and determined(rows, {one: 1, other: -1}):
            assert abs(true[one] - true[other]) >= LEAST, (one, other)


@pytest.mark.parametrize("seed", range(20))
def test_a_total_less_its_parts_is_nothing(seed: int) -> None:
    cells = stuck_cells(clinic(seed))
    for (kind, name, measure), total in totals(cells).items():
        shown = [c.shown for c in cells if (c.kind, c.id, c.measure) == (kind, name, measure)]
        assert total == sum(one for one in shown if one is not None)


def test_ten_people_and_twenty_visits_are_the_least() -> None:
    assert (LEAST, VISITS) == (10, 20)


def test_where_spans_end_does_not_depend_on_answers() -> None:
    told = clinic(3)
    other = [
        (day, language, Seen(day, language, PAGES, IDEAS, dict.fromkeys(seen.stuck, frozenset())))
        for day, language, seen in told
        if seen
    ]
    spans = [{(c.first, c.last, c.language) for c in stuck_cells(one)} for one in (told, other)]
    assert spans[0] == spans[1] != set()


def test_the_newest_day_is_left_out_and_a_closed_visit_ends_its_span() -> None:
    chance = random.Random(1)  # a test that can be repeated
    busy: list[Told] = [("2026-11-01", "en", one_visit("", "en", chance, 0.5)) for _ in range(90)]
    assert stuck_cells(busy) == []
    assert stuck_cells([*busy, ("2026-11-02", "en", None)]) != []
    assert stuck_cells([("2026-11-01", "en", None), *busy, ("2026-11-02", "en", None)]) == []


def test_a_busy_day_tells_authors_where_people_got_stuck() -> None:
    pages, none = frozenset(("p1",)), frozenset[str]()
    marked = Seen(
        "", "en", pages, none, {"marked": pages, "came_back": none, "explained": none, "talk": none}
    )
    calm = Seen(
        "", "en", pages, none, {"marked": none, "came_back": none, "explained": none, "talk": none}
    )
    told: list[Told] = [("2026-11-01", "en", one) for one in (marked,) * 12 + (calm,) * 30]
    cells = stuck_cells([*told, ("2026-11-02", "en", calm)])
    assert [(c.id, c.measure, c.of, c.shown) for c in cells] == [
        ("p1", "marked", 42, 12),
        ("p1", "came_back", 42, None),
    ]
    lines = stuck_csv(cells).splitlines()
    assert lines[0] == ",".join(f'"{name}"' for name in COLUMNS)
    assert lines[1].endswith('"p1","marked","42","12"')
    assert lines[2].endswith('"42",""')


def test_a_record_gives_what_is_counted_and_nothing_that_names_it(tmp_path: Path) -> None:
    data = kiosk_with(tmp_path / "kiosk", visit("s1"))
    opener = load_opener(data / "demo-recipient.key")
    told = [one for one in map(seen_in, verified(data, opener, None).entries()) if one]
    assert len(told) == 1
    day, language, seen = told[0]
    assert (day, language) == ("2026-11-21", "en")
    assert seen is not None
    assert seen.stuck["talk"] == {"drive"}
    assert seen.stuck["explained"] == {"drive", "approved"}
    assert seen.ideas == {"drive", "approved", "misuse"}
    assert seen.stuck["marked"] == {"must-not", "f26"}
    closed = verified(data, None, None).entries()
    assert [one for one in map(seen_in, closed) if one] == [("2026-11-21", "en", None)]


def test_a_marked_line_is_counted_nowhere_not_even_as_its_page(tmp_path: Path) -> None:
    marked = replace(visit("s1"), flags=("must-not#2", "f26"))
    data = kiosk_with(tmp_path / "kiosk", marked)
    opener = load_opener(data / "demo-recipient.key")
    told = [one for one in map(seen_in, verified(data, opener, None).entries()) if one]
    seen = told[0][2]
    assert seen is not None
    assert seen.stuck["marked"] == {"f26"}
    assert "#" not in stuck_csv(stuck_cells(told * 60))
