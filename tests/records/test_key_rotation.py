"""Recipients come and go: who held a key when a record was made opens it, and nobody else."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Acknowledgement
from kiosk.records.errors import CannotUnseal, NoRecipient
from kiosk.records.keys import RECIPIENTS, new_recipient
from kiosk.records.store import Store, open_store
from kiosk.records.unseal import OpenedRecord, load_opener, open_row
from tests.records.second_opinion import script, verify
from tests.records.test_form import rows_of
from tests.records.visits import Clock, visit


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Three key pairs at the back office: clinic, recovery and next."""
    folder = tmp_path / "office"
    folder.mkdir()
    for name in ("clinic", "recovery", "next"):
        new_recipient(folder / f"{name}.key", folder / f"{name}.pub", None)
    return folder


def use(data: Path, office: Path, *names: str) -> None:
    """Leave exactly these recipients on the kiosk."""
    folder = data / RECIPIENTS
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pub"):
        old.unlink()
    for name in names:
        (folder / f"{name}.pub").write_bytes((office / f"{name}.pub").read_bytes())


def opened(data: Path) -> Store:
    return open_store(data, mode="production", app_version="1", now=Clock().now)


def real(session: str) -> Acknowledgement:
    return replace(visit(session), mode="production")


def sessions(data: Path, key: Path) -> set[str]:
    """Return the visits that a key opens, by the product and by the recovery script alike."""
    recover = script("recover")
    found, again = set(), set()
    for row in rows_of(data / "records.db"):
        name = json.loads(row[1])["id"]
        try:
            found.add(product(data, row[0], key).person.get("session"))
        except CannotUnseal:
            with pytest.raises((ValueError, recover.CryptoError)):
                recover.open_row(row[1], row[2], recover.read_key(key))
            continue
        again.add(recover.open_row(row[1], row[2], recover.read_key(key))["sealed"].get("session"))
        assert name
    assert found == again
    return {name for name in found if name}


def product(data: Path, seq: int, key: Path) -> OpenedRecord:
    from kiosk.records.database import row_at
    from kiosk.records.reading import open_readonly

    with open_readonly(data / "records.db") as connection:
        row = row_at(connection, seq)
    assert row is not None
    return open_row(row, load_opener(key))


@pytest.fixture
def rotated(data: Path, office: Path) -> Path:
    """A store that passed from clinic+recovery to clinic+recovery+next to recovery+next."""
    for number, names in enumerate(
        [("clinic", "recovery"), ("clinic", "recovery", "next"), ("recovery", "next")]
    ):
        use(data, office, *names)
        with closing(opened(data)) as store:
            store.save(real(f"v{number}"))
    return data


@pytest.mark.parametrize(
    ("name", "visits"),
    [("clinic", {"v0", "v1"}), ("recovery", {"v0", "v1", "v2"}), ("next", {"v1", "v2"})],
)
def test_each_key_opens_what_was_made_while_it_was_set(
    rotated: Path, office: Path, name: str, visits: set[str]
) -> None:
    assert sessions(rotated, office / f"{name}.key") == visits


def test_every_change_of_recipients_is_a_record(rotated: Path) -> None:
    bodies = [json.loads(row[1]) for row in rows_of(rotated / "records.db")]
    assert [body.get("event") for body in bodies].count("recipients_changed") == 2
    assert [len(body["recipients"]) for body in bodies] == [2, 2, 3, 3, 2, 2]
    assert verify(rotated).ok


def test_with_the_clinic_key_lost_the_recovery_key_opens_everything(
    data: Path, office: Path
) -> None:
    use(data, office, "clinic", "recovery")
    with closing(opened(data)) as store:
        store.save(real("v0"))
    (office / "clinic.key").unlink()
    assert sessions(data, office / "recovery.key") == {"v0"}


def test_a_kiosk_left_without_any_recipient_does_not_open(data: Path, office: Path) -> None:
    use(data, office, "clinic")
    opened(data).close()
    use(data, office)
    with pytest.raises(NoRecipient):
        opened(data)
