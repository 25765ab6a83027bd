"""The settings of a kiosk: one TOML file in, one checked frozen value out."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kiosk.domain.approver import Approver, name_fault
from kiosk.domain.board.notes import MOST_NAME
from kiosk.domain.errors import BadInputError
from kiosk.i18n.locales import TAGS
from kiosk.platform import paths
from kiosk.platform.toml_reader import TomlReader, TomlValueError

ENVIRONMENT = "ANTEROOM_CONFIG"
# A minisign public key: base64 of "Ed", an 8-byte number and 32 bytes.
_MINISIGN_KEY = re.compile(r"RW[Q-T][A-Za-z0-9+/]{53}")

Mode = Literal["demo", "production"]
Abandoned = Literal["erase", "keep"]
DoorOrder = Literal["fixed", "rotate"]

Switch = Literal["off", "on"]
SWITCH: tuple[Switch, ...] = ("off", "on")
Motion = Literal["system", "on", "off"]
MOTION: tuple[Motion, ...] = ("system", "on", "off")

MODES: tuple[Mode, ...] = ("demo", "production")
ABANDONED: tuple[Abandoned, ...] = ("erase", "keep")
DOOR_ORDERS: tuple[DoorOrder, ...] = ("fixed", "rotate")


class ConfigError(BadInputError):
    """The settings file is missing, unreadable or holds a value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The glass: lengths in millimetres; None means what the display itself reports.

    bottom_mm is how high its lower edge hangs above the floor; None means that nobody measured it.
    motion is whether drawings move at first; "system" is as the computer is set.
    """

    diagonal_mm: float | None = None
    width_mm: float | None = None
    bottom_mm: float | None = None
    motion: Motion = "system"


@dataclass(frozen=True, slots=True)
class Idle:
    """What happens when nobody touches the screen; the unit is in each name."""

    warn_minutes: int = 5
    countdown_seconds: int = 45
    curtain_minutes: int = 10
    saved_seconds: int = 60


@dataclass(frozen=True, slots=True)
class SessionRules:
    """What an unfinished visit leaves, how the doors are laid out, and when a choice must wait.

    `hours_after_dose` is how long after a dose only reading is open; 0 asks nobody about a dose.
    """

    abandoned: Abandoned = "erase"
    door_order: DoorOrder = "fixed"
    hours_after_dose: int = 0


@dataclass(frozen=True, slots=True)
class StaffRules:
    """How long the staff screens stay open without a touch, and where a clinic key is inserted.

    After `backup_days` without a backup or an export staff are told; 0 never tells them.
    """

    auto_logout_seconds: int = 60
    key_folder: Path | None = None
    backup_days: int = 7
    clean_after_finish: Switch = "off"


@dataclass(frozen=True, slots=True)
class RecordRules:
    """Where staff copy the records to by a press, and after how many hours they are reminded."""

    copy_folder: Path | None = None
    copy_hours: int = 24


@dataclass(frozen=True, slots=True)
class HelpRules:
    """What happens when somebody shows that they want help.

    In `board_folder` the kiosks and the desks of one clinic find each other; `board_name` is what
    a desk calls this kiosk.
    """

    chime: Switch = "off"
    board_folder: Path | None = None
    board_name: str = ""


@dataclass(frozen=True, slots=True)
class Clinic:
    """Words about this clinic that patients see."""

    name: str = ""
    help_text: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting, checked; `source` is the file it came from, None when there is none.

    `content` and `data` are None where the place that ships, or the mode's own place, is meant.
    An empty `languages` means every language of the content pack; no signature counts but
    those of `approvers`.
    """

    mode: Mode = "demo"
    region: str = ""
    content: Path | None = None
    data: Path | None = None
    language: str = "en"
    languages: tuple[str, ...] = ()
    approvers: tuple[Approver, ...] = ()
    screen: Screen = field(default_factory=Screen)
    idle: Idle = field(default_factory=Idle)
    session: SessionRules = field(default_factory=SessionRules)
    staff: StaffRules = field(default_factory=StaffRules)
    records: RecordRules = field(default_factory=RecordRules)
    help: HelpRules = field(default_factory=HelpRules)
    clinic: Clinic = field(default_factory=Clinic)
    source: Path | None = None

    @property
    def content_dir(self) -> Path:
        """Return the pack folder to show where none is installed; raises MissingFilesError."""
        return self.content if self.content is not None else paths.default_content()

    @property
    def data_dir(self) -> Path:
        """Return the folder that holds records and keys; it may not exist yet."""
        return self.data if self.data is not None else paths.data_folder(self.mode)


def load_config(explicit: Path | None = None) -> Config:
    """Return the settings of this machine, the built-in demo ones when there is no file.

    Raises ConfigError, also when a file that was asked for by name is missing.
    """
    found = find_config(
        explicit,
        environ=os.environ,
        places=(paths.system_config(), paths.user_config()),
    )
    return Config() if found is None else read_config(found)


