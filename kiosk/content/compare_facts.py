"""What changed between two versions of a pack outside its pages: facts, claims, help lines."""

from collections.abc import Iterator, Mapping

from kiosk.content.blocks import Claim, CrisisLine, Pack, PackInfo, Region, Source
from kiosk.content.change import Change

# These are compared as parsed, so that a space in the file is no change.
_PARSED = (".md", ".toml")


def pack_changes(old: Pack, new: Pack) -> Iterator[Change]:
    """Yield what pack.toml, crisis.toml and evidence.toml say differently."""
    yield from _facts(old.info, new.info)
    yield from _regions(old, new)
    yield from _claims(old, new)
    yield from _sources(old, new)


def restated(old: Pack, new: Pack) -> dict[str, Change]:
    """Return, by claim id, what a claim of both versions now says or rests on."""
    found: dict[str, Change] = {}
    for name, claim in new.evidence.items():
        was = old.evidence.get(name)
        if was and was != claim:
            found[name] = _restated(was, claim)
    return found


def file_changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    """Yield the drawings, sounds and other files that were added, removed or changed."""
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name) or name.endswith(_PARSED):
            continue
        said = "changed" if name in old and name in new else "added" if name in new else "removed"
        yield Change("file", f"file {name} {said}")


def _facts(old: PackInfo, new: PackInfo) -> Iterator[Change]:
    before, after = _told(old), _told(new)
    for name in (*after, *(gone for gone in before if gone not in after)):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            yield Change("pack", f"{name} changed", was or "none", now or "none")


def _told(info: PackInfo) -> dict[str, str]:
    told = {
        "id": info.id,
        "version": info.version,
        "title": info.title,
        "status": info.status,
        "authors": ", ".join(info.authors),
        "day of the sources": info.sources_date,
        "review date": info.review_by,
        "funding": info.funding,
        "update policy": info.update_policy,
        "routes": ", ".join(info.routes),
    }
    for one in info.languages:
        said = f"{one.reviewer}, {one.qualification}, {one.reviewed_on}, {one.reviewed_words}"
        told[f"language {one.tag}"] = f"{one.name}; {one.title}; {said}"
    return told


def _regions(old: Pack, new: Pack) -> Iterator[Change]:
    before, after = ({one.id: _lines(one) for one in pack.regions} for pack in (old, new))
    for name in (*after, *(gone for gone in before if gone not in after)):
        was, now = before.get(name, {}), after.get(name, {})
        for line in (*now, *(gone for gone in was if gone not in now)):
            texts = was.get(line, ""), now.get(line, "")
            if texts[0] != texts[1]:
                said = f"help lines of {name}, {line} changed"
                yield Change("crisis", said, texts[0] or "none", texts[1] or "none")


def _lines(region: Region) -> dict[str, str]:
    told = {
        "name": region.name,
        "emergency number": region.emergency,
        "day of checking": region.checked_on,
    }
    return told | {one.name: _dial(one) for one in region.lines}


def _dial(line: CrisisLine) -> str:
    parts = (line.call and f"call {line.call}", line.text and f"text {line.text}", line.hours)
    return ", ".join(part for part in parts if part) + f" [{' '.join(line.claims)}]"


def _claims(old: Pack, new: Pack) -> Iterator[Change]:
    changed = restated(old, new)
    for name, claim in new.evidence.items():
        if name not in old.evidence:
            yield Change("claim", f"claim {name} added", "", claim.statement, (name,))
        elif name in changed:
            yield changed[name]
    for name, claim in old.evidence.items():
        if name not in new.evidence:
            yield Change("claim", f"claim {name} removed", claim.statement, "", (name,))


def _restated(was: Claim, now: Claim) -> Change:
    if was.statement != now.statement:
        rated = f", rated {now.verdict}" if was.verdict != now.verdict else ""
        said = f"claim {now.id} states something else{rated}"
        return Change("claim", said, was.statement, now.statement, (now.id,))
    if was.verdict != now.verdict:
        said = f"claim {now.id} is rated differently"
        return Change("claim", said, was.verdict, now.verdict, (now.id,))
    if was.routes != now.routes:
        routes = ", ".join(was.routes) or "every way", ", ".join(now.routes) or "every way"
        return Change("claim", f"claim {now.id} holds for other ways", *routes, (now.id,))
    sources = ", ".join(was.sources), ", ".join(now.sources)
    return Change("claim", f"claim {now.id} rests on other sources", *sources, (now.id,))


def _sources(old: Pack, new: Pack) -> Iterator[Change]:
    before = {one.code: one for one in old.sources}
    after = {one.code: one for one in new.sources}
    for code in (*after, *(gone for gone in before if gone not in after)):
        was, now = before.get(code), after.get(code)
        if was != now:
            said = "changed" if was and now else "added" if now else "removed"
            yield Change("claim", f"source {code} {said}", _named(was), _named(now))


def _named(source: Source | None) -> str:
    if source is None:
        return ""
    parts = (source.title, source.mark, source.address, source.note)
    return "; ".join(part for part in parts if part)
