"""Marks on a page the words that the lesson explains: touched, each tells what it means."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kiosk.content.glossary import WORD, Term, stem, words_of
from kiosk.content.rules.rule import comparable
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import BulletItem, Item, PanelItem, Runs, TextItem

Key = tuple[str, ...]
TOLD = "word"


def told(showing: Showing, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items with each explained word marked where the page has it first.

    What the pack itself is named for is marked only where it is explained: it stands on every page.
    """
    marks = _Marks(showing.terms, words_of(showing.pack.info.title_for(showing.lesson.language)))
    return tuple(_marked(one, marks) for one in items)


def tells(showing: Showing) -> str:
    """Return what is said of a marked word, with {word} in its place."""
    return showing.t("{word}: what it means", word="{word}")


def _marked(item: Item, marks: "_Marks") -> Item:
    if isinstance(item, TextItem | BulletItem):
        return replace(item, runs=marks.runs(item.runs))
    if isinstance(item, PanelItem):
        return replace(item, texts=tuple(marks.runs(one) for one in item.texts))
    return item


class _Marks:
    """The words still to mark on one page."""

    def __init__(self, terms: Iterable[Term], title: list[str]) -> None:
        self._left = {one.key for one in terms}
        # By the word they begin with: each word of a page is looked up, and few begin a term.
        self._beginning: dict[str, list[Key]] = {}
        for one in self._left:
            if not set(one) <= set(title):
                self._beginning.setdefault(one[0], []).append(one)

    def runs(self, runs: Runs) -> Runs:
        """Return runs of which some are marked."""
        return tuple(part for one in runs for part in self._parts(one))

    def _parts(self, run: tuple[str, str]) -> Iterator[tuple[str, str]]:
        text, style = run
        if style == "term":
            key = tuple(words_of(text))
            yield text, TOLD if key in self._left else style
            self._left.discard(key)
        elif style == "plain":
            yield from self._in_plain(text)
        else:
            yield run

    def _in_plain(self, text: str) -> Iterator[tuple[str, str]]:
        words = [(one.start(), one.end()) for one in WORD.finditer(text)]
        stems = [stem(comparable(text[start:end])) for start, end in words]
        done = 0
        for at, (start, _) in enumerate(words):
            key = self._key_at(stems, at)
            if key is None:
                continue
            self._left.discard(key)
            end = words[at + len(key) - 1][1]
            yield from ((text[done:start], "plain"),) if start > done else ()
            yield text[start:end], TOLD
            done = end
        if done < len(text):
            yield text[done:], "plain"

    def _key_at(self, stems: list[str], at: int) -> Key | None:
        known = self._beginning.get(stems[at], ())
        found = [
            one for one in known if one in self._left and tuple(stems[at : at + len(one)]) == one
        ]
        return max(found, key=len, default=None)
