"""The translation files: whole, of the right form, and compiled as they stand."""

import gettext
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kiosk.i18n.catalogue import LOCALE_DIR, interface_digest, words_for
from kiosk.i18n.locales import TAGS

TRANSLATED = [tag for tag in TAGS if tag != "en"]
# Nobody is called by a press of Get help, so nothing may say that somebody comes.
PROMISES = ("help is coming", "viene en camino", "ayuda en camino", "المساعدة قادمة", "في الطريق")


def spoil(po: Any, changes: dict[str, object]) -> Any:  # noqa: ANN401  # loaded by path: no types
    """Change the first entry that has a plural and fields."""
    entries = list(po.entries)
    index = next(i for i, one in enumerate(entries) if one.plural)
    entries[index] = replace(entries[index], **changes)
    return replace(po, entries=tuple(entries))


def test_every_translation_is_complete_and_compiled(translations: ModuleType) -> None:
    assert translations.tags() == sorted(TRANSLATED)
    assert translations.check(translations.extract()) == []


def test_the_words_of_the_code_are_found(translations: ModuleType) -> None:
    found = translations.extract()
    assert len(found) > 200
    assert ("Get help", "") in found
    assert ("{count} mark", "{count} marks") in found


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_translation_says_that_nobody_has_reviewed_it(translations: ModuleType, tag: str) -> None:
    po = translations.read_po(translations.po_path(tag))
    assert po.header["X-Review-State"] == "unreviewed"
    assert any("UNREVIEWED" in line for line in po.comments)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_no_translation_promises_that_somebody_comes(translations: ModuleType, tag: str) -> None:
    po = translations.read_po(translations.po_path(tag))
    text = " ".join(form for one in po.entries for form in one.forms).lower()
    assert [one for one in PROMISES if one in text] == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_translation_file_reads_and_writes_without_a_change(
    translations: ModuleType, tag: str
) -> None:
    path = translations.po_path(tag)
    assert translations.po_text(translations.read_po(path)) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"fuzzy": True}, "fuzzy"),
        ({"forms": ("", "", "", "", "", "")}, "not translated"),
        ({"forms": ("{count} one", "{count} two")}, "2 forms where 6 are needed"),
        ({"forms": ("{count}", "{count}", "{count}", "few", "{count}", "{count}")}, "fields"),
        ({"forms": ("{nmae}",) * 6}, "fields"),
        ({"text": "Nobody says this any more"}, "no longer in the code"),
    ],
)
def test_each_slip_in_a_translation_is_found(
    translations: ModuleType, change: dict[str, object], fault: str
) -> None:
    po = translations.read_po(translations.po_path("ar"))
    wanted = {one.key: ["x.py"] for one in po.entries}
    assert list(translations.faults(po, wanted)) == []
    assert any(fault in one for one in translations.faults(spoil(po, change), wanted))


def test_a_compiled_file_that_is_not_of_its_source_is_found(
    translations: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "LOCALE", tmp_path)
    source = LOCALE_DIR / "es" / "LC_MESSAGES" / "anteroom.po"
    path = tmp_path / "es" / "LC_MESSAGES" / "anteroom.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(source.read_bytes())
    path.with_suffix(".mo").write_bytes(source.with_suffix(".mo").read_bytes())
    wanted = translations.extract()
    assert translations.check(wanted) == []
    path.write_text(path.read_text("utf-8").replace("Atrás", "Volver"), encoding="utf-8")
    assert translations.check(wanted) == [
        "es: the .mo is not of this .po; run packaging/translations.py update"
    ]


def test_fuzzy_and_empty_words_are_never_shown(translations: ModuleType, tmp_path: Path) -> None:
    entries = tuple(
        translations.Entry(text, "", (form,), fuzzy=fuzzy)
        for text, form, fuzzy in (
            ("Back", "Atrás", True),
            ("More", "", False),
            ("Hide", "X", False),
        )
    )
    path = tmp_path / "es" / "LC_MESSAGES" / "anteroom.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(translations.mo_bytes(translations.Po((), {"Language": "es"}, entries)))
    words = words_for("es", folder=tmp_path)
    assert [words.t("Back"), words.t("More"), words.t("Hide")] == ["Back", "More", "X"]


def test_stock_gettext_reads_what_is_compiled() -> None:
    path = LOCALE_DIR / "es" / "LC_MESSAGES" / "anteroom.mo"
    with path.open("rb") as stream:
        assert gettext.GNUTranslations(stream).gettext("Back") == "Atrás"


def test_arabic_has_a_form_for_none_one_two_few_and_many() -> None:
    words = words_for("ar")
    said = {
        count: words.n("It takes about {count} minute.", "It takes about {count} minutes.", count)
        for count in (0, 1, 2, 3, 10, 11, 100)
    }
    assert said[1] == "يستغرق دقيقة واحدة تقريبًا."
    assert said[2] == "يستغرق دقيقتين تقريبًا."
    assert said[3] == "يستغرق 3 دقائق تقريبًا."
    assert said[10].endswith("10 دقائق تقريبًا.")
    assert said[11] == "يستغرق 11 دقيقة تقريبًا."
    assert len(set(said.values())) == len(said)


def test_code_that_hides_its_words_from_translators_is_refused(
    translations: ModuleType, tmp_path: Path
) -> None:
    code = tmp_path / "kiosk"
    code.mkdir()
    (code / "page.py").write_text('text = showing.t("Back " + name)\n')
    with pytest.raises(translations.NotALiteralError, match=r"kiosk/page\.py:1"):
        translations.extract(code)


def test_a_line_of_a_translation_that_cannot_be_read_is_named(
    translations: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "anteroom.po"
    path.write_text('msgid ""\nmsgstr ""\n\nmsgid "Back"\nmsgstr Atrás\n', encoding="utf-8")
    with pytest.raises(translations.PoError, match=r"anteroom\.po:5: the words must stand in"):
        translations.read_po(path)


def test_the_digest_of_a_language_follows_its_words(tmp_path: Path) -> None:
    path = tmp_path / "es" / "LC_MESSAGES" / "anteroom.mo"
    path.parent.mkdir(parents=True)
    assert interface_digest("en", folder=tmp_path) == ""
    path.write_bytes(b"one")
    first = interface_digest("es", folder=tmp_path)
    interface_digest.cache_clear()
    path.write_bytes(b"two")
    assert interface_digest("es", folder=tmp_path) != first
    assert len(first) == 64
