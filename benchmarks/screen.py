"""A screen of our own: an X server in memory whose pixels can be read from outside."""

# ruff: noqa: INP001 -- benchmarks are scripts

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path

SIZE = (1920, 1080)
POLL_SECONDS = 0.0002
# Places of 32-bit numbers in the header of an X window dump.
_HEADER_SIZE, _BYTES_PER_LINE, _COLOURS, _HEADER_WORDS, _COLOUR_BYTES = 0, 12, 19, 25, 12


class NoScreenError(Exception):
    """There is no Xvfb, or it did not start."""


class FrameBuffer:
    """The pixels of a running Xvfb, as it writes them: four bytes each, blue first."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        words = struct.unpack_from(f">{_HEADER_WORDS}I", self._map, 0)
        self._start = words[_HEADER_SIZE] + words[_COLOURS] * _COLOUR_BYTES
        self._line = words[_BYTES_PER_LINE]

    def has(self, colour: str, top: int, bottom: int) -> bool:
        """Tell whether any pixel in the lines from top to bottom has the colour #RRGGBB."""
        wanted = bytes.fromhex(colour.removeprefix("#"))[::-1]
        low, high = self._start + top * self._line, self._start + bottom * self._line
        return self._map.find(wanted, low, high) >= 0

    def rows(self, box: tuple[int, int, int, int], step: int = 8) -> bytes:
        """Return the pixels of every `step`th line of a box (x, y, width, height)."""
        x, y, width, height = box
        starts = (self._start + line * self._line + 4 * x for line in range(y, y + height, step))
        return b"".join(self._map[start : start + 4 * width] for start in starts)


class Screen:
    """An Xvfb of 1920 by 1080 with its frame buffer in a file; raises NoScreenError."""

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            raise NoScreenError("Xvfb is not installed")
        self._folder = tempfile.TemporaryDirectory()
        reading, writing = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size]
        words += ["-fbdir", self._folder.name, "-noreset", "-br", "-nolisten", "tcp"]
        self._server = subprocess.Popen(  # noqa: S603 -- every word stands here
            words,
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            self.close()
            raise NoScreenError("Xvfb did not start")
        self.display = f":{number}"
        self.pixels = FrameBuffer(self.file)

    @property
    def pid(self) -> int:
        """The process of the server."""
        return self._server.pid

    @property
    def file(self) -> Path:
        """Where the pixels are."""
        return Path(self._folder.name) / "Xvfb_screen0"

    def close(self) -> None:
        """Stop the server."""
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()


def environment(screen: Screen | None, cache: Path) -> dict[str, str]:
    """Return the environment of a measured process: compiled code kept, one known display."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    # Uncompiled modules would be timed again at every start.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept.pop("ANTEROOM_CONFIG", None)
    kept.pop("WAYLAND_DISPLAY", None)
    kept["XDG_CACHE_HOME"] = str(cache)
    if screen is None:
        kept["QT_QPA_PLATFORM"] = "offscreen"
    else:
        kept["QT_QPA_PLATFORM"], kept["DISPLAY"] = "xcb", screen.display
    return kept


def wait_for(colour: str, pixels: FrameBuffer, seconds: float) -> bool:
    """Watch the middle half of the screen until a pixel has the colour; False when time is up."""
    top, bottom = SIZE[1] // 4, SIZE[1] * 3 // 4
    end = time.perf_counter() + seconds
    while not pixels.has(colour, top, bottom):
        if time.perf_counter() > end:
            return False
        time.sleep(POLL_SECONDS)
    return True
