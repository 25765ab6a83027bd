"""Each text by itself: its claims, its numbers, its words, its “not” and its length."""

from collections.abc import Iterator

from kiosk.content.demands import bare_demands
from kiosk.content.direction import script_faults
from kiosk.content.evidence import REFUSED_VERDICTS
from kiosk.content.lint_meaning import bound_faults, figure_faults
from kiosk.content.numbers import numbers, unknown_numbers
from kiosk.content.plain_text import count_words, split_sentences
from kiosk.content.problems import Problem
from kiosk.content.requirements import FEWEST_PICTURE_WORDS, MAX_SENTENCE_WORDS
from kiosk.content.scope import Scope
from kiosk.content.swaps import swapped_figures, swapped_spans, swapped_words
from kiosk.content.wording import Wording

_UNTRUE_BY_DESIGN = "other choice"


def word_faults(one: Wording, scope: Scope) -> Iterator[Problem]:
    """Everything wrong with one text."""
    place = (one.stem, one.line)
    for claim in scope.claims(one):
        if claim.verdict in REFUSED_VERDICTS:
            rated = f'{claim.id} is rated "{claim.verdict}".'
            message = f"{rated} Cite another claim or drop the words."
            yield scope.fault(place, "verdict", message)
    yield from _number_faults(one, scope)
    yield from figure_faults(one, scope)
    yield from _demand_faults(one, scope)
    if one.kind == "count":
        return
    book = scope.guard.book
    for message in script_faults(one.text, book, scope.exempt):
        yield scope.fault(place, "direction", message)
    if one.kind == "picture":
        yield from _picture_faults(one, scope)
    for sentence in split_sentences(one.text):
        yield from _sentence_faults(one, sentence, scope)


def _demand_faults(one: Wording, scope: Scope) -> Iterator[Problem]:
    if not scope.english or one.kind == _UNTRUE_BY_DESIGN:
        return
    for word in bare_demands(one.text, scope.claims(one), scope.lesson.language):
        message = f"“{word}” asks for what no claim cited here asks for. Say “can” or “may”."
        yield scope.fault((one.stem, one.line), "demand", message)


def _number_faults(one: Wording, scope: Scope) -> Iterator[Problem]:
    known = scope.claims(one)
    if one.kind in ("picture", _UNTRUE_BY_DESIGN) or not known or len(known) < len(one.claims):
        return
    stated = [claim.statement for claim in known]
    for number in unknown_numbers(one, stated, scope.number_words, scope.stated_number_words):
        message = f"The number {number} is in none of the claims cited here. Correct it."
        yield scope.fault((one.stem, one.line), "number", message)
    row = swapped_figures(one, [claim.statement for claim in known])
    if row:
        stand = f"No claim cited here holds {', '.join(row)} side by side in this order."
        message = f"{stand} Put each figure back to its own group."
        yield scope.fault((one.stem, one.line), "number", message)


def _picture_faults(one: Wording, scope: Scope) -> Iterator[Problem]:
    place = (one.stem, one.line)
    if 0 < count_words(one.text) < FEWEST_PICTURE_WORDS:
        message = "These words do not say what the picture shows. Write a short sentence."
        yield scope.fault(place, "picture", message)
    if numbers(one.text):
        message = "A number in the words for a picture rests on no claim. Say it in a sentence."
        yield scope.fault(place, "picture", message)


def _sentence_faults(one: Wording, sentence: str, scope: Scope) -> Iterator[Problem]:
    place = (one.stem, one.line)
    for breach in scope.guard.breaches(one, sentence, in_checks=one.stem == scope.checks):
        kind, why = breach.rule.kind, breach.rule.why
        yield scope.fault(place, kind, breach.message, reason=why)
    if scope.first and one.kind in ("sentence", "statement", "choice"):
        yield from _echo_faults(one, sentence, scope)
        yield from bound_faults(one, sentence, scope)
    if scope.first and one.claims and one.kind != _UNTRUE_BY_DESIGN:
        yield from _swap_faults(one, sentence, scope)
    words = count_words(sentence)
    if words > MAX_SENTENCE_WORDS and one.kind not in ("picture", "count"):
        most = MAX_SENTENCE_WORDS
        message = f"A sentence has {words} words; at most {most} are allowed. Split it."
        yield scope.fault(place, "length", message)


def _swap_faults(one: Wording, sentence: str, scope: Scope) -> Iterator[Problem]:
    statements = [claim.statement for claim in scope.claims(one)]
    swapped = (
        *swapped_words(sentence, statements),
        *swapped_spans(sentence, statements),
    )
    for here, there in swapped[:1]:
        message = f"This says “{here}” where a claim says “{there}”. Say what the claim says."
        yield scope.fault((one.stem, one.line), "swap", message)


def _echo_faults(one: Wording, sentence: str, scope: Scope) -> Iterator[Problem]:
    place = (one.stem, one.line)
    turned = scope.echoes.turned(sentence, (claim.statement for claim in scope.claims(one)))
    if turned:
        message = f"The claim says the opposite: “{turned}”. Say “not” where the claim does."
        yield scope.fault(place, "not", message)
    said = scope.parsed.evidence.said
    for claim in one.claims:
        if claim in said and scope.echoes.repeats(sentence, said[claim]):
            verdict = scope.parsed.pack.evidence[claim].verdict
            message = f'This is what {claim} calls "{verdict}". Say what its statement says.'
            yield scope.fault(place, "verdict", message)
