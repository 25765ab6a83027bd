"""A choice that is told with less, or in another order, than the others beside it."""

from pathlib import Path

from tests.content.planted_meaning import about
from tests.content.planting import CHOICE, LINE, QUESTIONS, Planted, added, swap
from tests.content.tiny_pack import TinyPack

_POINTS = '\n[topic.points]\nen = ["How given", "Risks"]\n'
_LIST = "\n- **How given:** as a drip. [^MECH-07]\n- **Risks:** not known. [^MECH-07]\n"


def compared(tiny: TinyPack, lines: str) -> Path:
    """Give the topic two points, and its page these lines in a list."""
    tiny.swap("pack.toml", 'en = "The medicine"\n', f'en = "The medicine"\n{_POINTS}')
    tiny.files[QUESTIONS] += lines
    return tiny.write()


def whole(tiny: TinyPack) -> Path:
    """Tell both points, in their order."""
    return compared(tiny, _LIST)


def short(tiny: TinyPack) -> Path:
    """Leave the second point out."""
    return compared(tiny, _LIST.rpartition("- ")[0])


OPTIONS: tuple[Planted, ...] = (
    Planted(
        "a choice told in less detail than the others",
        "“Risks” stands on the other pages of the topic, and not here",
        short,
        QUESTIONS,
        "options",
    ),
    Planted(
        "a demand that the evidence does not make",
        "We must say that nobody knows for sure.",
        about(
            "MECH-07",
            "Nobody knows for sure.",
            QUESTIONS,
            LINE,
            "We must say that nobody knows for sure. [^MECH-07]",
        ),
        QUESTIONS,
        "demand",
    ),
    Planted(
        "a required claim left out of the short way",
        "“short” on one page of the first chapter only",
        swap("en/mechanism.md", 'claims="MECH-01"}', 'claims="MECH-01" short}'),
        CHOICE,
        "short",
    ),
    Planted(
        "pages of more than fifteen minutes, one after the other",
        "(six hundred sentences)",
        added(CHOICE, "\n" + "Nobody knows for sure. [^MECH-07]\n" * 600),
        CHOICE,
        "long",
        "warning",
    ),
)
