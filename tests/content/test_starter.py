"""A new pack is valid at once, says what is still to be written, and never writes over anything."""

import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.check import check_pack
from kiosk.content.pack import load_pack
from kiosk.content.problems import Problem
from kiosk.content.starter import NewPackError, new_pack
from kiosk.content.wording import lesson_wording

TODAY = date(2026, 11, 26)
EXAMPLE = "still the example of a new pack"


def make(folder: Path, *tags: str, name: str = "heart", title: str = "A heart") -> Path:
    languages = {tag: f"Name of {tag}" for tag in tags or ("en",)}
    new_pack(folder, name=name, title=title, languages=languages, today=TODAY)
    return folder


def beyond_examples(problems: list[Problem]) -> list[str]:
    return [str(one) for one in problems if EXAMPLE not in one.message and one.level == "error"]


def test_a_new_pack_can_be_shown_at_once(tmp_path: Path) -> None:
    pack = load_pack(make(tmp_path / "new", "en", "es"))
    assert (pack.info.id, pack.info.title, pack.info.status) == ("heart", "A heart", "draft")
    assert (pack.info.sources_date, pack.info.review_by) == ("2026-11-26", "2027-05-27")
    assert [one.tag for one in pack.info.languages] == ["en", "es"]
    chapters = [chapter.id for chapter in pack.lessons["en"].chapters]
    assert chapters == ["mechanism", "side-effects", "your-choice", "questions"]
    assert pack.lessons["es"].checks
    assert pack.regions == ()


def test_a_new_pack_has_no_fault_but_that_it_is_not_written_yet(tmp_path: Path) -> None:
    problems = check_pack(make(tmp_path / "new", "en", "es"))
    assert beyond_examples(problems) == []
    examples = [one for one in problems if EXAMPLE in one.message]
    assert {one.level for one in examples} == {"warning"}
    assert len({one.path for one in examples}) == len(examples) == 10


def test_a_file_whose_words_are_all_new_is_no_example_any_more(tmp_path: Path) -> None:
    folder = make(tmp_path / "new")
    evidence = folder / "evidence.toml"
    evidence.write_text(evidence.read_text("utf-8").replace("WRITE-01", "HEART-01"), "utf-8")
    for file in folder.glob("en/*.md"):
        file.write_text(file.read_text("utf-8").replace("WRITE-01", "HEART-01"), "utf-8")
    left = [Path(one.path).name for one in check_pack(folder) if EXAMPLE in one.message]
    assert left == ["your-choice.md"]


LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_the_examples_are_in_the_language_they_stand_for(tmp_path: Path, tag: str) -> None:
    folder = make(tmp_path / "new", "en", tag)
    pack = load_pack(folder)
    texts = [[one.text for one in lesson_wording(pack.lessons[t], "checks")] for t in ("en", tag)]
    assert len(texts[0]) == len(texts[1]) > 20
    assert not set(texts[0]) & set(texts[1])
    assert pack.lessons["en"].topics[0].name != pack.lessons[tag].topics[0].name
    if tag == "ar":
        assert not [text for text in texts[1] if LATIN.search(text)]


def test_nothing_is_written_where_something_is(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "pack.toml").write_text("mine", "utf-8")
    with pytest.raises(NewPackError, match="nothing was written"):
        make(folder)
    assert [one.name for one in folder.iterdir()] == ["pack.toml"]
    assert (folder / "pack.toml").read_text("utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(NewPackError, match="cannot be written"):
        make(tmp_path / "file" / "pack")


@pytest.mark.parametrize(
    ("name", "title", "reason"),
    [
        ("My Pack", "A heart", "small letters"),
        ("../up", "A heart", "small letters"),
        ("heart", "A <b>heart</b>", "HTML"),
        ("heart", "See https://example.org", "web address"),
        ("heart", "A \u202eheart", "hidden"),
    ],
)
def test_an_id_or_title_that_no_pack_may_have_is_refused(
    tmp_path: Path, name: str, title: str, reason: str
) -> None:
    with pytest.raises(NewPackError, match=reason):
        make(tmp_path / "new", name=name, title=title)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("title", ['A "heart"', "C:\\heart"])
def test_a_title_with_quotes_is_kept_or_refused_but_never_breaks_the_file(
    tmp_path: Path, title: str
) -> None:
    try:
        folder = make(tmp_path / "new", title=title)
    except NewPackError:
        return
    assert load_pack(folder).info.title == title