def find_config(
    explicit: Path | None, *, environ: Mapping[str, str], places: tuple[Path, ...]
) -> Path | None:
    """Return the first settings file: by argument, by environment, then by place."""
    if explicit is not None:
        return explicit
    named = environ.get(ENVIRONMENT, "")
    if named:
        return Path(named)
    for place in places:
        # os.path.lexists: a dangling link or a closed folder is a fault to report, not "none".
        if os.path.lexists(place):
            return place
    return None


def read_config(path: Path) -> Config:
    """Return the checked settings of one file; raises ConfigError with file, line and key."""
    try:
        return _build(TomlReader.open(path), path)
    except TomlValueError as error:
        raise ConfigError(str(error)) from error


def _build(reader: TomlReader, path: Path) -> Config:
    base = path.absolute().parent
    config = Config(
        mode=reader.choice("mode", MODES, "demo"),
        region=_region(reader),
        content=reader.folder("content", base),
        data=reader.folder("data", base),
        language=reader.choice("language", TAGS, "en"),
        languages=reader.choices("languages", TAGS),
        approvers=_approvers(reader),
        screen=_screen(reader),
        idle=Idle(
            warn_minutes=reader.whole("idle.warn_minutes", 2, 15, 5),
            countdown_seconds=reader.whole("idle.countdown_seconds", 20, 120, 45),
            curtain_minutes=reader.whole("idle.curtain_minutes", 1, 60, 10),
            saved_seconds=reader.whole("idle.saved_seconds", 15, 300, 60),
        ),
        session=SessionRules(
            abandoned=reader.choice("session.abandoned", ABANDONED, "erase"),
            door_order=reader.choice("session.door_order", DOOR_ORDERS, "fixed"),
            hours_after_dose=reader.whole("session.hours_after_dose", 0, 48, 0),
        ),
        staff=StaffRules(
            auto_logout_seconds=reader.whole("staff.auto_logout_seconds", 30, 600, 60),
            key_folder=reader.folder("staff.key_folder", base),
            backup_days=reader.whole("staff.backup_days", 0, 90, 7),
            clean_after_finish=reader.choice("staff.clean_after_finish", SWITCH, "off"),
        ),
        records=RecordRules(
            copy_folder=reader.far_folder("records.copy_folder", base),
            copy_hours=reader.whole("records.copy_hours", 0, 720, 24),
        ),
        help=HelpRules(
            chime=reader.choice("help.chime", SWITCH, "off"),
            board_folder=reader.far_folder("help.board_folder", base),
            board_name=reader.words("help.board_name", MOST_NAME),
        ),
        clinic=Clinic(
            name=reader.words("clinic.name", 60), help_text=reader.words("clinic.help_text", 120)
        ),
        source=path,
    )
    reader.refuse_unknown()
    _agree(config, reader)
    return config


def _region(reader: TomlReader) -> str:
    allowed = 'two capital letters of a country such as "US", or "" for none'
    region = reader.text("region", allowed)
    if region and not re.fullmatch(r"[A-Z]{2}", region):
        raise reader.wrong("region", f"{region!r} is not a country code", allowed)
    return region


def _approvers(reader: TomlReader) -> tuple[Approver, ...]:
    allowed = 'a list of "NAME; ROLE; KEY", where KEY is the 56 letters of a .pub file'
    found: dict[str, Approver] = {}
    for line in reader.lines("approvers", allowed):
        parts = tuple(part.strip() for part in line.split(";"))
        if len(parts) != len(("name", "role", "key")):
            raise reader.wrong("approvers", f"{line[:40]!r} has not three parts", allowed)
        one = Approver(*parts)
        for text in (one.name, one.role):
            if fault := name_fault(text):
                raise reader.wrong("approvers", f"{text[:40]!r} {fault}", allowed)
        if not _MINISIGN_KEY.fullmatch(one.key):
            raise reader.wrong("approvers", f"{one.key[:16]!r} is not a minisign key", allowed)
        if one.key in found:
            raise reader.wrong("approvers", f"the key of {one.name} stands twice", allowed)
        found[one.key] = one
    return tuple(found.values())


def _screen(reader: TomlReader) -> Screen:
    return Screen(
        diagonal_mm=reader.length("screen.diagonal_mm", 150, 2500),
        width_mm=reader.length("screen.width_mm", 80, 2200),
        bottom_mm=reader.length("screen.bottom_mm", 200, 2000),
        motion=reader.choice("screen.motion", MOTION, "system"),
    )


def _agree(config: Config, reader: TomlReader) -> None:
    screen = config.screen
    if screen.diagonal_mm and screen.width_mm and screen.width_mm >= screen.diagonal_mm:
        raise reader.wrong(
            "screen.width_mm",
            f"{screen.width_mm:g} is not shorter than the diagonal",
            f"less than screen.diagonal_mm = {screen.diagonal_mm:g}",
        )
    if config.languages and config.language not in config.languages:
        raise reader.wrong(
            "language",
            f"{config.language!r} is not among the languages offered",
            "one of languages = " + ", ".join(config.languages),
        )
