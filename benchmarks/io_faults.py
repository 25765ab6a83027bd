"""Make the disk fail at random moments and count what was promised but lost.

    python benchmarks/io_faults.py --runs 1000

Real SQLite runs over a file system of its own (apsw) in which one call, or every call from a moment
on, fails: a read, a write that stops half way, a sync, a full disk. In a fifth of the runs a page
of the closed file is overwritten instead. After each run the fault is over and the store is
opened as the next start does it. Needs apsw.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kiosk.domain.acknowledgement import Saved
from kiosk.records import opening
from kiosk.records.errors import RecordsError, SaveFailed
from kiosk.records.verify import verify
from tests.records.faulty_vfs import FAULTS, FaultyVfs, Trouble, connector
from tests.records.visits import filled, open_demo, visit

VISITS, MOST_SAVES, MOST_CALLS = 5, 6, 120
KINDS = (*FAULTS, "page")
ONLY, FEW_CALLS = {"sync": "sync", "short": "write"}, 24
PAGE = 4096
COLUMNS = ("runs", "hit", "confirmed", "refused", "named", "lost", "false_saved")
MORE = ("not_opened", "not_verified", "unnamed")


@dataclass
class Tally:
    """The outcome of all runs of one kind; everything from `lost` on must stay zero.

    `refused` counts saves that said they had failed, `named` damage that opening or verifying
    put into words.
    """

    runs: int = 0
    hit: int = 0
    confirmed: int = 0
    refused: int = 0
    named: int = 0
    lost: int = 0
    false_saved: int = 0
    not_opened: int = 0
    not_verified: int = 0
    unnamed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        for name in (*COLUMNS, *MORE):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.reasons += other.reasons

    def broken(self) -> int:
        """Return how many promises were broken."""
        wrong = self.lost + self.false_saved + self.not_opened + self.not_verified
        return wrong + self.unnamed


def save_some(data: Path, chance: random.Random, tally: Tally) -> list[Saved]:
    """Open the store and save a few visits; return what was confirmed."""
    confirmed: list[Saved] = []
    try:
        store = open_demo(data)
    except RecordsError as error:
        tally.named += 1
        tally.reasons[type(error).__name__] += 1
        return confirmed
    with closing(store):
        for number in range(chance.randint(1, MOST_SAVES)):
            try:
                confirmed.append(store.save(visit(f"new-{number}")))
            except SaveFailed as failure:
                tally.refused += 1
                tally.reasons[failure.reason] += 1
    return confirmed


def judge(data: Path, confirmed: list[Saved], tally: Tally) -> None:
    """Open the store as the next start does and compare it with what was confirmed."""
    try:
        store = open_demo(data)
    except RecordsError as error:
        tally.not_opened += 1
        print(error, file=sys.stderr)
        return
    with closing(store):
        for saved in confirmed:
            found = store.find(saved.session)
            tally.lost += found is None
            tally.false_saved += found not in {None, saved}
        # The patient presses save again: nothing may be written twice.
        store.save(visit("new-0"))
        report = verify(data, against=confirmed[-1].check_code if confirmed else None)
    tally.not_verified += not report.ok


def run_fault(
    seeded: Path, data: Path, disk: tuple[FaultyVfs, Trouble], kind: str, chance: random.Random
) -> Tally:
    """Let one disk call, or all from one on, fail during a few saves."""
    tally, (vfs, trouble) = Tally(1), disk
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(seeded, data)
    trouble.calls, trouble.only, trouble.fault = 0, None, FAULTS[kind]
    trouble.at, trouble.lasting = chance.randint(1, MOST_CALLS), chance.random() < 1 / 3
    if kind in ONLY:
        # Few calls of that kind are made, so the moment is drawn from fewer.
        trouble.only, trouble.at = ONLY[kind], chance.randint(1, FEW_CALLS)
    trouble.short = chance.random() if kind == "short" else None
    with mock.patch.object(opening, "connect", connector(vfs, trouble)):
        confirmed = save_some(data, chance, tally)
    tally.confirmed += len(confirmed)
    tally.hit += trouble.calls >= trouble.at
    trouble.at = 0
    judge(data, confirmed, tally)
    return tally


def run_page(seeded: Path, data: Path, chance: random.Random) -> Tally:
    """Overwrite part of a page; the damage must be named, or every record still be whole."""
    tally = Tally(1)
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(seeded, data)
    confirmed = save_some(data, chance, tally)
    tally.confirmed += len(confirmed)
    path = data / "records.db"
    content = bytearray(path.read_bytes())
    start = chance.randrange(len(content) // PAGE) * PAGE + chance.randrange(PAGE)
    junk = chance.choice(
        (bytes(chance.randint(1, PAGE)), chance.randbytes(chance.randint(1, PAGE)))
    )
    whole = bytes(content)
    content[start : start + len(junk)] = junk[: len(content) - start]
    path.write_bytes(bytes(content))
    tally.hit += bytes(content) != whole
    report = verify(data)
    if not report.ok:
        tally.named += 1
        tally.unnamed += not (report.problems and report.problems[0].what)
        try:
            open_demo(data).close()
        except RecordsError as error:
            tally.reasons[type(error).__name__] += 1
        return tally
    judge(data, confirmed, tally)
    return tally


def run(runs: int, seed: int, folder: Path) -> dict[str, Tally]:
    """Run all kinds in turn and return a tally for each."""
    chance = random.Random(seed)  # noqa: S311 -- moments of failing, no secret
    tallies = {kind: Tally() for kind in KINDS}
    seeded, data = folder / "seeded", folder / "data"
    trouble = Trouble()
    vfs = FaultyVfs("faulty", trouble)
    filled(seeded, VISITS)
    for number in range(runs):
        kind = KINDS[number % len(KINDS)]
        if kind == "page":
            tallies[kind].add(run_page(seeded, data, chance))
        else:
            tallies[kind].add(run_fault(seeded, data, (vfs, trouble), kind, chance))
    return tallies


def main() -> int:
    """Run and print a table; exit 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tallies = run(options.runs, options.seed, Path(folder))
    table = {
        kind: {name: getattr(tally, name) for name in (*COLUMNS, *MORE)}
        for kind, tally in tallies.items()
    }
    if options.json:
        print(json.dumps(table))
    else:
        print(f"{'fault':6}", *(f"{name:>12}" for name in (*COLUMNS, *MORE)))
        for kind, row in table.items():
            print(f"{kind:6}", *(f"{count:>12}" for count in row.values()))
        for kind, tally in tallies.items():
            print(f"{kind}: {dict(tally.reasons)}")
        print(f"{time.perf_counter() - started:.1f} s")
    return 1 if any(tally.broken() for tally in tallies.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
