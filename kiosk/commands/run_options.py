"""What the command line hands to the kiosk window."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.config import Config


@dataclass(frozen=True, slots=True)
class RunOptions:
    """One run of the kiosk: folders resolved, window size in pixels or None for fullscreen."""

    config: Config
    data: Path
    content: Path
    windowed: tuple[int, int] | None = None
    language: str | None = None
