"""The written form is what docs/record.md says, read by other means."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.domain.acknowledgement import Door
from kiosk.records.database import DATABASE
from kiosk.records.ratchet import RATCHET
from tests.records.second_opinion import script
from tests.records.visits import filled, open_demo, visit


def rows_of(database: Path) -> list[tuple[int, bytes, bytes]]:
    query = "SELECT seq, body, sealed FROM record ORDER BY seq"
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def test_another_library_checks_and_opens_every_record_from_the_document_alone(
    data: Path,
) -> None:
    filled(data, 20)
    with closing(open_demo(data)) as store:
        store.save(visit("last", Door.NO, ("cost", "tell-health#4")))
        store.append_event("void", "wrong_person", {"by": "nurse"}, about="s1")
    verifier, recover = script("anteroom_verify"), script("recover")
    private = recover.read_key(data / "demo-recipient.key")
    opened = [
        recover.open_row(row[1], row[2], private)["sealed"] for row in rows_of(data / DATABASE)
    ]
    assert [part.get("session") for part in opened[1:21]] == [f"s{n}" for n in range(1, 21)]
    assert (opened[-2]["door"], opened[-2]["flags"]) == ("no", ["cost", "tell-health#4"])
    assert opened[-1]["details"] == {"by": "nurse"}
    checked = verifier.check(data / DATABASE)
    assert checked.first is None
    ratchet = (data / RATCHET).read_bytes()
    assert (ratchet[:8], len(ratchet)) == (b"ANTRCHT1", 84)
    assert (int.from_bytes(ratchet[12:20]), ratchet[20:52]) == (len(opened), checked.key)


def test_sealed_parts_have_the_documented_lengths(data: Path) -> None:
    filled(data, 1)
    birth, ack = rows_of(data / DATABASE)
    frame = 2 + 88 + 12 + 16
    assert (len(birth[2]), len(ack[2])) == (frame + 1024, frame + 4096)
