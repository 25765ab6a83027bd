"""The sheet to take home: the pages of the visit's way of giving that the pack marks for it."""

from collections.abc import Iterator

from kiosk.content import arranged, blocks
from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import ITEM, LABEL, NOTE, TITLE, VALUE
from kiosk.ui.views.blocks import crisis_item
from kiosk.ui.views.context import Showing


def sheet_words(showing: Showing) -> tuple[CopyLine, ...]:
    """Return the words line by line, or none when the pack marks no page."""
    pages = list(_marked(showing))
    if not pages:
        return ()
    lines: list[CopyLine] = [(TITLE, showing.t("To take home"))]
    if showing.pack.info.status != "approved":
        lines.append((NOTE, showing.t("Sample content. Not for patient care.")))
    for page in pages:
        lines.append((LABEL, page.title))
        lines.extend(line for block in page.blocks for line in _lines(showing, block))
    lines.extend(_clinic(showing))
    lines.append((VALUE, showing.edition()))
    return tuple(lines)


def _marked(showing: Showing) -> Iterator[blocks.Page]:
    """Yield the marked pages; those of one way of giving only where the visit's way is known."""
    pages = [page for one in showing.lesson.chapters for page in one.pages]
    ways = [set(page.routes) for page in pages if page.routes]
    known = bool(ways) and bool(set.intersection(*ways))
    yield from (page for page in pages if page.sheet and (known or not page.routes))


def _lines(showing: Showing, block: blocks.Block) -> Iterator[CopyLine]:
    if isinstance(block, blocks.Crisis):
        for runs in crisis_item(showing).texts:
            yield VALUE, "".join(text for text, _ in runs)
    if isinstance(block, arranged.Timeline):
        for stop in block.stops:
            yield ITEM, showing.t("{name}: {text}", name=stop.name, text=stop.sentence.text)
        return
    if blocks.tells_words(block):
        return
    role = ITEM if isinstance(block, blocks.Bullets) else VALUE
    for sentence in blocks.block_sentences(block):
        yield role, sentence.text


def _clinic(showing: Showing) -> Iterator[CopyLine]:
    known = [text for text in (showing.clinic, showing.help_text) if text]
    if known:
        yield LABEL, showing.t("Your clinic")
        yield from ((VALUE, text) for text in known)
