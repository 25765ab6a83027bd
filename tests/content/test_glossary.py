"""The words a page uses are found with the sentence that explains them, in every language."""

from dataclasses import replace

import pytest

from kiosk.content.blocks import Lesson, Page, block_sentences, tells_words
from kiosk.content.glossary import terms_of, terms_on
from kiosk.content.pack import load_pack
from kiosk.platform import paths


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Lesson]:
    pack = load_pack(paths.default_content(), cache=tmp_path_factory.mktemp("cache"))
    return {tag: pack.lessons[tag] for tag in ("en", "es", "ar")}


def page(lesson: Lesson, name: str) -> Page:
    return next(one for chapter in lesson.chapters for one in chapter.pages if one.id == name)


@pytest.mark.parametrize(
    ("tag", "name", "words"),
    [
        ("en", "medicine", ["ketamine", "glutamate", "NMDA"]),
        ("en", "tell-medicines", ["ketamine", "opioids"]),
        ("en", "tell-health", ["sleep apnea"]),
        ("en", "limits", []),
        ("es", "medicine", ["ketamina", "glutamato", "NMDA"]),
        ("ar", "medicine", ["الكيتامين", "الغلوتامات", "NMDA"]),
    ],
)
def test_the_words_of_a_page_are_found_with_and_without_plural_and_article(
    lessons: dict[str, Lesson], tag: str, name: str, words: list[str]
) -> None:
    found = terms_on(page(lessons[tag], name), lessons[tag])
    assert [one.word for one in found] == words


def test_each_word_comes_once_with_its_sentence_its_claims_and_its_page(
    lessons: dict[str, Lesson],
) -> None:
    for lesson in lessons.values():
        found = list(terms_of(lesson))
        assert len({one.word for one in found}) == len(found) > 10
        assert all(one.word.casefold() in one.meaning.text.casefold() for one in found)
        assert all(one.meaning.claims and one.page for one in found)


def test_how_a_word_is_said_comes_with_its_meaning(lessons: dict[str, Lesson]) -> None:
    (glutamate,) = [one for one in terms_of(lessons["en"]) if one.word == "glutamate"]
    assert "(GLOO-ta-mate)" in glutamate.meaning.text


def test_what_a_word_means_stands_alone_in_a_box_that_no_page_shows(
    lessons: dict[str, Lesson],
) -> None:
    # Spanish has one word more, which only names what stands before it.
    for lesson in lessons.values():
        boxes = [
            sentence
            for chapter in lesson.chapters
            for one in chapter.pages
            for block in one.blocks
            if tells_words(block)
            for sentence in block_sentences(block)
        ]
        told = [one for one in terms_of(lesson) if one.meaning in boxes]
        left = [one.word for one in terms_of(lesson) if one.meaning not in boxes]
        assert len(told) == 15
        assert left == (["náuseas"] if lesson.language == "es" else [])


def test_what_a_word_means_counts_among_the_words_of_no_page(lessons: dict[str, Lesson]) -> None:
    messenger = page(lessons["en"], "messenger")
    shown = replace(messenger, blocks=tuple(b for b in messenger.blocks if not tells_words(b)))
    assert messenger.words == shown.words
    assert len(shown.blocks) == len(messenger.blocks) - 1
