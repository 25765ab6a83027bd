"""A new, empty pack for another treatment; and which of its files still are examples."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from kiosk.content.attributes import ID
from kiosk.content.blocks import Lesson
from kiosk.content.folder import PackFolder
from kiosk.content.plain_text import text_fault
from kiosk.content.problems import Problem
from kiosk.content.starter_texts import (
    CRISIS,
    EVIDENCE,
    LANGUAGE,
    LESSON,
    PACK,
    README,
    ROUTE,
    STARTER,
    TOPIC,
)
from kiosk.content.starter_words import in_language
from kiosk.content.wording import lesson_wording
from kiosk.domain.errors import BadInputError

REVIEW_DAYS = 182


class NewPackError(BadInputError):
    """A new pack that cannot be made."""


def new_pack(
    folder: Path, *, name: str, title: str, languages: Mapping[str, str], today: date
) -> tuple[str, ...]:
    """Write a pack into a new or empty folder; returns its files. Raises NewPackError.

    `languages` are the names of languages in themselves, by tag.
    """
    _check_words(name, title)
    files = _files(folder, name=name, title=title, languages=languages, today=today)
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise NewPackError(f"{folder}: not empty; nothing was written, choose a new folder")
        for file, text in files.items():
            place = folder / file
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
    except OSError as error:
        where = error.filename or folder
        raise NewPackError(f"{where}: cannot be written ({error.strerror})") from error
    return tuple(files)


def _check_words(name: str, title: str) -> None:
    if not ID.fullmatch(name):
        raise NewPackError(f"the id cannot be {name!r}; use small letters a-z, digits and single -")
    fault = text_fault(title)
    if fault or not title.isprintable():
        raise NewPackError(f"the title cannot be shown: {fault or 'it holds hidden characters.'}")


def _files(
    folder: Path, *, name: str, title: str, languages: Mapping[str, str], today: date
) -> dict[str, str]:
    files = {
        "README.md": README.format(title=title, folder=folder.name),
        "pack.toml": PACK.format(
            id=_quoted(name),
            title=_quoted(title),
            today=today.isoformat(),
            review_by=(today + timedelta(days=REVIEW_DAYS)).isoformat(),
            languages="".join(
                LANGUAGE.format(tag=tag, name=own, title=_quoted(title))
                for tag, own in languages.items()
            ),
            routes=_named(ROUTE, languages),
            topics=_named(TOPIC, languages),
        ),
        "evidence.toml": EVIDENCE,
        "crisis.toml": CRISIS,
    }
    for tag in languages:
        files |= {f"{tag}/{file}": in_language(text, tag) for file, text in LESSON.items()}
    return files


def _named(words: str, languages: Iterable[str]) -> str:
    """A line for each language: its tag, and the words in it."""
    return "".join(f"{_key(tag)} = {_quoted(in_language(words, tag))}\n" for tag in languages)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _key(tag: str) -> str:
    return tag if tag.isalnum() else _quoted(tag)


def starter_faults(lesson: Lesson, checks_stem: str, folder: PackFolder) -> Iterator[Problem]:
    """Each file that still holds the words of a new pack, where it does so first."""
    seen: set[str] = set()
    for one in lesson_wording(lesson, checks_stem):
        example = any(claim.startswith(f"{STARTER}-") for claim in one.claims)
        if example and one.stem not in seen:
            seen.add(one.stem)
            path = folder.shown(f"{lesson.language}/{one.stem}.md")
            message = "These words are still the example of a new pack. Write your own."
            yield Problem(path, one.line, message, "warning")
