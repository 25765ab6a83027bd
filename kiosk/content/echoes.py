"""Whether a sentence says what its claim says, or the opposite in nearly the same words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.content.guards import Guard
from kiosk.content.meaning import clauses, words_of
from kiosk.content.plain_text import split_sentences

# A clause with one of these denies without a “not”, or not what it says: it is not compared.
_BOUNDS = re.compile(r"\b(?:only|unless|until|instead|rather|fewer|less|known)\b", re.IGNORECASE)
# “1 in 100 without the drug” denies nothing.
_LOSABLE = re.compile(r"\b(?:until|unless)\b", re.IGNORECASE)
_ANY_BOUND = re.compile(r"\b(?:until|unless|before|till|only|if)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\bwithout\b", re.IGNORECASE)
# Three shared words make two sentences comparable; three in four of its words make one an echo.
_FEWEST_SHARED, _ECHO, _REACH, _PAIR = 3, 0.75, 0.5, 2


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A clause, the words that carry its meaning, and whether it denies something."""

    text: str
    words: frozenset[str]
    denies: bool

    def echo(self, other: "_Meaning") -> float:
        """How much of this clause another one holds; 0 when the two are not comparable."""
        shared = len(self.words & other.words)
        if self.words == other.words:
            # Few words, but the very same: “someone can wake you”.
            return 1.0
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
        for clause in clauses(text):
            words = words_of(clause)
            if words and not _BOUNDS.search(clause):
                denies = self.guard.denies(_COMPARED.sub("", clause))
                yield _Meaning(clause.strip(), words, denies)

    def turned(self, sentence: str, statements: Iterable[str]) -> str:
        """The words of a statement that are repeated with their “not” lost or added, or ""."""
        known = [one for statement in statements for one in self._meanings(statement)]
        for here in self._meanings(sentence):
            echoes = [(here.echo(one), one.denies == here.denies, one.text) for one in known]
            best = max(echoes, default=(0.0, True, ""))
            if best[0] >= _ECHO and not best[1]:
                return best[2]
        return ""

    def contradicted(self, question: str, *, yes: bool, statements: Iterable[str]) -> str:
        """The words of a statement that the right answer to a question denies, or ""."""
        asked = words_of(question)
        known = [one for statement in statements for one in self._meanings(statement)]
        shares = [(len(one.words & asked), one.denies != yes, one.text) for one in known]
        best = max(shares, default=(0, True, ""))
        return best[2] if best[0] >= _FEWEST_SHARED and not best[1] else ""

    def doubted(self, sentence: str, statements: Iterable[str]) -> bool:
        """Whether a sentence denies what the clause nearest to it says, or says what that denies.

        Half of its words in common are enough: a person has to look.
        """
        known = [one for statement in statements for one in self._meanings(statement)]
        for here in self._meanings(sentence):
            near = [(len(here.words & one.words), one.denies == here.denies) for one in known]
            shared, alike = max(near, default=(0, True))
            if not alike and shared >= max(_PAIR, _REACH * len(here.words)):
                return True
        return False

    def unbound(self, sentence: str, statements: Iterable[str]) -> str:
        """The word such as “until” that bounds a denial in a statement and is lost here, or ""."""
        if _ANY_BOUND.search(sentence) or not self.guard.denies(sentence):
            return ""
        here = words_of(sentence)
        for one in (part for statement in statements for part in split_sentences(statement)):
            found = _LOSABLE.search(one)
            if found and self.guard.denies(one):
                denied, bound = words_of(one[: found.start()]), words_of(one[found.end() :])
                if here & denied and len(here & bound) >= min(_PAIR, len(bound)):
                    return found[0]
        return ""

    def repeats(self, sentence: str, said: str) -> bool:
        """Whether a sentence says what is often said and is not so."""
        return any(
            here.denies == one.denies and here.echo(one) >= _ECHO
            for here in self._meanings(sentence)
            for one in self._meanings(said)
        )
