"""What a person marks to talk about: a page, or one line of it; a mark says no more than that."""

# No id of a page holds it.
_SEPARATOR = "#"


def line_mark(page: str, line: int) -> str:
    """Return the mark of a line; the first line of a page is 1."""
    return f"{page}{_SEPARATOR}{line}"


def page_of(mark: str) -> str:
    """Return the page that a mark is on."""
    return mark.partition(_SEPARATOR)[0]


def line_of(mark: str) -> int:
    """Return which line of its page is marked, 0 where the page itself is."""
    number = mark.partition(_SEPARATOR)[2]
    return int(number) if number.isascii() and number.isdigit() else 0


def without_page(marks: tuple[str, ...], page: str) -> tuple[str, ...]:
    """Return the marks that are on other pages."""
    return tuple(one for one in marks if page_of(one) != page)


def in_copy(title: str, line: str) -> str:
    """Return a mark in words, as it stands in the patient's copy: the page, or a line and it."""
    return f"{line} ({title})" if line else title
