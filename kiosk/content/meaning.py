"""The words of a sentence that carry its meaning, cut to their stems, and its clauses."""

import re
from collections.abc import Iterator

from kiosk.content.plain_text import split_sentences

_WORD = re.compile(r"[^\W\d_]{2,}|[0-9]+")
_ENDING = re.compile(r"(?:ing|ed|ly|er|ion|es|(?<!s)s|e)$")
_DOUBLE = re.compile(r"([^\W\d_])\1$")
_FREE = """
someone anyone everyone somebody anybody everybody one
the of to in it is are be and or that this for with on at as by an if you your we our us can may not
no never cannot does do did has have had from they their them when than who will was were some also
yet so up out about any nor none nobody neither nothing without only
"""
_FREE_WORDS = frozenset(_FREE.split())
_CLAUSE = re.compile(r";|,? but |, and |, so |, or ")


def words_of(text: str) -> frozenset[str]:
    """The stems of the words that carry the meaning of an English text, and its numbers."""
    found = (one for one in _WORD.findall(text.casefold()) if one not in _FREE_WORDS)
    return frozenset(_DOUBLE.sub(r"\1", _ENDING.sub("", word)) for word in found)


def clauses(text: str) -> Iterator[str]:
    """The sentences of a text, cut where one half may be true and the other not."""
    for sentence in split_sentences(text):
        yield from _CLAUSE.split(sentence)
