"""Whether two languages of a pack tell the same things in the same places."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.arranged import Options, Timeline
from kiosk.content.blocks import (
    Callout,
    Chapter,
    Check,
    Figure,
    IconArray,
    Lesson,
    Pack,
    Page,
    Statement,
)
from kiosk.content.figures import exchanged, groups
from kiosk.content.guards import Guard
from kiosk.content.numbers import numbers
from kiosk.content.plain_text import count_words
from kiosk.content.small_words import SmallWords
from kiosk.content.wording import Wording, check_wording, page_wording

# Shorter texts, such as names and "No.", may be the same in two languages.
_FEWEST_WORDS_TO_TRANSLATE = 4
# Small numbers are often words, or part of one word, in another language.
_ALWAYS_IN_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a language departs from the first: file stem, line, what to do, and a key of WHYS."""

    stem: str
    line: int
    message: str
    rule: str = "language"


def differences(model: Lesson, other: Lesson, checks_stem: str) -> Iterator[Difference]:
    """Each place where `other` departs from `model`."""
    pair = _Pair(model, other)
    for chapter, twin in zip(model.chapters, other.chapters, strict=False):
        yield from _chapter(chapter, twin, pair)
    yield from _names(
        [one.id for one in model.checks],
        [(one.id, one.line) for one in other.checks],
        checks_stem,
        model.language,
    )
    checks = {one.id: one for one in other.checks}
    for check in model.checks:
        match = checks.get(check.id)
        if match and _check_shape(check) != _check_shape(match):
            message = f'This question is built differently from the one in "{model.language}".'
            whole = f"{message} Use the same keys, choices and order."
            yield Difference(checks_stem, match.line, whole)
        elif match:
            texts = (list(check_wording(one, checks_stem)) for one in (check, match))
            yield from pair.texts(*texts, line=match.line)


