"""What the command line hands to every window but the kiosk's own."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.config import Config


@dataclass(frozen=True, slots=True)
class WalkOptions:
    """One walk; `data` None means a folder that is thrown away, `size` is in pixels.

    With `monkey`, seconds of simulated time in full screen take the place of the visits.
    """

    config: Config
    content: Path
    data: Path | None = None
    sessions: int = 1
    seed: int = 0
    door: str = "random"
    input: str = "touch"
    shots: Path | None = None
    size: tuple[int, int] | None = None
    json: bool = False
    language: str | None = None
    monkey: int | None = None


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """One audit; `full` is every look there is, `shots` a folder for contact sheets.

    Names choose a part of all looks; `jobs` is how many processes share them, 0 one a core.
    """

    config: Config
    content: Path
    full: bool = False
    shots: Path | None = None
    devices: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class DeskOptions:
    """One desk; `place` is where records are, None to be chosen, `desk` the desk's own folder.

    `board` is the folder the kiosks write into; `board_first` shows it before the records.
    """

    config: Config
    content: Path
    desk: Path
    place: Path | None = None
    key: Path | None = None
    language: str | None = None
    board: Path | None = None
    board_first: bool = False


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """One preview; `windowed` is the room for the page in pixels, None as much as there is."""

    config: Config
    content: Path
    device: str = "15land"
    size: str = "M"
    theme: str = "light"
    language: str | None = None
    page: str = ""
    windowed: tuple[int, int] | None = None
