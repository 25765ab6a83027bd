"""Hard words, and whether each is explained where a reader first meets it."""

import re
from collections.abc import Iterator

from kiosk.content.blocks import Page
from kiosk.content.glossary import WORD, marked, stem, words_of
from kiosk.content.problems import Problem
from kiosk.content.rules.rule import comparable
from kiosk.content.scope import Scope
from kiosk.content.wording import page_wording

# How a word is said, such as (GLOO-ta-mate), is no word.
_SAY_IT = re.compile(r"\b(?=\S*[A-Z]{2})(?=\S*-)[\w-]*[a-z][\w-]*")
_SPOKEN = ("title", "sentence", "statement", "study", "label")


def term_faults(scope: Scope) -> Iterator[Problem]:
    """Each hard word that the chapters use before, or without, marking it as *explained*."""
    explained: set[str] = set()
    told: set[str] = set()
    hard = frozenset(stem(word) for word in scope.guard.book.hard_words) if scope.guard.book else ()
    for chapter in scope.lesson.chapters:
        for page in chapter.pages:
            explained.update(word for one in marked(page) for word in words_of(one.word))
            for line, word in _hard_words(page, chapter.id, scope, frozenset(hard)):
                bare = stem(comparable(word))
                if bare not in explained and bare not in told:
                    told.add(bare)
                    what = f"The hard word “{word}” is not explained."
                    message = f"{what} Use an easy word, or mark *{word}*."
                    yield scope.fault((chapter.id, line), "term", message)


def _hard_words(
    page: Page, file: str, scope: Scope, hard: frozenset[str]
) -> Iterator[tuple[int, str]]:
    limit = scope.guard.book.long_word_syllables if scope.guard.book else 0
    for one in page_wording(page, file):
        # A question repeats a word that somebody has heard; its answer has to explain it.
        if one.kind in _SPOKEN and not one.text.endswith(("?", "؟")):
            for word in WORD.findall(_SAY_IT.sub("", one.text)):
                if stem(comparable(word)) in hard or _is_long(word, limit, scope):
                    yield one.line, word


def _is_long(word: str, limit: int, scope: Scope) -> bool:
    # Most words of so many syllables have twice as many letters: the rest need no counting.
    if not limit or len(word) < 2 * limit or word.lower() in scope.exempt or not scope.measure:
        return False
    return scope.measure.spoken(word.lower()) >= limit
