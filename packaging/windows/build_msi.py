"""Build the Windows installer; works on Debian 13, bit for bit the same each time.

    python3 packaging/windows/build_msi.py RUNTIME TREE anteroom.msi

RUNTIME is a folder with the official Python for 64-bit Windows (python.exe, python313.dll, ...),
of the minor version that the tree is made for. TREE comes from packaging/stage_windows.py. Needs
wixl, msitools, gcc-mingw-w64-x86-64 and faketime. The result is unsigned; sign it with a
certificate of your own: osslsigncode sign -pkcs12 ... -in anteroom.msi -out signed.msi
"""

import argparse
import compileall
import hashlib
import os
import py_compile
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import msi_source  # noqa: E402  # found only now
from msi_source import InstallerError  # noqa: E402  # found only now

COMPILER = "x86_64-w64-mingw32-gcc"
PROGRAMS = (COMPILER, "wixl", "msibuild", "faketime")
# Parts of Python that a kiosk has no use for, and what pip or a user may have left in it.
LEFT_OUT = re.compile(
    r"(?i)((lib|dlls|tcl|include|libs|scripts|tools|doc|share)/)?"
    r"(test|idlelib|tkinter|turtledemo|ensurepip|lib2to3|site-packages|pydoc_data)/.*"
    r"|(tcl|include|libs|scripts|tools|doc|share)/.*"
    r"|(.*/)?__pycache__/.*|.*\.(ico|chm|whl)|dlls/(_tkinter|tcl86t|tk86t|_test\w*)\.\w+"
)
_MUST = ("python.exe", "pythonw.exe", "python3.dll", "vcruntime140.dll", "LICENSE.txt")
_TREE = ("app/kiosk/__main__.py", "launcher.py", "anteroom.toml", "SHA256SUMS")


def files_of(folder: Path) -> list[PurePosixPath]:
    """Return the files below a folder, in an order that no file system decides."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted((PurePosixPath(path.as_posix()) for path in found), key=PurePosixPath.as_posix)


def assemble(runtime: Path, tree: Path, payload: Path) -> None:
    """Lay out what is installed: the tree, and Python in it; raises InstallerError."""
    for folder, names in ((runtime, _MUST), (tree, _TREE)):
        missing = [name for name in names if not (folder / name).is_file()]
        if missing:
            raise InstallerError(f"{folder}: {missing[0]} is not there; is this the right folder?")
    shutil.copytree(tree, payload)
    for path in files_of(runtime):
        if not LEFT_OUT.fullmatch(path.as_posix()):
            target = payload / "python" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(runtime / path, target)
    for name in ("shell-launcher.xml", "assigned-access.xml", "set-up.cmd"):
        shutil.copyfile(HERE / name, payload / name)
    shutil.copyfile(runtime / "LICENSE.txt", payload / "licences" / "Python.txt")


def compile_programs(payload: Path) -> None:
    """Compile the two small programs that start the kiosk and its commands."""
    common = [COMPILER, "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static"]
    common += ["-Wl,--no-insert-timestamp", str(HERE / "launcher.c"), "-o"]
    _run([*common, str(payload / "anteroom.exe")])
    _run([*common, str(payload / "anteroom-kiosk.exe"), "-DKIOSK", "-mwindows"])


def compile_modules(app: Path) -> None:
    """Compile the modules where this Python is the one that will run them."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    # One that came with another Python would be ignored.
    for path in app.rglob("__pycache__"):
        shutil.rmtree(path)
    if not compileall.compile_dir(
        app, quiet=1, workers=1, stripdir=str(app), prependdir="anteroom", invalidation_mode=mode
    ):
        raise InstallerError("a module cannot be compiled; the lines above say which")


def settle(payload: Path, epoch: int) -> None:
    """Give every file the same date, whatever made it."""
    for path in sorted([payload, *payload.rglob("*")], reverse=True):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (epoch, epoch))


def digest(payload: Path, files: Sequence[PurePosixPath]) -> str:
    """Return a digest of every name and byte that is installed."""
    found = hashlib.sha256()
    for path in files:
        found.update(
            f"{path}\0{hashlib.sha256((payload / path).read_bytes()).hexdigest()}\n".encode()
        )
    return found.hexdigest()


def build(payload: Path, version: str, epoch: int, result: Path) -> None:
    """Write the installer; raises InstallerError."""
    settle(payload, epoch)
    # The settings go to their own place, where they may be changed.
    files = [path for path in files_of(payload) if path.as_posix() != "anteroom.toml"]
    text = msi_source.source(version, payload, files)
    wxs = payload.parent / "anteroom.wxs"
    wxs.write_text(text, encoding="utf-8")
    when = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d %H:%M:%S")
    still = {"TZ": "UTC", "NO_FAKE_STAT": "1", "SOURCE_DATE_EPOCH": str(epoch)}
    result.unlink(missing_ok=True)
    clock = ["faketime", "-f", when]
    _run([*clock, "wixl", "-a", "x64", "-o", str(result), str(wxs)], still)
    _run([*clock, "msibuild", str(result), "-q", msi_source.KEEP_SETTINGS], still)
    code = msi_source.guid(
        f"package {digest(payload, files)} {msi_source.product_version(version)}"
    )
    words = ["Anteroom", "Anteroom", "x64;1033", f"{{{code}}}"]
    _run([*clock, "msibuild", str(result), "-s", *words], still)


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise InstallerError(f"{command[0]} failed: {(done.stdout + done.stderr).strip()[-2000:]}")


def main() -> int:
    """Return 0 when the installer is there, 2 when something is missing."""
    parser = argparse.ArgumentParser(description="Build the Windows installer.")
    parser.add_argument("runtime", type=Path, metavar="RUNTIME", help="Python for Windows")
    parser.add_argument("tree", type=Path, metavar="TREE", help="from packaging/stage_windows.py")
    parser.add_argument("result", type=Path, metavar="FILE.msi")
    parser.add_argument("--version", help="instead of the program's own")
    args = parser.parse_args()
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"Not on this machine: {', '.join(missing)}. See build_msi.py.", file=sys.stderr)
        return 2
    init = args.tree / "app" / "kiosk" / "__init__.py"
    try:
        with tempfile.TemporaryDirectory(prefix="anteroom-msi-") as folder:
            payload = Path(folder) / "payload"
            assemble(args.runtime, args.tree, payload)
            version = (
                args.version or init.read_text("utf-8").split('__version__ = "')[1].split('"')[0]
            )
            compile_programs(payload)
            if next((payload / "python").glob(f"python3{sys.version_info.minor}.dll"), None):
                compile_modules(payload / "app")
            epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or init.stat().st_mtime)
            build(payload, version, epoch, args.result.absolute())
    except InstallerError as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{hashlib.sha256(args.result.read_bytes()).hexdigest()}  {args.result}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
