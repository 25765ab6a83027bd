"""Lint a pack: what the parser proves, and what a pack must say and may not say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.archive import is_archive, read_archive
from kiosk.content.audio.faults import audio_faults
from kiosk.content.blocks import Check, LanguageInfo
from kiosk.content.folder import PackFolder, folder_of, read_folder
from kiosk.content.lint_crisis import crisis_faults
from kiosk.content.lint_lesson import Reading, reading_faults, readings, required_faults
from kiosk.content.lint_meaning import answer_faults, heading_faults, loose_faults, unvouched
from kiosk.content.lint_names import name_faults
from kiosk.content.lint_options import option_faults
from kiosk.content.lint_pack import (
    claim_faults,
    date_faults,
    file_faults,
    language_faults,
    subject_faults,
)
from kiosk.content.lint_pages import hard_blocks, lone_figures, page_faults
from kiosk.content.lint_short import ShortWay, short_faults, short_ways
from kiosk.content.lint_words import word_faults
from kiosk.content.parse import Parsed, parse_pack
from kiosk.content.problems import Problem, ProblemLog
from kiosk.content.reviews import with_words
from kiosk.content.scope import Scope
from kiosk.content.starter import starter_faults
from kiosk.content.terms import term_faults
from kiosk.content.vouched import Apart
from kiosk.content.ways import mixed_ways
from kiosk.content.wording import check_wording, lesson_wording


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: `problems` by file and line, and what a person may want to know.

    `unvouched` are the texts in other words than their claims that nobody has compared with them.
    """

    problems: tuple[Problem, ...]
    readings: tuple[Reading, ...] = ()
    exempt: tuple[str, ...] = ()
    languages: tuple[LanguageInfo, ...] = ()
    parsed: Parsed | None = None
    unvouched: tuple[Apart, ...] = ()
    short: tuple[ShortWay, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems refuse the pack."""
        return sum(one.level == "error" for one in self.problems)


def check_pack(place: Path, today: date | None = None) -> list[Problem]:
    """Everything wrong with a pack, sorted by file and line; warnings do not refuse it.

    `place` is a folder or a .zip file. Without `today` no date is judged.
    """
    return list(examine(place, today).problems)


def examine(place: Path, today: date | None = None) -> Checked:
    """Check a pack and say also how hard it is to read and who has reviewed it."""
    log = ProblemLog()
    folder = _opened(place, log)
    parsed = parse_pack(folder, log) if folder.names else None
    if parsed is None:
        return Checked(tuple(sorted(set(log.found))))
    scopes = [Scope(one, parsed, folder) for one in parsed.pack.lessons.values()]
    found = set(log.found)
    whole = not log.found
    found.update(file_faults(parsed, folder))
    for scope in scopes:
        found.update(_lesson_faults(scope, whole=whole))
    if whole:
        found.update(_pack_faults(parsed, folder, today))
    return Checked(
        problems=tuple(sorted(found)),
        readings=tuple(one for scope in scopes for one in readings(scope)),
        exempt=parsed.manifest.exempt,
        languages=with_words(parsed.manifest, folder),
        parsed=parsed,
        unvouched=tuple(unvouched(parsed)),
        short=tuple(one for scope in scopes for one in short_ways(scope)),
    )


def _opened(place: Path, log: ProblemLog) -> PackFolder:
    if is_archive(place):
        return folder_of(place, read_archive(place, log))
    return read_folder(place, log)


def _lesson_faults(scope: Scope, *, whole: bool) -> Iterator[Problem]:
    """The faults of one language; with `whole` also what must be said somewhere."""
    for one in lesson_wording(scope.lesson, scope.checks):
        yield from word_faults(one, scope)
    for chapter in scope.lesson.chapters:
        for page in chapter.pages:
            yield from page_faults(page, chapter.id, scope)
    for check in scope.lesson.checks:
        yield from _check_faults(check, scope)
        yield from answer_faults(check, scope)
    for one, message in mixed_ways(scope.parsed.pack, scope.lesson, scope.checks):
        yield scope.fault((one.stem, one.line), "number", message)
    yield from term_faults(scope)
    yield from option_faults(scope)
    if scope.bound:
        yield from loose_faults(scope)
        yield from heading_faults(scope)
    if whole:
        yield from reading_faults(scope)
        yield from required_faults(scope)
        yield from short_faults(scope)


def _check_faults(check: Check, scope: Scope) -> Iterator[Problem]:
    yield from lone_figures(check_wording(check, scope.checks), scope)
    yield from hard_blocks(check.lead, scope.checks, scope)
    for reteach in check.reteach:
        yield from hard_blocks(reteach.blocks, scope.checks, scope)


def _pack_faults(parsed: Parsed, folder: PackFolder, today: date | None) -> Iterator[Problem]:
    yield from subject_faults(parsed, folder)
    yield from claim_faults(parsed, folder)
    yield from crisis_faults(parsed, folder)
    yield from name_faults(parsed, folder)
    yield from language_faults(parsed, folder)
    for lesson in parsed.pack.lessons.values():
        yield from starter_faults(lesson, parsed.manifest.checks, folder)
        if folder.directory.is_dir():
            # The sound in a packed pack is looked at when it has been unpacked.
            yield from audio_faults(lesson, parsed.manifest.checks, folder)
    if today:
        yield from date_faults(parsed, folder, today)
