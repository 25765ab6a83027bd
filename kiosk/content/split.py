"""Cut a chapter file into headings, fenced parts and text parts, each with its first line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.content.problems import ProblemLog

PartKind: TypeAlias = Literal[
    "heading", "fence", "paragraph", "bullets", "numbers", "callout", "choices"
]

_DEEPEST = 3
_HEADING = re.compile(r"(?P<marks>#+)(?P<text>.*)")
_KINDS: tuple[tuple[PartKind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"#")),
    ("fence", re.compile(r"```")),
    ("choices", re.compile(r"- \[[^\]^]*\]")),
    ("bullets", re.compile(r"- +\S")),
    ("numbers", re.compile(r"[0-9]{1,3}\. +\S")),
    ("callout", re.compile(r">")),
)
_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" "), "This line starts with spaces. Start every line at the left edge."),
    (
        re.compile(r"([-=_*] *){3,}$"),
        "A line of signs is not part of the format. Start a page with “## Title {#id}”.",
    ),
    (
        re.compile(r"[*+] "),
        "This sign starts no list. Start a list line with a dash and a space: “- ”.",
    ),
    (re.compile(r"-\S"), "A list line needs a space. Put one space after the dash."),
    (
        re.compile(r"[0-9]{1,3}\) "),
        "This is no numbered line. Start it with a number and a dot: “1. ”.",
    ),
    (re.compile(r"~~~"), "This starts no fenced part. Start it with ```."),
    (
        re.compile(r"\[[^\]]*\]:"),
        "A definition of a link or footnote is not part of the format. Use evidence.toml.",
    ),
    (re.compile(r"\|"), "Tables are not part of the format. Use a list or a figure."),
    (re.compile(r"<"), "Raw HTML is not allowed. Use only the marks in content/README.md."),
)
_MARK_FAULTS = frozenset(say for _, say in _FAULTS if say.startswith(("Raw HTML", "Tables")))


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one kind; `level` counts a heading's marks, `word` is what follows ``` ."""

    kind: PartKind
    line: int
    lines: tuple[str, ...]
    level: int = 0
    word: str = ""

    def numbered(self) -> tuple[tuple[int, str], ...]:
        """The lines that are not empty, each with its number in the file."""
        return tuple((number, line) for number, line in enumerate(self.lines, self.line) if line)


def split_parts(path: str, text: str, log: ProblemLog) -> list[Part]:
    """Cut the text into parts; lines that belong nowhere become problems."""
    lines = [line.rstrip(" ") for line in text.split("\n")]
    return list(_join_lists(_parts(path, lines, log)))


def _kind(line: str) -> PartKind:
    return next((kind for kind, start in _KINDS if start.match(line)), "paragraph")


def _parts(path: str, lines: list[str], log: ProblemLog) -> Iterator[Part]:
    index = 0
    while index < len(lines):
        line = lines[index]
        kind = _kind(line)
        if not line:
            index += 1
        elif kind == "heading":
            yield _heading(path, index + 1, line, log)
            index += 1
        elif kind == "fence":
            part = _fence(path, index, lines, log)
            yield part
            index += len(part.lines) + 2
        else:
            end = _end_of_text(lines, index)
            yield from _text(path, index, lines[index:end], log)
            index = end


def _heading(path: str, number: int, line: str, log: ProblemLog) -> Part:
    found = _HEADING.fullmatch(line)
    marks, text = (found["marks"], found["text"]) if found else ("#", "")
    if not text.startswith(" ") or not text.strip():
        log.add(path, number, "A heading needs a space and a title. Put them after the # marks.")
    elif len(marks) > _DEEPEST:
        log.add(path, number, "A heading has one, two or three # marks. Use ### at most.")
    return Part("heading", number, (text.strip(),), level=len(marks))


def _fence(path: str, start: int, lines: list[str], log: ProblemLog) -> Part:
    word = lines[start].removeprefix("```").strip()
    for end in range(start + 1, len(lines)):
        if lines[end].startswith("```"):
            if lines[end] != "```":
                log.add(path, end + 1, "Close the part above with a line of just ``` first.")
            return Part("fence", start + 1, tuple(lines[start + 1 : end]), word=word)
    log.add(path, start + 1, "This ``` part is never closed. Add a line of just ``` after it.")
    return Part("fence", start + 1, tuple(lines[start + 1 :]), word=word)


def _end_of_text(lines: list[str], start: int) -> int:
    end = start
    while end < len(lines) and lines[end] and _kind(lines[end]) not in ("heading", "fence"):
        end += 1
    return end


def _text(path: str, start: int, lines: list[str], log: ProblemLog) -> Iterator[Part]:
    """Parts of one kind; a faulty line is left out, so that its neighbours are still checked."""
    kind = _kind(lines[0])
    good: list[str] = []
    for number, line in enumerate(lines, start=start + 1):
        here = _kind(line)
        fault = next((say for mark, say in _FAULTS if here == "paragraph" and mark.match(line)), "")
        if here != kind and not fault:
            fault = "A new part starts here. Leave an empty line before this line."
        if not fault:
            good.append(line)
            continue
        log.add(path, number, fault, rule="mark" if fault in _MARK_FAULTS else "format")
        if good:
            yield Part(kind, number - len(good), tuple(good))
            good = []
    if good:
        yield Part(kind, start + len(lines) - len(good) + 1, tuple(good))


def _join_lists(parts: Iterator[Part]) -> Iterator[Part]:
    held: Part | None = None
    for part in parts:
        if held and held.kind == part.kind and part.kind in ("bullets", "numbers", "choices"):
            blank = part.line - held.line - len(held.lines)
            held = Part(held.kind, held.line, (*held.lines, *[""] * blank, *part.lines))
            continue
        if held:
            yield held
        held = part
    if held:
        yield held
