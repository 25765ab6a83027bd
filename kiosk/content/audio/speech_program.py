"""Any speech program: a command that reads words and writes a sound file. Never through a shell."""

import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.audio.sound import Sound, SoundError, read_sound
from kiosk.content.folder import MAX_FILE_BYTES
from kiosk.domain.errors import AnteroomError, BadInputError

PATIENCE_SECONDS = 60.0
_OUT, _TEXT = "{out}", "{text}"
_MOST_SAID = 200


class BadCommandError(BadInputError):
    """A speech command that cannot be run."""


class SpeechError(AnteroomError):
    """The speech program did not make a recording."""


@dataclass(frozen=True, slots=True)
class SpeechProgram:
    """A command as separate words; `{out}` is the file to write, `{text}` a file with the words."""

    words: tuple[str, ...]

    def record(self, said: str, room: Path, name: str) -> tuple[bytes, Sound]:
        """Have a sentence spoken, with scratch files in `room`; raises SpeechError."""
        out, text = room / f"{name}.out", room / f"{name}.txt"
        places = {_OUT: str(out), _TEXT: str(text)}
        text.write_text(f"{said}\n", encoding="utf-8")
        try:
            self._run([_filled(word, places) for word in self.words], said)
            data = _taken(out)
        finally:
            text.unlink(missing_ok=True)
            out.unlink(missing_ok=True)
        try:
            return data, read_sound(data)
        except SoundError as error:
            raise SpeechError(f"what {self.words[0]} wrote cannot be used: {error}") from error

    def _run(self, command: list[str], said: str) -> None:
        program = self.words[0]
        try:
            done = subprocess.run(  # noqa: S603  # the operator's own command, as words, no shell
                command,
                input=f"{said}\n".encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise SpeechError(f"{program} did not end within {PATIENCE_SECONDS:.0f} s") from error
        except OSError as error:
            raise SpeechError(f"{program} cannot be run: {error.strerror}") from error
        if done.returncode:
            words = done.stderr.decode("utf-8", "replace").split()
            reason = " ".join(words)[-_MOST_SAID:] or "it said nothing"
            raise SpeechError(f"{program} failed with exit code {done.returncode}: {reason}")


def program_from(command: str) -> SpeechProgram:
    """The program of a command line as a person types it; raises BadCommandError."""
    try:
        words = tuple(shlex.split(command))
    except ValueError as error:
        raise BadCommandError(f"the command cannot be read ({error}); check its quotes") from error
    if not words:
        raise BadCommandError("the command is empty; write for example: espeak-ng -w {out}")
    if not any(_OUT in word for word in words):
        raise BadCommandError("the command names no {out}, the sound file it is to write")
    if shutil.which(words[0]) is None:
        raise BadCommandError(f"there is no program {words[0]!r}; install it or correct its name")
    return SpeechProgram(words)


def _filled(word: str, places: dict[str, str]) -> str:
    for mark, place in places.items():
        word = word.replace(mark, place)
    return word


def _taken(out: Path) -> bytes:
    try:
        with out.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise SpeechError("it ended well but wrote no {out} file") from error
    if len(data) > MAX_FILE_BYTES:
        raise SpeechError("the recording is over 1 MiB; have it written smaller, or as Ogg")
    return data
