"""What `content check` says about recordings."""

import difflib
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from kiosk.content.audio.index import NAME, AudioIndex, audio_folder, read_index
from kiosk.content.audio.pace import pace_faults
from kiosk.content.audio.script import SpokenLine, lesson_script
from kiosk.content.audio.sound import SoundError, read_sound
from kiosk.content.blocks import Lesson
from kiosk.content.folder import PackFolder
from kiosk.content.problems import Problem, ProblemLog

_PLACE = re.compile(r"[^/]+/audio/[^/]+")
_MEND = "Run: anteroom content audio"
_SPEAK_ANEW = "Have them spoken so: anteroom content audio --again"
# How alike the old and the new words of one sentence are at least.
_ALIKE = 0.5


def is_recording(name: str) -> bool:
    """Whether a file's name, relative to the pack, belongs to the recordings of a language."""
    return bool(_PLACE.fullmatch(name))


def audio_faults(lesson: Lesson, checks_stem: str, folder: PackFolder) -> list[Problem]:
    """Damaged recordings as errors; missing, stale and unused ones as warnings.

    A language without any recording is in order: the kiosk then has no voice of the pack's own.
    """
    log = ProblemLog()
    _check(lesson, checks_stem, folder, log)
    return log.found


def _check(lesson: Lesson, checks_stem: str, folder: PackFolder, log: ProblemLog) -> None:
    tag = lesson.language
    prefix = f"{tag}/audio/"
    names = {name.removeprefix(prefix) for name in folder.names if name.startswith(prefix)}
    if not names:
        return
    data = folder.texts.get(prefix + NAME)
    if data is None:
        where = folder.shown(prefix + min(names))
        log.add(where, 1, f"There are recordings but no {NAME} that names them. {_MEND} --again")
        return
    index = read_index(folder.shown(prefix + NAME), data, tag, log)
    _check_files(folder, prefix, index, names - {NAME}, log)
    for line, message in pace_faults(index):
        log.add(folder.shown(prefix + NAME), line, f"{message} {_SPEAK_ANEW}", "warning", "pace")
    _check_script(folder, lesson_script(lesson, checks_stem), index, log)


def _check_files(
    folder: PackFolder, prefix: str, index: AudioIndex, names: set[str], log: ProblemLog
) -> None:
    place = audio_folder(folder.directory, index.language)
    listed = {one.file for one in index.recordings.values()}
    for name in sorted(names - listed):
        message = f"{NAME} does not name this file. Delete it, or run it with --prune."
        log.add(folder.shown(prefix + name), 1, message)
    for key, one in index.recordings.items():
        line = index.lines[key]
        if one.file not in names:
            message = f"The recording {one.file} is not there. {_MEND}"
            log.add(folder.shown(prefix + NAME), line, message, "warning")
            continue
        fault = _fault(place / one.file, one.sha256)
        if fault:
            message = f"This recording is damaged: {fault}. {_MEND}"
            log.add(folder.shown(prefix + one.file), 1, message)


def _fault(file: Path, sha256: str) -> str:
    try:
        data = file.read_bytes()
        read_sound(data)
    except (OSError, SoundError) as error:
        return str(error)
    if hashlib.sha256(data).hexdigest() != sha256:
        return "its bytes are not those that were written"
    return ""


def _check_script(
    folder: PackFolder, script: tuple[SpokenLine, ...], index: AudioIndex, log: ProblemLog
) -> None:
    needed = {line.hash for line in script}
    unused = {key: one.words for key, one in index.recordings.items() if key not in needed}
    silent: dict[str, list[SpokenLine]] = defaultdict(list)
    for line in script:
        if line.hash in index.recordings:
            continue
        old = _earlier(line, unused, index)
        if not old:
            silent[line.stem].append(line)
            continue
        words = unused.pop(old)
        message = f"The recording of this sentence is stale: it says “{words}” {_MEND} --prune"
        log.add(folder.shown(f"{index.language}/{line.stem}.md"), line.line, message, "warning")
    for stem, lines in silent.items():
        path = folder.shown(f"{index.language}/{stem}.md")
        message = f"{_sentences(len(lines))} from here on without a recording. {_MEND}"
        log.add(path, lines[0].line, message, "warning")
    path = folder.shown(f"{index.language}/audio/{NAME}")
    for key, words in unused.items():
        message = f"No sentence says “{words}” any more. {_MEND} --prune"
        log.add(path, index.lines[key], message, "warning")


def _earlier(line: SpokenLine, unused: dict[str, str], index: AudioIndex) -> str:
    """The hash of the recording that this sentence most likely had before it changed."""
    here: Iterable[str] = (key for key in unused if index.recordings[key].stem == line.stem)
    by_words = {unused[key]: key for key in here}
    alike = difflib.get_close_matches(line.words, by_words, n=1, cutoff=_ALIKE)
    return by_words[alike[0]] if alike else ""


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"
