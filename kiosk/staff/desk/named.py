"""What a page on safety asks people to tell, in its own words: nobody marks one line of it."""

from collections.abc import Iterator

from kiosk.content.blocks import Bullets, Callout, Page
from kiosk.content.sentence import Sentence


def named_on(page: Page) -> str:
    """Return the lines of a page that name what to tell, as one text, "" when it has none.

    The person marked the page. Which of these lines is about them, only the talk can tell.
    """
    return "; ".join(one.text.rstrip(".") for one in _lines(page))


def _lines(page: Page) -> Iterator[Sentence]:
    for block in page.blocks:
        if isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Callout) and block.kind == "TELL":
            yield from block.sentences
