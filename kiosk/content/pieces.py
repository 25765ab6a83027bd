"""A page or a check question as a row of short texts, so that two versions can be compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.content.arranged import Timeline
from kiosk.content.blocks import (
    Block,
    Bullets,
    Callout,
    Check,
    Figure,
    IconArray,
    Page,
    Statement,
    Subheading,
    block_sentences,
)

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text a person meets; `kind` names it in plain words, `right` marks the right choice.

    `drawn` is the SHA-256 of a picture that is a file of the pack, else "".
    """

    kind: str
    text: str
    claims: tuple[str, ...] = ()
    right: bool = False
    drawn: str = ""


def page_pieces(page: Page, files: Files) -> list[Piece]:
    """Return the title and everything on the page, in reading order."""
    return [Piece("title", page.title, page.claims), *_pieces(page.blocks, files)]


def check_pieces(check: Check, files: Files) -> list[Piece]:
    """Return the question, its choices and each way it is explained again."""
    found = [Piece("question", check.question, check.claims), *_pieces(check.lead, files)]
    found += [Piece("choice", one.text, right=one.right) for one in check.choices]
    for reteach in check.reteach:
        found += [Piece("title", reteach.title), *_pieces(reteach.blocks, files)]
    return found


def layout(blocks: Iterable[Block]) -> list[str]:
    """Return the kind of each block and how many texts it holds."""
    return [f"{_form(block)} {len(block_sentences(block))}" for block in blocks]


def _form(block: Block) -> str:
    if isinstance(block, Callout):
        return f"box {block.kind}"
    if isinstance(block, Bullets):
        return "numbered list" if block.ordered else "list"
    if isinstance(block, Statement):
        return f"statement {block.id}"
    return type(block).__name__


def _pieces(blocks: Iterable[Block], files: Files) -> Iterator[Piece]:
    for block in blocks:
        yield from _block(block, files)


def _block(block: Block, files: Files) -> Iterator[Piece]:
    for one in block_sentences(block):
        yield Piece("sentence", one.text, one.claims)
        terms = [f"“{run.text}”" for run in one.runs if run.style != "plain"]
        if terms:
            yield Piece("stress", ", ".join(terms))
    if isinstance(block, Subheading):
        yield Piece("heading", block.text)
    elif isinstance(block, Statement):
        yield Piece("statement", block.text, block.claims)
    elif isinstance(block, Timeline):
        yield from _stops(block)
    elif isinstance(block, Figure | IconArray):
        yield from _picture(block, files)


def _stops(block: Timeline) -> Iterator[Piece]:
    for stop in block.stops:
        for text in (stop.name, stop.time):
            if text:
                yield Piece("label", text, stop.sentence.claims)


def _picture(block: Figure | IconArray, files: Files) -> Iterator[Piece]:
    if isinstance(block, Figure):
        yield Piece("picture", block.source, drawn=files.get(block.source, ""))
        yield Piece("words for the picture", block.alt)
        if block.caption:
            yield Piece("caption", block.caption)
    else:
        yield Piece("label", block.effect, block.claims)
        yield Piece("count", f"{block.with_label}: {block.with_count} of 100", block.claims)
        yield Piece("count", f"{block.without_label}: {block.without_count} of 100", block.claims)
        yield Piece("label", block.study, block.claims)
