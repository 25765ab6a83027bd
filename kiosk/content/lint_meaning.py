"""Whether each text says what its claims say: bound to them by words, figures and answers."""

from collections.abc import Iterable, Iterator

from kiosk.content.blocks import (
    Block,
    Check,
    Figure,
    IconArray,
    Statement,
    Subheading,
    block_sentences,
)
from kiosk.content.figures import exchanged, groups, misplaced, other_fractions
from kiosk.content.parse import Parsed
from kiosk.content.problems import Level, Problem
from kiosk.content.scope import Scope
from kiosk.content.vouched import Apart, apart, share_of
from kiosk.content.wording import Wording, check_wording

_FIGURED = ("sentence", "statement", "title", "study", "choice", "label")


def figure_faults(one: Wording, scope: Scope) -> Iterator[Problem]:
    """Figures that a text gives to something else, or to another group, than its claims do."""
    if one.kind not in _FIGURED or not one.claims:
        return
    place = (one.stem, one.line)
    statements = [claim.statement for claim in scope.claims(one)]
    for part in other_fractions(one.text, statements):
        message = f"The claims cited here do not say “{part}”. Say what they say, in numbers."
        yield scope.fault(place, "number", message)
    if not scope.bound:
        return
    figure = misplaced(one.text, statements)
    if figure:
        message = f"The claims cited here tell {figure} of something else. Put it back there."
        yield scope.fault(place, "number", message)
    known = _known_groups(statements, scope)
    for number, group, right in exchanged(groups(one.text, scope.lesson.language), known):
        message = f"{number} stands beside “{group}” here; in the claim it is that of “{right}”."
        yield scope.fault(place, "number", f"{message} Put each figure back to its own group.")


def array_faults(array: IconArray, stem: str, scope: Scope) -> Iterator[Problem]:
    """A picture of people whose name or groups are not those of its figures."""
    if not scope.bound:
        return
    evidence = scope.parsed.pack.evidence
    statements = [evidence[claim].statement for claim in array.claims if claim in evidence]
    figure = misplaced(f"{array.effect} {array.with_count}", statements)
    if figure:
        message = f"The claims cited here tell {figure} of something else than “{array.effect}”."
        yield scope.fault((stem, array.line), "number", f"{message} Name what they tell.")
    told = f"{array.with_label}: {array.with_count}; {array.without_label}: {array.without_count}."
    known = _known_groups(statements, scope)
    for number, group, right in exchanged(groups(told, scope.lesson.language), known):
        message = f"{number} is named “{group}” here; in the claim it is that of “{right}”."
        yield scope.fault((stem, array.line), "number", f"{message} Exchange the two labels.")


def _known_groups(statements: Iterable[str], scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for statement in statements:
        found |= groups(statement, scope.lesson.language)
    return found


def loose_faults(scope: Scope) -> Iterator[Problem]:
    """Texts with next to no word of their claims; in an approved pack all in words of their own."""
    signed = scope.parsed.manifest.status == "approved"
    for one in unvouched(scope.parsed):
        if one.loose or signed:
            level: Level = "error" if signed else "warning"
            place = (one.one.stem, one.one.line)
            yield scope.fault(place, "bound", _apart(one), level)


def unvouched(parsed: Parsed) -> Iterator[Apart]:
    """The texts in other words than their claims that nobody has compared with them."""
    vouched = {one.seal for one in parsed.evidence.vouched}
    for one in apart(parsed.pack, parsed.manifest.checks):
        if one.seal not in vouched:
            yield one


def _apart(one: Apart) -> str:
    first = one.claims[0]
    statement = first.statement.rstrip(".")
    return (
        f"This is in other words than its claim: {first.id} says “{statement}”. Say it in the "
        "words of the claim, cite the claim that says it, or have a person compare and vouch."
    )


def heading_faults(scope: Scope) -> Iterator[Problem]:
    """Headings and captions that speak of something else than the texts beside them."""
    for stem, line, text, beside in _headings(scope):
        if not text.rstrip().endswith("?") and not share_of(text, beside):
            message = "Nothing beside this heading says this. Use words of its sentences."
            yield scope.fault((stem, line), "bound", message, "warning")


def _headings(scope: Scope) -> Iterator[tuple[str, int, str, str]]:
    """File, line and words of each heading, and all that is said beside it."""
    for chapter in scope.lesson.chapters:
        for page in chapter.pages:
            beside = f"{_said(page.blocks, scope)} {_stated(page.claims, scope)}"
            yield chapter.id, page.line, page.title, beside
            for line, text in _unsourced(page.blocks):
                yield chapter.id, line, text, f"{beside} {page.title}"
    for check in scope.lesson.checks:
        for reteach in check.reteach:
            beside = f"{_said(reteach.blocks, scope)} {_stated(check.claims, scope)}"
            yield scope.checks, reteach.line, reteach.title, beside
            for line, text in _unsourced(reteach.blocks):
                yield scope.checks, line, text, beside


def _unsourced(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Subheading):
            yield block.line, block.text
        elif isinstance(block, Figure) and block.caption:
            yield block.line, block.caption


def _said(blocks: Iterable[Block], scope: Scope) -> str:
    found: list[str] = []
    for block in blocks:
        for one in block_sentences(block):
            found += [one.text, _stated(one.claims, scope)]
        if isinstance(block, Statement | IconArray):
            found.append(_stated(block.claims, scope))
        if isinstance(block, Figure):
            found.append(block.alt)
    return " ".join(found)


def _stated(claims: Iterable[str], scope: Scope) -> str:
    evidence = scope.parsed.pack.evidence
    return " ".join(evidence[claim].statement for claim in claims if claim in evidence)


def answer_faults(check: Check, scope: Scope) -> Iterator[Problem]:
    """A right answer whose yes or no turns its claims round."""
    for one in check_wording(check, scope.checks):
        word = one.text.casefold().partition(",")[0].strip(" .")
        if not scope.bound or one.kind != "choice" or word not in ("yes", "no"):
            continue
        statements = [claim.statement for claim in scope.claims(one)]
        said = scope.echoes.contradicted(check.question, yes=word == "yes", statements=statements)
        if said:
            message = f"The claim says the opposite: “{said}”. Mark the answer that it supports."
            yield scope.fault((one.stem, one.line), "not", message)


def bound_faults(one: Wording, sentence: str, scope: Scope) -> Iterator[Problem]:
    """A denial that lost the “until” or “unless” of its claim."""
    if not scope.bound:
        return
    lost = scope.echoes.unbound(sentence, (claim.statement for claim in scope.claims(one)))
    if lost:
        message = f"The claim says “{lost}”, and this does not. Put it back."
        yield scope.fault((one.stem, one.line), "not", message)
