"""A stolen folder tells nothing about anybody."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Acknowledgement, Door
from kiosk.records.keys import new_recipient
from kiosk.records.store import open_store
from kiosk.records.verify import Report, verify
from tests.records.visits import Clock, filled, open_demo, visit

CANARY = "CANARY-7f3a9c"


def marked(number: int, door: Door) -> Acknowledgement:
    ack = visit(f"s{number}", door, (f"{CANARY}-flag",))
    object.__setattr__(ack, "mode", "production")
    object.__setattr__(ack, "reference", f"{CANARY}-reference")
    object.__setattr__(ack, "meaning", f"{CANARY}-meaning")
    return ack


@pytest.mark.parametrize("door", list(Door))
def test_no_file_of_the_folder_holds_a_word_of_the_visit(
    data: Path, tmp_path: Path, door: Door
) -> None:
    new_recipient(tmp_path / "clinic.key", tmp_path / "clinic.pub", None)
    store = open_store(
        data,
        mode="production",
        app_version="1",
        now=Clock().now,
        recipients=[tmp_path / "clinic.pub"],
    )
    with closing(store):
        for number in range(5):
            store.save(marked(number, door))
        store.append_event("withdrawal", "asked", {"why": CANARY}, about="s1")
    everything = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert b"s1" in everything
    for secret in (CANARY, "ride-home", "how-1", f'"{door.value}"', "T09:00", "T09:20", "1300.0"):
        assert secret.encode() not in everything, secret


def test_visits_are_saved_while_a_verify_is_reading(data: Path) -> None:
    filled(data, 600)
    reports: list[Report] = []

    def read() -> None:
        reports.append(verify(data))

    with closing(open_demo(data)) as store:
        reader = threading.Thread(target=read)
        reader.start()
        saved = [store.save(visit(f"more-{number}")) for number in range(50)]
        reader.join()
        assert all(store.find(item.session) == item for item in saved)
    assert reports[0].ok, reports[0].problems
