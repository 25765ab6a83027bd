"""Words that may not be said, words that may not lose their “not”, and numbers that must hold.

Rules are per language tag; a language without rules is told so by `check_pack`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.wording import Wording

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_PART_OF_TITLE = re.compile(r"\([0-9]+ [^()0-9]{1,6} [0-9]+\)$")
_TO_ASCII = {
    **{ord(mark): str(digit) for digit, mark in enumerate("٠١٢٣٤٥٦٧٨٩")},
    **{ord(mark): str(digit) for digit, mark in enumerate("۰۱۲۳۴۵۶۷۸۹")},
    ord("٫"): ".",
    ord("٬"): ",",
}


def numbers(text: str) -> set[str]:
    """The numbers in a text, written one way: 1,000 and 1.000 are 1000; 0,5 is 0.5."""
    return {_plain_number(found) for found in _NUMBER.findall(text.translate(_TO_ASCII))}


def _plain_number(written: str) -> str:
    head, *groups = re.split(r"[.,]", written)
    if groups and all(len(group) == len("000") for group in groups) and head != "0":
        return head + "".join(groups)
    return ".".join([head, *groups])


def unknown_numbers(one: Wording, statements: list[str]) -> list[str]:
    """Numbers of a text that none of its claims' statements holds."""
    text = _PART_OF_TITLE.sub("", one.text) if one.kind == "title" else one.text
    known = {number for statement in statements for number in numbers(statement)}
    return sorted(numbers(text) - known)


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` may stand only in a sentence where `unless` is found too; "" means never."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    say: str


def _rule(pattern: str, unless: str, say: str) -> Rule:
    return Rule(
        re.compile(pattern, re.IGNORECASE),
        re.compile(unless, re.IGNORECASE) if unless else None,
        say,
    )


_NO = r"\b(?:not|no|never|cannot|none|nobody|nor)\b|n['’]t\b"
_KETAMINE_APPROVED = (
    r"\bapprov\w+ (?:\w+ ){0,2}ketamine\b|ketamine(?: \w+){0,3} (?:is|was) approved"
)
_SELLS = "This promises or sells. Say what the claim says, without praise."

# Evidence ledger, sections 5.9 (numbers 2, 5 and 9), 5.10 and 6.
_ENGLISH: tuple[Rule, ...] = (
    _rule(
        _KETAMINE_APPROVED,
        rf"{_NO}|\bonly for anesthesia\b|\bput people to sleep\b|\bfor surgery\b",
        "Ketamine is not approved for this use. Say “not approved”.",
    ),
    _rule(r"fda[- ]approved ketamine", "", "Ketamine is not approved for this use."),
    _rule(
        r"\bwithout (?:the |a |any )?(?:clinic|clinical setting)",
        "",
        "Treatment is given in a clinic only. Say so.",
    ),
    _rule(r"\bsafe(?:ly)? (?:to \w+ )?at home\b", _NO, "The FDA warns against use at home."),
    _rule(
        r"\bno (?:real |known )?(?:risk of )?(?:addiction|dependence|withdrawal)",
        "",
        "It can be misused. Say so.",
    ),
    _rule(
        r"\b(?:not|never) (?:\w+ )?addictive|addiction (?:risk )?is (?:low|small|minimal)",
        "",
        "It can be misused. Say so.",
    ),
    _rule(r"\bminimal risk", "", "No risk here is known to be minimal. Give the numbers."),
    _rule(r"\bmiracle|breakthrough|revolution|game.?chang|life.?chang|transform", "", _SELLS),
    _rule(r"\bcur(?:e|es|ed)\b", r"\b(?:not|no) a?\s?cure\b|\bno cure\b", "It is not a cure."),
    _rule(
        r"\bpermanent|\blasting (?:relief|change)|\b(?:instant|immediate) relief",
        _NO,
        "The lift often fades. Say so.",
    ),
    _rule(r"\bproven\b|\bproves\b", _NO, "Studies have not settled this. Say what they found."),
    _rule(r"\bparty drug", "", "This shames people. Leave it out."),
    _rule(r"\bsuccess (?:rate|stor)", "", _SELLS),
    _rule(
        r"\b(?:anyone|everyone|anybody) can (?:use|have|take)|\bfor (?:almost )?everyone\b",
        _NO,
        "It is not for everyone. Say so.",
    ),
    _rule(
        r"dissociation is (?:reduced|mild|minimal|rare)|less dissociation|reduces dissociation",
        "",
        "Feeling unreal is very common. Give the numbers.",
    ),
    _rule(
        r"\b(?:prevents?|stops?|removes?) (?:suicid\w+|thoughts of suicide)",
        r"\bnot been shown\b|\bnot shown\b",
        "It has not been shown to prevent suicide. Say so.",
    ),
    _rule(r"\brewire|\breset (?:your|the) brain", "", _SELLS),
    _rule(r"\b(?:contact|call) us today", "", _SELLS),
    _rule(r"\baddicts?\b|\babuser|\bjunkie", "", "This shames people. Say “people who …”."),
    _rule(r"\btoad\b", "", "This is another drug. Leave it out."),
    _rule(
        r"\btreats? (?:alcohol |drug )?addiction|\btreatment for addiction",
        _NO,
        "It is not approved for this and can itself be misused. Say so.",
    ),
    _rule(
        r"\bshots? (?:is|are|feels?) (?:mild|gentle)|\btakes? hours to (?:work|peak)",
        _NO,
        "A shot works within minutes and needs staff and monitors. Say so.",
    ),
    # The same, for a lost “not”: one word turned round can cost a life.
    _rule(
        r"\bdriv(?:e|es|ing)\b",
        rf"{_NO}|\bonly\b|\bbefore (?:you drive|driving)\b|\bsafe to drive\b",
        "Here driving must be ruled out until the next day. Is a “not” lost?",
    ),
    _rule(r"\bbreast-?feed\b", rf"{_NO}|\bif you\b|\btell us\b", "Is a “not” lost here?"),
    _rule(r"\bapproved for (?:anyone|people|children) under", _NO, "Is a “not” lost here?"),
    _rule(r"\b(?:take|use|bring) (?:it|spravato) (?:at )?home", _NO, "Is a “not” lost here?"),
    _rule(
        r"\b(?:stop|change|skip)(?: or (?:stop|change))? (?:any|your|other|them|taking)\b",
        rf"{_NO}|\bask\b",
        "Nobody should stop a medicine alone. Is a “not” lost here?",
    ),
    _rule(r"\bsign papers\b|\bbig (?:choices|decisions)\b", _NO, "Is a “not” lost here?"),
    _rule(r"\b(?:food|drinks?) for [0-9]+ (?:hours|minutes)\b", _NO, "Is a “no” lost here?"),
    _rule(r"\badvised\b", _NO, "Is a “not” lost here?"),
    _rule(r"\bride a bike\b|\buse machines\b", _NO, "Is a “not” lost here?"),
    _rule(r"\bdrink alcohol\b", rf"{_NO}|\bif you\b|\btell us\b", "Is a “not” lost here?"),
    _rule(r"\btake \w+(?: or \w+)? if you have had\b", _NO, "Is a “not” lost here?"),
    _rule(r"\bwait for your next visit\b", _NO, "Help must not wait. Is a “not” lost here?"),
    _rule(
        r"\bapproved for (?:ptsd|anxiety|ocd|alcohol|addiction|pain|bipolar)",
        _NO,
        "It is not approved for this. Is a “not” lost here?",
    ),
    _rule(r"\bfda (?:has |had )?reviewed\b", _NO, "Is a “not” lost here?"),
    _rule(
        r"\bmust (?:take|have|use|get) (?:it|this|spravato|ketamine)\b",
        _NO,
        "Nobody must have this treatment. Is a “not” lost here?",
    ),
    _rule(r"\bagreed? to (?:the |this )?treatment\b", _NO, "The last button is no consent."),
    _rule(r"\bgive up (?:any |your )?rights\b", _NO, "Nobody gives up rights. Is a “no” lost?"),
    _rule(r"\bshare (?:it|this|your|the) (?:medicine|drug|ketamine|spray)", _NO, "Never shared."),
    _rule(r"\bget up alone\b|\bleave alone\b|\bdrive yourself\b", _NO, "Is a “not” lost here?"),
)
_SHAMING = _rule(
    r"\b(?:wrong|fail|fails|failed|incorrect|score)\b",
    "",
    "A check asks how well we explained. Use words that blame nobody.",
)

RULES: dict[str, tuple[Rule, ...]] = {"en": _ENGLISH}


def rules_for(language: str) -> tuple[Rule, ...]:
    """The rules of a language tag such as `en` or `en-GB`."""
    return RULES.get(language.partition("-")[0], ())


def forbidden(one: Wording, sentence: str, language: str, *, in_checks: bool) -> Iterator[str]:
    """What is wrong with the words of one sentence; questions and wrong answers are free."""
    if one.kind in ("picture", "other choice") or sentence.rstrip().endswith(("?", "؟")):
        return
    rules = rules_for(language)
    for rule in (*rules, _SHAMING) if in_checks and rules else rules:
        found = rule.pattern.search(sentence)
        if found and not (rule.unless and rule.unless.search(sentence)):
            yield f"“{found[0]}”: {rule.say}"
