"""A store is walked in strides where it is sound, and judged as if each record had been walked."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.records import strides
from kiosk.records.database import DATABASE
from kiosk.records.entry import parse_body
from kiosk.records.keys import DEVICE_KEY
from kiosk.records.ratchet import key_after
from kiosk.records.signer import Keys
from kiosk.records.stretch import FIRST, Stretch, look
from kiosk.records.strides import Strides
from kiosk.records.verify import Report, verify
from kiosk.records.walk import Walk
from tests.records.attack_list import ATTACKS
from tests.records.attacks import VISITS, Attack, rows
from tests.records.visits import Clock, open_demo, run_sql, visit

# Several strides before, over and after each place that is attacked.
LENGTHS = (1, 2, 4, 8)


@pytest.fixture
def data(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest, tmp_path / "data"))


def step_by_step(monkeypatch: pytest.MonkeyPatch, data: Path, against: str | None = None) -> Report:
    def none(*_words: object) -> Iterator[None]:
        return iter(())

    with monkeypatch.context() as patch:
        patch.setattr(Strides, "over", none)
        return verify(data, against=against)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs the sqlite3 program")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_strides_of_any_length_name_the_same_problems_of_every_attack(
    data: Path, code: str, attack: Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    attack.change(data)
    against = code if attack.needs == "the check code" else None
    expected = step_by_step(monkeypatch, data, against)
    assert not expected.ok
    for length in LENGTHS:
        monkeypatch.setattr(strides, "LENGTH", length)
        assert verify(data, against=against) == expected


@pytest.mark.parametrize("key", ["there", "gone"])
def test_a_sound_store_is_walked_in_strides_but_for_its_last_record(
    data: Path, code: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if key == "gone":
        (data / DEVICE_KEY).unlink()
    expected = step_by_step(monkeypatch, data, code)
    walked: list[object] = []
    step = Walk.step

    def seen(self: Walk, values: tuple[object, ...]) -> object:
        walked.append(values[0])
        return step(self, values)

    monkeypatch.setattr(Walk, "step", seen)
    for length in (*LENGTHS, 512):
        monkeypatch.setattr(strides, "LENGTH", length)
        assert verify(data, against=code) == expected
        assert verify(data, every_signature=False) == verify(data)
    assert set(walked) == {VISITS}


def test_a_jump_of_the_clock_is_told_wherever_a_stride_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    for number, days in enumerate((0, 800, -900, 0, 0, 1200, -30)):
        clock.moment += timedelta(days=days, hours=-(number == 4))
        with closing(open_demo(tmp_path / "data", clock)) as store:
            store.save(visit(f"s{number}"))
    expected = step_by_step(monkeypatch, tmp_path / "data")
    assert len(expected.notes) >= 4
    for length in LENGTHS:
        monkeypatch.setattr(strides, "LENGTH", length)
        assert verify(tmp_path / "data") == expected


def test_a_file_that_grows_meanwhile_is_walked_to_its_end(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strides, "LENGTH", 4)
    added: list[int] = []

    def grow(done: int, _total: int) -> None:
        if not added:
            added.append(done)
            with closing(open_demo(data)) as store:
                store.save(visit("late"))

    report = verify(data, progress=grow)
    assert (report.ok, report.size, added) == (True, VISITS + 2, [4])


def stretch(data: Path, start: int, stop: int) -> Stretch:
    first = parse_body(rows(data)[0]["body"])
    keys = Keys(bytes.fromhex(first.fields["device_key"]), data)
    place = (first.kiosk, first.epoch, first.mode)
    return Stretch(data / DATABASE, start, stop, *place, mac_key=None, keys=keys)


def test_a_stretch_says_what_it_follows_on_and_what_must_follow(data: Path) -> None:
    upper, lower = look(stretch(data, 0, 6)), look(stretch(data, 6, 10))
    assert upper
    assert lower
    assert upper.before == FIRST
    assert upper.after == lower.before
    assert lower.ids == [row["id"] for row in rows(data)[6:10]]


@pytest.mark.parametrize("value", ["NULL", "7", "'text'", "x'00'", "zeroblob(64)"])
@pytest.mark.parametrize("column", ["id", "body", "sealed", "leaf", "sig"])
def test_a_stretch_with_any_odd_value_is_left_to_the_walk(
    data: Path, column: str, value: str
) -> None:
    _without_rules(data / DATABASE)
    change = f"UPDATE record SET {column} = {value} WHERE seq = 5"  # noqa: S608 -- our own words
    run_sql(data / DATABASE, change)
    assert look(stretch(data, 4, 8)) is None
    assert look(stretch(data, 0, 5)) is not None
    if column in ("body", "leaf"):
        assert look(stretch(data, 6, 8)) is None


@pytest.mark.parametrize("column", ["mac", "root"])
def test_what_a_stretch_cannot_tell_alone_is_told_where_it_is_joined(
    data: Path, column: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = f"UPDATE record SET {column} = zeroblob(32) WHERE seq = 5"  # noqa: S608 -- our own
    run_sql(data / DATABASE, change)
    expected = step_by_step(monkeypatch, data)
    for length in LENGTHS:
        monkeypatch.setattr(strides, "LENGTH", length)
        assert verify(data, every_signature=False) == expected
    assert expected.problems[0].seq == 5


def _without_rules(database: Path) -> None:
    """Let a column hold anything, as a spoilt page does."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE loose AS SELECT * FROM record")
        connection.execute("DROP TABLE record")
        connection.execute("ALTER TABLE loose RENAME TO record")
        connection.commit()


def test_a_missing_or_a_foreign_file_is_left_to_the_walk(data: Path, tmp_path: Path) -> None:
    asked = stretch(data, 0, 4)
    assert look(asked._replace(path=tmp_path / "none.db")) is None
    assert look(asked._replace(kiosk="0" * 16)) is None
    assert look(asked._replace(mac_key=key_after(b"k" * 32))) is None
    assert look(asked._replace(stop=VISITS + 2)) is None
