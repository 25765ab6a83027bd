"""Text of one direction within text of the other: numbers and codes keep their order."""

import unicodedata

# First strong isolate and its end: what stands between has the direction of its first letter, and
# without letters it reads from the left. A phone number in an Arabic sentence keeps its order.
_ISOLATE, _LEFT, _END = "\u2068", "\u2066", "\u2069"
# An unseen letter of the right: a line that begins with it reads and stands from there.
_FROM_THERE = "\u200f"
_FROM_RIGHT = ("R", "AL")
# Letters, and digits, whose groups change places in a sentence from the right.
_FROM_LEFT = ("L", "EN", "AN")


def apart(value: object, *, rtl: bool) -> object:
    """Return a value to be put into a sentence, set apart where it may read the other way."""
    return set_apart(value, rtl=rtl) if isinstance(value, str) else value


def set_apart(text: str, *, rtl: bool) -> str:
    """Return a text that keeps its own direction inside one that reads the way `rtl` says."""
    other = _FROM_LEFT if rtl else _FROM_RIGHT
    turns = any(unicodedata.bidirectional(letter) in other for letter in text)
    return f"{_ISOLATE}{text}{_END}" if turns else text


def always_apart(text: str) -> str:
    """Return a text that keeps its own direction, whatever stands around it."""
    return f"{_ISOLATE}{text}{_END}"


def from_the_left(text: str) -> str:
    """Return a code that reads from the left wherever it stands."""
    return f"{_LEFT}{text}{_END}" if text else text


def line_of(text: str, *, rtl: bool) -> str:
    """Return a line of its own that reads the way `rtl` says, whatever it begins with."""
    return f"{_FROM_THERE}{text}" if rtl and text else text


def bare(text: str) -> str:
    """Return a text without the marks that only direct its letters: a voice has no use for them."""
    return "".join(mark for mark in text if mark not in (_ISOLATE, _LEFT, _END, _FROM_THERE))
