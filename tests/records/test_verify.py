"""Every tampering is named, with the first bad record."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.domain.errors import BadInputError
from kiosk.records import provision
from kiosk.records.anchor import checkpoint
from kiosk.records.compose import Moment, Site
from kiosk.records.database import DATABASE
from kiosk.records.keys import Device, load_device_key, load_recipients, new_device_key
from kiosk.records.ratchet import RATCHET
from kiosk.records.tree import Frontier, leaf_hash
from kiosk.records.verify import Report
from tests.records.second_opinion import verify
from tests.records.visits import filled, open_demo, run_sql, visit

VISITS = 12


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with records 0 (made) to 12, copied for every test that changes it."""
    data = tmp_path_factory.mktemp("honest") / "data"
    filled(data, VISITS)
    return data


@pytest.fixture
def data(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest, tmp_path / "data"))


def first(report: Report) -> tuple[int | None, str]:
    assert not report.ok
    return report.problems[0].seq, report.problems[0].what


def edited(body: bytes) -> bytes:
    return body.replace(b"ketamine", b"esketamine")


def test_an_honest_store_verifies_with_nothing_left_unchecked(data: Path) -> None:
    report = verify(data)
    assert (report.ok, report.size, report.problems, report.notes) == (True, VISITS + 1, (), ())
    with closing(open_demo(data)) as store:
        assert report.head == store.head()


def test_verify_changes_no_byte_and_needs_no_lock(data: Path) -> None:
    with closing(open_demo(data)) as store:
        before = (data / DATABASE).read_bytes()
        assert verify(data).ok
        assert (data / DATABASE).read_bytes() == before
        store.save(visit("later"))
        assert verify(data).size == VISITS + 2


def test_progress_ends_at_the_total(data: Path) -> None:
    seen: list[tuple[int, int]] = []

    def note(done: int, total: int) -> None:
        seen.append((done, total))

    verify(data, progress=note)
    assert seen[-1] == (VISITS + 1, VISITS + 1)


def move(sql: str) -> Callable[[Path], None]:
    def change(data: Path) -> None:
        run_sql(data / DATABASE, *sql.split(";"))

    return change


def column(data: Path, name: str, seq: int) -> bytes:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute("SELECT * FROM record WHERE seq = ?", (seq,)).fetchone()
        return bytes(row[name])


def edit_and_rehash(data: Path) -> None:
    """Edit record 5 and recompute its leaf, as somebody without the key can."""
    body = edited(column(data, "body", 5))
    change = "UPDATE record SET body = ?, leaf = ? WHERE seq = 5"
    run_sql(data / DATABASE, change, values=(body, leaf_hash(body)))


def edit_and_sign(data: Path, old: bytes = b"ketamine", new: bytes = b"other") -> None:
    """Edit the last record and sign it with the stolen signing key."""
    device = load_device_key(data)
    body = column(data, "body", VISITS).replace(old, new)
    leaf = leaf_hash(body)
    frontier = Frontier()
    for seq in range(VISITS):
        frontier = frontier.add(column(data, "leaf", seq))
    root = frontier.add(leaf).root()
    sig = device.private.sign(checkpoint(device.kiosk, 1, VISITS + 1, root) + leaf)
    change = "UPDATE record SET body = ?, leaf = ?, root = ?, sig = ? WHERE seq = ?"
    run_sql(data / DATABASE, change, values=(body, leaf, root, sig, VISITS))


def drop_guard(data: Path) -> None:
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.execute("DROP TRIGGER record_guard")


def cut_and_wind_back(data: Path) -> None:
    """Cut the end off and set the ratchet's count back, without knowing the older key."""
    move("DELETE FROM record WHERE seq > 9")(data)
    head = bytearray((data / RATCHET).read_bytes()[:52])
    head[12:20] = (10).to_bytes(8)
    (data / RATCHET).write_bytes(bytes(head) + sha256(bytes(head)).digest())


def swap_public_key(data: Path) -> None:
    other = data / "other"
    other.mkdir()
    new_device_key(other)
    shutil.copy(other / "device.pub", data / "device.pub")


def swap_private_key(data: Path) -> None:
    other = data / "other"
    other.mkdir()
    new_device_key(other)
    shutil.copy(other / "device.key", data / "device.key")


SHIFT = "UPDATE record SET seq = -seq - 1 WHERE seq > 4; UPDATE record SET seq = -seq WHERE seq < 0"
COPY = "body, sealed, leaf, root, mac, sig FROM record"


def insert_forged(data: Path) -> None:
    """Put a made-up record before record 5, its own hashes right."""
    body = column(data, "body", 5).replace(b'"s5"', b'"forged"')
    move(SHIFT)(data)
    copy = "sealed, ?, root, mac, sig FROM record WHERE seq = 6"
    put = f"INSERT INTO record SELECT 5, 'forged', ?, {copy}"
    run_sql(data / DATABASE, put, values=(body, leaf_hash(body)))


