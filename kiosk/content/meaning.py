"""The words of a sentence that carry its meaning, cut to their stems, and its clauses."""

import re
from functools import lru_cache

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


# A claim is laid beside many sentences, and a pack uses the same words over and over.
@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The stems of the words that carry the meaning of an English text, and its numbers."""
    found = (one for one in _WORD.findall(text.casefold()) if one not in _FREE_WORDS)
    return frozenset(_stem(word) for word in found)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return _DOUBLE.sub(r"\1", _ENDING.sub("", word))


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[str, ...]:
    """The sentences of a text, cut where one half may be true and the other not."""
    return tuple(part for one in split_sentences(text) for part in _CLAUSE.split(one))
