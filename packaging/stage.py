"""Make the one tree that every installer is fed from, and let it prove itself.

    python3 packaging/stage.py build/stage

The tree holds app/ (program, libraries, assets, content), the launcher, the annotated settings,
docs/, licences/, the notices, the bill of materials (CycloneDX) and SHA256SUMS. Same source and
same wheels give the same bytes; SOURCE_DATE_EPOCH dates them, or else the last commit does. Only
files under version control go in. Needs pip, and nothing else that set-up does not need.
"""

import argparse
import compileall
import json
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import stage_papers as papers
import stage_qt
import stage_wheels
from setup_steps import ROOT, SetupError, clean_environment, say, tail

WHEELS = ROOT / "build" / "wheels"
_PROGRAM = ("kiosk", "assets", "content")
# Sources of what lies beside them in a compiled form.
_LEFT_OUT = (".po",)
_MACHINE_CHECKS = ("content", "fonts", "display", "window")


def version() -> str:
    """Return the version of the program."""
    text = (ROOT / "kiosk" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def source_date() -> int:
    """Return the seconds since 1970 that date every file: SOURCE_DATE_EPOCH or the last commit."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(named) if named else int(_git("log", "-1", "--format=%ct"))


def _git(*words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise SetupError("git is missing; install it: apt-get install git") from error
    if done.returncode:
        raise SetupError(f"This is no clean checkout: git {words[0]} says {done.stderr.strip()}")
    return done.stdout


def tracked(*folders: str) -> list[Path]:
    """Return the files under version control in some folders, as paths from the root."""
    names = _git("ls-files", "-z", "--", *folders).split("\0")
    return [Path(name) for name in names if name and not name.endswith(_LEFT_OUT)]


def warn_of_changes() -> None:
    """Say so when what is staged is not what the last commit holds."""
    if _git("status", "--porcelain", "--", *_PROGRAM, "docs", "packaging").strip():
        say("There are changes that are not committed: nobody can build the same again.")


def stage(place: Path, wheels: Path, *, byte_code: bool) -> list[stage_wheels.Library]:
    """Build the tree in a fresh folder; returns the libraries in it. Raises SetupError."""
    warn_of_changes()
    if place.exists():
        shutil.rmtree(place)
    app, licences = place / "app", place / "licences"
    fetched = stage_wheels.fetch(wheels)
    libraries = _merged([stage_wheels.unpack(wheel, app, licences) for wheel in fetched])
    stage_qt.prune(app)
    for path in tracked(*_PROGRAM):
        _copy(ROOT / path, app / path)
    for path in tracked("docs"):
        _copy(ROOT / path, place / path)
    for name in ("anteroom.toml", "launcher.py"):
        _copy(ROOT / "packaging" / "common" / name, place / name)
    # `anteroom setup` fills these in.
    _copy(ROOT / "packaging/common/anteroom.toml", app / "assets" / "anteroom.toml")
    libraries = stage_wheels.shipped(libraries, licences)
    papers.copy_licences(licences)
    epoch = source_date()
    (place / "THIRD-PARTY.txt").write_text(papers.notices(libraries), encoding="utf-8")
    bill = papers.bill_of_materials(version(), epoch, libraries)
    (place / "sbom.cdx.json").write_text(bill, encoding="utf-8")
    if byte_code:
        compile_all(app)
    papers.write_sums(place)
    settle(place, epoch)
    return libraries


def _merged(libraries: list[stage_wheels.Library]) -> list[stage_wheels.Library]:
    """Return each library once, with every wheel it came in."""
    found: dict[str, stage_wheels.Library] = {}
    for one in libraries:
        known = found.get(one.name)
        sums = one.sha256 if known is None else tuple(sorted({*known.sha256, *one.sha256}))
        found[one.name] = stage_wheels.Library(one.name, one.version, one.licence, one.home, sums)
    return [found[name] for name in sorted(found, key=str.lower)]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def compile_all(app: Path) -> None:
    """Compile every module for this Python, without times or folders of this machine inside."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(
        app, quiet=1, workers=1, stripdir=str(app), prependdir="anteroom", invalidation_mode=mode
    ):
        raise SetupError("A module cannot be compiled; the lines above say which.")


def settle(root: Path, epoch: int) -> None:
    """Give every file and folder the same rights and date, whatever made them."""
    for path in sorted([root, *root.rglob("*")], reverse=True):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (epoch, epoch))


def prove(place: Path) -> None:
    """Let the staged program check itself and walk one visit; raises SetupError."""
    with tempfile.TemporaryDirectory() as folder:
        found = json.loads(_run(place, folder, "check", "--json", codes=(0, 1)))
        checks = {one["name"]: one for one in found["checks"]}
        bad = [checks[name]["what"] for name in _MACHINE_CHECKS if not checks[name]["ok"]]
        if bad:
            raise SetupError(f"The staged program is not whole: {'; '.join(bad)}")
        walked = _run(
            place, folder, "walk", "--door", "questions", "--size", "1280x800", codes=(0,)
        )
        say(tail(walked, 3))


def _run(place: Path, folder: str, *words: str, codes: tuple[int, ...]) -> str:
    # -P keeps this folder off the path; -B writes nothing into the tree.
    command = [sys.executable, "-P", "-s", "-B", str(place / "launcher.py"), *words]
    command += ["--config", str(place / "anteroom.toml"), "--data", str(Path(folder, "data"))]
    environment = clean_environment() | {"QT_QPA_PLATFORM": "offscreen", "HOME": folder}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode not in codes:
        raise SetupError(f"The staged program fails at `{words[0]}`:\n{tail(done.stderr)}")
    return done.stdout


def size(root: Path) -> int:
    """Return the megabytes of all files below a folder."""
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1_000_000


def main() -> int:
    """Return 0 when the tree is made and has proved itself, 2 when something is missing."""
    parser = argparse.ArgumentParser(description="Make the tree that installers are fed from.")
    parser.add_argument("place", type=Path, metavar="DEST", help="the folder; made anew")
    parser.add_argument("--wheels", type=Path, default=WHEELS, metavar="DIR", help="kept wheels")
    parser.add_argument("--no-byte-code", action="store_true", help="the installer compiles")
    parser.add_argument("--no-check", action="store_true", help="do not start what was made")
    args = parser.parse_args()
    try:
        libraries = stage(args.place.absolute(), args.wheels, byte_code=not args.no_byte_code)
        if not args.no_check:
            prove(args.place.absolute())
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    say(f"{args.place}: {size(args.place)} MB, {len(libraries)} libraries, version {version()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
