"""Make a release that anybody can check: built twice, compared, summed up and signed.

    python3 packaging/release.py --key release.key [--add anteroom.msi] [--out DIR]

Clones the last commit into two folders, builds the Debian packages in each under other rights and
in another time zone, and compares them byte for byte. What is the same lands in DIR (default:
dist/release), made anew, with other files that are named by --add, SHA256SUMS, and its signature
by minisign, SHA256SUMS.minisig. The key is yours (minisign -G); keep it off this tree and off every
kiosk.
Without --key nothing is signed, and that is said. Needs git, what packaging/deb/build.py needs, and
for the signature minisign.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import stage
from setup_steps import ROOT, SetupError, say
from stage_papers import SUMS, write_sums

# What must come out the same; the protocols of a build tell of its machine, and stay there.
COMPARED = ("*.deb", "sbom.cdx.json")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to build: the name of the folder, rights of new files, time zone."""

    folder: str
    umask: int
    zone: str


WAYS = (Way("one", 0o022, "UTC"), Way("another-with-a-longer-name", 0o077, "Pacific/Auckland"))


def build(way: Way, place: Path, commit: str, wheels: Path) -> Path:
    """Build the packages of a commit in a fresh clone; return their folder."""
    clone = place / way.folder
    _run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], way)
    # Somebody may commit while this is at work.
    _run(["git", "-C", str(clone), "checkout", "--quiet", "--detach", commit], way)
    if wheels.is_dir():
        shutil.copytree(wheels, clone / "build" / "wheels")
    out = clone / "dist"
    say(f"Building in {clone}.")
    _run([sys.executable, str(clone / "packaging/deb/build.py"), "--out", str(out)], way)
    if not wheels.is_dir():
        shutil.copytree(clone / "build" / "wheels", wheels)
    return out


def _run(command: list[str], way: Way) -> str:
    environment = {**os.environ, "TZ": way.zone}
    try:
        done = subprocess.run(
            command, env=environment, umask=way.umask, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise SetupError(f"{command[0]} is missing; install it.") from error
    if done.returncode:
        raise SetupError(f"{command[0]} failed:\n{(done.stdout + done.stderr).strip()[-2000:]}")
    return done.stdout


def compared(folder: Path) -> dict[str, Path]:
    """Return what must be the same, by name."""
    return {path.name: path for pattern in COMPARED for path in sorted(folder.glob(pattern))}


def differences(first: Path, second: Path) -> list[str]:
    """Return the names of what is not the same in both folders, to the last byte."""
    one, other = compared(first), compared(second)
    names = sorted({*one, *other})
    return [
        name
        for name in names
        if name not in one
        or name not in other
        or one[name].read_bytes() != other[name].read_bytes()
    ]


def collect(made: Path, added: Sequence[Path], out: Path) -> None:
    """Fill the folder of the release, and sum it up."""
    if out.exists() and any(out.iterdir()) and not (out / SUMS).exists():
        raise SetupError(f"{out}: this folder holds something else; name an empty one")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for path in (*compared(made).values(), *added):
        if not path.is_file():
            raise SetupError(f"{path}: there is no such file to add")
        shutil.copyfile(path, out / path.name)
    write_sums(out)


def sign(out: Path, key: Path, version: str) -> None:
    """Sign the sums with a key of minisign; raises SetupError."""
    if not key.is_file():
        raise SetupError(f"{key}: there is no such key; make one: minisign -G -s {key}")
    if ROOT in key.resolve().parents:
        raise SetupError(f"{key}: this key lies in the tree; keep it where nobody commits it")
    program = shutil.which("minisign")
    if program is None:
        raise SetupError("minisign is missing; install it: apt-get install minisign")
    said = f"anteroom {version}"
    # Its question for the password goes to the terminal.
    code = subprocess.call([program, "-S", "-s", str(key), "-m", str(out / SUMS), "-t", said])
    if code:
        raise SetupError("the sums are not signed: minisign failed; its own words stand above")


def main() -> int:
    """Return 0 when the release is there, 1 when two builds differ, 2 when something is missing."""
    parser = argparse.ArgumentParser(description="Build twice, compare, sum up, sign.")
    parser.add_argument("--key", type=Path, metavar="FILE", help="minisign key that signs the sums")
    parser.add_argument("--add", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "release", metavar="DIR")
    args = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="anteroom-release-") as folder:
            commit = _run(["git", "-C", str(ROOT), "rev-parse", "HEAD"], WAYS[0]).strip()
            place = Path(folder)
            first, second = (build(way, place, commit, stage.WHEELS) for way in WAYS)
            differ = differences(first, second)
            if differ:
                print(f"Two builds of this commit differ: {', '.join(differ)}", file=sys.stderr)
                return 1
            say(f"Two builds are the same to the last byte: {', '.join(compared(first))}.")
            collect(first, args.add, args.out)
        if args.key is not None:
            sign(args.out, args.key, stage.version())
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    say((args.out / SUMS).read_text("utf-8").rstrip())
    if args.key is None:
        say("Not signed: give the key of the release with --key.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
