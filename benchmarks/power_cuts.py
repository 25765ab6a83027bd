"""Cut the power of a real file system at random moments and count what was promised but lost.

    python benchmarks/power_cuts.py --runs 1000 --fs ext4

A child saves visits in a loop on a file system of its own (a loop mount) and reports each confirmed
receipt through a pipe. The parent cuts: the kernel's shutdown call stops that file system at once
and throws away all that is not on the medium, the journal's log included. It is then mounted
anew, as after a power cut, and the store is opened, verified and looked through. Only receipts
that were read before the cut began count. Needs Linux and root; see `--weak` for what it can see.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import argparse
import json
import os
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.kill9 import FRESH_EVERY, MOST_REPORTS, ONE_SAVE, SET_UP, Tally, judge
from benchmarks.sample import open_demo, visit
from kiosk.records import database
from kiosk.records.errors import BadKey, RecordsError

# _IOR('X', 125, __u32) of ext4 and xfs, and the flag that leaves the log unwritten.
SHUTDOWN, WITHOUT_LOG = 0x8004587D, 2
# Mount needs so much of xfs; the files are sparse.
MEGABYTES = {"ext4": 64, "xfs": 400}
MAKE = {"ext4": ("mkfs.ext4", "-q", "-F"), "xfs": ("mkfs.xfs", "-q", "-f")}
WEAK = tuple(
    (name, *(("FULL", 2) if name == "synchronous" else (value, expected)))
    for name, value, expected in database.SETTINGS
)
CANNOT = 3


class CannotCut(Exception):  # noqa: N818 -- the reason, in words
    """This machine does not let us mount and shut down a file system."""


def call(*words: str) -> str:
    """Run a system command and return what it says; raises CannotCut."""
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 -- our own words
    except OSError as error:
        raise CannotCut(f"{words[0]}: {error.strerror}") from error
    if done.returncode:
        raise CannotCut(f"{' '.join(words)}: {done.stderr.strip() or done.returncode}")
    return done.stdout.strip()


@dataclass(frozen=True)
class Medium:
    """A file system of our own: its device and where it is mounted."""

    device: str
    place: Path

    def mount(self) -> None:
        """Put it in place; what a cut left half done is settled now."""
        call("mount", self.device, str(self.place))

    def unmount(self) -> None:
        """Take it away."""
        call("umount", str(self.place))

    def cut(self) -> None:
        """Stop the file system at once, without writing anything more."""
        import fcntl

        place = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(place, SHUTDOWN, struct.pack("I", WITHOUT_LOG))
        except OSError as error:
            raise CannotCut(f"the shutdown call: {error.strerror}") from error
        finally:
            os.close(place)


@contextmanager
def medium(kind: str, folder: Path) -> Iterator[Medium]:
    """Give a mounted file system; raises CannotCut."""
    image, place = folder / "image", folder / "mounted"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(MEGABYTES[kind] << 20)
    call(*MAKE[kind], str(image))
    device = call("losetup", "--find", "--show", str(image))
    made = Medium(device, place)
    try:
        made.mount()
        yield made
    finally:
        if place.is_mount():
            made.unmount()
        call("losetup", "--detach", device)


def save_for_ever(data: Path, pipe: int) -> None:
    """Save visits and report each one only after save has returned; end when the disk is gone."""
    try:
        store = open_demo(data)
        while True:
            saved = store.save(visit())
            os.write(pipe, f"{saved.session} {saved.receipt} {saved.check_code}\n".encode())
    except (RecordsError, BadKey):
        return


def read_now(pipe: int, text: bytes) -> bytes:
    """Return a text with all that lies in a pipe, without waiting."""
    while select.select([pipe], [], [], 0)[0]:
        more = os.read(pipe, 65536)
        if not more:
            break
        text += more
    return text


def reported_before_cut(disk: Medium, reports: int, after: float) -> list[list[str]]:
    """Run a writer, cut the power, and return what it had reported before."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_for_ever(disk.place / "data", writing)
        except BaseException:  # noqa: BLE001 -- the fork must not return into the parent's code
            traceback.print_exc()
        os._exit(0)
    os.close(writing)
    text = b""
    while text.count(b"\n") < reports and (more := os.read(reading, 65536)):
        text += more
    time.sleep(after)
    text = read_now(reading, text)
    try:
        disk.cut()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
    return [line.split() for line in text.decode().splitlines()]


def run(runs: int, seed: int, disk: Medium) -> Tally:
    """Cut the power so many times and return the tally; raises CannotCut."""
    chance = random.Random(seed)  # noqa: S311 -- moments of cutting, no secret
    tally = Tally(runs=runs)
    started = time.perf_counter()
    data, known = disk.place / "data", 0
    for number in range(runs):
        reports, after = chance.randrange(MOST_REPORTS), chance.uniform(0, ONE_SAVE)
        if number % FRESH_EVERY == 0:
            shutil.rmtree(data, ignore_errors=True)
            known, reports, after = 0, 0, chance.uniform(0, SET_UP)
        reported = reported_before_cut(disk, reports, after)
        disk.unmount()
        disk.mount()
        now_known = judge(data, reported, tally)
        tally.confirmed += len(reported)
        tally.unconfirmed += now_known - known - len(reported)
        known = now_known
        if sys.stderr.isatty():
            print(f"\r{number + 1}/{runs}", end="", file=sys.stderr)
    tally.seconds = round(time.perf_counter() - started, 1)
    return tally


def in_own_mounts() -> int:
    """Run this script where nobody else sees its mounts; raises CannotCut.

    A process that was started meanwhile with a copy of all mounts would keep the file system that
    was shut down, and mounting anew would give that one again.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        raise CannotCut("mounting needs Linux and root")
    call("unshare", "--mount", "true")
    again = ["unshare", "--mount", sys.executable, __file__, *sys.argv[1:], "--inside"]
    return subprocess.run(again, check=False).returncode  # noqa: S603 -- our own words


def main() -> int:
    """Run and print; exit 1 when a promise was broken, 3 where power cannot be cut."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fs", choices=sorted(MAKE), default="ext4")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "--weak", action="store_true", help="with SQLite's default setting, to see it lose records"
    )
    options = parser.parse_args()
    settings = WEAK if options.weak else database.SETTINGS
    try:
        if not options.inside:
            return in_own_mounts()
        with (
            mock.patch.object(database, "SETTINGS", settings),
            tempfile.TemporaryDirectory() as folder,
            medium(options.fs, Path(folder)) as disk,
        ):
            tally = run(options.runs, options.seed, disk)
    except CannotCut as reason:
        print(reason, file=sys.stderr)
        return CANNOT
    if options.json:
        print(json.dumps(asdict(tally)))
    else:
        print(", ".join(f"{name} {value}" for name, value in asdict(tally).items()))
    return 0 if tally.clean() else 1


if __name__ == "__main__":
    raise SystemExit(main())
