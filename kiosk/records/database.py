"""The SQLite file: settings, schema and the few statements that touch it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from kiosk.records.errors import StoreDamaged, StoreTooNew, UnsafeStore
from kiosk.records.tree import Frontier

DATABASE = "records.db"
SCHEMA_VERSION = 1
APPLICATION_ID = 0x414E5452  # "ANTR", so that `file` can name it
BUSY_SECONDS = 3.0
FRONTIER_EVERY = 64

# Settings live in the connection, not in the file: each is set on every open and read back.
SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("synchronous", "EXTRA", 3),
    ("journal_mode", "DELETE", "delete"),
    ("fullfsync", "1", 1),
    ("trusted_schema", "0", 0),
    ("cell_size_check", "1", 1),
)

_RECORD = (
    "CREATE TABLE record(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL, "
    "sealed BLOB NOT NULL, leaf BLOB NOT NULL, root BLOB NOT NULL, mac BLOB NOT NULL, "
    "sig BLOB NOT NULL) STRICT"
)
_FRONTIER = (
    "CREATE TABLE frontier(level INTEGER PRIMARY KEY, size INTEGER NOT NULL, h BLOB NOT NULL) "
    "STRICT"
)
_NO_UPDATE = (
    "CREATE TRIGGER record_no_update BEFORE UPDATE ON record "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
)
_NO_DELETE = (
    "CREATE TRIGGER record_no_delete BEFORE DELETE ON record "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
)
# INSERT OR REPLACE fires no delete trigger, so it is stopped before it starts.
_GUARD = (
    "CREATE TRIGGER record_guard BEFORE INSERT ON record "
    "WHEN EXISTS(SELECT 1 FROM record WHERE seq = new.seq OR id = new.id) "
    "OR new.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM record) "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
)
SCHEMA = (_RECORD, _FRONTIER, _NO_UPDATE, _NO_DELETE, _GUARD)
_KINDS: tuple[type, ...] = (int, str, *(bytes,) * 6)


class Row(NamedTuple):
    """One stored record."""

    seq: int
    id: str
    body: bytes
    sealed: bytes
    leaf: bytes
    root: bytes
    mac: bytes
    sig: bytes


def connect(path: Path) -> sqlite3.Connection:
    """Open a file with every durability setting in force.

    Raises UnsafeStore when SQLite does not take a setting, sqlite3.Error otherwise.
    """
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        for name, value, _ in SETTINGS:
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        check_settings(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def check_settings(connection: sqlite3.Connection) -> None:
    """Read every setting back; raises UnsafeStore naming the first that does not hold."""
    for name, value, expected in SETTINGS:
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            answer = None if found is None else found[0]
            raise UnsafeStore(
                f"{DATABASE}: SQLite answers {name}={answer} instead of {value}; a record could "
                "be lost in a power cut, so the kiosk stays closed. Close other programs that "
                "have the file open, and keep it off network and sync folders"
            )


def create_schema(connection: sqlite3.Connection) -> None:
    """Make the tables and guards in an empty file."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("COMMIT")


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file of another program or a newer release.

    Raises StoreTooNew or StoreDamaged.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if application == APPLICATION_ID and version > SCHEMA_VERSION:
        raise StoreTooNew(
            f"{path}: written by a newer release (form {version}, this one knows "
            f"{SCHEMA_VERSION}); install that release again"
        )
    if application != APPLICATION_ID or version != SCHEMA_VERSION:
        raise StoreDamaged(f"{path}: not a record store of this program (form {version})")
    if faults := schema_faults(connection):
        raise StoreDamaged(f"{path}: {faults[0]}; run 'records verify' and call for help")


def schema_faults(connection: sqlite3.Connection) -> list[str]:
    """Compare the schema with the one this program makes, statement by statement."""
    wanted = {statement.split()[2].split("(")[0]: statement for statement in SCHEMA}
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    found = {str(name): str(sql) for name, sql in rows}
    faults = [f"the guard or table {name} is missing" for name in wanted if name not in found]
    faults += [f"the schema holds something foreign: {name}" for name in found.keys() - wanted]
    faults += [
        f"the guard or table {name} was changed"
        for name in wanted.keys() & found.keys()
        if wanted[name] != found[name]
    ]
    return faults


def insert(connection: sqlite3.Connection, row: Row, after: Frontier) -> None:
    """Append one record in one durable commit; raises sqlite3.Error, nothing written then.

    The frontier is only a shortcut for the next start, so it is kept every so often.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(
            "INSERT INTO record VALUES(?,?,?,?,?,?,?,?)",
            (row.seq, row.id, row.body, row.sealed, row.leaf, row.root, row.mac, row.sig),
        )
        if after.size % FRONTIER_EVERY == 0:
            connection.execute("DELETE FROM frontier")
            nodes = [(level, after.size, digest) for level, digest in after.nodes]
            connection.executemany("INSERT INTO frontier VALUES(?,?,?)", nodes)
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def row_of(connection: sqlite3.Connection, record_id: str) -> Row | None:
    """Look a record up by its id."""
    return _one(connection, "SELECT * FROM record WHERE id = ?", record_id)


def row_at(connection: sqlite3.Connection, seq: int) -> Row | None:
    """Look a record up by its number."""
    return _one(connection, "SELECT * FROM record WHERE seq = ?", seq)


def last_row(connection: sqlite3.Connection) -> Row | None:
    """Return the newest record."""
    return _one(connection, "SELECT * FROM record ORDER BY seq DESC LIMIT ?", 1)


def _one(connection: sqlite3.Connection, query: str, value: object) -> Row | None:
    with closing(connection.execute(query, (value,))) as cursor:
        found = cursor.fetchone()
    if found is None:
        return None
    return checked_row(found)


def checked_row(values: tuple[object, ...]) -> Row:
    """Make a Row, since damage can change a type; raises StoreDamaged."""
    kinds = tuple(map(type, values))
    if kinds == _KINDS:
        return Row(*values)  # type: ignore[arg-type]  # checked on the line above
    seq = values[0] if values else None
    if kinds[:2] != _KINDS[:2] or len(kinds) != len(_KINDS):
        raise StoreDamaged(f"record {seq}: its number or id cannot be read")
    raise StoreDamaged(f"record {seq}: a field cannot be read")


def load_frontier(connection: sqlite3.Connection) -> Frontier:
    """Return the tree of all stored leaves, from the kept frontier where that fits.

    The caller compares its root with the signed one.
    """
    rows = connection.execute("SELECT level, size, h FROM frontier ORDER BY level DESC").fetchall()
    kept = Frontier()
    if rows:
        kept = Frontier(int(rows[0][1]), tuple((int(row[0]), bytes(row[2])) for row in rows))
    query = "SELECT root FROM record WHERE seq = ?"
    root = connection.execute(query, (kept.size - 1,)).fetchone()
    if not kept.is_whole() or root != (kept.root(),):
        kept = Frontier()
    return _grown(connection, kept)


def _grown(connection: sqlite3.Connection, frontier: Frontier) -> Frontier:
    query = "SELECT leaf FROM record WHERE seq >= ? ORDER BY seq"
    for (leaf,) in connection.execute(query, (frontier.size,)):
        frontier = frontier.add(bytes(leaf))
    return frontier
