"""A voice behind a Protocol, and the one made of programs of the system."""

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

# Late, because a kiosk is seen before it is heard.
if TYPE_CHECKING:
    import subprocess
    from concurrent.futures import ThreadPoolExecutor

# Words a minute to ask of espeak-ng, and its pause between words, for each share of the usual
# pace. Measured through a sound server on sentences of the pack: 106 gives 120 to 125 words a
# minute in English, the pauses between sentences with them; below 80 it goes no slower, so words
# part.
_PACE = {
    0.5: (80, 8),
    0.6: (80, 4),
    0.8: (86, 0),
    1.0: (106, 0),
    1.2: (127, 0),
    1.45: (153, 0),
    1.7: (180, 0),
    2.0: (210, 0),
}
# What the same pace takes in a language of longer words.
_LONGER = {"es": 1.12}
_FULL = 100
# What paplay calls full.
_LOUDEST = 65_536
# Silence after each made line, so that buttons do not run together; starting the next adds some.
_REST = 0.12
# A recording may last a minute, and twice that when it is heard slowest.
_PATIENCE = 140.0
# How long after its end a sound system may take before it counts as stuck.
_STUCK = 8.0
# espeak-ng opens the sound system even to write a file, and waits for one that hangs: it gets none.
_NO_SOUND = {"PULSE_SERVER": "unix:/dev/null"}


class Heard(StrEnum):
    """What became of a line."""

    STARTED = "started"
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line to say; words are as a voice is given them, loudness is a share of full.

    speed is one of kiosk.domain.speaker.SPEEDS; recording is a sound file that says the line.
    """

    turn: int
    words: str
    language: str
    speed: float
    loudness: float
    recording: Path | None = None


Tell = Callable[[int, Heard], None]


class Voice(Protocol):
    """One voice; no call waits, and `tell` is called from a thread of its own."""

    def can_play(self) -> bool:
        """Say whether a recording can be heard here."""
        ...

    def can_synthesise(self) -> bool:
        """Say whether any words can be made into sound here."""
        ...

    def can_stretch(self) -> bool:
        """Say whether a recording can be heard slower and faster."""
        ...

    def say(self, utterance: Utterance, tell: Tell) -> None:
        """Silence what sounds, then say a line; tells when it starts and how it ends."""
        ...

    def hush(self) -> None:
        """Be silent at once; a line that was silenced is not told of."""
        ...

    def close(self) -> None:
        """Be silent for good."""
        ...


class NoVoice:
    """A kiosk without sound."""

    def can_play(self) -> bool:
        """Say that it cannot."""
        return False

    def can_synthesise(self) -> bool:
        """Say that it cannot."""
        return False

    def can_stretch(self) -> bool:
        """Say that it cannot."""
        return False

    def say(self, utterance: Utterance, tell: Tell) -> None:
        """Tell that it cannot be said."""
        tell(utterance.turn, Heard.FAILED)

    def hush(self) -> None:
        """Nothing sounds."""

    def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True, slots=True)
class SoundPrograms:
    """The programs that sound is made with; None where one is missing."""

    speech: str | None
    player: str | None
    stretcher: str | None = None


def find_programs() -> SoundPrograms:
    """Look for espeak-ng, and for the first player and stretcher of sound files."""
    player, stretcher = _first("pw-play", "paplay", "aplay"), _first("sox", "ffmpeg")
    return SoundPrograms(shutil.which("espeak-ng"), player, stretcher)


def _first(*names: str) -> str | None:
    found = (shutil.which(name) for name in names)
    return next((one for one in found if one), None)


def memory_place() -> str | None:
    """Return a folder in memory where there is one: what is said is not left on a disk."""
    memory = os.environ.get("XDG_RUNTIME_DIR", "")
    return memory if memory and Path(memory).is_dir() else None


class SystemVoice:
    """Speaks with espeak-ng and plays with a player: one process at a time, none waited for."""

    def __init__(self, find: Callable[[], SoundPrograms] = find_programs) -> None:
        self._find = find
        self._lock = threading.Lock()
        self._wanted = 0
        self._process: subprocess.Popen[bytes] | None = None

    @cached_property
    def _programs(self) -> SoundPrograms:
        return self._find()

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        """One thread: a line starts only when the process of the one before is gone."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, thread_name_prefix="voice")

    @cached_property
    def _room(self) -> Path:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="anteroom-voice-", dir=memory_place()))

    def can_play(self) -> bool:
        """Say whether there is a player."""
        return self._programs.player is not None

    def can_synthesise(self) -> bool:
        """Say whether there is a player, and espeak-ng."""
        return self.can_play() and self._programs.speech is not None

    def can_stretch(self) -> bool:
        """Say whether there is a player, and a program that stretches."""
        return self.can_play() and self._programs.stretcher is not None

    def say(self, utterance: Utterance, tell: Tell) -> None:
        """Silence what sounds, then say a line."""
        number = self._cut_off()
        self._pool.submit(self._speak, number, utterance, tell)

    def hush(self) -> None:
        """Be silent at once."""
        self._cut_off()

    def close(self) -> None:
        """Be silent for good, and leave no sound behind."""
        self._cut_off()
        if "_pool" in self.__dict__:
            self._pool.shutdown(wait=True)
        if "_room" in self.__dict__:
            shutil.rmtree(self._room, ignore_errors=True)

    def _cut_off(self) -> int:
        with self._lock:
            self._wanted += 1
            if self._process is not None:
                self._process.kill()
            return self._wanted

    def _speak(self, number: int, utterance: Utterance, tell: Tell) -> None:
        try:
            well = self._make_and_play(number, utterance, tell)
        except OSError:
            well = False
        if number == self._wanted:
            tell(utterance.turn, Heard.ENDED if well else Heard.FAILED)

    def _make_and_play(self, number: int, utterance: Utterance, tell: Tell) -> bool:
        player, speech = self._programs.player, self._programs.speech
        if player is None:
            return False
        if utterance.recording is not None:
            return self._play_recording(number, player, utterance.recording, utterance, tell)
        if speech is None:
            return False
        file = self._room / f"{number}.wav"
        command = _speaking(speech, utterance, file)
        try:
            if not self._run(number, command, utterance.words.encode()):
                return False
            most = _rest_after(file) + _STUCK
            return self._play(number, playing(player, file, 1.0), utterance, tell, most)
        finally:
            file.unlink(missing_ok=True)

    def _play_recording(
        self, number: int, player: str, recording: Path, utterance: Utterance, tell: Tell
    ) -> bool:
        """Play a recording at the speed that is wanted; as it is, where nothing can stretch it."""
        stretcher, file = self._programs.stretcher, self._room / f"{number}.wav"
        plain = _is_plain(player)
        softer = utterance.loudness if plain else 1.0
        unplayable = plain and recording.suffix != ".wav"
        try:
            if stretcher is not None and (unplayable or (utterance.speed, softer) != (1.0, 1.0)):
                command = _stretching(stretcher, recording, utterance.speed, softer, file)
                if self._run(number, command, b""):
                    recording = file
            if plain and recording.suffix != ".wav":
                return False
            command = playing(player, recording, utterance.loudness)
            return self._play(number, command, utterance, tell)
        finally:
            file.unlink(missing_ok=True)

    def _play(
        self,
        number: int,
        command: list[str],
        utterance: Utterance,
        tell: Tell,
        most: float = _PATIENCE,
    ) -> bool:
        def begun() -> None:
            tell(utterance.turn, Heard.STARTED)

        return self._run(number, command, b"", begun, most)

    def _run(
        self,
        number: int,
        command: list[str],
        given: bytes,
        begun: Callable[[], None] | None = None,
        most: float = _PATIENCE,
    ) -> bool:
        """Run a program to its end, unless it is not wanted any more; says whether it did well."""
        import subprocess

        with self._lock:
            if number != self._wanted:
                return False
            process = self._process = subprocess.Popen(  # noqa: S603  # found once, never a shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | (_NO_SOUND if begun is None else {}),
            )
        if begun is not None:
            begun()
        try:
            process.communicate(given, timeout=most)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        finally:
            with self._lock:
                self._process = None
        return process.returncode == 0


