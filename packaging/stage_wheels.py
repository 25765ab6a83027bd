"""The libraries of the kiosk: the wheels that packaging/run.lock names, fetched and unpacked.

pip fetches and checks the hashes; unpacking is done here, so that it does not depend on pip.
"""

import hashlib
import re
import shutil
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path, PurePosixPath

from setup_steps import ROOT, SetupError, clean_environment, run_quietly, say, tail

# Needed to make bindings, and wholly taken away again: the papers must not list it.
NOT_SHIPPED = ("pycparser",)
LOCK = ROOT / "packaging" / "run.lock"
# Every Python that the program may meet on a supported system. A wheel for one Python alone is
# fetched for each; their compiled parts have different names and lie side by side.
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# The newest C library of these is that of Debian 12; pip wants every older one named too.
_PLATFORMS = [f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)]
_PLATFORMS += ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"]
_SCRIPTS_AND_MANUALS = re.compile(r"[^/]+\.data/(scripts|data/share/man)/")
_LICENCE_NAMES = re.compile(r"(?i)(.*/)?(licen[cs]e|copying|notice|authors)[^/]*$|sboms/.*\.json$")


@dataclass(frozen=True, slots=True)
class Library:
    """One library as its wheel describes it; `licence` is an SPDX expression or plain words."""

    name: str
    version: str
    licence: str
    home: str
    sha256: tuple[str, ...]


def fetch(folder: Path) -> list[Path]:
    """Download every wheel of the lock file, hashes required; raises SetupError."""
    folder.mkdir(parents=True, exist_ok=True)
    _download(LOCK, PYTHONS[0], folder)
    tied = re.compile(r"-cp\d+-cp\d+-")
    bound = {wheel.name.split("-")[0] for wheel in folder.glob("*.whl") if tied.search(wheel.name)}
    part = folder / "tied.lock"
    part.write_text(_part_of_lock(bound), encoding="utf-8")
    for python in PYTHONS[1:]:
        if bound:
            _download(part, python, folder)
    part.unlink()
    return sorted(folder.glob("*.whl"))


def _part_of_lock(names: set[str]) -> str:
    """Return the blocks of the lock file that are about some wheels."""
    blocks = re.split(r"^(?=[a-z0-9-]+==)", LOCK.read_text("utf-8"), flags=re.MULTILINE)
    wanted = {name.lower().replace("_", "-") for name in names}
    return "".join(block for block in blocks if block.split("==")[0] in wanted)


def _download(lock: Path, python: str, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check"]
    command += ["--dest", str(folder), "--requirement", str(lock)]
    command += ["--implementation", "cp", "--python-version", python]
    for abi in (f"cp{python.replace('.', '')}", "abi3", "none"):
        command += ["--abi", abi]
    for platform in _PLATFORMS:
        command += ["--platform", platform]
    say(f"Fetching the wheels for Python {python}.")
    code, output = run_quietly(command, clean_environment())
    if code:
        raise SetupError(f"The wheels could not be fetched.\n{tail(output)}")


def shipped(libraries: Sequence[Library], licences: Path) -> list[Library]:
    """Return the libraries of which something is left; the papers of the others go."""
    for name in NOT_SHIPPED:
        shutil.rmtree(licences / name, ignore_errors=True)
    return [one for one in libraries if one.name not in NOT_SHIPPED]


def unpack(wheel: Path, app: Path, licences: Path) -> Library:
    """Unpack a wheel into `app`, its licence texts into `licences`; return what it is.

    Raises SetupError for a file that would land outside or over another one.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        library = _described(archive.read(about), wheel)
        info = about.rpartition("/")[0] + "/"
        for name in names:
            if name.startswith(info):
                inside = name.removeprefix(info)
                if _LICENCE_NAMES.match(inside):
                    _write(licences / library.name / Path(inside).name, archive.read(name))
            elif not _SCRIPTS_AND_MANUALS.match(name):
                _write(_inside(app, name, wheel), archive.read(name))
    return library


def _described(metadata: bytes, wheel: Path) -> Library:
    found = message_from_bytes(metadata)
    trove = [
        text.rpartition("::")[2].strip()
        for text in found.get_all("Classifier", [])
        if text.startswith("License ::")
    ]
    licence = found["License-Expression"] or found["License"] or "; ".join(trove) or "not stated"
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    home = found["Home-page"] or ""
    return Library(found["Name"], found["Version"], str(licence).strip(), str(home), (digest,))


def _inside(app: Path, name: str, wheel: Path) -> Path:
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or "\\" in name:
        raise SetupError(f"{wheel.name} holds a file that leads outside: {name}")
    if parts[0].endswith(".data"):
        raise SetupError(f"{wheel.name} wants to install {name}, and no place is known for that.")
    return app.joinpath(*parts)


def _write(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() != content:
        raise SetupError(f"Two wheels disagree about {path}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
