"""Whether two languages of a pack tell the same things in the same places."""

from collections.abc import Iterator

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
from kiosk.content.wording import page_wording

Difference = tuple[str, int, str]


def differences(model: Lesson, other: Lesson, checks_stem: str) -> Iterator[Difference]:
    """File stem, line and message for each place where `other` departs from `model`."""
    for chapter, twin in zip(model.chapters, other.chapters, strict=False):
        yield from _chapter(chapter, twin, model.language)
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
            yield (checks_stem, match.line, f"{message} Use the same keys, choices and order.")


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
                f'The pack has no title in "{other.tag}". Add title = "".',
            )
        for region in pack.regions:
            for line in region.lines:
                if other.tag not in dict(line.hours_in):
                    message = f'{region.id}, {line.name}: the hours stand only in "{first.tag}".'
                    yield (
                        "crisis.toml",
                        other.tag,
                        f"{message} Add hours_in = {{ {other.tag} = … }}.",
                    )


def _chapter(chapter: Chapter, twin: Chapter, language: str) -> Iterator[Difference]:
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
            yield (twin.id, match.line, f"{message} Cite the same claims in both.")
        if _page_shape(page) != _page_shape(match):
            message = f'This page is built differently from the one in "{language}".'
            yield (twin.id, match.line, f"{message} Use the same blocks and keys in both.")


def _names(
    wanted: list[str], found: list[tuple[str, int]], stem: str, language: str
) -> Iterator[Difference]:
    names = [name for name, _ in found]
    for name in wanted:
        if name not in names:
            yield (stem, 1, f'"{name}" of the language "{language}" is missing here. Add it.')
    for name, line in found:
        if name not in wanted:
            yield (stem, line, f'"{name}" is not in the language "{language}". Add it there too.')
    if sorted(wanted) == sorted(names) and wanted != names:
        yield (stem, 1, f'The order here differs from that of the language "{language}".')


def _claims(page: Page) -> set[str]:
    return {claim for one in page_wording(page, "") for claim in one.claims}


def _page_shape(page: Page) -> list[object]:
    shape: list[object] = [sorted(page.elements), sorted(page.routes), page.topic, page.sheet]
    for block in page.blocks:
        shape.append(type(block).__name__)
        if isinstance(block, Callout):
            shape.append(block.kind)
        elif isinstance(block, Figure):
            shape.append(block.source)
        elif isinstance(block, IconArray):
            shape.append((block.with_count, block.without_count))
        elif isinstance(block, Statement):
            shape.append(block.id)
    return shape


def _check_shape(check: Check) -> tuple[object, ...]:
    right = [choice.right for choice in check.choices]
    return (right, sorted(check.claims), sorted(check.elements), check.safety, len(check.reteach))
