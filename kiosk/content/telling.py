"""Which lines of a page ask people to tell something about themselves."""

from collections.abc import Iterator

from kiosk.content.blocks import Bullets, Callout, Page
from kiosk.content.sentence import Sentence

# The parts of the consent list that ask for a talk before anything else: who must not have the
# treatment, pregnancy, what to tell first, medicines and substances, and thoughts of suicide.
WARNING_ELEMENTS = frozenset(("C11", "C12", "C13", "C14", "C27"))


def warns(page: Page) -> bool:
    """Tell whether a page is about what may speak against the treatment."""
    return not WARNING_ELEMENTS.isdisjoint(page.elements)


def lines_to_tell(page: Page) -> tuple[Sentence, ...]:
    """Return the lines of a page that warns which may be marked one by one, in their order.

    They are the items of its lists and the sentences of its TELL boxes.
    """
    return tuple(_lines(page)) if warns(page) else ()


def _lines(page: Page) -> Iterator[Sentence]:
    for block in page.blocks:
        if isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Callout) and block.kind == "TELL":
            yield from block.sentences


def line_words(page: Page, line: int) -> str:
    """Return the words of a line that may be marked; the first is 1, "" where there is none."""
    lines = lines_to_tell(page)
    return lines[line - 1].text if 1 <= line <= len(lines) else ""
