"""The file of check questions."""

import re

from kiosk.content.blocks import Check, Choice, Reteach, Statement
from kiosk.content.parse_chapter import cut_sections, read_section, read_title, report_repeats
from kiosk.content.parse_file import FileContext
from kiosk.content.split import Part

_CHOICE = re.compile(r"- \[(?P<mark>[^\]]*)\] +(?P<text>\S.*)")
_FEWEST, _MOST = 2, 4


def read_checks(text: str, stem: str, context: FileContext) -> tuple[Check, ...]:
    """Read `## question {#id claims="…"}` sections with choices and `###` re-teach texts."""
    _, groups = cut_sections(text, stem, context)
    checks = tuple(_check(parts, context) for parts in groups)
    report_repeats([(check.id, check.line) for check in checks], "question", context)
    return checks


def _check(parts: list[Part], context: FileContext) -> Check:
    heading = read_title(parts[0], context, keys=("claims", "elements"), flags=("safety",))
    attributes, line = heading.attributes, heading.line
    claims = attributes.words("claims")
    context.know_claims(claims, line)
    if not claims:
        context.fault(line, 'A question must say its claims, such as claims="AFT-01".')
    at = _first(parts, "choices")
    taught = _first(parts, "heading", after=1)
    lead = parts[1 : min(at, taught)]
    for part in parts[at + 1 : taught]:
        context.fault(
            part.line,
            "This cannot stand here. Only “### Title” and its text may follow the choices.",
        )
    if taught < at < len(parts):
        context.fault(parts[at].line, "The choices stand above the first “### Title”. Move them.")
    return Check(
        id=attributes.id,
        question=heading.text,
        lead=read_section(lead, line, context) if lead else (),
        choices=_choices(parts[at], context) if at < len(parts) else _no_choices(line, context),
        reteach=_reteach(parts[taught:], line, context),
        claims=claims,
        elements=context.listed(attributes, "elements", context.elements, line),
        safety="safety" in attributes.flags,
        line=line,
    )


def _first(parts: list[Part], kind: str, *, after: int = 0) -> int:
    """Index of the first part of a kind, or the number of parts."""
    found = (index for index, one in enumerate(parts) if index >= after and one.kind == kind)
    return next(found, len(parts))


def _no_choices(line: int, context: FileContext) -> tuple[Choice, ...]:
    context.fault(line, "This question has no choices. Write “- [x] right” and “- [ ] other”.")
    return ()


def _choices(part: Part, context: FileContext) -> tuple[Choice, ...]:
    choices: list[Choice] = []
    for number, line in part.numbered():
        found = _CHOICE.fullmatch(line)
        if not found or found["mark"] not in ("x", " "):
            context.fault(
                number,
                "This is no choice. Write a choice as “- [ ] words”, the right one with [x].",
            )
            continue
        choices.append(Choice(context.plain(found["text"], number), found["mark"] == "x", number))
    right = sum(choice.right for choice in choices)
    if right != 1:
        context.fault(part.line, f"{right} choices have [x]. Exactly one must be right.")
    if not _FEWEST <= len(choices) <= _MOST:
        context.fault(part.line, "A question has two to four choices. “Not sure” comes by itself.")
    if len({choice.text for choice in choices}) < len(choices):
        context.fault(part.line, "Two choices say the same. Change one.")
    return tuple(choices)


def _reteach(parts: list[Part], line: int, context: FileContext) -> tuple[Reteach, ...]:
    groups: list[list[Part]] = []
    for part in parts:
        if part.kind == "heading":
            groups.append([part])
        else:
            groups[-1].append(part)
    if not groups:
        context.fault(
            line, "This question has nothing to explain again. Add a “### Title” below it."
        )
    return tuple(_one_reteach(group, context) for group in groups)


def _one_reteach(group: list[Part], context: FileContext) -> Reteach:
    head = group[0]
    title = context.plain(head.lines[0], head.line)
    blocks = read_section(group[1:], head.line, context)
    for block in blocks:
        if isinstance(block, Statement):
            context.fault(block.line, "A statement belongs on a page of a chapter. Move it there.")
    return Reteach(title, blocks, head.line)
