"""Signatures are checked alike in this process, in others, and where others fail."""

import multiprocessing
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from kiosk.records import processes, strides
from kiosk.records import verify as verifying
from kiosk.records.keys import DEVICE_KEY, new_device_key
from kiosk.records.verify import Report, verify
from tests.records.attack_list import ATTACKS
from tests.records.attacks import Attack
from tests.records.visits import run_sql

PATIENCE = 30_000
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest, tmp_path / "data"))


class Kept(ProcessPoolExecutor):
    """Processes that outlast one walk, for a test of many."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stay."""

    def end(self) -> None:
        super().shutdown()


@pytest.fixture(scope="module")
def others() -> Iterator[Executor]:
    pool = Kept(2, multiprocessing.get_context("spawn"))
    yield pool
    pool.end()


def spread(monkeypatch: pytest.MonkeyPatch, pool: Executor) -> None:
    def given(_records: int) -> Executor:
        return pool

    monkeypatch.setattr(verifying, "checkers", given)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs the sqlite3 program")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_other_processes_name_the_same_problems_of_every_attack(
    data: Path, code: str, attack: Attack, others: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    attack.change(data)
    against = code if attack.needs == "the check code" else None
    alone = verify(data, against=against)
    monkeypatch.setattr(strides, "LENGTH", 4)
    spread(monkeypatch, others)
    assert verify(data, against=against) == alone
    assert not alone.ok


def first(report: Report) -> tuple[int | None, str]:
    return report.problems[0].seq, report.problems[0].what


SPOILT = (5, "not signed by this kiosk: rewritten or inserted")


@pytest.mark.parametrize("key", ["there", "gone", "no key"])
def test_a_spoilt_signature_is_named_with_and_without_the_signing_key(data: Path, key: str) -> None:
    run_sql(data / "records.db", "UPDATE record SET sig = zeroblob(64) WHERE seq = 5")
    if key == "gone":
        (data / DEVICE_KEY).unlink()
    if key == "no key":
        (data / DEVICE_KEY).write_text("not a key")
    assert SPOILT in [(problem.seq, problem.what) for problem in verify(data).problems]


def test_a_foreign_signing_key_in_the_folder_does_not_decide(data: Path) -> None:
    (data / "other").mkdir()
    new_device_key(data / "other")
    shutil.copy(data / "other" / DEVICE_KEY, data / DEVICE_KEY)
    problems = verify(data).problems
    assert [problem.seq for problem in problems] == [None]
    assert "signing key was swapped" in problems[0].what


def test_a_long_store_is_spread_and_no_process_is_left(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "WORTH_IT", 1)
    monkeypatch.setattr(processes, "cores", lambda: 2)
    asked: list[Executor | None] = []
    before = set(multiprocessing.active_children())

    def seen(records: int) -> Executor | None:
        asked.append(processes.checkers(records))
        return asked[-1]

    monkeypatch.setattr(verifying, "checkers", seen)
    assert verify(data).ok
    assert isinstance(asked[0], ProcessPoolExecutor)
    assert set(multiprocessing.active_children()) <= before


@pytest.mark.parametrize("case", ["short", "one core", "packed"])
def test_one_process_does_the_work_where_others_do_not_pay(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 1 if case == "one core" else 4)
    if case == "packed":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    records = processes.WORTH_IT - 1 if case == "short" else processes.WORTH_IT
    assert processes.checkers(records) is None


def test_processes_that_die_leave_the_work_to_this_one(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sql(data / "records.db", "UPDATE record SET sig = zeroblob(64) WHERE seq = 5")
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    broken = pool.submit(os._exit, 1)
    with pytest.raises(BrokenProcessPool):
        broken.result()
    spread(monkeypatch, pool)
    assert first(verify(data)) == SPOILT


class DiesAtWork(ProcessPoolExecutor):
    """Processes that die over the first batch, after it was taken."""

    def submit(self, _work, /, *_words, **_named):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN201 -- any work
        return super().submit(os._exit, 1)


def test_processes_that_die_at_work_leave_it_to_this_one(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sql(data / "records.db", "UPDATE record SET sig = zeroblob(64) WHERE seq = 5")
    spread(monkeypatch, DiesAtWork(1, multiprocessing.get_context("spawn")))
    assert first(verify(data)) == SPOILT


ORPHANS = """
import os, signal
from kiosk.records import processes, strides
if __name__ == "__main__":
    processes.cores = lambda: 2
    pool = processes.checkers(processes.WORTH_IT)
    print(pool.submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches a process by a descriptor")
def test_processes_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(ORPHANS)
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        try:
            watched = os.pidfd_open(worker)
        except ProcessLookupError:
            return
        waiting = select.poll()
        waiting.register(watched, select.POLLIN)
        gone = waiting.poll(PATIENCE)
        os.close(watched)
        if not gone:
            os.kill(worker, signal.SIGKILL)
        assert gone
