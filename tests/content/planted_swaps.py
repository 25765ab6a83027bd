"""Errors of one swapped word or figure, and in words outside the pages; none changes a count."""

from tests.content.planted_meaning import MEANING
from tests.content.planted_options import OPTIONS
from tests.content.planting import CHOICE, QUESTIONS, Planted, sentence, stated, swap

SWAPS: tuple[Planted, ...] = (
    Planted(
        "the figures of two groups swapped",
        "About 8 in 100 feel it, and 29 in 100 without.",
        sentence("About 8 in 100 feel it, and 29 in 100 without."),
        QUESTIONS,
        "number",
    ),
    Planted(
        "the figures of two groups swapped in a picture",
        "with = 8, without = 29",
        swap(CHOICE, "with = 29\nwithout = 8", "with = 8\nwithout = 29"),
        CHOICE,
        "number",
    ),
    Planted(
        "a small word swapped for its opposite",
        "You watch for at most 2 hours.",
        stated("Staff watch for at least 2 hours.", "You watch for at most 2 hours."),
        QUESTIONS,
        "swap",
    ),
    Planted(
        "hours swapped for minutes",
        "Staff watch for 2 minutes.",
        stated("Staff watch for at least 2 hours.", "Staff watch for 2 minutes."),
        QUESTIONS,
        "swap",
    ),
    Planted(
        "a title that sells",
        'title = "A miracle drug"',
        swap("pack.toml", 'title = "A tiny pack"', 'title = "A miracle drug"'),
        "pack.toml",
        "words",
    ),
    Planted(
        "a help number in the hours of a line",
        'hours = "At any time, or 555-0199"',
        swap("crisis.toml", 'hours = "At any time"', 'hours = "At any time, or 555-0199"'),
        "crisis.toml",
        "crisis",
    ),
    *OPTIONS,
    *MEANING,
)
