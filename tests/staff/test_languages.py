"""Production offers no language that a qualified person has not read as it now stands."""

from dataclasses import replace

import pytest

from kiosk.config import Config
from kiosk.content.blocks import LanguageInfo, Pack
from kiosk.content.pack import load_pack
from kiosk.i18n.catalogue import interface_digest
from kiosk.platform.paths import default_content
from kiosk.staff.content_checks import languages
from kiosk.staff.languages import is_reviewed, offered, why_unreviewed


def language(tag: str, *, interface: str | None = None, words: str = "w") -> LanguageInfo:
    """Return a language whose review holds, unless its words or the kiosk's are others."""
    seen = interface_digest(tag) if interface is None else interface
    return LanguageInfo(tag, tag, tag, "Ana", "translator", "2026-11-21", "w", seen, words)


UNREVIEWED = LanguageInfo("ar", "العربية", "", "", "", "", "", "", "w")


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(default_content())


def pack_of(shipped: Pack, *some: LanguageInfo) -> Pack:
    lessons = {one.tag: shipped.lessons["en"] for one in some}
    return replace(shipped, info=replace(shipped.info, languages=some), lessons=lessons)


def test_a_review_of_pages_and_interface_holds() -> None:
    assert is_reviewed(language("en"))
    assert is_reviewed(language("es"))


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (UNREVIEWED, "ar"),
        (language("es", words="other"), "es (its words differ"),
        (language("es", interface=""), "es (the kiosk's own words differ"),
        (language("es", interface="ab" * 32), "es (the kiosk's own words differ"),
    ],
)
def test_a_review_of_other_words_does_not(one: LanguageInfo, why: str) -> None:
    assert not is_reviewed(one)
    assert why_unreviewed(one).startswith(why)


def test_production_offers_what_is_reviewed_and_a_demo_offers_all(shipped: Pack) -> None:
    pack = pack_of(shipped, language("en"), language("es", words="other"), UNREVIEWED)
    assert offered(pack, Config(mode="production")) == ("en",)
    assert offered(pack, Config()) == ("en", "es", "ar")
    assert offered(pack, Config(languages=("es", "en"))) == ("en", "es")


def test_where_no_languages_are_named_those_left_out_are_told(shipped: Pack) -> None:
    pack = pack_of(shipped, language("en"), UNREVIEWED)
    check = languages(pack, Config(mode="production"))
    assert check.ok
    assert check.what == "reviewed: en; not offered, for not reviewed: ar"


@pytest.mark.parametrize(
    "config",
    [
        Config(mode="production", languages=("en", "ar")),
        Config(mode="production", language="ar", languages=("ar",)),
        Config(mode="production", language="ar"),
    ],
)
def test_a_language_that_is_named_must_be_reviewed(shipped: Pack, config: Config) -> None:
    check = languages(pack_of(shipped, language("en"), UNREVIEWED), config)
    assert not check.ok
    assert check.what == "not reviewed: ar"
    assert "review-language" in check.todo
