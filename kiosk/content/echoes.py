"""Whether a sentence says what its claim says, or the opposite in nearly the same words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.content.guards import Guard
from kiosk.content.plain_text import split_sentences

_WORD = re.compile(r"[^\W\d_]{2,}|[0-9]+")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_FREE = """
the of to in it is are be and or that this for with on at as by an if you your we our us can may not
no never cannot does do did has have had from they their them when than who will was were some also
yet so up out about any nor none nobody neither nothing without only
"""
_FREE_WORDS = frozenset(_FREE.split())
_CLAUSE = re.compile(r";|,? but |, and |, so |, or ")
# A clause with one of these denies without a “not”, or not what it says: it is not compared.
_BOUNDS = re.compile(r"\b(?:only|unless|until|instead|rather|fewer|less|known)\b", re.IGNORECASE)
# “1 in 100 without the drug” denies nothing.
_COMPARED = re.compile(r"\bwithout\b", re.IGNORECASE)
# Three shared words make two sentences comparable; three in four of its words make one an echo.
_FEWEST_SHARED, _ECHO, _REACH = 3, 0.75, 0.5


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A clause, the words that carry its meaning, and whether it denies something."""

    text: str
    words: frozenset[str]
    denies: bool

    def echo(self, other: "_Meaning") -> float:
        """How much of this clause another one holds; 0 when the two are not comparable."""
        shared = len(self.words & other.words)
        if shared < _FEWEST_SHARED or shared < _REACH * len(other.words):
            return 0.0
        return shared / len(self.words)


@dataclass(slots=True)
class Echoes:
    """Compares sentences with statements in the language of the evidence."""

    guard: Guard
    _read: dict[str, tuple[_Meaning, ...]] = field(default_factory=dict)

    def _meanings(self, text: str) -> tuple[_Meaning, ...]:
        if text not in self._read:
            self._read[text] = tuple(self._clauses(text))
        return self._read[text]

    def _clauses(self, text: str) -> Iterator[_Meaning]:
        for sentence in split_sentences(text):
            for clause in _CLAUSE.split(sentence):
                found = (one for one in _WORD.findall(clause.casefold()) if one not in _FREE_WORDS)
                words = frozenset(_ENDING.sub("", word) for word in found)
                if len(words) >= _FEWEST_SHARED and not _BOUNDS.search(clause):
                    denies = self.guard.denies(_COMPARED.sub("", clause))
                    yield _Meaning(clause.strip(), words, denies)

    def turned(self, sentence: str, statements: Iterable[str]) -> str:
        """The words of a statement that are repeated with their “not” lost or added, or ""."""
        known = [one for statement in statements for one in self._meanings(statement)]
        for here in self._clauses(sentence):
            echoes = [(here.echo(one), one.denies == here.denies, one.text) for one in known]
            best = max(echoes, default=(0.0, True, ""))
            if best[0] >= _ECHO and not best[1]:
                return best[2]
        return ""

    def repeats(self, sentence: str, said: str) -> bool:
        """Whether a sentence says what is often said and is not so."""
        return any(
            here.denies == one.denies and here.echo(one) >= _ECHO
            for here in self._clauses(sentence)
            for one in self._meanings(said)
        )
