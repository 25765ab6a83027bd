"""Everything a voice reads in one language, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.audio.spoken import sentence_hash, spoken
from kiosk.content.blocks import Lesson
from kiosk.content.plain_text import split_sentences
from kiosk.content.wording import lesson_wording

# The numbers of two groups of people are read in a sentence that the kiosk builds.
_UNREAD_KINDS = ("count",)


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One sentence: the words a voice is given, its hash, and where it stands."""

    hash: str
    words: str
    stem: str
    line: int


def lesson_script(lesson: Lesson, checks_stem: str) -> tuple[SpokenLine, ...]:
    """Every sentence of a language once, where it stands first."""
    found: dict[str, SpokenLine] = {}
    for line in _lines(lesson, checks_stem):
        found.setdefault(line.hash, line)
    return tuple(found.values())


def _lines(lesson: Lesson, checks_stem: str) -> Iterator[SpokenLine]:
    tag = lesson.language
    for chapter in lesson.chapters:
        yield SpokenLine(
            sentence_hash(chapter.title, tag), spoken(chapter.title, tag), chapter.id, 1
        )
    for one in lesson_wording(lesson, checks_stem):
        if one.kind in _UNREAD_KINDS:
            continue
        for text in split_sentences(one.text):
            yield SpokenLine(sentence_hash(text, tag), spoken(text, tag), one.stem, one.line)
