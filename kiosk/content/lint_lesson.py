"""One language as a whole: each chapter's reading level, and what must be said before a choice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.content.blocks import Chapter, Lesson, Statement
from kiosk.content.problems import Problem
from kiosk.content.reading import FEWEST_CHAPTER_WORDS, amount
from kiosk.content.rules.subjects import required_claims
from kiosk.content.scope import Scope
from kiosk.content.vouched import share_of
from kiosk.content.wording import Wording, chapter_wording, lesson_wording

_READ = ("sentence", "statement", "study")


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a chapter is, with exempt words left out and with every word counted."""

    language: str
    chapter: str
    measure: str
    figure: float | None
    with_exempt: float | None
    limit: float | None


def readings(scope: Scope) -> list[Reading]:
    """The reading level of each file that is long enough for one."""
    found = (_reading(stem, texts, scope) for stem, texts in _texts(scope).items())
    return [one for one in found if one]


def _texts(scope: Scope) -> dict[str, list[str]]:
    """What is read in each file."""
    by_stem: dict[str, list[str]] = {}
    for one in lesson_wording(scope.lesson, scope.checks):
        if one.kind in _READ:
            by_stem.setdefault(one.stem, []).append(one.text)
    return by_stem


def _reading(stem: str, texts: list[str], scope: Scope) -> Reading | None:
    measure, language = scope.measure, scope.lesson.language
    if measure is None:
        return Reading(language, stem, "not measured", None, None, None)
    size = amount(texts, measure, scope.exempt)
    if size.words < FEWEST_CHAPTER_WORDS:
        return None
    return Reading(
        language,
        stem,
        measure.name,
        measure.figure(size),
        measure.figure(amount(texts, measure, frozenset())),
        measure.chapter,
    )


def reading_faults(scope: Scope) -> Iterator[Problem]:
    """The chapters that are harder to read than the measure allows."""
    measure = scope.measure
    for one in readings(scope):
        if measure and one.figure is not None and measure.too_hard(one.figure, measure.chapter):
            limit = f"{one.measure} {one.figure}; the limit of a chapter is {measure.chapter}"
            message = f"This chapter is hard to read: {limit}. Use shorter words and sentences."
            yield scope.fault((one.chapter, 1), "grade", message)


def consent_chapter(lesson: Lesson) -> Chapter | None:
    """The chapter that says what the last button means."""
    for chapter in lesson.chapters:
        for page in chapter.pages:
            if any(isinstance(block, Statement) for block in page.blocks):
                return chapter
    return None


def required_faults(scope: Scope) -> Iterator[Problem]:
    """The claims that the consent chapter must cite and does not."""
    manifest = scope.parsed.manifest
    chapter = consent_chapter(scope.lesson)
    if chapter is None:
        where = f'No chapter in "{scope.lesson.language}" has a statement for the last button.'
        message = f"{where} Add a ```statement part."
        path = scope.folder.shown("pack.toml")
        yield Problem(path, manifest.chapters_line, message, rule="required")
        return
    said = told(chapter_wording(chapter), scope)
    for claim in required_of(scope):
        if claim not in said:
            message = f"This chapter must cite {claim} but does not. Add a sentence on it."
            if any(claim in one.claims for one in chapter_wording(chapter)):
                message = (
                    f"{claim} is cited only where something else is said. Add a sentence on it."
                )
            yield scope.fault((chapter.id, 1), "required", message)


def required_of(scope: Scope) -> tuple[str, ...]:
    """The claims that nobody may miss, of the treatments and of the pack itself."""
    parsed = scope.parsed
    required = (*required_claims(parsed.manifest.rules), *parsed.evidence.required)
    return tuple(dict.fromkeys(required))


def told(texts: Iterable[Wording], scope: Scope) -> set[str]:
    """The claims of texts; in the language of the evidence only those told in their words."""
    evidence = scope.parsed.pack.evidence
    return {
        claim
        for one in texts
        for claim in one.claims
        if not scope.bound
        or (claim in evidence and share_of(one.text, evidence[claim].statement) > 0)
    }
