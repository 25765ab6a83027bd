"""A store of an older release opens, and nothing is changed before it was copied."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records.database import DATABASE, SCHEMA_VERSION
from kiosk.records.errors import StoreDamaged, StoreFolderUnusable
from kiosk.records.forms import STEPS, Step, bring_up
from kiosk.records.unseal import load_opener, open_records
from tests.commands.anteroom import ROOT
from tests.records.second_opinion import verify
from tests.records.visits import filled, open_demo, visit

# Written by the first release that kept records; only the ballast and the lock are left out.
FIRST = Path(__file__).parent / "first_store"
KEPT = "records-form-1.db"


def add_index(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE INDEX later ON record(leaf)")


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE newer(x)")
    connection.execute("INSERT INTO newer SELECT count(*) FROM sqlite_schema WHERE name = 'later'")


def fail(connection: sqlite3.Connection) -> None:
    add_index(connection)
    raise sqlite3.OperationalError("no more")


def forge(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER record_no_update")
    connection.execute("UPDATE record SET sealed = x'00' WHERE seq = 1")


def brought_up(data: Path, *steps: Step) -> Path | None:
    """Bring a store from form 1 up by these steps."""
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as connection:
        numbered = dict(enumerate(steps, 1))
        return bring_up(connection, data / DATABASE, numbered, 1 + len(steps))


def form(path: Path) -> tuple[int, list[str], list[tuple[object, ...]]]:
    """Return number, names in the schema, and all records."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema ORDER BY name").fetchall()
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            [str(name) for (name,) in names],
            connection.execute("SELECT * FROM record ORDER BY seq").fetchall(),
        )


def test_a_store_of_the_first_release_opens_verifies_and_takes_a_record(data: Path) -> None:
    shutil.copytree(FIRST, data)
    opener = load_opener(data / "demo-recipient.key")
    assert verify(data, opener=opener).ok
    with closing(open_demo(data)) as store:
        store.save(visit("later"))
    report = verify(data, opener=opener)
    assert (report.ok, report.size) == (True, 5)
    assert form(data / DATABASE)[2][:4] == form(FIRST / DATABASE)[2]
    visits = [one for one in open_records(data, opener) if one.clear.kind == "ack"]
    doors = [one.acknowledgement().door.value for one in visits]
    assert doors == ["ready", "questions", "no", "ready"]


def test_every_older_form_has_a_step() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA_VERSION))


def test_a_file_of_the_newest_form_is_not_touched(data: Path) -> None:
    filled(data, 1)
    before = (data / DATABASE).read_bytes()
    assert brought_up(data) is None
    assert (data / DATABASE).read_bytes() == before
    assert not (data / KEPT).exists()


def test_the_file_is_copied_before_it_changes_and_steps_run_by_number(data: Path) -> None:
    filled(data, 2)
    before = form(data / DATABASE)
    assert brought_up(data, add_index, add_table) == data / KEPT
    assert form(data / KEPT) == before
    number, names, records = form(data / DATABASE)
    assert (number, records) == (3, before[2])
    assert {"later", "newer"} <= set(names)
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        assert connection.execute("SELECT x FROM newer").fetchone() == (1,)
    assert (data / KEPT).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("step", "error"), [(fail, sqlite3.Error), (forge, StoreDamaged)])
def test_a_step_that_fails_or_changes_a_record_leaves_the_file_as_it_was(
    data: Path, step: Step, error: type[Exception]
) -> None:
    filled(data, 2)
    before = form(data / DATABASE)
    with pytest.raises(error):
        brought_up(data, add_index, step)
    assert form(data / DATABASE) == before
    assert verify(data).ok
    assert brought_up(data, add_index) == data / KEPT


def test_without_a_copy_nothing_is_changed(data: Path) -> None:
    filled(data, 1)
    (data / KEPT).mkdir()
    before = form(data / DATABASE)
    with pytest.raises(StoreFolderUnusable, match="nothing was changed"):
        brought_up(data, add_index)
    assert form(data / DATABASE) == before
    assert not (data / "unfinished-form").exists()


def test_a_kill_in_the_middle_leaves_the_old_form(data: Path) -> None:
    filled(data, 2)
    before = form(data / DATABASE)
    code = (
        "import os, signal, sqlite3, sys\nfrom pathlib import Path\n"
        "from kiosk.records.forms import bring_up\n"
        "def step(c):\n    c.execute('PRAGMA cache_size=1')\n"
        "    c.execute('CREATE TABLE big AS SELECT randomblob(9999) FROM record, record')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "path = Path(sys.argv[1])\n"
        "bring_up(sqlite3.connect(path, isolation_level=None), path, {1: step}, 2)\n"
    )
    words = [sys.executable, "-c", code, str(data / DATABASE)]
    assert subprocess.run(words, check=False, cwd=ROOT).returncode == -signal.SIGKILL
    assert form(data / DATABASE) == before
    assert form(data / KEPT) == before
    with closing(open_demo(data)) as store:
        store.save(visit("after"))
    assert verify(data).ok
