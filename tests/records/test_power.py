"""The power cut at any step of a save, in a simulator that is first shown to see a loss."""

import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.records import database, opening
from kiosk.records.database import DATABASE, SETTINGS
from kiosk.records.errors import RecordsError, SaveFailed
from kiosk.records.ratchet import RATCHET
from kiosk.records.store import Store
from tests.records.faulty_vfs import Connection
from tests.records.power_vfs import Disk, PowerVfs
from tests.records.second_opinion import verify
from tests.records.visits import filled, open_demo, visit

VISITS = 2


@dataclass
class Bench:
    """A seeded folder, and a store on a disk whose power can be cut."""

    seeded: Path
    folder: Path
    settings: dict[str, str]
    disk: Disk

    def start(self) -> Store:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.seeded, self.folder)
        self.disk.__init__()  # type: ignore[misc]  # as good as a new one, and known to the VFS
        return open_demo(self.folder)

    def cut(self, chance: random.Random, keep: float) -> None:
        """Put what a power cut leaves into the real folder; the ratchet may be old or new."""
        for path in self.folder.glob(f"{DATABASE}*"):
            path.unlink()
        for name, content in self.disk.after_power_cut(chance, keep).items():
            (self.folder / name).write_bytes(content)
        if chance.random() < keep:
            shutil.copy(self.seeded / RATCHET, self.folder / RATCHET)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    filled(tmp_path / "seeded", VISITS)
    settings = {name: value for name, value, _ in SETTINGS}
    made = Bench(tmp_path / "seeded", tmp_path / "data", settings, Disk())
    vfs = PowerVfs(f"power-{uuid4()}", made.disk)

    def connect(path: Path) -> object:
        if not made.disk.stop_at and made.disk.steps < 0:
            return database.connect(path)
        connection = Connection(path, vfs)
        for name, value in made.settings.items():
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        return connection

    monkeypatch.setattr(opening, "connect", connect)
    return made


def run_to_step(bench: Bench, step: int) -> list[str]:
    """Save visits until the process dies at a step; return what was confirmed."""
    confirmed = []
    store = bench.start()
    bench.disk.steps, bench.disk.stop_at = 0, step
    try:
        for ack in (visit("a"), visit("b")):
            store.save(ack)
            confirmed.append(ack.session)
    except SaveFailed:
        return confirmed
    finally:
        store.close()
    return confirmed


def steps_of_two_saves(bench: Bench) -> int:
    run_to_step(bench, 10**9)
    return bench.disk.steps


def lost_in(bench: Bench, confirmed: list[str]) -> int:
    """Count confirmed visits that the next start, on the real disk, does not find."""
    bench.disk.steps, bench.disk.stop_at = -1, 0
    try:
        with closing(open_demo(bench.folder)) as store:
            lost = [name for name in confirmed if store.find(name) is None]
    except RecordsError:
        return len(confirmed) or 1
    return len(lost) + (not verify(bench.folder).ok)


def losses(bench: Bench) -> tuple[int, int]:
    """Cut the power at every step of two saves, in several ways; return states and losses."""
    chance = random.Random(20261121)
    states = lost = 0
    for step in range(1, steps_of_two_saves(bench) + 2):
        for keep in (0.0, 0.3, 0.7, 1.0):
            confirmed = run_to_step(bench, step)
            bench.cut(chance, keep)
            lost += lost_in(bench, confirmed)
            states += 1
    return states, lost


@pytest.mark.slow
def test_no_confirmed_visit_is_lost_in_a_power_cut(bench: Bench) -> None:
    states, lost = losses(bench)
    assert states > 100
    assert lost == 0


@pytest.mark.slow
def test_the_simulator_sees_the_loss_that_the_default_setting_allows(bench: Bench) -> None:
    bench.settings["synchronous"] = "FULL"
    assert losses(bench)[1] > 0


def test_a_visit_found_after_a_kill_survives_the_next_power_cut(bench: Bench) -> None:
    """Killed after the journal is gone but before that is on the medium: found must mean safe."""
    chance = random.Random(7)
    found_after_kill = 0
    for step in range(1, steps_of_two_saves(bench) + 2):
        run_to_step(bench, step)
        bench.disk.steps, bench.disk.stop_at = 0, 10**9
        with closing(open_demo(bench.folder)) as store:
            found = [name for name in ("a", "b") if store.find(name)]
        found_after_kill += len(found)
        bench.cut(chance, 0.0)
        assert lost_in(bench, found) == 0, step
    assert found_after_kill
