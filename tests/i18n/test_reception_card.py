"""The reception card names what stands on the screens, word for word."""

import re
from types import ModuleType

import pytest

from tests.house.source import ROOT

CARD = (ROOT / "docs/reception-card.md").read_text("utf-8")
# One that the reader fills in, and the end of a sentence around a label.
_ANY, _END = "…", " .,"


def labels(text: str) -> list[str]:
    """Return what a page of Markdown calls by its name: bold, each step of a way alone."""
    ways = re.findall(r"\*\*(.+?)\*\*", text)
    return [step.strip(_END) for way in ways for step in way.split("→")]


def names(label: str, sentence: str) -> bool:
    """Tell whether a label is a sentence of the kiosk, or the beginning of one."""
    parts = (re.escape(part.strip()) for part in label.split(_ANY))
    return re.match(r"\s*\S*\s*".join(parts) + r"(?![\w-])", sentence) is not None


def test_every_label_of_the_card_is_one_of_the_kiosk(translations: ModuleType) -> None:
    said = [text for both in translations.extract() for text in both if text]
    called = labels(CARD)
    assert len(called) > 25
    assert [one for one in called if not any(names(one, text) for text in said)] == []


@pytest.mark.parametrize(
    ("label", "there"),
    [
        ("Too many tries", True),
        ("A dose in the last … hours", True),
        ("Start a visit", False),
        ("Hand over", True),
        ("Hand overs", False),
    ],
)
def test_a_label_that_is_not_there_is_found_out(label: str, there: bool) -> None:
    said = (
        "Too many tries. Wait {count} second.",
        "A dose in the last {count} hours: the choice waits",
        "Start a new visit",
        "Hand over now",
    )
    assert any(names(label, text) for text in said) is there
