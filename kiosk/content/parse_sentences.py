"""Sentences out of the element tree, in a walk that drops nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from kiosk.content.plain_text import mark_rule, split_sentences, text_fault
from kiosk.content.sentence import Run, RunStyle, Sentence
from kiosk.content.split import Part

_STYLES: dict[str, RunStyle] = {"strong": "strong", "em": "term"}
_WORDS = {
    "a": "A link is not allowed. Name the source instead.",
    "img": "A picture inside a sentence is not allowed. Give it a line of its own.",
    "pre": "A line that starts with spaces is not part of the format. Start at the left edge.",
    "hr": "A line of signs is not part of the format. Delete it.",
    "ul": "A list inside a list is not allowed. Use one list.",
    "ol": "A list inside a list is not allowed. Use one list.",
    "blockquote": "A box starts with its kind. Write it on a line of its own: “> [!NOTE]”.",
}
_RULES = {_WORDS["a"]: "address", _WORDS["img"]: "picture"}
_MARKS = re.compile(r"\*+|\[\^[^\]]*\]")
_STARTS: dict[str, re.Pattern[str]] = {
    "bullets": re.compile(r"\A- +"),
    "numbers": re.compile(r"\A[0-9]+\. +"),
    "callout": re.compile(r"\A> ?"),
}
_NO_START = re.compile(r"\A")

Report: TypeAlias = Callable[[int, str, str], None]
_UNKNOWN = "This mark is not part of the format. Take it out."


@dataclass(slots=True)
class _Line:
    """What one source line holds; `late` means words after the citation."""

    runs: list[Run] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    late: bool = False
    fault: str = ""


def read_sentences(
    elements: list[Element], part: Part, first: int, report: Report
) -> tuple[Sentence, ...]:
    """One sentence per source line of `elements`; `first` is the index of the first text line.

    `report(line, message, rule)` is told of every unknown element, uncited line or lost word;
    `rule` is a key of WHYS.
    """
    lines: list[_Line] = []
    for element in elements:
        lines.append(_Line())
        _walk(element, lines)
    return tuple(_sentences(lines, part, first, report))


def _walk(element: Element, lines: list[_Line]) -> None:
    _add_text(element.text, "plain", lines)
    for child in element:
        _add_child(child, lines)
        _add_text(child.tail, "plain", lines)
    if element.attrib:
        lines[-1].fault = _UNKNOWN


def _add_child(child: Element, lines: list[_Line]) -> None:
    words = "".join(child.itertext())
    style = _STYLES.get(child.tag)
    if child.tag == "cite":
        lines[-1].claims.extend(child.get("claims", "").split())
    elif style is None:
        lines[-1].fault = _WORDS.get(child.tag, _UNKNOWN)
        _add_text(words, "plain", lines)
    else:
        if len(child) or child.attrib or "\n" in words:
            lines[
                -1
            ].fault = "Stars may hold only words of one line. Close them before other marks."
        _add_text(words, style, lines)


def _add_text(text: str | None, style: RunStyle, lines: list[_Line]) -> None:
    for index, piece in enumerate((text or "").split("\n")):
        if index:
            lines.append(_Line())
        if piece:
            lines[-1].runs.append(Run(piece, style))
            lines[-1].late = bool(lines[-1].claims and piece.strip()) or lines[-1].late


def _sentences(lines: list[_Line], part: Part, first: int, report: Report) -> Iterator[Sentence]:
    sources = part.numbered()[first:]
    start = _STARTS.get(part.kind, _NO_START)
    for line, (number, source) in zip(lines, sources, strict=False):
        sentence = Sentence(_trim(line.runs), tuple(dict.fromkeys(line.claims)), number)
        for fault, rule in _faults(sentence, line, start.sub("", source)):
            report(number, fault, rule)
        yield sentence
    for number, _ in sources[len(lines) :]:
        report(number, "This line cannot be read. Use only the marks of the format.", "format")


def _trim(runs: list[Run]) -> tuple[Run, ...]:
    kept = list(runs)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].style)
        kept[0] = Run(kept[0].text.lstrip(), kept[0].style)
    return tuple(kept)


def _faults(sentence: Sentence, line: _Line, source: str) -> Iterator[tuple[str, str]]:
    # One fault is enough for a line whose marks were not understood.
    fault = line.fault or _mark_fault(sentence, source)
    if fault:
        yield fault, _RULES.get(fault) or mark_rule(fault)
        return
    if not line.claims:
        yield "This sentence cites no claim. End it with one, for example [^MECH-01].", "cite"
    elif line.late:
        message = "Citations stand at the end of the line, after the sentence. Move them there."
        yield message, "cite"
    if len(split_sentences(sentence.text)) > 1:
        yield "Two sentences stand on this line. Give each its own line and citation.", "cite"


def _mark_fault(sentence: Sentence, source: str) -> str:
    if not sentence.text:
        return "There is no sentence here. Write one, or delete the line."
    if "_" in source:
        return "An underscore (_) is not allowed. Write *term* or **strong**."
    for run in sentence.runs:
        fault = text_fault(run.text)
        if fault:
            return fault
    if _MARKS.sub("", source).split() != sentence.text.split():
        return "This line cannot be read whole. Use only the marks of the format."
    return ""
