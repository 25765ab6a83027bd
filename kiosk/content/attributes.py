"""The part in curly brackets at the end of a heading: `{#id key="value" flag}`."""

import re
from dataclasses import dataclass, field

from kiosk.content.problems import ProblemLog

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CLAIM_ID = re.compile(r"[A-Z]{2,6}-[0-9]{2,3}")
_HEADING = re.compile(r"(?P<text>[^{}]*?)\s*\{(?P<inside>[^{}]*)\}")
_TOKEN = re.compile(
    r"""\s*(?:\#(?P<id>[^\s"=]+)|(?P<key>[a-z]+)="(?P<value>[^"]*)"|(?P<flag>[a-z]+))(?=\s|$)"""
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What a heading's curly brackets say; an absent key is not in `values`."""

    id: str
    values: dict[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()

    def words(self, key: str) -> tuple[str, ...]:
        """The space-separated words of a key, without repeats."""
        return tuple(dict.fromkeys(self.values.get(key, "").split()))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's words and attributes, and its line."""

    text: str
    attributes: Attributes
    line: int


def read_heading(
    text: str,
    place: tuple[str, int],
    log: ProblemLog,
    *,
    keys: tuple[str, ...],
    flags: tuple[str, ...] = (),
) -> Heading:
    """Read `Words {#id key="v"}`; whatever is not in `keys` or `flags` becomes a problem."""
    path, line = place
    found = _HEADING.fullmatch(text.strip())
    if not found:
        log.add(path, line, 'This heading has no name. End it with one, for example "{#my-page}".')
        return Heading(text.strip(), Attributes(""), line)
    attributes = _read_inside(found["inside"], place, log)
    known = ", ".join((*keys, *flags)) or "none"
    for key in attributes.values:
        if key not in keys:
            log.add(path, line, f'The key "{key}" is not known here. Known keys: {known}.')
    for flag in sorted(attributes.flags - set(flags)):
        log.add(path, line, f'The word "{flag}" is not known here. Known words: {known}.')
    return Heading(found["text"].strip(), attributes, line)


def _read_inside(inside: str, place: tuple[str, int], log: ProblemLog) -> Attributes:
    names: list[str] = []
    values: dict[str, str] = {}
    flags: set[str] = set()
    position = 0
    while position < len(inside.rstrip()):
        token = _TOKEN.match(inside, position)
        if not token:
            rest = inside[position:].strip()
            log.add(*place, f'Cannot read "{rest}" in this heading. Write key="value".')
            break
        position = token.end()
        if token["id"]:
            names.append(token["id"])
        elif token["key"]:
            if token["key"] in values:
                log.add(*place, f'The key "{token["key"]}" stands here twice. Keep one.')
            values[token["key"]] = token["value"]
        else:
            flags.add(token["flag"])
    return Attributes(_the_id(names, place, log), values, frozenset(flags))


def _the_id(names: list[str], place: tuple[str, int], log: ProblemLog) -> str:
    if len(names) != 1:
        log.add(
            *place, 'A heading needs exactly one name that starts with "#", such as {#my-page}.'
        )
    elif not ID.fullmatch(names[0]):
        log.add(
            *place, f'The name "{names[0]}" may hold only small letters a-z, digits and single -.'
        )
    return names[0] if names else ""
