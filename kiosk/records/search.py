"""Finding visits in a store by what stands in the clear."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import sha256

from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.staffing.finding import State, Wanted
from kiosk.records.anchor import checkpoint
from kiosk.records.database import Row
from kiosk.records.entry import MalformedBodyError, parse_body
from kiosk.records.keys import Device
from kiosk.records.person import KEPT
from kiosk.records.summary import Summary, summary_of
from kiosk.records.tree import leaf_hash

Found = tuple[Summary, State]
# The bytes of a clear part as this program writes it. SQLite looks for them faster than any parser.
_VISITS = (b'"kind":"ack"', b'"event":"%s"' % KEPT.encode())
_CHANGES = (b'"kind":"void"', b'"kind":"correction"')


def search(connection: sqlite3.Connection, wanted: Wanted, limit: int) -> list[Found]:
    """Return visits, newest first, each with how it stands.

    Raises sqlite3.Error or MalformedBodyError.
    """
    states = _states(connection)
    found: list[Found] = []
    for seq, name, body in _candidates(connection, wanted, states):
        if len(found) >= limit:
            break
        summary = summary_of(seq, body)
        usual = State.SAVED if summary.kind == "ack" else State.KEPT
        state = states.get(name, usual)
        if wanted.state in ("", state.value):
            found.append((summary, state))
    return found


def numbered(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Found]:
    """Return the visits with these numbers, in their order, each with how it stands.

    Raises sqlite3.Error or MalformedBodyError.
    """
    states = _states(connection)
    found: list[Found] = []
    for seq in numbers:
        row = connection.execute("SELECT id, body FROM record WHERE seq = ?", (seq,)).fetchone()
        if row is not None:
            summary = summary_of(seq, row[1])
            usual = State.SAVED if summary.kind == "ack" else State.KEPT
            found.append((summary, states.get(row[0], usual)))
    return found


def _states(connection: sqlite3.Connection) -> Mapping[str, State]:
    """Return the visits that a later record changed, by their ids."""
    states: dict[str, State] = {}
    query = "SELECT body FROM record WHERE instr(body, ?) OR instr(body, ?)"
    for (body,) in connection.execute(query, _CHANGES):
        clear = parse_body(body)
        about = (clear.fields.get("refers_to") or {}).get("id", "")
        if states.get(about) is not State.VOID:
            states[about] = State.VOID if clear.kind == "void" else State.CORRECTED
    return states


Candidates = Iterator[tuple[int, str, bytes]]


def _candidates(
    connection: sqlite3.Connection, wanted: Wanted, states: Mapping[str, State]
) -> Candidates:
    if wanted.letters:
        # The index over the ids is a tenth of the file.
        query = "SELECT id FROM record INDEXED BY sqlite_autoindex_record_1"
        ids = [name for (name,) in connection.execute(query)]
        fit = (one for one in ids if wanted.letters in receipt_number(one).replace("-", ""))
        yield from _by_id(connection, fit)
    elif wanted.state in (State.VOID.value, State.CORRECTED.value):
        yield from _by_id(connection, states)
    else:
        yield from _in_order(connection, wanted)


def _by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> Candidates:
    query = "SELECT seq, id, body FROM record WHERE id = ?"
    rows = (connection.execute(query, (one,)).fetchone() for one in ids)
    for row in sorted((row for row in rows if row is not None), reverse=True):
        if any(text in row[2] for text in _VISITS):
            yield row


def _in_order(connection: sqlite3.Connection, wanted: Wanted) -> Candidates:
    kinds = _VISITS[1:] * 2 if wanted.state == State.KEPT.value else _VISITS
    day = b'"day":"%s' % wanted.day.encode()
    query = (
        "SELECT seq, id, body FROM record WHERE (instr(body, ?) OR instr(body, ?)) "
        "AND instr(body, ?) ORDER BY seq DESC"
    )
    with closing(connection.execute(query, (*kinds, day))) as rows:
        yield from rows


def is_sound(row: Row, device: Device, epoch: int) -> bool:
    """Say whether a record's hash, seal and signature hold; its place in the chain is not asked."""
    from cryptography.exceptions import InvalidSignature

    try:
        clear = parse_body(row.body)
        sealed = sha256(row.sealed).hexdigest() == clear.sealed_sha256
        own = (clear.seq, clear.id, row.leaf) == (row.seq, row.id, leaf_hash(row.body))
        head = checkpoint(device.kiosk, epoch, row.seq + 1, row.root)
        device.private.public_key().verify(row.sig, head + row.leaf)
    except (MalformedBodyError, InvalidSignature):
        return False
    return sealed and own
