"""Treatments with rules of their own; a pack says in pack.toml which of them it needs."""

import re
from dataclasses import dataclass

from kiosk.content.rules import ketamine, ketamine_arabic, ketamine_english, ketamine_spanish
from kiosk.content.rules.rule import RuleSet, compiled


@dataclass(frozen=True, slots=True)
class Subject:
    """`named` finds the treatment in a text, whatever its language; `required` are claim ids."""

    named: re.Pattern[str]
    required: tuple[str, ...]
    rules: dict[str, RuleSet]


SUBJECTS = {
    "ketamine": Subject(
        compiled(ketamine.NAMED),
        ketamine.REQUIRED_CLAIMS,
        {
            "en": ketamine_english.RULES,
            "es": ketamine_spanish.RULES,
            "ar": ketamine_arabic.RULES,
        },
    ),
}


def subject_rules(names: tuple[str, ...], language: str) -> tuple[RuleSet, ...]:
    """The rules of these treatments for a language tag; nothing where there are none."""
    tag = language.partition("-")[0]
    found = (SUBJECTS[name].rules.get(tag) for name in names if name in SUBJECTS)
    return tuple(one for one in found if one)


def required_claims(names: tuple[str, ...]) -> tuple[str, ...]:
    """The claims that these treatments require in the chapter about the choice."""
    return tuple(claim for name in names if name in SUBJECTS for claim in SUBJECTS[name].required)
