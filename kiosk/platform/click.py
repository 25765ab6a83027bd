"""A soft sound of our own: a click for a press, for whoever wants to hear that it counted."""

import math
import struct
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.platform.voice import SoundPrograms, find_programs, memory_place, playing

# Late, because a kiosk is seen before it is heard.
if TYPE_CHECKING:
    import tempfile
    from concurrent.futures import Future, ThreadPoolExecutor

# Acceptance row A-37 allows 60 ms; this one is short and low, and starts and ends without a crack.
SECONDS, HERTZ, PEAK = 0.04, 620.0, 0.25
_RATE = 22_050
_MOST = 32_767
_PATIENCE = 2.0


class Click:
    """Plays a click away from the window's thread; one that comes while one sounds is left out.

    `write` makes another sound of it.
    """

    def __init__(
        self,
        find: Callable[[], SoundPrograms] = find_programs,
        write: Callable[[Path], None] | None = None,
    ) -> None:
        self._find, self._write = find, write or write_click
        self._under_way: Future[None] | None = None
        self._programs: SoundPrograms | None = None
        self._room: tempfile.TemporaryDirectory[str] | None = None

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="click")

    def play(self, loudness: float) -> None:
        """Let it be heard, at a share of full; without a player nothing is."""
        if self._under_way is None or self._under_way.done():
            self._under_way = self._pool.submit(self._play, loudness)

    def close(self) -> None:
        """Leave no file behind."""
        if self._under_way is not None:
            self._pool.shutdown(wait=True)
        if self._room is not None:
            self._room.cleanup()

    def _play(self, loudness: float) -> None:
        import subprocess

        if self._programs is None:
            self._programs = self._find()
        if self._programs.player is None:
            return
        try:
            command = playing(self._programs.player, self._file(), loudness)
            # Found once, never a shell.
            subprocess.run(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            # The button has shown that it was pressed; a click is never all there is.
            return

    def _file(self) -> Path:
        if self._room is None:
            import tempfile

            self._room = tempfile.TemporaryDirectory(prefix="anteroom-click-", dir=memory_place())
        file = Path(self._room.name) / "click.wav"
        if not file.exists():
            self._write(file)
        return file


def write_click(file: Path) -> None:
    """Write the click as a sound file."""
    write_tones(file, ((HERTZ, SECONDS),))


def write_tones(file: Path, tones: Sequence[tuple[float, float]], peak: float = PEAK) -> None:
    """Write tones one after the other, each with its pitch in hertz and its length in seconds."""
    import wave

    samples: list[int] = []
    for hertz, seconds in tones:
        count = round(seconds * _RATE)
        waves = (math.sin(math.tau * hertz * at / _RATE) for at in range(count))
        # Each swells and fades within its length, so that nothing cracks.
        shape = (math.sin(math.pi * at / count) ** 2 for at in range(count))
        samples += [
            round(_MOST * peak * one * part) for one, part in zip(waves, shape, strict=True)
        ]
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(_RATE)
        sound.writeframes(struct.pack(f"<{len(samples)}h", *samples))
