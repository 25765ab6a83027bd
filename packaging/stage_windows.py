"""Make the tree that the Windows installer is fed from; works on Linux.

    python3 packaging/stage_windows.py build/stage-windows

The same as packaging/stage.py makes for Linux, from the wheels for 64-bit Windows and one Python.
Nothing of it is started here: `anteroom check` on Windows, or under Wine, proves it.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path

import stage
import stage_papers as papers
import stage_pe
import stage_qt
import stage_wheels
from setup_steps import ROOT, SetupError, clean_environment, run_quietly, say, tail

PYTHON = "3.13"
WHEELS = ROOT / "build" / "wheels-windows"
# The window of Windows, and the one that draws nothing, for walks and checks without a screen.
PLUGINS = ("platforms/qwindows.dll", "platforms/qoffscreen.dll", "imageformats/qjpeg.dll")
# Drawing without a graphics driver: Windows has one of its own, so Qt's copy (20 MB) stays out.
_RUNTIME = re.compile(r"(msvcp140|vcruntime140|concrt140)[\w]*\.dll", re.IGNORECASE)
_NOT_ON_WINDOWS = ("ICU", "xcb utilities", "Wayland protocols")
INSIDE_RUNTIME = (
    ("CPython", "PSF-2.0", "python"),
    ("OpenSSL", "Apache-2.0", "python/libcrypto"),
    ("SQLite", "blessing", "python/sqlite3.dll"),
    ("libffi", "MIT", "python/libffi"),
    ("Microsoft Visual C++ runtime", "LicenseRef-Microsoft-VC-Runtime", "vcruntime140.dll"),
)


def fetch(folder: Path) -> list[Path]:
    """Download every wheel of the lock file for Windows, hashes required; raises SetupError."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check"]
    command += ["--dest", str(folder), "--requirement", str(stage_wheels.LOCK)]
    command += ["--implementation", "cp", "--python-version", PYTHON, "--platform", "win_amd64"]
    for abi in (f"cp{PYTHON.replace('.', '')}", "abi3", "none"):
        command += ["--abi", abi]
    say(f"Fetching the wheels for Windows and Python {PYTHON}.")
    code, output = run_quietly(command, clean_environment())
    if code:
        raise SetupError(f"The wheels could not be fetched.\n{tail(output)}")
    return sorted(folder.glob("*.whl"))


def prune(app: Path) -> None:
    """Leave of PySide6 and shiboken6 only what the kiosk loads; raises SetupError."""
    pyside, shiboken = app / "PySide6", app / "shiboken6"
    kept = {pyside / name for name in ("__init__.py", "_config.py", "_git_pyside_version.py")}
    kept |= {_must(pyside / f"{module}.pyd") for module in stage_qt.MODULES}
    kept |= {_must(pyside / "plugins" / name) for name in PLUGINS}
    kept |= _closure(kept, pyside)
    kept |= {path for path in pyside.glob("*.dll") if _RUNTIME.fullmatch(path.name)}
    kept |= {path for path in shiboken.glob("*") if path.suffix in (".py", ".pyd")}
    kept |= {path for path in shiboken.glob("*.dll") if not path.name.startswith(("vca", "vcc"))}
    for root in (pyside, shiboken):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path not in kept:
                path.unlink()
    for name in ("cffi", "pycparser"):
        shutil.rmtree(app / name, ignore_errors=True)
    for path in app.rglob("*.pyi"):
        path.unlink()
    stage_qt.drop_empty_folders(app)


def _must(path: Path) -> Path:
    if not path.exists():
        raise SetupError(f"{path.name} is not in this release of PySide6; see stage_windows.py")
    return path


def _closure(start: set[Path], folder: Path) -> set[Path]:
    """Return the libraries of a folder that some files need, and those that these need."""
    here = {path.name.lower(): path for path in folder.glob("*.dll")}
    found: set[Path] = set()
    left = [path for path in start if path.suffix in (".pyd", ".dll")]
    while left:
        for name in stage_pe.needed(left.pop()):
            path = here.get(name)
            if path is not None and path not in found:
                found.add(path)
                left.append(path)
    return found


def build(place: Path, wheels: list[Path]) -> list[stage_wheels.Library]:
    """Build the tree in a fresh folder; returns the libraries in it. Raises SetupError."""
    if place.exists():
        shutil.rmtree(place)
    app, licences = place / "app", place / "licences"
    libraries = [stage_wheels.unpack(wheel, app, licences) for wheel in wheels]
    prune(app)
    for path in stage.tracked("kiosk", "assets", "content"):
        _copy(ROOT / path, app / path)
    for path in stage.tracked("docs"):
        _copy(ROOT / path, place / path)
    for name in ("anteroom.toml", "launcher.py"):
        _copy(ROOT / "packaging" / "common" / name, place / name)
    _copy(ROOT / "packaging" / "common" / "anteroom.toml", app / "assets" / "anteroom.toml")
    libraries = stage_wheels.shipped(libraries, licences)
    papers.copy_licences(licences)
    inside = tuple(one for one in papers.INSIDE if one[0] not in _NOT_ON_WINDOWS)
    inside += INSIDE_RUNTIME
    epoch = stage.source_date()
    (place / "THIRD-PARTY.txt").write_text(papers.notices(libraries, inside), encoding="utf-8")
    bill = papers.bill_of_materials(stage.version(), epoch, libraries, inside)
    (place / "sbom.cdx.json").write_text(bill, encoding="utf-8")
    papers.write_sums(place)
    stage.settle(place, epoch)
    return libraries


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def main() -> int:
    """Return 0 when the tree is made, 2 when something is missing."""
    parser = argparse.ArgumentParser(description="Make the tree for the Windows installer.")
    parser.add_argument("place", type=Path, metavar="DEST", help="the folder; made anew")
    parser.add_argument("--wheels", type=Path, default=WHEELS, metavar="DIR", help="kept wheels")
    args = parser.parse_args()
    try:
        libraries = build(args.place.absolute(), fetch(args.wheels))
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    megabytes = stage.size(args.place)
    say(f"{args.place}: {megabytes} MB, {len(libraries)} libraries, version {stage.version()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
