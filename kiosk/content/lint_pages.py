"""Each page as a whole: not too full, no figure alone, no block too hard to read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kiosk.content.blocks import Block, IconArray, Page, Statement, tells_words
from kiosk.content.lint_meaning import array_faults
from kiosk.content.numbers import lone_chances
from kiosk.content.plain_text import count_words
from kiosk.content.problems import Problem
from kiosk.content.reading import FEWEST_WORDS, amount
from kiosk.content.requirements import MOST_PAGE_WORDS, PAGE_WORD_BUDGET
from kiosk.content.scope import Scope
from kiosk.content.wording import Wording, own_sentences, page_wording

# Those who got no medicine, in each language.
_DUMMY = re.compile(r"\b(?:dummy|placebo|without|sin)\b|simulad|ficticio|وهمي|دون")
_BUDGETED = ("sentence", "statement", "study")


def page_faults(page: Page, stem: str, scope: Scope) -> Iterator[Problem]:
    """Everything wrong with one page of a chapter."""
    texts = list(page_wording(page, stem))
    shown = replace(page, blocks=tuple(one for one in page.blocks if not tells_words(one)))
    budgeted = (one for one in page_wording(shown, stem) if one.kind in _BUDGETED)
    words = sum(count_words(one.text) for one in budgeted)
    if words > PAGE_WORD_BUDGET:
        full = words > MOST_PAGE_WORDS
        message = f"This page has {words} words; aim for {PAGE_WORD_BUDGET}. Split it."
        yield scope.fault((stem, page.line), "budget", message, "error" if full else "warning")
    yield from lone_figures(texts, scope)
    yield from swapped_groups(page.blocks, stem, scope)
    for block in page.blocks:
        if isinstance(block, IconArray):
            yield from array_faults(block, stem, scope)
    yield from hard_blocks(page.blocks, stem, scope)


def swapped_groups(blocks: Iterable[Block], stem: str, scope: Scope) -> Iterator[Problem]:
    """Pictures that give the figure of one group to the other."""
    for block in blocks:
        if isinstance(block, IconArray) and _DUMMY.search(block.with_label.casefold()):
            message = "“with” is the group that got the treatment. Put this group into “without”."
            yield scope.fault((stem, block.line), "number", message)


def lone_figures(texts: Iterable[Wording], scope: Scope) -> Iterator[Problem]:
    """Chances on one page that stand without those of the other group."""
    for chance in lone_chances(texts):
        one = chance.one
        if not scope.parsed.evidence.alone.issuperset(one.claims):
            message = (
                f"The figure {chance.many} stands without its comparison. "
                "Put the figure of the other group on the same page."
            )
            yield scope.fault((one.stem, one.line), "comparison", message)


def hard_blocks(blocks: Iterable[Block], stem: str, scope: Scope) -> Iterator[Problem]:
    """Blocks that are harder to read than the measure of the language allows."""
    measure = scope.measure
    for block in blocks if measure else ():
        sentences = own_sentences(block)
        texts = [one.text for one in sentences]
        line = sentences[0].line if sentences else 0
        if isinstance(block, Statement):
            texts, line = [block.text], block.line
        if not measure or not texts:
            continue
        size = amount(texts, measure, scope.exempt)
        figure = measure.figure(size)
        if size.words >= FEWEST_WORDS and measure.too_hard(figure, measure.block):
            limit = f"{measure.name} {figure}; the limit of a block is {measure.block}"
            message = f"This part is hard to read: {limit}. Use shorter words and sentences."
            yield scope.fault((stem, line), "grade", message)