def _speaking(program: str, utterance: Utterance, file: Path) -> list[str]:
    """The words go in by stdin: the list of processes is for everybody to read.

    -z leaves out most of a second of silence after each line: the next line takes long enough.
    """
    pace, gap = _PACE[utterance.speed]
    asked = round(pace * _LONGER.get(utterance.language.partition("-")[0], 1.0))
    loud = round(_FULL * utterance.loudness)
    said = ["-b", "1", "-z", "-v", utterance.language, "-s", str(asked)]
    return [program, *said, "-g", str(gap), "-a", str(loud), "-w", str(file), "--stdin"]


def _rest_after(file: Path) -> float:
    """Add a short silence to a made line; returns how many seconds it lasts, none if damaged."""
    import wave

    try:
        with wave.open(str(file), "rb") as made:
            form, rate, sound = made.getparams(), made.getframerate(), made.readframes(2**31 - 1)
        silence = bytes(round(_REST * rate) * form.sampwidth * form.nchannels)
        with wave.open(str(file), "wb") as rested:
            rested.setparams(form)
            rested.writeframes(sound + silence)
    except (wave.Error, EOFError):
        # The player says whether it can be heard.
        return 0.0
    return len(sound + silence) / (rate * form.sampwidth * form.nchannels)


def _is_plain(player: str) -> bool:
    """ALSA's player plays files as loud as they are, and what is no WAV as noise."""
    return Path(player).name == "aplay"


def _stretching(
    program: str, recording: Path, speed: float, loudness: float, file: Path
) -> list[str]:
    """Both keep the pitch."""
    if Path(program).name == "ffmpeg":
        quiet = [program, "-nostdin", "-loglevel", "error"]
        filters = f"atempo={speed},volume={loudness:.4f}"
        return [*quiet, "-i", str(recording), "-filter:a", filters, "-y", str(file)]
    said = [program, "-V1", str(recording), "-b", "16", str(file)]
    return [*said, "tempo", "-s", str(speed), "vol", f"{loudness:.4f}"]


def playing(player: str, file: Path, loudness: float) -> list[str]:
    """Return the command that plays a file; a plain player plays it only as loud as it is."""
    name = Path(player).name
    if name == "pw-play":
        return [player, f"--volume={loudness:.3f}", str(file)]
    if name == "paplay":
        # Its numbers go as the cube root of how loud it is: half of them is 18 dB less, not 6.
        return [player, f"--volume={round(_LOUDEST * loudness ** (1 / 3))}", str(file)]
    return [player, "-q", str(file)]
