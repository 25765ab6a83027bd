"""Numbers for people in danger: right for their region, held by the evidence, never in a text."""

import re
from collections.abc import Iterator

from kiosk.content.blocks import CrisisLine, Region
from kiosk.content.folder import PackFolder
from kiosk.content.lint_pack import line_of
from kiosk.content.numbers import numbers
from kiosk.content.parse import Parsed
from kiosk.content.problems import Problem
from kiosk.content.spoken_digits import spoken_numbers
from kiosk.content.wording import lesson_wording

# General knowledge, to be checked with each release: what to dial where.
_EMERGENCY: dict[str, frozenset[str]] = {
    "US": frozenset(("911",)),
    "CA": frozenset(("911",)),
    "MX": frozenset(("911",)),
    "GB": frozenset(("999", "112")),
    "IE": frozenset(("112", "999")),
    "AU": frozenset(("000", "112")),
    "NZ": frozenset(("111",)),
    "IN": frozenset(("112",)),
    "ZA": frozenset(("112", "10177", "10111")),
    **{tag: frozenset(("112",)) for tag in ("ES", "DE", "FR", "IT", "NL", "PT", "SE", "PL", "AT")},
}
_LINES: dict[str, frozenset[str]] = {
    "988": frozenset(("US", "CA")),
    "18002738255": frozenset(("US",)),
    "741741": frozenset(("US",)),
    "686868": frozenset(("CA",)),
    "116123": frozenset(("GB", "IE", "SE", "NL", "AT", "DE", "PT", "PL")),
    "85258": frozenset(("GB",)),
    "131114": frozenset(("AU",)),
    "1737": frozenset(("NZ",)),
    "024": frozenset(("ES",)),
    "3114": frozenset(("FR",)),
}
# 1-800 and the like work in North America alone.
_TOLL_FREE = re.compile(r"1?8(?:00|33|44|55|66|77|88)[0-9]{7}")
_NORTH_AMERICA = frozenset(("US", "CA"))
_PHONE = re.compile(r"\+?[0-9](?:[ ()./-]{0,2}[0-9]){6,}")
_ALWAYS = frozenset(("988", "741741"))
# “911 people” is no help number, “call 911” is one.
_TO_DIAL = re.compile(
    r"\b(?:calls?|calling|text|dial|phone|ring|llam\w+|marqu\w+|marc\w+|envi\w+)\b|اتصل|اتصال|أرسل|اطلب",
    re.IGNORECASE,
)


def crisis_faults(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """Everything wrong with crisis.toml, and help numbers typed into a text."""
    for region in parsed.pack.regions:
        for number, message in (*_region_faults(region), *_unknown(region, parsed)):
            line = _line(region, number, folder.texts["crisis.toml"])
            yield Problem(folder.shown("crisis.toml"), line, message, rule="crisis")
    yield from _typed_numbers(parsed, folder)


def _line(region: Region, number: str, data: bytes) -> int:
    """Where a number stands, within the part of its region."""
    start = line_of(rf"^id *= *\"{region.id}\"", data)
    after = b"\n".join(data.split(b"\n")[start - 1 :])
    return start - 1 + line_of(re.escape(f'"{number}"') if number else "id", after)


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number)


def _region_faults(region: Region) -> Iterator[tuple[str, str]]:
    allowed = _EMERGENCY.get(region.id)
    if allowed and region.emergency and _digits(region.emergency) not in allowed:
        known = " or ".join(sorted(allowed))
        text = f"{region.id}: {region.emergency} is not its emergency number. Write {known}."
        yield region.emergency, text
    for line in region.lines:
        for number in filter(None, (line.call, line.text)):
            places = _places(_digits(number))
            if places and region.id not in places:
                names = ", ".join(sorted(places))
                text = (
                    f"{region.id}: the help line {number} belongs to {names}. "
                    f"Write a line of {region.id}."
                )
                yield number, text
        yield from _name_faults(line, region)


def _name_faults(line: CrisisLine, region: Region) -> Iterator[tuple[str, str]]:
    for number in (*numbers(line.name), *spoken_numbers(line.name)):
        places = _places(number)
        if places and region.id not in places:
            names = ", ".join(sorted(places))
            text = f"{region.id}: “{line.name}” is a help line of {names}. Name one of {region.id}."
            yield line.name, text


def _places(digits: str) -> frozenset[str]:
    """The regions that a help line belongs to; none when nothing is known of it."""
    if digits in _LINES:
        return _LINES[digits]
    return _NORTH_AMERICA if _TOLL_FREE.fullmatch(digits) else frozenset()


def _unknown(region: Region, parsed: Parsed) -> Iterator[tuple[str, str]]:
    """A number to dial must be one that the evidence holds."""
    evidence = parsed.pack.evidence
    cited = {claim for one in region.lines for claim in one.claims if claim in evidence}
    known = {_digits(one) for claim in cited for one in _dialled(evidence[claim].statement)}
    dialled = (region.emergency, *(one for line in region.lines for one in (line.call, line.text)))
    for number in dict.fromkeys(filter(None, dialled)):
        if _digits(number) not in known:
            text = f"{region.id}: the number {number} is in none of the claims cited. Correct it."
            yield number, text


def _dialled(statement: str) -> Iterator[str]:
    yield from _PHONE.findall(statement)
    yield from numbers(statement)


def _typed_numbers(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """A text is shown in every region, so a number to dial may not stand in it."""
    lines = [one for region in parsed.pack.regions for one in region.lines]
    regions = [region.emergency for region in parsed.pack.regions]
    known = {_digits(one) for line in lines for one in (line.call, line.text)}
    known |= {_digits(one) for one in regions} | _ALWAYS
    for lesson in parsed.pack.lessons.values():
        for one in lesson_wording(lesson, parsed.manifest.checks):
            if one.kind == "count":
                continue
            spoken = spoken_numbers(one.text)
            typed = spoken if _TO_DIAL.search(one.text) else sorted(known & set(spoken))
            if any(mark.isdigit() for mark in one.text):
                typed += _PHONE.findall(one.text) or sorted(_short(one.text, known))
            for number in typed[:1]:
                path = folder.shown(f"{lesson.language}/{one.stem}.md")
                message = f"The number {number} is one to dial. Use a ```crisis part instead."
                yield Problem(path, one.line, message, rule="crisis")


def _short(text: str, known: set[str]) -> set[str]:
    found = numbers(text) & known
    return found if _TO_DIAL.search(text) else found & _ALWAYS
