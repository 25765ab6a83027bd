"""The files around the text: what nobody names, what nobody cites, dates, and treatments."""

import re
from collections.abc import Iterator
from datetime import date

from kiosk.content.audio.faults import is_recording
from kiosk.content.denials import lost_in_first
from kiosk.content.folder import PackFolder
from kiosk.content.languages import differences, untranslated
from kiosk.content.parse import Parsed
from kiosk.content.problems import Problem
from kiosk.content.rules.languages import wordbook
from kiosk.content.rules.rule import comparable
from kiosk.content.rules.subjects import SUBJECTS, required_claims
from kiosk.content.wording import Wording, lesson_wording

_TOP_FILES = frozenset({"pack.toml", "evidence.toml", "crisis.toml", "README.md", "LICENSE"})
_MOST_DAYS_SINCE_CALLED = 366


def file_faults(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """A file nobody reads would change the digest, or be a chapter that is never shown."""
    manifest = parsed.manifest
    stems = (*manifest.chapters, manifest.checks)
    known = {f"{one.tag}/{stem}.md" for one in manifest.languages for stem in stems}
    for name in folder.names - _TOP_FILES - known:
        if not name.startswith("figures/") and not is_recording(name):
            message = "Nothing in pack.toml names this file. Name it there, or delete it."
            yield Problem(folder.shown(name), 1, message, rule="file")


def claim_faults(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """Claims that no text cites, and a pack that requires none."""
    used = {claim for region in parsed.pack.regions for one in region.lines for claim in one.claims}
    used.update(claim for one in _texts(parsed) for claim in one.claims)
    path = folder.shown("evidence.toml")
    for claim, line in parsed.evidence.lines.items():
        if claim not in used:
            message = f"No sentence cites {claim}. Cite it or remove it."
            yield Problem(path, line, message, "warning", "unused")
    if not parsed.evidence.required and not required_claims(parsed.manifest.rules):
        message = "No claim is required before the choice. Mark those with required = true."
        yield Problem(path, 1, message, "warning", "required")


def _texts(parsed: Parsed) -> Iterator[Wording]:
    for lesson in parsed.pack.lessons.values():
        yield from lesson_wording(lesson, parsed.manifest.checks)


def subject_faults(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """A treatment with rules of its own that the pack speaks of and does not name."""
    manifest = parsed.manifest
    path, line = folder.shown("pack.toml"), manifest.rules_line
    for name in manifest.rules:
        if name not in SUBJECTS:
            known = ", ".join(SUBJECTS)
            message = f'There are no rules "{name}". Write one of: {known}.'
            yield Problem(path, line, message, rule="rules")
    named = " ".join(one.text for one in _texts(parsed))
    statements = " ".join(claim.statement for claim in parsed.pack.evidence.values())
    text = comparable(f"{manifest.id} {manifest.title} {statements} {named}")
    for name, subject in SUBJECTS.items():
        if name not in manifest.rules and subject.named.search(text):
            message = (
                f'This pack speaks of {name} and does not keep its rules. Write rules = ["{name}"].'
            )
            yield Problem(path, line, message, rule="rules")


def date_faults(parsed: Parsed, folder: PackFolder, today: date) -> Iterator[Problem]:
    """A pack past its review date, and help lines that nobody has called for a year."""
    manifest = parsed.manifest
    if manifest.review_by and date.fromisoformat(manifest.review_by) < today:
        message = (
            f"The review was due on {manifest.review_by}. "
            "Have two people review the pack, then set a new date."
        )
        yield Problem(folder.shown("pack.toml"), manifest.review_line, message, rule="review")
    path = folder.shown("crisis.toml")
    for region in parsed.pack.regions:
        if not region.checked_on:
            continue
        days = (today - date.fromisoformat(region.checked_on)).days
        if days > _MOST_DAYS_SINCE_CALLED:
            message = (
                f"{region.id}: nobody has checked these numbers since {region.checked_on}. "
                "Call each one, then write the day."
            )
            line = line_of(rf"^id *= *\"{region.id}\"", folder.texts["crisis.toml"])
            yield Problem(path, line, message, "warning", "review")


def line_of(pattern: str, data: bytes) -> int:
    """The first line of a file that matches; 1 when none does."""
    found = re.search(pattern.encode("utf-8"), data, re.MULTILINE)
    return data.count(b"\n", 0, found.start()) + 1 if found else 1


def language_faults(parsed: Parsed, folder: PackFolder) -> Iterator[Problem]:
    """Languages without rules on wording, and those that tell something else than the first."""
    for tag, line in parsed.manifest.language_lines.items():
        if not wordbook(tag):
            message = (
                f'No rules on wording exist for "{tag}". Let two people read it for lost words.'
            )
            yield Problem(folder.shown("pack.toml"), line, message, "warning", "language")
    for name, tag, message in untranslated(parsed.pack):
        line = parsed.manifest.language_lines[tag] if name == "pack.toml" else 1
        yield Problem(folder.shown(name), line, message, rule="language")
    for lost, where in lost_in_first(parsed.pack, parsed.manifest.checks):
        path = folder.shown(f"{next(iter(parsed.pack.lessons))}/{lost.stem}.md")
        message = f"“Not” stands in {where} and not here. Put it back, or say all of them alike."
        yield Problem(path, lost.line, message, rule="not")
    first, *others = parsed.pack.lessons.values()
    for other in others:
        for one in differences(first, other, parsed.manifest.checks):
            path = folder.shown(f"{other.language}/{one.stem}.md")
            yield Problem(path, one.line, one.message, rule=one.rule)
