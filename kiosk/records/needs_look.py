"""Which visits saw content that has changed since, and what changed for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.records.export.entries import Entry

UNKNOWN = "the earlier content is not at hand, so every page counts as changed"
GONE = "the language {} is no longer in the content"


@dataclass(frozen=True, slots=True)
class PageState:
    """One page: the SHA-256 of its words and, by claim id, what each cited claim states."""

    sha256: str
    claims: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PackState:
    """One version of a pack; `pages` by language and page id, check questions included."""

    id: str
    version: str
    sha256: str
    pages: Mapping[str, Mapping[str, PageState]]


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
    entries: Iterable[Entry], now: PackState, before: Iterable[PackState] = ()
) -> list[Affected]:
    """Return the visits of a pack whose content has changed, oldest first.

    Void visits are left out; where the sealed part could be opened, so are withdrawn and
    replaced ones, and only pages that the person saw count, or that are new since.
    """
    older = {state.sha256: state for state in before}
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


def _look(entry: Entry, now: PackState, then: PackState | None) -> Affected | None:
    pack = entry.clear.fields["pack"]
    language = pack["locale"]
    changed: tuple[str, ...] = ()
    note = ""
    if language not in now.pages:
        note = GONE.format(language)
    elif then is None:
        note = UNKNOWN
    else:
        changed = _changed(entry, now.pages[language], then.pages.get(language, {}))
        if not changed:
            return None
    day, seq = entry.clear.day, entry.row.seq
    return Affected(seq, entry.receipt, day, language, pack["version"], changed, note)


def _changed(
    entry: Entry, now: Mapping[str, PageState], then: Mapping[str, PageState]
) -> tuple[str, ...]:
    seen = _seen(entry)
    said = []
    for page in (*now, *(gone for gone in then if gone not in now)):
        what = _difference(now.get(page), then.get(page))
        if what and (seen is None or page in seen or page not in then):
            said.append(f"{page}: {what}")
    return tuple(said)


def _seen(entry: Entry) -> set[str] | None:
    """Return the pages and questions that were on the screen, None when they are sealed."""
    if entry.person is None:
        return None
    pages = {page["page"] for page in entry.person["pages"]}
    return pages | {question(idea["idea"]) for idea in entry.person["ideas"]}


def question(idea: str) -> str:
    """Return the name under which a check question stands among the pages."""
    return f"check/{idea}"


def _difference(now: PageState | None, then: PageState | None) -> str:
    if now is None:
        return "gone"
    if then is None:
        return "new"
    claims = sorted(
        name
        for name in now.claims.keys() & then.claims.keys()
        if now.claims[name] != then.claims[name]
    )
    words = ["words"] if now.sha256 != then.sha256 else []
    words += [f"evidence {', '.join(claims)}"] if claims else []
    return " and ".join(words)
