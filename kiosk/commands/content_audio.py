"""anteroom content audio: recordings of a pack's sentences, by any speech program."""

import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.commands.places import UsageError, pack_folder
from kiosk.commands.progress import progress_bar
from kiosk.config import load_config
from kiosk.content.audio.build import Failure, prune, record_missing
from kiosk.content.audio.index import AudioIndex, Run, audio_folder, load_index
from kiosk.content.audio.script import SpokenLine, lesson_script
from kiosk.content.audio.speech_program import BadCommandError, SpeechProgram, program_from
from kiosk.content.audio.stock import Stock, take_stock
from kiosk.content.pack import load_pack, pack_digest


@dataclass(frozen=True, slots=True)
class _Work:
    """One language of one pack, and what was asked for."""

    pack: Path
    script: tuple[SpokenLine, ...]
    index: AudioIndex
    stock: Stock


def run(args: Namespace) -> int:
    """Record what is missing; exit code 1 when sentences stay without a recording."""
    folder = pack_folder(args.folder or load_config(args.config).content_dir)
    program = _program(args.command)
    failures: tuple[Failure, ...] = ()
    work = _look(folder, args.lang)
    if program and args.again:
        work.index.recordings.clear()
        work = _looked(folder, work.script, work.index)
    if program and work.stock.missing:
        failures = _record(work, program, args)
        work = _looked(folder, work.script, work.index)
    if args.prune:
        print(f"pruned            {prune(folder, work.index, work.stock)} files")
        work = _looked(folder, work.script, work.index)
    for failure in failures:
        place = folder / args.lang / f"{failure.line.stem}.md"
        print(f"{place}:{failure.line.line}: {failure.reason}", file=sys.stderr)
    _report(work)
    return 1 if work.stock.missing else 0


def _program(command: str | None) -> SpeechProgram | None:
    try:
        return None if command is None else program_from(command)
    except BadCommandError as error:
        raise UsageError(str(error)) from error


def _look(folder: Path, tag: str) -> _Work:
    pack = load_pack(folder)
    lesson = pack.lessons.get(tag)
    if lesson is None:
        known = ", ".join(pack.lessons)
        raise UsageError(f"{folder}: the pack has no language {tag!r}; it has {known}")
    return _looked(folder, lesson_script(lesson, pack.info.checks), load_index(folder, tag))


def _looked(folder: Path, script: tuple[SpokenLine, ...], index: AudioIndex) -> _Work:
    return _Work(folder, script, index, take_stock(folder, script, index))


def _record(work: _Work, program: SpeechProgram, args: Namespace) -> tuple[Failure, ...]:
    made_on = date.today().isoformat()  # noqa: DTZ011  # the day on the operator's own calendar
    made = Run(args.voice or " ".join(program.words), args.command, made_on)
    with progress_bar("recording sentences") as progress:
        return record_missing(work.pack, work.index, work.stock.missing, program, made, progress)


def _report(work: _Work) -> None:
    stock, index = work.stock, work.index
    seconds = sum(index.recordings[line.hash].seconds for line in stock.good)
    voices = sorted({index.recordings[line.hash].run.voice for line in stock.good})
    print(f"recordings        {len(stock.good)} of {len(work.script)} sentences")
    print(f"length            {seconds / 60:.1f} minutes")
    print(f"voices            {'; '.join(voices) or 'none'}")
    print(f"not used          {len(stock.unused)} files")
    print(f"digest of pack    {pack_digest(work.pack)}")
    if (work.pack / "approvals").is_dir():
        print("Recordings are part of what is signed: a change needs new approvals.")
    if stock.missing:
        where = audio_folder(work.pack, index.language)
        count = len(stock.missing)
        print(f"anteroom: {where}: sentences without a recording: {count}", file=sys.stderr)
