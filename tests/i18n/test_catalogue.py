"""The program's own words: translation, counts, fields, and translations gone wrong."""

import struct
from pathlib import Path

import pytest

from kiosk.i18n.catalogue import CatalogueError, words_for
from kiosk.i18n.locales import TAGS, UnknownLanguageError

HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def compiled(folder: Path, tag: str, entries: dict[str, str]) -> Path:
    """Write a real .mo file and return the locale folder."""
    rows = sorted((key.encode(), text.encode()) for key, text in {"": HEADER, **entries}.items())
    start = 28 + 16 * len(rows)
    table, pool = b"", b""
    for column in (0, 1):
        for row in rows:
            table += struct.pack("<II", len(row[column]), start + len(pool))
            pool += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    path = folder / tag / "LC_MESSAGES" / "anteroom.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(head + table + pool)
    return folder


def test_a_translation_is_used_and_its_fields_are_filled(tmp_path: Path) -> None:
    folder = compiled(tmp_path, "es", {"Hello {name}": "Hola, {name}", "Back": "Atrás"})
    words = words_for("es", folder=folder)
    assert words.t("Hello {name}", name="{Ana}") == "Hola, {Ana}"
    assert words.t("Back") == "Atrás"
    assert words.t("Not translated yet") == "Not translated yet"


def test_counts_choose_the_form_of_the_language(tmp_path: Path) -> None:
    folder = compiled(
        tmp_path, "es", {"{count} page\0{count} pages": "{count} hoja\0{count} hojas"}
    )
    words = words_for("es", folder=folder)
    said = [words.n("{count} page", "{count} pages", count) for count in (0, 1, 2)]
    assert said == ["0 hojas", "1 hoja", "2 hojas"]


@pytest.mark.parametrize("tag", TAGS)
def test_without_a_translation_file_the_source_text_shows(tmp_path: Path, tag: str) -> None:
    words = words_for(tag, folder=tmp_path)
    assert words.t("Wait {seconds} s", seconds=5) == "Wait 5 s"
    assert words.n("{count} page", "{count} pages", 1) == "1 page"


@pytest.mark.parametrize(
    "slip", ["{nmae}", "{", "{}", "{0}", "{name.__class__}", "{name[0]}", "{name!x}", "{name:q}"]
)
def test_a_slip_in_a_translation_shows_the_source_text(tmp_path: Path, slip: str) -> None:
    """No slip may take a page down or reach into a value."""
    folder = compiled(tmp_path, "es", {"Hello {name}": f"Hola {slip}"})
    assert words_for("es", folder=folder).t("Hello {name}", name="Ana") == "Hello Ana"


def test_a_value_missing_in_the_code_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        words_for("en", folder=tmp_path).t("Hello {name}", other=1)


def test_text_without_values_is_left_alone(tmp_path: Path) -> None:
    assert words_for("en", folder=tmp_path).t("{not a field}") == "{not a field}"


@pytest.mark.parametrize(
    "damage", [b"", b"not a catalogue", struct.pack("<7I", 0x950412DE, *[9] * 6)]
)
def test_a_damaged_file_is_reported_and_not_taken_for_missing(
    tmp_path: Path, damage: bytes
) -> None:
    folder = compiled(tmp_path, "ar", {})
    (folder / "ar" / "LC_MESSAGES" / "anteroom.mo").write_bytes(damage)
    with pytest.raises(CatalogueError, match=r"anteroom\.mo"):
        words_for("ar", folder=folder)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguageError):
        words_for("../en")
