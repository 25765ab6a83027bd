"""`<language>/audio/index.toml`: which recordings there are, and who spoke them."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.folder import MAX_FILE_BYTES, decode_text
from kiosk.content.problems import ProblemLog
from kiosk.content.toml_table import TomlTable, read_toml
from kiosk.domain.errors import AnteroomError

NAME = "index.toml"
_HASH = re.compile(r"[0-9a-f]{32}")
_SUM = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"[0-9a-f]{32}\.(wav|ogg)")
_AGAIN = "Build the recordings anew with: anteroom content audio --again."


class IndexTooLarge(AnteroomError):  # noqa: N818  # named for what happened, as SaveFailed is
    """An index over the size that any file of a pack may have."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command that made recordings; `made_on` is an ISO date."""

    voice: str
    command: str
    made_on: str


@dataclass(frozen=True, slots=True)
class Recording:
    """One file: what it says, how long in seconds, its bytes, and the chapter it was made for."""

    file: str
    seconds: float
    sha256: str
    run: Run
    stem: str
    words: str


@dataclass(slots=True)
class AudioIndex:
    """The recordings of one language by sentence hash; `lines` is where each stands."""

    language: str
    recordings: dict[str, Recording] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def audio_folder(pack: Path, language: str) -> Path:
    """Where a language keeps its recordings."""
    return pack / language / "audio"


def load_index(pack: Path, language: str) -> AudioIndex:
    """The index of a language, empty when there is none; raises PackError."""
    path = audio_folder(pack, language) / NAME
    log = ProblemLog()
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        return AudioIndex(language)
    except OSError as error:
        log.add(str(path), 1, f"Cannot read this file: {error.strerror}.")
        log.raise_errors()
        raise
    index = read_index(str(path), data, language, log)
    log.raise_errors()
    return index


def read_index(path: str, data: bytes, language: str, log: ProblemLog) -> AudioIndex:
    """Read an index; what is wrong with it goes to the log."""
    index = AudioIndex(language)
    text = decode_text(path, data, log)
    table = None if text is None else read_toml(path, text, log)
    if table is None:
        return index
    if table.text("language") != language:
        table.fault("language", f"These are recordings of another language. {_AGAIN}")
    runs = [_run(one) for one in table.tables("run")]
    recordings = table.table("recordings")
    table.finish()
    for key, value in recordings.values.items():
        one = _recording(key, value, runs)
        if one is None:
            recordings.fault(key, f"This line is damaged. {_AGAIN}")
        else:
            index.recordings[key] = one
            index.lines[key] = recordings.line_of(key)
    return index


def _run(table: TomlTable) -> Run:
    run = Run(table.text("voice"), table.text("command"), table.day("made_on"))
    table.finish()
    return run


def _recording(key: str, value: object, runs: list[Run]) -> Recording | None:
    match value:
        case {
            "file": str(file),
            "seconds": float(seconds),
            "sha256": str(sha256),
            "run": int(run),
            "chapter": str(stem),
            "words": str(words),
            **rest,
        } if not rest and 1 <= run <= len(runs) and seconds > 0:
            named = _FILE.fullmatch(file) and file.startswith(key)
            if _HASH.fullmatch(key) and named and _SUM.fullmatch(sha256):
                return Recording(file, seconds, sha256, runs[run - 1], stem, words)
    return None


def write_index(pack: Path, index: AudioIndex) -> None:
    """Put an index in the place of the one before, whole; raises IndexTooLarge, OSError."""
    data = _text(index).encode("utf-8")
    path = audio_folder(pack, index.language) / NAME
    if len(data) > MAX_FILE_BYTES:
        raise IndexTooLarge(f"{path}: over 1 MiB; a pack with so many sentences must be split")
    part = path.with_name(f"{NAME}.part")
    part.write_bytes(data)
    part.replace(path)


def _text(index: AudioIndex) -> str:
    runs = list(dict.fromkeys(one.run for one in index.recordings.values()))
    lines = [
        "# The recordings of this language. `anteroom content audio` writes this: do not edit.",
        f"language = {_quoted(index.language)}",
    ]
    for run in runs:
        lines += [
            "",
            "[[run]]",
            f"voice = {_quoted(run.voice)}",
            f"command = {_quoted(run.command)}",
            f"made_on = {run.made_on}",
        ]
    lines += ["", "[recordings]"]
    lines += [
        f'"{key}" = {{ file = "{one.file}", seconds = {one.seconds:.3f}, sha256 = "{one.sha256}", '
        f"run = {runs.index(one.run) + 1}, chapter = {_quoted(one.stem)}, "
        f"words = {_quoted(one.words)} }}"
        for key, one in sorted(index.recordings.items())
    ]
    if not runs:
        lines.insert(2, "run = []")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's; DEL is the one character that only TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
