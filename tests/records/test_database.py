"""The SQLite file: append-only, with every durability setting in force."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records.database import DATABASE, check_settings, connect
from kiosk.records.errors import StoreDamaged, StoreTooNew, UnsafeStore
from tests.records.visits import filled, open_demo

COPY = "body, sealed, leaf, root, mac, sig FROM record WHERE seq = 1"


@pytest.fixture
def outsider(data: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, as any SQLite program makes it, to a store with two visits."""
    filled(data, 2)
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET body = x'00' WHERE seq = 1",
        "UPDATE record SET seq = 9 WHERE seq = 2",
        "DELETE FROM record WHERE seq = 2",
        "DELETE FROM record",
        f"INSERT OR REPLACE INTO record SELECT 1, 'new', {COPY}",
        f"REPLACE INTO record SELECT 3, 's1', {COPY}",
        f"INSERT OR IGNORE INTO record SELECT 9, 'new', {COPY}",
        f"INSERT INTO record SELECT -1, 'new', {COPY}",
        f"INSERT INTO record SELECT NULL, 'new', {COPY}",
    ],
)
def test_the_guards_stop_every_statement_that_is_not_an_append(
    outsider: sqlite3.Connection, statement: str
) -> None:
    before = outsider.execute("SELECT * FROM record").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        outsider.execute(statement)
    assert outsider.execute("SELECT * FROM record").fetchall() == before


def test_an_open_store_holds_every_setting(data: Path) -> None:
    filled(data, 1)
    wanted = {
        "synchronous": 3,
        "journal_mode": "delete",
        "fullfsync": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    with closing(connect(data / DATABASE)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted


@pytest.mark.parametrize("setting", ["synchronous=FULL", "trusted_schema=1", "cell_size_check=0"])
def test_a_setting_that_does_not_hold_is_an_error_that_names_it(data: Path, setting: str) -> None:
    filled(data, 1)
    with closing(connect(data / DATABASE)) as connection:
        connection.execute(f"PRAGMA {setting}")
        with pytest.raises(UnsafeStore, match=setting.partition("=")[0]):
            check_settings(connection)


def test_a_store_put_into_wal_mode_by_others_is_taken_back(outsider: sqlite3.Connection) -> None:
    outsider.execute("PRAGMA journal_mode=WAL")
    path = Path(outsider.execute("PRAGMA database_list").fetchone()[2])
    outsider.close()
    open_demo(path.parent).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_dropped_guard_is_damage(data: Path, outsider: sqlite3.Connection) -> None:
    outsider.execute("DROP TRIGGER record_no_update")
    with pytest.raises(StoreDamaged, match="record_no_update is missing"):
        open_demo(data)


def test_a_newer_form_is_left_alone(data: Path, outsider: sqlite3.Connection) -> None:
    outsider.execute("PRAGMA user_version=2")
    before = (data / DATABASE).read_bytes()
    with pytest.raises(StoreTooNew, match="newer release"):
        open_demo(data)
    assert (data / DATABASE).read_bytes() == before


def test_a_spoilt_frontier_cache_is_rebuilt(data: Path) -> None:
    filled(data, 70)
    with closing(open_demo(data)) as store:
        head = store.head()
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.execute("UPDATE frontier SET h = zeroblob(32)")
        connection.commit()
    with closing(open_demo(data)) as store:
        assert store.head() == head
