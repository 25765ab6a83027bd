"""Settings and folders as the arguments of a command name them."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from kiosk.config import Config, load_config
from kiosk.domain.errors import BadInputError
from kiosk.staff.installed import content_in_use


class UsageError(BadInputError):
    """An argument that cannot be used; the command ends with exit code 2."""


@dataclass(frozen=True, slots=True)
class Places:
    """The settings, and where records and content are; the folders may not exist yet."""

    config: Config
    data: Path
    content: Path


def places(args: Namespace) -> Places:
    """Return what --config, --data and --content mean together; arguments win over settings.

    Raises ConfigError, UsageError for a file where a folder should be, MissingFilesError,
    InstalledError.
    """
    config = load_config(args.config)
    content: Path | None = getattr(args, "content", None)
    data = not_a_file(args.data or config.data_dir, "data folder")
    shown = content or content_in_use(config, data)
    return Places(config, data, not_a_file(shown, "content folder"))


def data_place(args: Namespace) -> Path:
    """Return the data folder of a command that needs no content; it must exist."""
    config = load_config(args.config)
    return existing(not_a_file(args.data or config.data_dir, "data folder"), "data folder")


def not_a_file(place: Path, what: str) -> Path:
    """Return a folder's path; raises UsageError when something else is there."""
    try:
        if place.exists() and not place.is_dir():
            raise UsageError(f"{place}: not a folder, so it cannot be the {what}")
    except OSError as error:
        raise UsageError(f"{place}: cannot be looked at ({error.strerror})") from error
    return place


def existing(place: Path, what: str) -> Path:
    """Return a folder's path; raises UsageError when it does not exist."""
    if not place.is_dir():
        raise UsageError(f"{place}: there is no such {what}; check the name")
    return place


def pack_folder(place: Path) -> Path:
    """Return a content pack's folder; raises UsageError when it holds no pack.toml."""
    existing(not_a_file(place, "content folder"), "content folder")
    if not (place / "pack.toml").is_file():
        raise UsageError(f"{place}: not a content pack, for it has no pack.toml; check the name")
    return place


def pack_place(place: Path) -> Path:
    """Return a pack's folder or its .zip; raises UsageError when it is neither."""
    if place.suffix.lower() == ".zip" and place.is_file():
        return place
    if place.is_file():
        raise UsageError(f"{place}: neither a folder nor a .zip, so it is no content pack")
    return pack_folder(place)