ATTACKS: dict[str, tuple[Callable[[Path], None], int | None, str]] = {
    "edited body": (
        move("UPDATE record SET body = CAST(replace(body, 'keta', 'other') AS BLOB) WHERE seq = 5"),
        5,
        "edited",
    ),
    "not json": (move("UPDATE record SET body = x'7b' WHERE seq = 5"), 5, "edited"),
    "edited and rehashed": (edit_and_rehash, 5, "not signed by this kiosk"),
    "leaf": (move("UPDATE record SET leaf = zeroblob(32) WHERE seq = 5"), 5, "leaf"),
    "root": (move("UPDATE record SET root = zeroblob(32) WHERE seq = 5"), 5, "root"),
    "signature": (move("UPDATE record SET sig = zeroblob(64) WHERE seq = 5"), 5, "not signed"),
    "mac": (move("UPDATE record SET mac = zeroblob(32) WHERE seq = 5"), 5, "one-time key"),
    "id": (move("UPDATE record SET id = 'other' WHERE seq = 5"), 5, "id column"),
    "deleted": (move("DELETE FROM record WHERE seq = 5"), 6, "record 5 is missing"),
    "first deleted": (move("DELETE FROM record WHERE seq = 0"), 1, "record 0 is missing"),
    "three deleted": (
        move("DELETE FROM record WHERE seq IN (5, 6, 7)"),
        8,
        "5 to 7 are missing",
    ),
    "deleted and renumbered": (
        move("DELETE FROM record WHERE seq = 5; UPDATE record SET seq = seq - 1 WHERE seq > 5"),
        5,
        "record 5 is missing: record 6",
    ),
    "inserted": (
        move(f"{SHIFT}; INSERT INTO record SELECT 5, 'forged', {COPY} WHERE seq = 4"),
        5,
        "inserted: a copy of record 4",
    ),
    "forged and inserted": (insert_forged, 5, "inserted: the true record 5 now stands at 6"),
    "appended": (
        move(f"INSERT INTO record SELECT 13, 'forged', {COPY} WHERE seq = 4"),
        13,
        "inserted: a copy of record 4",
    ),
    "reordered": (
        move(
            "UPDATE record SET seq = 99 WHERE seq = 5; UPDATE record SET seq = 5 WHERE seq = 6; "
            "UPDATE record SET seq = 6 WHERE seq = 99"
        ),
        5,
        "reordered: this is record 6; the true record 5 now stands at 6",
    ),
    "sealed parts exchanged": (
        move("UPDATE record SET sealed = (SELECT sealed FROM record WHERE seq = 6) WHERE seq = 5"),
        5,
        "sealed part",
    ),
    "end cut": (move("DELETE FROM record WHERE seq > 9"), 10, "the ratchet has counted 13"),
    "end cut, ratchet wound back": (cut_and_wind_back, None, "ratchet does not hold the key"),
    "all deleted": (move("DELETE FROM record"), 0, "no record"),
    "public key swapped": (swap_public_key, 0, "signing key was swapped"),
    "private key swapped": (swap_private_key, None, "signing key was swapped"),
    "guard dropped": (drop_guard, None, "record_guard is missing"),
    "hidden record": (
        move(f"INSERT INTO record SELECT -7, 'hidden', {COPY} WHERE seq = 4"),
        -7,
        "inserted before the first",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_named_with_its_record(data: Path, name: str) -> None:
    attack, seq, words = ATTACKS[name]
    attack(data)
    found = first(verify(data))
    assert words in found[1]
    assert found[0] == seq


@pytest.mark.parametrize("name", sorted(ATTACKS.keys() - {"signature"}))
def test_the_last_signature_alone_shows_every_attack_on_a_record(data: Path, name: str) -> None:
    attack, seq, words = ATTACKS[name]
    attack(data)
    found = first(verify(data, every_signature=False))
    assert words in found[1]
    assert found[0] == seq


def test_a_record_signed_anew_with_the_stolen_key_fails_its_one_time_key(data: Path) -> None:
    edit_and_sign(data)
    assert first(verify(data)) == (
        VISITS,
        "does not fit the one-time key: rewritten after it was made",
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"epoch":1', b'"epoch":2', "epoch 2"),
        (b'"prev":"', b'"prev":"' + b"0" * 64 + b'","was":"', "edited: field was is unknown"),
        (b'"mode":"demo"', b'"mode":"production"', "a production record in a demo store"),
        (b'"latest":"2026', b'"latest":"2020', "latest day"),
        (b'"v":1', b'"v":1,"v":1', "given twice"),
        (b'"kind":"ack"', b'"kind":"other"', "kind has an unknown value"),
    ],
)
def test_a_signed_record_must_still_belong_where_it_is(
    data: Path, old: bytes, new: bytes, words: str
) -> None:
    edit_and_sign(data, old, new)
    seq, what = first(verify(data))
    assert (seq, words in what) == (VISITS, True), what


def test_a_signed_record_must_follow_on_the_one_before(data: Path) -> None:
    edit_and_sign(data, column(data, "leaf", VISITS - 1).hex().encode(), b"0" * 64)
    assert "does not follow on the record before it" in first(verify(data))[1]


def test_an_older_ratchet_put_back_is_named(data: Path) -> None:
    older = (data / RATCHET).read_bytes()
    with closing(open_demo(data)) as store:
        store.save(visit("x1"))
        store.save(visit("x2"))
    (data / RATCHET).write_bytes(older)
    assert "an older ratchet file was put back" in first(verify(data))[1]


def test_a_visit_that_the_look_up_no_longer_finds_is_named(tmp_path: Path) -> None:
    """The index is a second copy of the ids; damage there would let a visit be written twice."""
    data = tmp_path / "indexed"
    with closing(open_demo(data)) as store:
        store.save(visit("needle-1"))
    content = bytearray((data / DATABASE).read_bytes())
    at = content.find(b"needle-1")
    while content[at + 8 : at + 12] == b'{"v"' or content[at - 1 : at] == b'"':
        at = content.find(b"needle-1", at + 1)
    assert at > 0
    content[at : at + 8] = b"needle-2"
    (data / DATABASE).write_bytes(content)
    assert "look-up by id" in first(verify(data))[1]


def test_a_store_built_under_anothers_kiosk_id_is_named(data: Path, tmp_path: Path) -> None:
    setup = provision.begin(tmp_path)
    own = new_device_key(setup)
    forged = Device(load_device_key(data).kiosk, own.private, own.public)
    recipients = load_recipients(data)
    site = Site(forged, 1, "demo", "0.1.0", recipients, os.urandom)
    provision.build(setup, provision.Birth(site, Moment("2026-11-21", synced=None)))
    assert "but not its key" in first(verify(setup))[1]


def test_without_a_recipient_key_only_a_check_code_shows_a_stolen_signing_key(data: Path) -> None:
    with closing(open_demo(data)) as store:
        code = store.head().check_code
    edit_and_sign(data)
    (data / "demo-recipient.key").unlink()
    blind = verify(data)
    assert blind.ok
    assert "the one-time keys were not checked: no recipient key was given" in blind.notes
    assert first(verify(data, against=code))[0] == VISITS


def test_an_older_copy_of_the_whole_folder_is_caught_by_a_check_code(data: Path) -> None:
    backup = Path(shutil.copytree(data, data.parent / "backup"))
    with closing(open_demo(data)) as store:
        code = store.save(visit("later")).check_code
    assert verify(backup).ok
    seq, what = first(verify(backup, against=code))
    assert seq == VISITS + 1
    assert f"taken at {VISITS + 2} records, only {VISITS + 1} are there" in what


def test_another_store_is_caught_by_a_check_code(data: Path, tmp_path: Path) -> None:
    filled(tmp_path / "other", 3)
    with closing(open_demo(data)) as store:
        found = store.find("s2")
    assert found is not None
    seq, what = first(verify(tmp_path / "other", against=found.check_code))
    assert seq == 2
    assert "rewritten, or another store" in what


def test_every_receipt_ever_given_still_fits(data: Path) -> None:
    with closing(open_demo(data)) as store:
        codes = [store.save(visit(f"s{number}")).check_code for number in range(1, VISITS + 1)]
    for code in codes:
        assert verify(data, against=code.lower().replace("-", " ")).ok


def test_a_head_given_in_full_is_compared_in_full(data: Path) -> None:
    head = verify(data).head
    assert head is not None
    assert verify(data, against=f"{head.size}:{head.root}").ok
    wrong = head.root[:-1] + ("0" if head.root[-1] != "0" else "1")
    assert not verify(data, against=f"{head.size}:{wrong}").ok


@pytest.mark.parametrize("text", ["", "AAAA", "5:abc", "hello there", "0:" + "0" * 64])
def test_what_is_no_check_code_is_bad_input(data: Path, text: str) -> None:
    with pytest.raises(BadInputError, match="not a check code"):
        verify(data, against=text or " ")


def test_a_store_file_alone_verifies_and_says_what_was_not_checked(
    data: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.db"
    shutil.copy(data / DATABASE, alone)
    report = verify(alone)
    assert report.ok
    assert any("one-time keys were not checked" in note for note in report.notes)
    assert any("key was taken from the store itself" in note for note in report.notes)


def test_the_stock_program_reads_and_the_verifier_sees_its_edit(data: Path) -> None:
    program = shutil.which("sqlite3")
    if program is None:
        pytest.skip("the sqlite3 program is not installed")
    script = (
        "DROP TRIGGER record_no_update; "
        "UPDATE record SET body = CAST(replace(body, '-21', '-20') AS BLOB) WHERE seq = 3;"
    )
    subprocess.run([program, data / DATABASE, script], check=True)
    assert first(verify(data))[0] == 3


def test_a_missing_store_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    report = verify(tmp_path)
    assert not report.ok
    assert "cannot be read" in report.problems[0].what
