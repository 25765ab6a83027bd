"""The written form is what docs/record.md says, read by other means."""

from contextlib import closing
from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kiosk.domain.acknowledgement import Door
from kiosk.records.database import DATABASE
from kiosk.records.ratchet import RATCHET
from tests.records import second_opinion
from tests.records.visits import filled, open_demo, visit


def private_bytes(path: Path) -> bytes:
    private = load_pem_private_key(path.read_bytes(), None)
    return bytes(private.private_bytes_raw())  # type: ignore[union-attr]  # an X25519 key


def test_another_library_checks_and_opens_every_record_from_the_document_alone(
    data: Path,
) -> None:
    filled(data, 20)
    with closing(open_demo(data)) as store:
        store.save(visit("last", Door.NO, ("cost",)))
        store.append_event("void", "wrong_person", {"by": "nurse"}, about="s1")
    rows = second_opinion.rows_of(data / DATABASE)
    private = private_bytes(data / "demo-recipient.key")
    opened = [second_opinion.open_sealed(row, private) for row in rows]
    assert [part.get("session") for part in opened[1:21]] == [f"s{n}" for n in range(1, 21)]
    assert (opened[-2]["door"], opened[-2]["flags"]) == ("no", ["cost"])
    assert opened[-1]["details"] == {"by": "nurse"}
    last_key = second_opinion.check(rows, bytes.fromhex(opened[0]["ratchet_seed"]))
    ratchet = (data / RATCHET).read_bytes()
    assert (ratchet[:8], len(ratchet)) == (b"ANTRCHT1", 84)
    assert int.from_bytes(ratchet[12:20]) == len(rows)
    assert ratchet[20:52] == last_key


def test_sealed_parts_have_the_documented_lengths(data: Path) -> None:
    filled(data, 1)
    birth, ack = second_opinion.rows_of(data / DATABASE)
    frame = 2 + 88 + 12 + 16
    assert (len(birth.sealed), len(ack.sealed)) == (frame + 1024, frame + 4096)
