"""Makes the recordings that are missing, on every core, and can be cut off at any moment."""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.audio.index import (
    NAME,
    AudioIndex,
    Recording,
    Run,
    audio_folder,
    write_index,
)
from kiosk.content.audio.script import SpokenLine
from kiosk.content.audio.sound import Sound
from kiosk.content.audio.speech_program import SpeechError, SpeechProgram
from kiosk.content.audio.stock import Stock

SAVE_EVERY_SECONDS = 2.0
# After this many failures the program is at fault, not a sentence.
MOST_FAILURES = 5

Made = tuple[bytes, Sound]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence that was not recorded, and why."""

    line: SpokenLine
    reason: str


def record_missing(
    pack: Path,
    index: AudioIndex,
    missing: tuple[SpokenLine, ...],
    program: SpeechProgram,
    run: Run,
    progress: Progress | None = None,
) -> tuple[Failure, ...]:
    """Record sentences into the pack and its index; returns those that failed.

    The index is written while the work goes on, so a run that is cut off loses two seconds.
    """
    folder = audio_folder(pack, index.language)
    folder.mkdir(parents=True, exist_ok=True)
    failures: list[Failure] = []
    saved = time.monotonic()
    try:
        with _at_work(missing, program) as outcomes:
            for number, (line, outcome) in enumerate(outcomes, start=1):
                try:
                    _keep(folder, index, line, outcome.result(), run)
                except SpeechError as error:
                    failures.append(Failure(line, str(error)))
                    if len(failures) >= MOST_FAILURES:
                        break
                if progress:
                    progress(number, len(missing))
                if time.monotonic() - saved > SAVE_EVERY_SECONDS:
                    write_index(pack, index)
                    saved = time.monotonic()
    finally:
        write_index(pack, index)
    return tuple(failures)


@contextmanager
def _at_work(
    lines: tuple[SpokenLine, ...], program: SpeechProgram
) -> Iterator[Iterator[tuple[SpokenLine, "Future[Made]"]]]:
    """One speech program for each core; what has not begun is dropped when the work ends early."""
    pool = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="speech")
    with tempfile.TemporaryDirectory(prefix="anteroom-audio-") as room:
        try:
            at = {
                pool.submit(program.record, line.words, Path(room), line.hash): line
                for line in lines
            }
            yield ((at[done], done) for done in as_completed(at))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _keep(folder: Path, index: AudioIndex, line: SpokenLine, made: Made, run: Run) -> None:
    data, sound = made
    file = f"{line.hash}.{sound.form}"
    part = folder / f"{file}.part"
    part.write_bytes(data)
    part.replace(folder / file)
    index.recordings[line.hash] = Recording(
        file, round(sound.seconds, 3), hashlib.sha256(data).hexdigest(), run, line.stem, line.words
    )


def prune(pack: Path, index: AudioIndex, stock: Stock) -> int:
    """Delete the files that no sentence needs, and forget them; returns how many there were."""
    folder = audio_folder(pack, index.language)
    if not folder.is_dir():
        return 0
    for name in stock.unused:
        (folder / name).unlink()
    kept = {line.hash for line in stock.good}
    index.recordings = {key: one for key, one in index.recordings.items() if key in kept}
    if index.recordings:
        write_index(pack, index)
    else:
        (folder / NAME).unlink(missing_ok=True)
        folder.rmdir()
    return len(stock.unused)
