"""“Must” stands only where the evidence says so, and the kiosk itself demands nothing."""

import re
from pathlib import Path, PurePath

import pytest

from kiosk.content.blocks import Claim
from kiosk.content.check import check_pack
from kiosk.content.demands import bare_demands
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from tests.content.tiny_languages import with_language
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


TRANSLATED = [
    ("es", "Debe escribirlas.", "Debe"),
    ("es", "Usted tiene que escribirlas.", "tiene que"),
    ("es", "Es obligatorio escribirlas.", "obligatorio"),
    ("ar", "يجب أن تكتبها.", "يجب"),
    ("ar", "لا بد من كتابتها.", "لا بد"),
    ("ar", "الكتابة إلزامية.", "إلزامي"),
]


def in_other_words(tiny: TinyPack, statement: str, tag: str, sentence: str) -> TinyPack:
    """Let a translation cite what the English text says as its claim does."""
    told(with_language(tiny, tag), statement, statement)
    tiny.files[f"{tag}/your-choice.md"] += f"\n{sentence} [^EXTRA-01]\n"
    return tiny


@pytest.mark.parametrize(("tag", "sentence", "word"), TRANSLATED)
def test_a_demand_that_only_a_translation_makes_is_refused(
    tiny: TinyPack, tag: str, sentence: str, word: str
) -> None:
    pack = in_other_words(tiny, "You can write down your questions.", tag, sentence)
    (message,) = said(pack)
    assert f"“{word}" in message


@pytest.mark.parametrize("statement", ["You must write.", "Do not write.", "You should write."])
@pytest.mark.parametrize(("tag", "sentence", "word"), TRANSLATED)
def test_a_translation_may_demand_what_the_claim_demands_or_forbids(
    statement: str, tag: str, sentence: str, word: str
) -> None:
    del word
    claim = Claim("EXTRA-01", statement, "supported", ())
    assert list(bare_demands(sentence, [claim], tag)) == []


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


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_the_kiosk_itself_demands_nothing_in_any_language(tag: str) -> None:
    words = re.compile(r"""showing\.(?:t|words\.n)\(\s*"([^"]*)\"""")
    texts = [text for one in views_of_patients().values() for text in words.findall(one)]
    speak = words_for(tag)._translations.gettext  # noqa: SLF001  # the words before names are filled in
    free = Claim("", "You can.", "supported", ())
    demands = [text for text in texts if list(bare_demands(speak(text), [free], tag))]
    assert [text for text in demands if "A clinician must" not in text] == []


@pytest.mark.parametrize(
    ("view", "optional"), [("closing", "topic to mark"), ("overlays", "breath")]
)
def test_what_is_optional_says_that_it_can_be_skipped(view: str, optional: str) -> None:
    lines = views_of_patients()[view].split("\n")
    (line,) = [one for one in lines if "You can skip this." in one]
    assert optional in line
