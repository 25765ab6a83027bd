"""Lint a pack: what the parser proves, and what a pack must say and may not say."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.audio.faults import audio_faults, is_recording
from kiosk.content.blocks import Chapter, Lesson, Statement
from kiosk.content.evidence import REFUSED_VERDICTS
from kiosk.content.folder import PackFolder, read_folder
from kiosk.content.guards import forbidden, numbers, rules_for, unknown_numbers
from kiosk.content.languages import differences, untranslated
from kiosk.content.parse import Parsed, parse_pack
from kiosk.content.plain_text import count_words, split_sentences
from kiosk.content.problems import Problem, ProblemLog
from kiosk.content.requirements import MAX_SENTENCE_WORDS, PAGE_WORD_BUDGET, REQUIRED_CLAIMS
from kiosk.content.starter import starter_faults
from kiosk.content.ways import mixed_ways
from kiosk.content.wording import Wording, chapter_wording, lesson_wording, page_wording

_TOP_FILES = frozenset({"pack.toml", "evidence.toml", "crisis.toml", "README.md", "LICENSE"})
_UNSPOKEN = ("picture", "count")
_BUDGETED = ("sentence", "statement", "study")


def check_pack(directory: Path) -> list[Problem]:
    """Everything wrong with a pack, sorted by file and line; warnings do not refuse it."""
    log = ProblemLog()
    folder = read_folder(directory, log)
    parsed = parse_pack(folder, log) if folder.names else None
    if parsed:
        readable = not log.found
        _check_files(parsed, folder, log)
        for lesson in parsed.pack.lessons.values():
            _Lint(lesson, parsed, folder, log).run(whole=readable)
        if readable:
            _check_unused(parsed, folder, log)
            _check_crisis(parsed, folder, log)
            _check_languages(parsed, folder, log)
            for lesson in parsed.pack.lessons.values():
                log.found.extend(audio_faults(lesson, parsed.manifest.checks, folder))
                log.found.extend(starter_faults(lesson, parsed.manifest.checks, folder))
    return sorted(set(log.found))


class _Lint:
    """The checks of one language."""

    def __init__(self, lesson: Lesson, parsed: Parsed, folder: PackFolder, log: ProblemLog) -> None:
        self._lesson = lesson
        self._parsed = parsed
        self._folder = folder
        self._log = log

    def run(self, *, whole: bool) -> None:
        """Check each text; with `whole` also what must be said somewhere."""
        for one in lesson_wording(self._lesson, self._parsed.manifest.checks):
            for message in self._faults(one):
                self._log.add(self._path(one.stem), one.line, message)
        for chapter in self._lesson.chapters:
            self._check_budget(chapter)
        for one, message in mixed_ways(
            self._parsed.pack, self._lesson, self._parsed.manifest.checks
        ):
            self._log.add(self._path(one.stem), one.line, message)
        if whole:
            self._check_consent()

    def _path(self, stem: str) -> str:
        return self._folder.shown(f"{self._lesson.language}/{stem}.md")

    def _faults(self, one: Wording) -> Iterator[str]:
        for claim in one.claims:
            rated = self._parsed.pack.evidence.get(claim)
            if rated and rated.verdict in REFUSED_VERDICTS:
                yield f'{claim} is rated "{rated.verdict}". Cite another claim or drop the words.'
        if one.kind not in ("picture", "other choice") and one.claims:
            evidence = self._parsed.pack.evidence
            known = [evidence[claim].statement for claim in one.claims if claim in evidence]
            for number in unknown_numbers(one, known) if len(known) == len(one.claims) else ():
                yield f"The number {number} is in none of the claims cited here. Correct it."
        if one.kind in _UNSPOKEN:
            return
        for sentence in split_sentences(one.text):
            yield from self._sentence_faults(one, sentence)

    def _sentence_faults(self, one: Wording, sentence: str) -> Iterator[str]:
        checks = one.stem == self._parsed.manifest.checks
        yield from forbidden(one, sentence, self._lesson.language, in_checks=checks)
        words = count_words(sentence)
        if words > MAX_SENTENCE_WORDS:
            most = MAX_SENTENCE_WORDS
            yield f"A sentence has {words} words; at most {most} are allowed. Split it."

    def _check_budget(self, chapter: Chapter) -> None:
        for page in chapter.pages:
            words = sum(
                count_words(one.text)
                for one in page_wording(page, chapter.id)
                if one.kind in _BUDGETED
            )
            if words > PAGE_WORD_BUDGET:
                message = f"This page has {words} words; aim for {PAGE_WORD_BUDGET}. Split it."
                self._log.add(self._path(chapter.id), page.line, message, "warning")

    def _check_consent(self) -> None:
        chapter = _consent_chapter(self._lesson)
        if chapter is None:
            path = self._folder.shown("pack.toml")
            line = self._parsed.manifest.chapters_line
            message = (
                f'No chapter in "{self._lesson.language}" has a statement for the last button.'
            )
            self._log.add(path, line, f"{message} Add a ```statement part.")
            return
        said = {claim for one in chapter_wording(chapter) for claim in one.claims}
        for claim in REQUIRED_CLAIMS:
            if claim not in said:
                message = f"This chapter must cite {claim} but does not. Add a sentence on it."
                self._log.add(self._path(chapter.id), 1, message)


def _consent_chapter(lesson: Lesson) -> Chapter | None:
    """The chapter that says what the last button means."""
    for chapter in lesson.chapters:
        for page in chapter.pages:
            if any(isinstance(block, Statement) for block in page.blocks):
                return chapter
    return None


def _check_files(parsed: Parsed, folder: PackFolder, log: ProblemLog) -> None:
    """A file nobody reads would change the digest, or be a chapter that is never shown."""
    manifest = parsed.manifest
    stems = (*manifest.chapters, manifest.checks)
    known = {f"{one.tag}/{stem}.md" for one in manifest.languages for stem in stems}
    for name in folder.names - _TOP_FILES - known:
        if not name.startswith("figures/") and not is_recording(name):
            message = "Nothing in pack.toml names this file. Name it there, or delete it."
            log.add(folder.shown(name), 1, message)


def _check_unused(parsed: Parsed, folder: PackFolder, log: ProblemLog) -> None:
    used = {claim for region in parsed.pack.regions for one in region.lines for claim in one.claims}
    for lesson in parsed.pack.lessons.values():
        for wording in lesson_wording(lesson, parsed.manifest.checks):
            used.update(wording.claims)
    path = folder.shown("evidence.toml")
    for claim, line in parsed.evidence.lines.items():
        if claim not in used:
            log.add(path, line, f"No sentence cites {claim}. Cite it or remove it.", "warning")


def _check_crisis(parsed: Parsed, folder: PackFolder, log: ProblemLog) -> None:
    """A number to dial must be one that the evidence holds."""
    for region in parsed.pack.regions:
        cited = {claim for one in region.lines for claim in one.claims}
        known = numbers(" ".join(parsed.pack.evidence[claim].statement for claim in cited))
        dialled = [
            region.emergency,
            *(text for one in region.lines for text in (one.call, one.text)),
        ]
        for number in sorted(numbers(" ".join(dialled)) - known):
            message = (
                f"{region.id}: the number {number} is in none of the claims cited. Correct it."
            )
            log.add(folder.shown("crisis.toml"), _line_of(f'"{number}"', folder), message)


def _line_of(text: str, folder: PackFolder) -> int:
    before, found, _ = folder.texts["crisis.toml"].partition(text.encode("utf-8"))
    return before.count(b"\n") + 1 if found else 1


def _check_languages(parsed: Parsed, folder: PackFolder, log: ProblemLog) -> None:
    for tag, line in parsed.manifest.language_lines.items():
        if not rules_for(tag):
            message = (
                f'No rules on wording exist for "{tag}". Let two people read it for lost words.'
            )
            log.add(folder.shown("pack.toml"), line, message, "warning")
    for name, tag, message in untranslated(parsed.pack):
        line = parsed.manifest.language_lines[tag] if name == "pack.toml" else 1
        log.add(folder.shown(name), line, message)
    first, *others = parsed.pack.lessons.values()
    for other in others:
        for stem, line, message in differences(first, other, parsed.manifest.checks):
            log.add(folder.shown(f"{other.language}/{stem}.md"), line, message)
