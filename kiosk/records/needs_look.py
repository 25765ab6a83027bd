"""Which visits saw content that has changed since, and what changed for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.records.export.entries import Entry

UNKNOWN = "the earlier content is not at hand, so every page counts as changed"
GONE = "the language {} is no longer in the content"


# By language and page id (`check/ID` for a question): what changed there, one line each.
PageChanges: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class PackNow:
    """The content in use."""

    id: str
    version: str
    sha256: str
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Since:
    """How the content in use differs from an earlier version; `new_pages` by language."""

    changed: PageChanges
    new_pages: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Affected:
    """A visit that needs another look; `changed` holds page ids with what happened to each."""

    seq: int
    receipt: str
    day: str
    language: str
    pack_version: str
    changed: tuple[str, ...]
    note: str = ""


def affected(
    entries: Iterable[Entry], now: PackNow, since: Mapping[str, Since] | None = None
) -> list[Affected]:
    """Return the visits of a pack whose content has changed, oldest first.

    `since` tells, by the digest of an earlier version, how it differs from the one in use.
    Void visits are left out; where the sealed part could be opened, so are withdrawn and
    replaced ones, and only pages that the person saw count, or that are new since.
    """
    older = since or {}
    found: list[Affected] = []
    settled: set[str] = set()
    ids: dict[int, str] = {}
    for entry in entries:
        settled.update(_settles(entry))
        pack = entry.clear.fields["pack"]
        if entry.clear.kind != "ack" or pack["id"] != now.id or pack["sha256"] == now.sha256:
            continue
        one = _look(entry, now, older.get(pack["sha256"]))
        if one:
            found.append(one)
            ids[one.seq] = entry.row.id
    return [one for one in found if ids[one.seq] not in settled]


def _settles(entry: Entry) -> set[str]:
    """Return the visit that a record takes out of the list."""
    over = entry.clear.kind in {"void", "withdrawal"}
    replaced = entry.clear.fields.get("event") == "re_consent"
    target = entry.target
    return {target["id"]} if target and (over or replaced) else set()


def _look(entry: Entry, now: PackNow, since: Since | None) -> Affected | None:
    pack = entry.clear.fields["pack"]
    language = pack["locale"]
    changed: tuple[str, ...] = ()
    note = ""
    if language not in now.languages:
        note = GONE.format(language)
    elif since is None:
        note = UNKNOWN
    else:
        changed = _changed(entry, since, language)
        if not changed:
            return None
    day, seq = entry.clear.day, entry.row.seq
    return Affected(seq, entry.receipt, day, language, pack["version"], changed, note)


def _changed(entry: Entry, since: Since, language: str) -> tuple[str, ...]:
    seen = _seen(entry)
    fresh = since.new_pages.get(language, frozenset())
    return tuple(
        f"{page}: {line}"
        for page, lines in since.changed.get(language, {}).items()
        if seen is None or page in seen or page in fresh
        for line in lines
    )


def _seen(entry: Entry) -> set[str] | None:
    """Return the pages and questions that were on the screen, None when they are sealed."""
    if entry.person is None:
        return None
    pages = {page["page"] for page in entry.person["pages"]}
    return pages | {question(idea["idea"]) for idea in entry.person["ideas"]}


def question(idea: str) -> str:
    """Return the name under which a check question stands among the pages."""
    return f"check/{idea}"
