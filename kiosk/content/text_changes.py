"""How a row of texts became another: added, removed, reworded, a number, a lost “not”."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kiosk.content.change import Change, ChangeKind
from kiosk.content.numbers import numbers
from kiosk.content.pieces import Piece

# Below this share of common letters two sentences are two sentences, not one reworded.
_ALIKE = 0.5
_REWORDED: ChangeKind = "reworded"
_NEGATIONS = {
    "en": r"\b(?:not|no|never|cannot|none|nobody|nothing|nor|neither|without)\b|n['’]t\b",
    "es": r"\b(?:no|nunca|jamás|ni|sin|nadie|nada|tampoco|ning[uú]n[oa]?s?)\b",
    "ar": r"\b[وف]?(?:لا|لم|لن|ليس\w*|لست\w*|غير|بدون|دون|عدم|ألا)\b",
}
_NEGATION = {tag: re.compile(words, re.IGNORECASE) for tag, words in _NEGATIONS.items()}


def text_changes(old: Sequence[Piece], new: Sequence[Piece], language: str) -> Iterator[Change]:
    """Yield each difference in reading order; places are left empty."""
    steps = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False).get_opcodes()
    for step, old_from, old_to, new_from, new_to in steps:
        before, after = old[old_from:old_to], new[new_from:new_to]
        if step == "equal":
            for one, other in zip(before, after, strict=True):
                yield from _beside_the_words(one, other)
        else:
            yield from _replaced(before, after, language)


def _keys(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in pieces]


def _replaced(old: Sequence[Piece], new: Sequence[Piece], language: str) -> Iterator[Change]:
    left = list(old)
    for piece in new:
        match = _most_alike(piece, left)
        if match is None:
            yield Change("added", f"{piece.kind} added", new=piece.text, claims=piece.claims)
            continue
        left.remove(match)
        if match.text != piece.text:
            yield _reworded(match, piece, language)
        yield from _beside_the_words(match, piece)
    for piece in left:
        yield Change("removed", f"{piece.kind} removed", old=piece.text, claims=piece.claims)


def _most_alike(piece: Piece, among: Sequence[Piece]) -> Piece | None:
    best, most = None, _ALIKE
    for other in among:
        if other.kind != piece.kind:
            continue
        alike = 1.0 if piece.kind in {"title", "question", "count"} else _share(other, piece)
        if alike > most:
            best, most = other, alike
    return best


def _share(one: Piece, other: Piece) -> float:
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _reworded(old: Piece, new: Piece, language: str) -> Change:
    said, kind = [f"{new.kind} reworded"], _REWORDED
    gone, come = _numbers_between(old.text, new.text)
    if (gone or come) and new.kind != "picture":
        said.append(f"a number changed ({gone or 'none'} to {come or 'none'})")
        kind = "number"
    lost = _negations(old.text, language) - _negations(new.text, language)
    if lost:
        said.append("a “no” or “not” was lost" if lost > 0 else "a “no” or “not” was added")
        kind = "negation"
    return Change(kind, ", ".join(said), old.text, new.text, new.claims)


def _numbers_between(old: str, new: str) -> tuple[str, str]:
    before, after = numbers(old), numbers(new)
    return " and ".join(sorted(before - after)), " and ".join(sorted(after - before))


def _negations(text: str, language: str) -> int:
    pattern = _NEGATION.get(language.partition("-")[0])
    return len(pattern.findall(text)) if pattern else 0


def _beside_the_words(old: Piece, new: Piece) -> Iterator[Change]:
    if old.right != new.right:
        said = "is now the right choice" if new.right else "is no longer the right choice"
        yield Change("right", f"“{new.text}” {said}")
    if old.text == new.text and old.drawn != new.drawn:
        yield Change("file", f"the drawing {new.text} was changed")
    if set(old.claims) != set(new.claims):
        gone = ", ".join(sorted(set(old.claims) - set(new.claims))) or "nothing"
        come = ", ".join(sorted(set(new.claims) - set(old.claims))) or "nothing"
        said = f"{new.kind} cites {come} in place of {gone}"
        yield Change("cites", said, new=new.text, claims=new.claims)
