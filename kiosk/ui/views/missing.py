"""What is said to whoever ends typing too early."""

from kiosk.ui.views.context import Showing


def missing_numbers(showing: Showing, most: int) -> tuple[str, ...]:
    """Return it for one number that is missing, for two, and so on up to `most`."""
    words = showing.words
    return tuple(
        words.n("{count} more number", "{count} more numbers", left) for left in range(1, most + 1)
    )


def missing_pictures(showing: Showing, most: int) -> tuple[str, ...]:
    """Return the same for the pictures that open a page."""
    words = showing.words
    return tuple(words.n("{count} more", "{count} more", left) for left in range(1, most + 1))
