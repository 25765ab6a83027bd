"""“Must” stands only where the evidence says so, and the kiosk itself demands nothing."""

import re
from pathlib import Path, PurePath

import pytest

from kiosk.content.check import check_pack
from kiosk.platform import paths
from tests.content.tiny_pack import TinyPack
from tests.house.source import sources

CHOICE = "en/your-choice.md"
LINE = "You can say no, wait, or stop at any time. [^CONS-02]"
_DEMANDS = re.compile(r"\b(?:must|required?|mandatory|have to|has to|need to)\b", re.IGNORECASE)


def said(tiny: TinyPack) -> list[str]:
    return [one.message for one in check_pack(tiny.write()) if one.rule == "demand"]


@pytest.fixture
def tiny(tmp_path: Path) -> TinyPack:
    return TinyPack(tmp_path / "tiny")


def told(tiny: TinyPack, statement: str, sentence: str) -> TinyPack:
    """Let one claim say something, and one sentence cite it."""
    tiny.files["evidence.toml"] += (
        f'\n[[claim]]\nid = "EXTRA-01"\nstatement = "{statement}"\n'
        'verdict = "supported"\nsources = ["SPR-SPL"]\n'
    )
    tiny.files[CHOICE] += f"\n{sentence} [^EXTRA-01]\n"
    return tiny


@pytest.mark.parametrize("word", ["must", "have to"])
def test_a_demand_that_no_claim_makes_is_refused(tiny: TinyPack, word: str) -> None:
    (message,) = said(told(tiny, "You can write down your questions.", f"You {word} write them."))
    assert f"“{word}”" in message


def test_a_demand_that_the_claim_makes_stands(tiny: TinyPack) -> None:
    assert said(told(tiny, "You must stay for a while.", "You must stay for a while.")) == []


def test_words_that_leave_it_open_stand(tiny: TinyPack) -> None:
    assert said(told(tiny, "You can write down your questions.", "You can write them.")) == []


def test_the_pack_that_ships_demands_nothing_of_its_own() -> None:
    found = check_pack(paths.default_content())
    assert [one.message for one in found if one.rule == "demand"] == []


def views_of_patients() -> dict[str, str]:
    """Return the text of each module that says what patients read."""
    found = {PurePath(one.path): one.text for one in sources()}
    return {
        path.stem: text
        for path, text in found.items()
        if path.parts[:3] == ("kiosk", "ui", "views") and not path.stem.startswith("staff")
    }


def test_no_page_for_patients_calls_anything_required() -> None:
    words = re.compile(r"""showing\.(?:t|words\.n)\(\s*"([^"]*)\"""")
    texts = [text for one in views_of_patients().values() for text in words.findall(one)]
    assert len(texts) > 100
    demands = [text for text in texts if _DEMANDS.search(text) and "A clinician must" not in text]
    assert demands == []


@pytest.mark.parametrize(
    ("view", "optional"), [("closing", "topic to mark"), ("overlays", "breath")]
)
def test_what_is_optional_says_that_it_can_be_skipped(view: str, optional: str) -> None:
    lines = views_of_patients()[view].split("\n")
    skips = [one for one in lines if "You can skip this." in one]
    assert skips
    assert all(optional in one for one in skips)
