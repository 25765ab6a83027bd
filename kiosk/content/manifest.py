"""pack.toml: what a pack is, in which languages, who stands behind it and until when."""

import re
from dataclasses import dataclass

from kiosk.content.attributes import ID
from kiosk.content.blocks import LanguageInfo
from kiosk.content.toml_table import TomlTable

STATUSES = ("draft", "approved")
# The consent check list of the pack that ships; a pack may bring its own.
ELEMENTS = tuple(f"C{number:02}" for number in range(1, 39))
_ELEMENT = re.compile(r"[A-Z]{1,4}[0-9]{1,3}")
_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ONE_WORD = re.compile(r"[^\s\d]+(?:[-'’][^\s\d]+)*")
_ANYTHING = re.compile(r".*\S.*")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID_HELP = "Use small letters a-z, digits and single -."


@dataclass(frozen=True, slots=True)
class TopicNames:
    """A topic, its name in each language, and the points that each of its pages must tell."""

    id: str
    names: dict[str, str]
    line: int
    points: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """pack.toml as read; the lines are where to point when something is amiss.

    `rules` names treatments with rules of their own; `exempt` words do not count as hard to read.
    """

    id: str
    version: str
    title: str
    status: str
    chapters: tuple[str, ...]
    faq: str
    checks: str
    routes: tuple[str, ...]
    route_names: dict[str, dict[str, str]]
    elements: tuple[str, ...]
    rules: tuple[str, ...]
    exempt: tuple[str, ...]
    authors: tuple[str, ...]
    sources_date: str
    review_by: str
    funding: str
    update_policy: str
    languages: tuple[LanguageInfo, ...]
    topics: tuple[TopicNames, ...]
    language_lines: dict[str, int]
    chapters_line: int
    checks_line: int
    review_line: int
    rules_line: int


def read_manifest(table: TomlTable) -> Manifest:
    """Read pack.toml; problems go to the table's log."""
    languages = _languages(table)
    topics = _topics(table, tuple(one.tag for one, _ in languages))
    routes = table.words("routes", ID)
    manifest = Manifest(
        id=table.text("id", shape=ID, say=_ID_HELP),
        version=table.text("version", shape=_VERSION, say="Write it like 0.1.0."),
        title=table.prose("title"),
        status=table.one_of("status", STATUSES),
        chapters=table.words("chapters", ID),
        faq=table.text("faq"),
        checks=table.text("checks", shape=ID, say=_ID_HELP),
        routes=routes,
        route_names=_route_names(table, routes, tuple(one.tag for one, _ in languages)),
        elements=table.words("elements", _ELEMENT, required=False) or ELEMENTS,
        rules=table.words("rules", ID, required=False, empty=True),
        exempt=table.words("exempt", _ONE_WORD, required=False, empty=True),
        authors=table.words("authors", _ANYTHING),
        sources_date=table.day("sources_date"),
        review_by=table.day("review_by"),
        funding=table.prose("funding"),
        update_policy=table.prose("update_policy"),
        languages=tuple(one for one, _ in languages),
        topics=topics,
        language_lines={one.tag: line for one, line in languages},
        chapters_line=table.line_of("chapters"),
        checks_line=table.line_of("checks"),
        review_line=table.line_of("review_by"),
        rules_line=table.line_of("rules"),
    )
    table.finish()
    _check_names(manifest, table)
    return manifest


def _check_names(manifest: Manifest, table: TomlTable) -> None:
    if manifest.chapters and manifest.faq != manifest.chapters[-1]:
        table.fault("faq", '"faq" must be the last of "chapters". Change one of the two.')
    if manifest.checks in manifest.chapters:
        table.fault("checks", '"checks" is one of "chapters" too. Give it a file of its own.')
    if manifest.review_by and manifest.review_by <= manifest.sources_date:
        table.fault("review_by", '"review_by" must be later than "sources_date".')
    if not manifest.languages and "language" in table.values:
        table.fault("language", "The pack has no language. Add a [[language]] part.")


def _languages(table: TomlTable) -> list[tuple[LanguageInfo, int]]:
    found: dict[str, tuple[LanguageInfo, int]] = {}
    for one in table.tables("language"):
        info = LanguageInfo(
            tag=one.text("tag", shape=_TAG, say='Write a language tag such as "en" or "es".'),
            name=one.prose("name"),
            title=one.prose("title", required=False),
            reviewer=one.prose("reviewer", required=False, empty=True),
            qualification=one.prose("qualification", required=False, empty=True),
            reviewed_on=one.day("reviewed_on", empty=True),
            reviewed_words=_digest(one, "reviewed_words"),
            reviewed_interface=_digest(one, "reviewed_interface"),
            words="",
        )
        if bool(info.reviewer.strip()) != bool(info.reviewed_on):
            one.fault("reviewer", "A review needs both a reviewer and a date. Fill in the other.")
        if info.tag in found:
            one.fault("tag", f'The language "{info.tag}" stands here twice. Remove one.')
        one.finish()
        if _TAG.fullmatch(info.tag):
            found.setdefault(info.tag, (info, one.line_of("tag")))
    return list(found.values())


def _route_names(
    table: TomlTable, routes: tuple[str, ...], tags: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    """The pack's own words for its ways of giving, by route and language; it may have none."""
    if "route_name" not in table.values:
        return {}
    names = table.table("route_name")
    found: dict[str, dict[str, str]] = {}
    for route in routes:
        if route not in names.values:
            say = f'The route "{route}" has no name. Add a part [route_name.{route}].'
            table.fault("routes", say)
            continue
        words = names.table(route)
        found[route] = {tag: words.prose(tag) for tag in tags}
        words.finish()
    names.finish()
    return found


def _digest(table: TomlTable, key: str) -> str:
    say = "It is written by: anteroom content review-language."
    return table.text(key, required=False, empty=True, shape=_DIGEST, say=say)


def _topics(table: TomlTable, tags: tuple[str, ...]) -> tuple[TopicNames, ...]:
    topics: dict[str, TopicNames] = {}
    for one in table.tables("topic"):
        name = one.text("id", shape=ID, say=_ID_HELP)
        words = one.table("name")
        names = {tag: words.prose(tag) for tag in tags}
        words.finish()
        points = _points(one, tags)
        one.finish()
        if name in topics:
            one.fault("id", f'The topic "{name}" stands here twice. Remove one.')
        topics.setdefault(name, TopicNames(name, names, one.line, points))
    return tuple(topics.values())


def _points(topic: TomlTable, tags: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The points of a topic by language; most topics have none."""
    if "points" not in topic.values:
        return {}
    words = topic.table("points")
    points = {tag: words.words(tag, _ANYTHING) for tag in tags}
    words.finish()
    if len({len(one) for one in points.values()}) > 1:
        topic.fault("points", "The languages name a different number of points. Name the same.")
    return points
