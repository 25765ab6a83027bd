"""The content packs that a kiosk keeps in its data folder, and which of them is in use."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.config import Config
from kiosk.domain.errors import AnteroomError
from kiosk.platform.durable import write_durably

# Inside the data folder. Packs lie below PACKS, each in a folder that starts with its digest.
AREA, PACKS, POINTER = "content", "packs", "installed.json"
_VERSION = 1
_TEXTS = ("folder", "id", "version", "sha256", "on")


class InstalledError(AnteroomError):
    """The list of installed content, or a pack that it names, cannot be used."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that was installed; `folder` is its name below PACKS, `on` a UTC day."""

    folder: str
    id: str
    version: str
    sha256: str
    on: str

    def __str__(self) -> str:
        return f"{self.id} {self.version} ({self.sha256[:12]})"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every pack that is kept, and the folders that were in use, the present one last."""

    kept: tuple[Installed, ...] = ()
    used: tuple[str, ...] = ()

    @property
    def current(self) -> Installed | None:
        """The pack in use, None before the first is installed."""
        return self._at(1)

    @property
    def before(self) -> Installed | None:
        """The pack that a rollback brings back."""
        return self._at(2)

    def _at(self, back: int) -> Installed | None:
        if len(self.used) < back:
            return None
        return next(one for one in self.kept if one.folder == self.used[-back])


def packs_folder(data: Path) -> Path:
    """Return the folder that holds the packs; it may not exist."""
    return data / AREA / PACKS


def read_shelf(data: Path) -> Shelf:
    """Return what is installed in a data folder; raises InstalledError."""
    path = data / AREA / POINTER
    try:
        if not path.exists():
            return Shelf()
        return _shelf(path.read_bytes())
    except OSError as error:
        raise InstalledError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, TypeError, KeyError) as error:
        raise InstalledError(
            f"{path}: not a list of installed content; put it back from a backup, or delete it "
            "and install the content again"
        ) from error


def _shelf(text: bytes) -> Shelf:
    found: dict[str, Any] = json.loads(text)
    if found["v"] != _VERSION:
        raise ValueError("an unknown form")
    kept = tuple(Installed(*(one[name] for name in _TEXTS)) for one in found["kept"])
    used = tuple(found["used"])
    plain = all(isinstance(text, str) for one in kept for text in asdict(one).values())
    names = {one.folder for one in kept}
    # A name with a path in it would lead out of the folder of packs.
    if not plain or not set(used) <= names or any(Path(one).name != one for one in names):
        raise ValueError("a wrong form")
    return Shelf(kept, used)


def write_shelf(data: Path, shelf: Shelf) -> None:
    """Make this what is installed, whole or not at all; raises OSError."""
    text = {"v": _VERSION, "kept": [asdict(one) for one in shelf.kept], "used": list(shelf.used)}
    write_durably(data / AREA / POINTER, json.dumps(text, indent=1).encode("ascii"))


def content_in_use(config: Config, data: Path) -> Path:
    """Return the pack to show: the settings' own, else the installed one, else the shipped one.

    Raises InstalledError or MissingFilesError.
    """
    current = None if config.content else read_shelf(data).current
    if current is None:
        return config.content_dir
    folder = packs_folder(data) / current.folder
    if not folder.is_dir():
        raise InstalledError(
            f"{folder}: the content in use is gone; install it again or run: "
            "anteroom content rollback"
        )
    return folder


def kept_packs(data: Path) -> list[Path]:
    """Return the folder of every pack that was ever installed here and is still kept."""
    return [packs_folder(data) / one.folder for one in read_shelf(data).kept]
