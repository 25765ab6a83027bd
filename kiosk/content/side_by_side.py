"""Tables that lay one point of several pages side by side, in those pages' own sentences."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.content.arranged import Option, Options
from kiosk.content.blocks import Block, Bullets, Page
from kiosk.content.parse_file import FileContext


def fill_tables(pages: tuple[Page, ...], context: FileContext) -> tuple[Page, ...]:
    """Return the pages of a file with the rows of their tables, once all pages are known."""
    if not any(isinstance(block, Options) for page in pages for block in page.blocks):
        return pages
    known = {page.id: page for page in pages}
    return tuple(
        replace(page, blocks=tuple(_filled(block, page, known, context) for block in page.blocks))
        for page in pages
    )


def _filled(block: Block, page: Page, known: dict[str, Page], context: FileContext) -> Block:
    if not isinstance(block, Options):
        return block
    rows = (_row(name, block, page, known, context) for name in block.pages)
    return replace(block, rows=tuple(row for row in rows if row is not None))


def _row(
    name: str, block: Options, page: Page, known: dict[str, Page], context: FileContext
) -> Option | None:
    told = known.get(name)
    if told is None:
        message = f'There is no page "{name}" in this file. Name pages of the same file.'
        context.fault(block.line, message)
        return None
    if told.routes and set(told.routes) != set(page.routes):
        message = f'The page "{name}" is not for every way that this page is for. Take it out.'
        context.fault(block.line, message)
    points = _points(told.blocks)
    if len(points.items) < block.point:
        message = f'The list of the page "{name}" has no line {block.point}. Write it, or less.'
        context.fault(block.line, message)
        return None
    return Option(told.title, points.items[block.point - 1])


def _points(blocks: Iterable[Block]) -> Bullets:
    return next((block for block in blocks if isinstance(block, Bullets)), Bullets(()))
