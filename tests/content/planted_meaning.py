"""Texts that no longer say what their claims say, in words that no rule forbids."""

from pathlib import Path

from tests.content.planting import (
    CHOICE,
    QUESTIONS,
    Plant,
    Planted,
    sentence,
    stated,
    swap,
    told_in,
)
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import STATEMENT, TinyPack

CHECKS = "en/checks.md"
FOOD = "No food for 2 hours before. No drinks for 30 minutes before."
ECT = "More got better with ketamine: 55 against 41 of 100, in a group with ECT."
HALF = "When staff test for it, about half of people are sleepy."


def about(claim: str, statement: str, name: str, old: str, new: str) -> Plant:
    """Let a claim say something, and replace text of a file that cites it."""

    def plant(tiny: TinyPack) -> Path:
        whole = f'id = "{claim}"\nstatement = "{STATEMENT}"'
        tiny.swap("evidence.toml", whole, f'id = "{claim}"\nstatement = "{statement}"')
        tiny.swap(name, old, new)
        return tiny.write()

    return plant


def heading(text: str) -> Plant:
    """Put another title over a second explanation."""
    return swap(CHECKS, "### Feeling fine is not enough", f"### {text}")


def lost_in_english(tiny: TinyPack) -> Path:
    """Lose a “not” in the first language, while another keeps it."""
    with_language(tiny, "es")
    tiny.swap(QUESTIONS, "Nobody knows for sure.", "We know.")
    return tiny.write()


def unrelated(tiny: TinyPack) -> Path:
    """Cite a required claim under a sentence about something else."""
    claim = f'id = "AFT-06"\nstatement = "{STATEMENT}"'
    tiny.swap("evidence.toml", claim, 'id = "AFT-06"\nstatement = "Chest pain needs help."')
    return tiny.write()


def approved(asked: str, answer: str) -> Plant:
    """Ask a question about approval, and mark an answer as right."""

    def plant(tiny: TinyPack) -> Path:
        whole = f'id = "AFT-01"\nstatement = "{STATEMENT}"'
        denied = "The FDA has not approved ketamine for depression. Use is off-label."
        tiny.swap("evidence.toml", whole, f'id = "AFT-01"\nstatement = "{denied}"')
        tiny.swap(CHECKS, "## When can you drive?", f"## {asked}")
        tiny.swap(CHECKS, "- [x] The next day", f"- [x] {answer}")
        return tiny.write()

    return plant


def one(
    what: str, example: str, plant: Plant, path: str, rule: str, level: str = "error"
) -> Planted:
    """A planted error."""
    return Planted(what, example, plant, path, rule, level)


MEANING: tuple[Planted, ...] = (
    one(
        "a title that lost its “not”: at home",
        "At home",
        sentence("Take it at home."),
        QUESTIONS,
        "not",
    ),
    one(
        "a title of another explanation that lost its “not”",
        "A sure thing",
        heading("A sure thing"),
        CHECKS,
        "not",
    ),
    one(
        "a “not” put off with “or”",
        "Only in a clinic, or at home.",
        sentence("It is given only in a clinic, or at home."),
        QUESTIONS,
        "not",
    ),
    one(
        "a denial that lost its “until”",
        "You do not drive the next day.",
        stated(
            "Do not drive until the next day, after a good sleep.", "You do not drive the next day."
        ),
        QUESTIONS,
        "not",
    ),
    one(
        "“someone” where the claim says “no one”",
        "Someone can wake you.",
        stated("No one can wake you.", "Someone can wake you."),
        QUESTIONS,
        "not",
    ),
    one(
        "a right answer that says yes where the claim says no",
        "Yes, this use is called off-label",
        approved(
            "Is ketamine approved by the FDA for depression?", "Yes, this use is called off-label"
        ),
        CHECKS,
        "not",
    ),
    one(
        "a chance in words that no claim holds",
        "One person in ten gets addicted.",
        stated("Some people get addicted.", "One person in ten gets addicted."),
        QUESTIONS,
        "number",
    ),
    one(
        "another part than the claim’s",
        "About a third are sleepy.",
        stated(HALF, "When tested, about a third are sleepy."),
        QUESTIONS,
        "number",
    ),
    one(
        "a changed percentage",
        "About 41% feel it, 8 % without.",
        sentence("About 41% feel it, 8 % without."),
        QUESTIONS,
        "number",
    ),
    one(
        "two treatments exchanged beside their figures",
        "Better with ECT: 55 in 100, and 41 in 100 with ketamine.",
        stated(ECT, "More got better with ECT: 55 in 100, and 41 in 100 with ketamine."),
        QUESTIONS,
        "number",
    ),
    one(
        "hours and minutes exchanged between food and drink",
        "No food for 30 minutes, and no drinks for 2 hours before.",
        stated(FOOD, "Take no food for 30 minutes, and no drinks for 2 hours before."),
        QUESTIONS,
        "number",
    ),
    one(
        "a picture named for another effect",
        'effect = "Feel spinning"',
        about(
            "SIDE-02",
            "About 29 or 8 in 100 feel dizzy.",
            CHOICE,
            'effect = "Feel dizzy"',
            'effect = "Feel spinning"',
        ),
        CHOICE,
        "number",
    ),
    one(
        "words that sell, in who paid",
        'funding = "Makers of a miracle drug."',
        swap(
            "pack.toml",
            'funding = "Nobody paid for this."',
            'funding = "Makers of a miracle drug."',
        ),
        "pack.toml",
        "words",
    ),
    one(
        "a required claim under a sentence on something else",
        "Chest pain needs help. → What must be said",
        unrelated,
        CHOICE,
        "required",
    ),
    one(
        "a caption that states something of its own",
        '"It heals nerves"',
        swap("en/mechanism.md", '"Two cells"', '"It heals nerves"'),
        "en/mechanism.md",
        "bound",
        "warning",
    ),
    one(
        "a smaller heading that states something of its own",
        "### It heals nerves",
        swap("en/mechanism.md", "### What we think", "### It heals nerves"),
        "en/mechanism.md",
        "bound",
        "warning",
    ),
    one(
        "another explanation under a title of its own",
        "### It heals nerves",
        heading("It heals nerves"),
        CHECKS,
        "bound",
        "warning",
    ),
    one(
        "a sentence in none of the words of its claim",
        "Only street users run into trouble.",
        sentence("Only street users run into trouble."),
        QUESTIONS,
        "bound",
        "warning",
    ),
    one(
        "a help number in words",
        "Call nine eight eight.",
        sentence("Call nine eight eight at any time."),
        QUESTIONS,
        "crisis",
    ),
    one("a “not” lost in the first language only", "We know.", lost_in_english, QUESTIONS, "not"),
    one(
        "the opposite of a small word, in Spanish",
        "Antes… → Después",
        told_in(
            "es",
            "checks.md",
            "Duerma una noche antes de conducir.",
            "Duerma una noche después de conducir.",
        ),
        "es/checks.md",
        "swap",
    ),
)
