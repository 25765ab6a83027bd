"""A choice that is told with less, or in another order, than the others beside it."""

from pathlib import Path

from tests.content.planting import QUESTIONS, Planted
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
)
