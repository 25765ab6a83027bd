"""The words that a lesson explains, and which of them stand on a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.content.blocks import Lesson, Page, block_sentences, tells_words
from kiosk.content.rules.rule import comparable
from kiosk.content.sentence import Sentence

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:[وفبل]|ك)?(?:ال|لل)")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is explained, the sentence that does so, and the title of the page it is on."""

    word: str
    meaning: Sentence
    page: str

    @property
    def key(self) -> tuple[str, ...]:
        """Its words, in a form that plural and article do not change."""
        return tuple(words_of(self.word))


def words_of(text: str) -> list[str]:
    """The words of a text, in a form that plural and article do not change."""
    return [stem(one) for one in WORD.findall(comparable(text))]


def stem(word: str) -> str:
    """The word without its plural or its article, so that opioid explains opioids."""
    return _ARTICLE.sub("", word).removesuffix("s").removesuffix("e")


def terms_of(lesson: Lesson) -> Iterator[Term]:
    """Every word that is explained, where it is first; by its meaning alone, where a box has it."""
    pages = [page for chapter in lesson.chapters for page in chapter.pages]
    found: dict[tuple[str, ...], Term] = {}
    alone: dict[tuple[str, ...], Sentence] = {}
    for one in (term for page in pages for term in marked(page)):
        found.setdefault(one.key, one)
    for page in pages:
        alone |= {one.key: one.meaning for one in _in_boxes(page)}
    for key, one in found.items():
        if key:
            yield replace(one, meaning=alone.get(key, one.meaning))


def terms_on(page: Page, lesson: Lesson) -> tuple[Term, ...]:
    """The explained words that stand on a page, in the order of the lesson."""
    here = words_of(" . ".join((page.title, *(one.text for one in _sentences(page)))))
    return tuple(one for one in terms_of(lesson) if _stands_in(words_of(one.word), here))


def _stands_in(term: list[str], text: list[str]) -> bool:
    many = len(term)
    return any(text[at : at + many] == term for at in range(len(text) - many + 1))


def _in_boxes(page: Page) -> Iterator[Term]:
    """The words whose meaning stands by itself, in a box that no page shows."""
    yield from marked(replace(page, blocks=tuple(one for one in page.blocks if tells_words(one))))


def _sentences(page: Page) -> Iterator[Sentence]:
    for block in page.blocks:
        yield from block_sentences(block)


def marked(page: Page) -> Iterator[Term]:
    """Every word that a page marks as explained there."""
    for sentence in _sentences(page):
        for run in sentence.runs:
            if run.style == "term":
                yield Term(run.text, sentence, page.title)
