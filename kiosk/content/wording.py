"""Every piece of text a person meets in a lesson, with its place and its claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.content.arranged import Options, Timeline
from kiosk.content.blocks import (
    Block,
    Chapter,
    Check,
    Figure,
    IconArray,
    Lesson,
    Page,
    Statement,
    Subheading,
    block_sentences,
)
from kiosk.content.sentence import Sentence

TextKind: TypeAlias = Literal[
    "title",
    "sentence",
    "statement",
    "study",
    "label",
    "count",
    "choice",
    "other choice",
    "picture",
]


@dataclass(frozen=True, slots=True)
class Wording:
    """A piece of text; `stem` is the file's name without `.md`; `claims` may be empty."""

    stem: str
    line: int
    kind: TextKind
    text: str
    claims: tuple[str, ...] = ()


def lesson_wording(lesson: Lesson, checks_stem: str) -> Iterator[Wording]:
    """Everything in reading order; `other choice` is an answer that is not right.

    `count` holds the numbers of an icon array, `picture` the words for who cannot see it.
    """
    for chapter in lesson.chapters:
        yield from chapter_wording(chapter)
    for check in lesson.checks:
        yield from check_wording(check, checks_stem)


def chapter_wording(chapter: Chapter) -> Iterator[Wording]:
    """Everything on the pages of one chapter."""
    for page in chapter.pages:
        yield from page_wording(page, chapter.id)


def page_wording(page: Page, stem: str) -> Iterator[Wording]:
    """Everything on one page."""
    yield Wording(stem, page.line, "title", page.title, page.claims)
    for block in page.blocks:
        yield from _block(block, stem)


def _block(block: Block, stem: str) -> Iterator[Wording]:
    for one in own_sentences(block):
        yield Wording(stem, one.line, "sentence", one.text, one.claims)
    if isinstance(block, Subheading):
        yield Wording(stem, block.line, "title", block.text)
    elif isinstance(block, Statement):
        yield Wording(stem, block.line, "statement", block.text, block.claims)
    elif isinstance(block, Timeline):
        yield from _stops(block, stem)
    elif isinstance(block, Figure):
        yield Wording(stem, block.line, "picture", block.alt)
        if block.caption:
            yield Wording(stem, block.line, "label", block.caption)
    elif isinstance(block, IconArray):
        yield from _array(block, stem)


def own_sentences(block: Block) -> tuple[Sentence, ...]:
    """Return the sentences of a block; those of a table are of other pages, and are read there."""
    return () if isinstance(block, Options) else block_sentences(block)


def _stops(block: Timeline, stem: str) -> Iterator[Wording]:
    for stop in block.stops:
        for text in (stop.name, stop.time):
            if text:
                yield Wording(stem, stop.sentence.line, "label", text, stop.sentence.claims)


def _array(block: IconArray, stem: str) -> Iterator[Wording]:
    yield Wording(stem, block.line, "study", block.study, block.claims)
    yield Wording(stem, block.line, "count", _counts(block), block.claims)
    for text in (block.effect, block.with_label, block.without_label):
        yield Wording(stem, block.line, "label", text, block.claims)


def _counts(array: IconArray) -> str:
    return f"{array.with_count} {array.without_count}"


def check_wording(check: Check, stem: str) -> Iterator[Wording]:
    """Everything in one check question."""
    yield Wording(stem, check.line, "title", check.question, check.claims)
    for block in check.lead:
        yield from _block(block, stem)
    for choice in check.choices:
        kind: TextKind = "choice" if choice.right else "other choice"
        yield Wording(stem, choice.line, kind, choice.text, check.claims)
    for reteach in check.reteach:
        yield Wording(stem, reteach.line, "title", reteach.title)
        for block in reteach.blocks:
            yield from _block(block, stem)
