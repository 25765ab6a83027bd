"""Fenced parts with TOML bodies: icon arrays, timelines, tables, crisis lines and statements."""

import re
from collections.abc import Callable

from kiosk.content.arranged import Options, Stop, Timeline
from kiosk.content.attributes import CLAIM_ID, ID
from kiosk.content.blocks import Block, Crisis, IconArray, Statement
from kiosk.content.parse_file import FileContext
from kiosk.content.plain_text import split_sentences
from kiosk.content.sentence import Run, Sentence
from kiosk.content.split import Part
from kiosk.content.toml_table import TomlTable, read_toml

_FEWEST_STOPS, _MOST_STOPS = 2, 9
_FEWEST_OPTIONS, _MOST_POINTS = 2, 12
_ID_HELP = "Use small letters a-z, digits and single -."


def read_fence(part: Part, context: FileContext) -> Block | None:
    """The block of a fenced part; None after noting why there is none."""
    if part.word not in ("crisis", *_READERS):
        known = ", ".join(sorted(("crisis", *_READERS)))
        context.fault(part.line, f'There is no ``` part named "{part.word}". Known: {known}.')
        return None
    table = read_toml(context.path, "\n".join(part.lines), context.log, first=part.line + 1)
    if table is None:
        return None
    read = _READERS.get(part.word)
    block: Block = read(table, part, context) if read else Crisis()
    table.finish()
    return block


def _claims(table: TomlTable, context: FileContext) -> tuple[str, ...]:
    claims = table.words("claims", CLAIM_ID)
    context.know_claims(claims, table.line_of("claims"))
    return claims


def _icon_array(table: TomlTable, part: Part, context: FileContext) -> Block:
    study = table.prose("study")
    if len(split_sentences(study)) > 1:
        table.fault("study", "“study” must be one sentence. Shorten it.")
    return IconArray(
        effect=table.prose("effect"),
        with_count=table.count("with", 0, 100),
        without_count=table.count("without", 0, 100),
        with_label=table.prose("with_label"),
        without_label=table.prose("without_label"),
        study=study,
        claims=_claims(table, context),
        line=part.line,
    )


def _statement(table: TomlTable, part: Part, context: FileContext) -> Block:
    name = table.text("id", shape=ID, say=_ID_HELP)
    text = re.sub(r"\s+", " ", table.prose("text")).strip()
    return Statement(name, text, _claims(table, context), part.line)


def _timeline(table: TomlTable, part: Part, context: FileContext) -> Block:
    stops = tuple(_stop(one, context) for one in table.tables("stop"))
    if not _FEWEST_STOPS <= len(stops) <= _MOST_STOPS:
        message = f"A day has {_FEWEST_STOPS} to {_MOST_STOPS} stops. Write each as [[stop]]."
        context.fault(part.line, message)
    return Timeline(stops, part.line)


def _options(table: TomlTable, part: Part, _context: FileContext) -> Block:
    pages = table.words("pages", ID)
    if len(pages) < _FEWEST_OPTIONS:
        table.fault("pages", f"A table lays at least {_FEWEST_OPTIONS} pages side by side.")
    return Options(pages, table.count("point", 1, _MOST_POINTS), (), part.line)


def _stop(table: TomlTable, context: FileContext) -> Stop:
    text = re.sub(r"\s+", " ", table.prose("text")).strip()
    if len(split_sentences(text)) > 1:
        table.fault("text", "“text” must be one sentence. Shorten it, or add a stop.")
    said = Sentence((Run(text),), _claims(table, context), table.line_of("text"))
    stop = Stop(table.prose("name"), table.prose("time", required=False), said)
    table.finish()
    return stop


_READERS: dict[str, Callable[[TomlTable, Part, FileContext], Block]] = {
    "icon-array": _icon_array,
    "options": _options,
    "statement": _statement,
    "timeline": _timeline,
}
