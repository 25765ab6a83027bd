"""Where things live: settings, data, cache, and what ships with the program."""

import os
import sys
from pathlib import Path

import platformdirs

from kiosk.domain.errors import AnteroomError

APP = "anteroom"
CONFIG_NAME = "anteroom.toml"
DEFAULT_PACK = "ketamine"


class MissingFilesError(AnteroomError):
    """A folder that ships with Anteroom is not there."""


def system_config() -> Path:
    """Return the settings file of the machine, whether or not it exists."""
    if sys.platform == "win32":
        return _program_data() / CONFIG_NAME
    return Path("/etc") / APP / CONFIG_NAME


def user_config() -> Path:
    """Return the settings file of the signed-in user, whether or not it exists."""
    return platformdirs.user_config_path(APP, appauthor=False) / CONFIG_NAME


def data_folder(mode: str) -> Path:
    """Return the default data folder of a mode; demo records never meet real ones."""
    if mode == "production":
        return _program_data() / "data" if sys.platform == "win32" else Path("/var/lib") / APP
    return platformdirs.user_data_path(APP, appauthor=False) / "demo"


def desk_folder() -> Path:
    """Return where a desk keeps its people and what they signed."""
    return platformdirs.user_data_path(APP, appauthor=False) / "desk"


def cache_folder() -> Path:
    """Return the folder for what can be rebuilt at any time."""
    return platformdirs.user_cache_path(APP, appauthor=False)


def assets_dir() -> Path:
    """Return the folder of fonts, icons and sounds; raises MissingFilesError."""
    return shipped("assets")


def default_content() -> Path:
    """Return the folder of the pack that ships; raises MissingFilesError."""
    return shipped("content") / DEFAULT_PACK


def shipped(name: str) -> Path:
    """Return a shipped folder, from the source tree or from where an installer put it."""
    for root in _roots():
        folder = root / name
        if folder.is_dir():
            return folder
    looked = ", ".join(str(root) for root in _roots())
    raise MissingFilesError(
        f"the folder {name!r} that ships with Anteroom was not found (looked in {looked}). "
        "Install Anteroom again."
    )


def _roots() -> tuple[Path, ...]:
    beside = Path(__file__).resolve().parents[2]
    shared = Path(sys.prefix) / "share" / APP
    if sys.platform == "win32":
        return (beside, shared)
    return (beside, Path("/usr/share") / APP, shared)


def _program_data() -> Path:
    return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / APP
