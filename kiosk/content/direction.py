"""Letters of the right script, and marks of direction only where a script needs them."""

import re
import unicodedata
from collections.abc import Iterator

from kiosk.content.rules.languages import Wordbook

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u200c\u200d\u200e\u200f\u061c\u2066-\u2069]")
_OPEN, _CLOSE = "\u2066\u2067\u2068", "\u2069"
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")


def script_faults(text: str, book: Wordbook | None, exempt: frozenset[str]) -> Iterator[str]:
    """What is wrong with the letters and the direction marks of a text."""
    if text.isascii() and not (book and book.right_to_left):
        return
    yield from _mark_faults(text, book)
    for word in _WORD.findall(text):
        scripts = {_script(letter) for letter in word} - {""}
        if len(scripts) > 1:
            names = " and ".join(sorted(one.title() for one in scripts))
            yield f"The word “{word}” mixes letters of {names}. Type it again."
        elif book and not book.right_to_left and scripts - {book.script}:
            yield f"The word “{word}” is not in the letters of this language. Translate it."
    if book and book.right_to_left:
        yield from _latin_faults(text, book, exempt)


def _mark_faults(text: str, book: Wordbook | None) -> Iterator[str]:
    found = _MARKS.findall(text)
    if not found:
        return
    if book and not book.right_to_left:
        yield f"There is a hidden direction mark (U+{ord(found[0]):04X}) here. Delete it."
    elif sum(one in _OPEN for one in found) != found.count(_CLOSE):
        yield "A hidden direction mark is opened and not closed in this line. Delete it."


def _latin_faults(text: str, book: Wordbook, exempt: frozenset[str]) -> Iterator[str]:
    """Foreign words that nobody named: they were left untranslated, and turn the line round."""
    words = _LATIN.findall(text)
    if words and not any(_script(letter) == book.script for letter in text):
        yield "This text has no letter of its language. Translate it."
        return
    for word in words:
        if word.lower() not in exempt and not word[0].isupper():
            yield f"The word “{word}” is not translated. Translate it, or name it in “exempt”."


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
