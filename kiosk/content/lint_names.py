"""What pack.toml and crisis.toml put before patients: no promise in a title, no number in hours."""

import re
from collections.abc import Iterator

from kiosk.content.folder import PackFolder
from kiosk.content.guards import Guard
from kiosk.content.lint_pack import line_of
from kiosk.content.parse import Parsed
from kiosk.content.problems import Problem
from kiosk.content.spoken_digits import spoken_numbers
from kiosk.content.wording import Wording

# Three digits in a row are to be dialled; “8 to 18” and “24” are not.
_TO_DIAL = re.compile(r"[0-9](?:[ ()./-]?[0-9]){2,}")


def name_faults(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """Words of the two files that break a rule on wording, or hold a number to dial."""
    for name, language, text in _told(parsed):
        path = folder.shown(name)
        line = line_of(re.escape(f'"{text}"'), folder.texts[name])
        guard = Guard(language, parsed.manifest.rules)
        one = Wording(name, line, "label", text)
        for breach in guard.breaches(one, text, in_checks=False):
            rule = breach.rule
            yield Problem(path, line, breach.message, rule=rule.kind, reason=rule.why)
        typed = "" if text in _years(parsed) else _dialled(text)
        if typed:
            message = f"The number {typed} is one to dial. It belongs in “call” or “text” only."
            yield Problem(path, line, message, rule="crisis")


def _years(parsed: Parsed) -> tuple[str, ...]:
    """Texts that nobody dials from, and that may name a year."""
    return parsed.manifest.funding, parsed.manifest.update_policy


def _dialled(text: str) -> str:
    found = _TO_DIAL.search(text)
    return found[0] if found else next(iter(spoken_numbers(text)), "")


def _told(parsed: Parsed) -> Iterator[tuple[str, str, str]]:
    """File, language and words of each text that patients meet outside the pages."""
    manifest, pack = parsed.manifest, parsed.pack
    first = next(iter(pack.lessons))
    for text in (manifest.title, manifest.funding, manifest.update_policy):
        yield "pack.toml", first, text
    yield from (("pack.toml", one.tag, one.title) for one in pack.info.languages if one.title)
    for names in manifest.route_names.values():
        yield from (("pack.toml", language, text) for language, text in names.items())
    for lesson in pack.lessons.values():
        for topic in lesson.topics:
            yield "pack.toml", lesson.language, topic.name
    for line in (one for region in pack.regions for one in region.lines):
        for language, text in ((first, line.hours), *line.hours_in):
            yield "crisis.toml", language, text
