"""Who reviewed which words of a language: a record in pack.toml that any later edit voids."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.content.blocks import LanguageInfo
from kiosk.content.folder import PackFolder, decode_text, read_folder
from kiosk.content.manifest import Manifest, read_manifest
from kiosk.content.problems import ProblemLog
from kiosk.content.toml_table import read_toml
from kiosk.domain.errors import BadInputError

_TABLE = re.compile(r"\s*\[")
_LANGUAGE = re.compile(r"\s*\[\[\s*language\s*\]\]")
_TAG = re.compile(r"\s*tag\s*=\s*[\"'](?P<tag>[^\"']*)[\"']")


class NoSuchLanguageError(BadInputError):
    """A language that the pack does not have."""


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a language, what makes them able to, when (ISO), and digests of what they read."""

    reviewer: str
    qualification: str
    reviewed_on: str
    words: str
    interface: str


def language_digest(tag: str, manifest: Manifest, folder: PackFolder) -> str:
    """Return the SHA-256 over all words of a language: its Markdown files, its topic names.

    The same as hashing what `sha256sum` prints for the files in byte order, then lines of the same
    form for each topic name (`topic/ID`), the title (`title`) and the hours of each help line.
    """
    names = sorted(one for one in folder.texts if one.startswith(f"{tag}/") and one.endswith(".md"))
    words = [(name, folder.texts[name]) for name in names]
    words += [(f"topic/{one.id}", one.names.get(tag, "").encode()) for one in manifest.topics]
    title = next((one.title for one in manifest.languages if one.tag == tag), "")
    words += [("title", title.encode()), *_hours(tag, folder)]
    listing = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in words)
    return hashlib.sha256(listing.encode()).hexdigest()


def _hours(tag: str, folder: PackFolder) -> Iterator[tuple[str, bytes]]:
    """Give the words in crisis.toml; a new number or date there needs no new review."""
    data = folder.texts.get("crisis.toml", b"")
    try:
        held = tomllib.loads(data.decode("utf-8"))
        for region in held.get("region", ()):
            for line in region.get("line", ()):
                hours = line.get("hours_in", {}).get(tag, "")
                yield f"hours/{region.get('id')}/{line.get('name')}", str(hours).encode()
    except (ValueError, AttributeError, TypeError):
        return  # a file that cannot be read is a fault of its own, noted where it is parsed


def with_words(manifest: Manifest, folder: PackFolder) -> tuple[LanguageInfo, ...]:
    """Return the languages, each with the digest of its words as they are now."""
    return tuple(
        replace(one, words=language_digest(one.tag, manifest, folder)) for one in manifest.languages
    )


def languages_of(directory: Path) -> tuple[LanguageInfo, ...]:
    """Return the languages of a pack from pack.toml alone; none when it cannot be read."""
    log = ProblemLog()
    folder = read_folder(directory, log)
    data = folder.texts.get("pack.toml")
    path = folder.shown("pack.toml")
    text = None if data is None else decode_text(path, data, log)
    table = None if text is None else read_toml(path, text, log)
    return () if table is None else with_words(read_manifest(table), folder)


def state_of(language: LanguageInfo) -> str:
    """Return in words whether a language is reviewed, and by whom."""
    if language.reviewed:
        who = f"{language.reviewer}, {language.qualification}"
        return f"{language.tag}: reviewed by {who}, on {language.reviewed_on}"
    if language.outdated and not (language.qualification and language.reviewed_words):
        return f"{language.tag}: unreviewed: write it down with anteroom content review-language"
    if language.outdated:
        return (
            f"{language.tag}: unreviewed: the words differ from those that {language.reviewer} "
            f"read{f' on {language.reviewed_on}' if language.reviewed_on else ''}"
        )
    return f"{language.tag}: unreviewed"


def with_review(text: str, tag: str, review: Review) -> str:
    """Return pack.toml with a review written into the part of a language; all else stays.

    Raises NoSuchLanguageError.
    """
    lines = text.split("\n")
    first, last = _part_of(lines, tag)
    values = {
        "reviewer": review.reviewer,
        "qualification": review.qualification,
        "reviewed_on": review.reviewed_on,
        "reviewed_words": review.words,
        "reviewed_interface": review.interface,
    }
    known = re.compile(rf"\s*(?:{'|'.join(values)})\s*=")
    part = [line for line in lines[first:last] if not known.match(line)]
    end = len(part)
    while end and not part[end - 1].strip():
        end -= 1
    part[end:end] = [f"{key} = {_toml(key, value)}" for key, value in values.items() if value]
    return "\n".join((*lines[:first], *part, *lines[last:]))


def _toml(key: str, value: str) -> str:
    # A JSON string is a TOML string; a date stands bare.
    return value if key == "reviewed_on" else json.dumps(value, ensure_ascii=False)


def _part_of(lines: list[str], tag: str) -> tuple[int, int]:
    """Return the lines of a language's part, without the one that opens it."""
    for first, last in _parts(lines):
        tags = (_TAG.match(line) for line in lines[first:last])
        if any(found and found["tag"] == tag for found in tags):
            return first, last
    raise NoSuchLanguageError(f"the pack has no language {tag!r}; add a [[language]] part for it")


def _parts(lines: list[str]) -> Iterator[tuple[int, int]]:
    opened = [number for number, line in enumerate(lines) if _TABLE.match(line)]
    for number, following in zip(opened, [*opened[1:], len(lines)], strict=True):
        if _LANGUAGE.match(lines[number]):
            yield number + 1, following
