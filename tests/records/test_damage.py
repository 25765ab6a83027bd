"""Damaged files: named, never raised on, never changed, never passed off as sound."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.records.database import DATABASE
from kiosk.records.errors import RecordsError, StoreDamaged
from kiosk.records.ratchet import RATCHET
from tests.records.second_opinion import verify
from tests.records.visits import filled, open_demo, visit

VISITS = 6
ROWS = "SELECT * FROM record ORDER BY seq"


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("honest") / "data"
    filled(data, VISITS)
    return data


@pytest.fixture
def data(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest, tmp_path / "data"))


@pytest.fixture(scope="module")
def workbench(honest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy that many examples damage and repair."""
    return Path(shutil.copytree(honest, tmp_path_factory.mktemp("bench") / "data"))


def rows(database: Path) -> list[tuple[object, ...]] | None:
    try:
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute(ROWS).fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@settings(max_examples=150)
@given(
    at=st.integers(0, 10**9),
    junk=st.one_of(st.binary(min_size=1, max_size=1), st.binary(min_size=2, max_size=600)),
)
def test_damage_that_changes_a_record_never_passes(
    honest: Path, workbench: Path, at: int, junk: bytes
) -> None:
    path = workbench / DATABASE
    content = bytearray((honest / DATABASE).read_bytes())
    at %= len(content)
    content[at : at + len(junk)] = junk[: len(content) - at]
    path.write_bytes(content)
    report = verify(workbench)
    if report.ok:
        assert rows(path) == rows(honest / DATABASE)
    else:
        assert report.problems[0].what


def header(content: bytes) -> bytes:
    return b"garbage!" * 64 + content[512:]


def empty(content: bytes) -> bytes:
    return content[:0]


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def no_database(content: bytes) -> bytes:
    return b"x" * len(content)


def last_page(content: bytes) -> bytes:
    return content[:-4096] + bytes(4096)


def schema_page(content: bytes) -> bytes:
    return content[:100] + bytes(3996) + content[4096:]


DAMAGE = [header, empty, half, no_database, last_page, schema_page]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_store_does_not_open_and_stays_as_it_is(data: Path, damage: object) -> None:
    assert callable(damage)
    path = data / DATABASE
    path.write_bytes(damage(path.read_bytes()))
    before = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    with pytest.raises(StoreDamaged, match="records"):
        open_demo(data)
    assert not verify(data).ok
    after = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    before.pop("kiosk.lock")
    after.pop("kiosk.lock")
    assert after == before


def test_an_unreadable_page_in_the_middle_names_the_record_on_it(data: Path) -> None:
    path = data / DATABASE
    content = path.read_bytes()
    at = content.index(b'"id":"s3"') // 4096 * 4096
    path.write_bytes(content[:at] + bytes(4096) + content[at + 4096 :])
    report = verify(data)
    assert not report.ok
    assert report.problems[0].seq in {1, 2, 3}


def test_a_missing_store_beside_its_keys_is_damage_not_a_fresh_start(data: Path) -> None:
    (data / DATABASE).unlink()
    with pytest.raises(StoreDamaged, match="the record store is gone"):
        open_demo(data)
    assert not (data / DATABASE).exists()


@pytest.mark.parametrize("content", [None, b"", b"torn" * 21])
def test_a_lost_or_torn_ratchet_is_damage(data: Path, content: bytes | None) -> None:
    path = data / RATCHET
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="ratchet"):
        open_demo(data)
    assert any("ratchet" in problem.what for problem in verify(data).problems)


def test_an_older_copy_of_the_store_file_does_not_open(data: Path) -> None:
    older = (data / DATABASE).read_bytes()
    with closing(open_demo(data)) as store:
        store.save(visit("later"))
        store.save(visit("later-still"))
    (data / DATABASE).write_bytes(older)
    with pytest.raises(StoreDamaged, match="an older copy was put back"):
        open_demo(data)


def test_an_older_ratchet_is_caught_up_when_it_is_the_true_one(data: Path) -> None:
    """A kill between commit and ratchet leaves the older key; the next start steps it on."""
    older = (data / RATCHET).read_bytes()
    with closing(open_demo(data)) as store:
        store.save(visit("later"))
    newer = (data / RATCHET).read_bytes()
    (data / RATCHET).write_bytes(older)
    assert verify(data).ok
    open_demo(data).close()
    assert (data / RATCHET).read_bytes() == newer


def test_a_swapped_device_key_does_not_open(data: Path, tmp_path: Path) -> None:
    filled(tmp_path / "other", 1)
    shutil.copy(tmp_path / "other" / "device.key", data / "device.key")
    with pytest.raises(StoreDamaged, match="belong to kiosk"):
        open_demo(data)


def test_every_error_is_one_line_with_the_path(data: Path) -> None:
    (data / DATABASE).write_bytes(b"x" * 5000)
    with pytest.raises(RecordsError) as caught:
        open_demo(data)
    assert str(caught.value).startswith(str(data / DATABASE))
    assert "\n" not in str(caught.value)


def test_a_page_that_leads_back_does_not_hold_the_verifier_for_ever(data: Path) -> None:
    """An early page of records stands once more where the last one should be."""
    path = data / DATABASE
    content = path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    leaves = [number for number, page in enumerate(pages) if page[0] == 13 and b'"seq":' in page]
    assert len(leaves) > 1
    pages[leaves[-1]] = pages[leaves[0]]
    path.write_bytes(b"".join(pages))
    assert not verify(data).ok
