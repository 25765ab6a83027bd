"""A real sound server with loudspeakers that are only a file, and an ear at what they play.

What the ear hears is what the server gives its sink, sample by sample, with the time of each. The
delay of a real card and its loudspeaker comes after that and is not in it.
"""

import array
import math
import os
import shutil
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROGRAMS = ("pulseaudio", "pactl", "parec", "paplay")
WHY_NOT = "no sound server is here: pulseaudio and pulseaudio-utils are not installed"
RATE = 24_000
PATIENCE = 30.0
# Above this a sample is sound; espeak-ng's silence is nothing at all.
LOUD = 150
_STEP = 240


def absent() -> list[str]:
    """Return the programs that are not on this machine."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass
class Server:
    """One server of its own, reached by a socket of its own, with the sinks that are named."""

    folder: Path
    sinks: tuple[str, ...] = ("speaker",)
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What programs must be told to find it; none of them starts another server."""
        client = self.folder / "client.conf"
        client.write_text("autospawn = no\n")
        return {"PULSE_SERVER": f"unix:{self.folder}/sound", "PULSE_CLIENTCONFIG": str(client)}

    def start(self) -> None:
        """Start it, and return once it answers."""
        (self.folder / "sound").unlink(missing_ok=True)
        words = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        words += ["-L", f"module-native-protocol-unix socket={self.folder}/sound auth-anonymous=1"]
        for name in self.sinks:
            words += ["-L", f"module-null-sink sink_name={name} rate={RATE} channels=1"]
        # An ear at the usual source would follow when another sink becomes the usual one.
        words += ["-L", "module-null-source source_name=deaf"]
        home = {"XDG_RUNTIME_DIR": str(self.folder), "HOME": str(self.folder)}
        self.process = subprocess.Popen(
            words,
            env=os.environ | home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + PATIENCE
        while not self.ask("info"):
            if self.process.poll() is not None or time.monotonic() > until:
                raise OSError("the sound server did not start")
        self.ask("set-default-source", "deaf")

    def ask(self, *words: str) -> str:
        """Return what the server answers, or nothing where it does not."""
        done = subprocess.run(
            ["pactl", *words],
            env=os.environ | self.environment | {"LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout if done.returncode == 0 else ""

    def end(self) -> None:
        """Kill it, as a crash does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def reached(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Give a server that is not started yet, and let every program look for it alone."""
    folder.mkdir()
    one = Server(folder)
    for name, value in one.environment.items():
        monkeypatch.setenv(name, value)
    yield one
    one.end()


@dataclass
class Ear:
    """Writes down what a sink plays, in a thread of its own, with the time of each piece."""

    server: Server
    sink: str = "speaker"
    samples: "array.array[int]" = field(default_factory=lambda: array.array("h"))
    _process: subprocess.Popen[bytes] | None = None
    _thread: threading.Thread | None = None
    # The least late piece tells when the first sample sounded, in nanoseconds since 1970.
    _zero: int = 2**63
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def listen(self) -> None:
        """Listen from now on; returns once something of the sink, silence too, has come."""
        words = ["parec", f"--device={self.sink}.monitor", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen(
            [*words, "--format=s16le", "--raw", "--latency-msec=10"],
            env=os.environ | self.server.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._write_down, daemon=True)
        self._thread.start()
        self.wait_seconds(0.05)

    def _write_down(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        while piece := os.read(self._process.stdout.fileno(), 1 << 16):
            now = time.time_ns()
            with self._changed:
                self.samples.frombytes(piece[: len(piece) // 2 * 2])
                self._zero = min(self._zero, now - len(self.samples) * 10**9 // RATE)
                self._changed.notify_all()

    def time_of(self, sample: int) -> int:
        """Return when a sample sounded, in nanoseconds since 1970."""
        return self._zero + sample * 10**9 // RATE

    def sample_at(self, when: int) -> int:
        """Return which sample sounded at a time."""
        return max(0, (when - self._zero) * RATE // 10**9)

    def loud(self, since: int = 0) -> list[int]:
        """Return where there is sound, as the first samples of pieces of 10 ms."""
        with self._changed:
            heard = self.samples[since:]
        return [
            since + at
            for at in range(0, len(heard), _STEP)
            if max(map(abs, heard[at : at + _STEP])) > LOUD
        ]

    def wait_seconds(self, seconds: float) -> None:
        """Wait until the sink has played this much longer, sound or silence."""
        wanted = len(self.samples) + round(seconds * RATE)
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.samples) >= wanted, PATIENCE)

    def close(self) -> None:
        """Listen no more."""
        if self._process is None or self._thread is None:
            return
        self._process.terminate()
        self._thread.join()
        self._process.communicate()


def decibels(samples: Sequence[int]) -> float:
    """Return how loud a piece is on the whole, against the loudest there can be."""
    mean = sum(one * one for one in samples) / len(samples)
    return 10 * math.log10(max(mean, 1e-9) / 32_768**2)


def strength(samples: Sequence[int], hertz: float) -> float:
    """Return how much of one tone is in a piece, as the height of its wave."""
    turns = [math.tau * hertz * at / RATE for at in range(len(samples))]
    across = sum(one * math.cos(turn) for one, turn in zip(samples, turns, strict=True))
    along = sum(one * math.sin(turn) for one, turn in zip(samples, turns, strict=True))
    return 2 * math.hypot(across, along) / len(samples)


def pitch(samples: Sequence[int]) -> float:
    """Return the usual pitch of a voice, in waves a second; only its vowels have one."""
    low, size = samples[::3], RATE // 3 // 25
    found = [_pitch(low[at : at + size]) for at in range(0, len(low) - size, size)]
    voiced = [one for one in found if one]
    return statistics.median(voiced) if voiced else 0.0


def _pitch(piece: Sequence[int]) -> float:
    """The shift at which a piece is most like itself, where it is much like itself."""
    rate = RATE // 3
    shifts = range(rate // 250, rate // 60)
    power = sum(one * one for one in piece)
    if power < LOUD * LOUD * len(piece) * 9:
        return 0.0
    alike = {
        shift: sum(a * b for a, b in zip(piece[shift:], piece, strict=False))
        * len(piece)
        / (len(piece) - shift)
        for shift in shifts
    }
    best = max(alike, key=alike.__getitem__)
    return rate / best if alike[best] > 0.5 * power else 0.0