def untranslated(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """File, language and message for words outside the chapters that a language lacks."""
    first, *others = pack.info.languages
    for other in others:
        if other.tag.partition("-")[0] == first.tag.partition("-")[0]:
            continue  # British English has no use for a title of its own
        if not other.title:
            yield (
                "pack.toml",
                other.tag,
                f'The pack has no title in "{other.tag}". Give its [[language]] part one.',
            )
        for region in pack.regions:
            for line in region.lines:
                if other.tag not in dict(line.hours_in):
                    message = f'{region.id}, {line.name}: the hours stand only in "{first.tag}".'
                    yield (
                        "crisis.toml",
                        other.tag,
                        f"{message} Name them in hours_in for {other.tag} too.",
                    )


class _Pair:
    """Compares texts of two languages one by one."""

    def __init__(self, model: Lesson, other: Lesson) -> None:
        self.language = model.language
        self._model = Guard(model.language)
        self._other = Guard(other.language)
        self._tags = (model.language, other.language)
        self._small = SmallWords(*self._tags)
        self._same = model.language.partition("-")[0] == other.language.partition("-")[0]

    def texts(
        self, wanted: list[Wording], found: list[Wording], *, line: int
    ) -> Iterator[Difference]:
        """The differences between the texts of a page or a question that starts at `line`."""
        if [one.kind for one in wanted] != [one.kind for one in found]:
            stem = found[0].stem
            text = f'"{self.language}" has {len(wanted)} texts here and this page {len(found)}.'
            yield Difference(stem, line, f"{text} Keep one line for each of its lines.")
            return
        for model, other in zip(wanted, found, strict=True):
            for message, rule in self._text(model, other):
                yield Difference(other.stem, other.line, message, rule)

    def _text(self, model: Wording, other: Wording) -> Iterator[tuple[str, str]]:
        where = f'line {model.line} of "{self.language}"'
        if set(model.claims) != set(other.claims):
            names = ", ".join(sorted(set(model.claims) ^ set(other.claims)))
            yield f"Only one of this text and {where} cites {names}. Cite the same.", "language"
        wanted, found = numbers(model.text), numbers(other.text)
        lost = {one for one in wanted - found if float(one) >= _ALWAYS_IN_DIGITS}
        for number in sorted(lost | (found - wanted)):
            yield f"The number {number} is not in both this and {where}. Correct it.", "number"
        for clause in self._small.swapped(model.text, other.text):
            yield f"This differs from {where}: {clause}. Say the same.", "swap"
        figures = exchanged(groups(other.text, self._tags[1]), groups(model.text, self._tags[0]))
        for number, group, right in figures:
            text = f"{number} stands beside “{group}” here; in {where} beside “{right}”."
            yield f"{text} Put it back.", "number"
        if self._lost_denial(model, other):
            yield f"“Not” stands in {where} and not here. Put it back.", "not"
        if not self._same and model.text == other.text and _worth_translating(model):
            yield f"This text is the same as {where}. Translate it.", "language"

    def _lost_denial(self, model: Wording, other: Wording) -> bool:
        if model.kind == "picture" or not (self._model.book and self._other.book):
            return False
        return self._model.denies(model.text) and not self._other.denies(other.text)


def _worth_translating(one: Wording) -> bool:
    return one.kind != "count" and count_words(one.text) >= _FEWEST_WORDS_TO_TRANSLATE


def _chapter(chapter: Chapter, twin: Chapter, pair: _Pair) -> Iterator[Difference]:
    language = pair.language
    yield from _names(
        [page.id for page in chapter.pages],
        [(page.id, page.line) for page in twin.pages],
        twin.id,
        language,
    )
    pages = {page.id: page for page in twin.pages}
    for page in chapter.pages:
        match = pages.get(page.id)
        if match is None:
            continue
        if _claims(page) != _claims(match):
            names = ", ".join(sorted(_claims(page) ^ _claims(match)))
            message = f'Only one of this page and the one in "{language}" cites: {names}.'
            yield Difference(twin.id, match.line, f"{message} Cite the same claims in both.")
        if _page_shape(page) != _page_shape(match):
            message = f'This page is built differently from the one in "{language}".'
            yield Difference(
                twin.id, match.line, f"{message} Use the same blocks and keys in both."
            )
        else:
            texts = (list(page_wording(one, twin.id)) for one in (page, match))
            yield from pair.texts(*texts, line=match.line)


def _names(
    wanted: list[str], found: list[tuple[str, int]], stem: str, language: str
) -> Iterator[Difference]:
    names = [name for name, _ in found]
    for name in wanted:
        if name not in names:
            yield Difference(
                stem, 1, f'"{name}" of the language "{language}" is missing here. Add it.'
            )
    for name, line in found:
        if name not in wanted:
            yield Difference(
                stem, line, f'"{name}" is not in the language "{language}". Add it there too.'
            )
    if sorted(wanted) == sorted(names) and wanted != names:
        message = f'The order here differs from that of the language "{language}". Use its order.'
        yield Difference(stem, 1, message)


def _claims(page: Page) -> set[str]:
    return {claim for one in page_wording(page, "") for claim in one.claims}


def _page_shape(page: Page) -> list[object]:
    shape: list[object] = [sorted(page.elements), sorted(page.routes), page.topic]
    shape += [page.sheet, page.short]
    for block in page.blocks:
        shape.append(type(block).__name__)
        if isinstance(block, Callout):
            shape.append(block.kind)
        elif isinstance(block, Figure):
            shape.append(block.source)
        elif isinstance(block, IconArray):
            shape.append((block.with_count, block.without_count))
        elif isinstance(block, Options):
            shape.append((block.pages, block.point))
        elif isinstance(block, Timeline):
            shape.append([bool(stop.time) for stop in block.stops])
        elif isinstance(block, Statement):
            shape.append(block.id)
    return shape


def _check_shape(check: Check) -> tuple[object, ...]:
    right = [choice.right for choice in check.choices]
    return (right, sorted(check.claims), sorted(check.elements), check.safety, len(check.reteach))
