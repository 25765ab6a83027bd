"""What a page on safety asks people to tell, in its own words."""

from kiosk.content.blocks import Page
from kiosk.content.telling import lines_to_tell


def named_on(page: Page) -> str:
    """Return the lines of a page that name what to tell, as one text, "" when it has none.

    The person marked the whole page. Which of these lines is about them, only the talk can tell.
    """
    return "; ".join(one.text.rstrip(".") for one in lines_to_tell(page))
