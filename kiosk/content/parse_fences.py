"""Fenced parts with TOML bodies: icon arrays, timelines, crisis lines and statements."""

import re

from kiosk.content.attributes import CLAIM_ID, ID
from kiosk.content.blocks import Block, Crisis, IconArray, Statement, Stop, Timeline
from kiosk.content.parse_file import FileContext
from kiosk.content.plain_text import split_sentences
from kiosk.content.sentence import Run, Sentence
from kiosk.content.split import Part
from kiosk.content.toml_table import TomlTable, read_toml

_KNOWN = ("crisis", "icon-array", "statement", "timeline")
_FEWEST_STOPS, _MOST_STOPS = 2, 9
_ID_HELP = "Use small letters a-z, digits and single -."


def read_fence(part: Part, context: FileContext) -> Block | None:
    """The block of a fenced part; None after noting why there is none."""
    if part.word not in _KNOWN:
        known = ", ".join(_KNOWN)
        context.fault(part.line, f'There is no ``` part named "{part.word}". Known: {known}.')
        return None
    table = read_toml(context.path, "\n".join(part.lines), context.log, first=part.line + 1)
    if table is None:
        return None
    block: Block = Crisis()
    if part.word == "icon-array":
        block = _icon_array(table, part, context)
    elif part.word == "statement":
        block = _statement(table, part, context)
    elif part.word == "timeline":
        block = _timeline(table, part, context)
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


def _stop(table: TomlTable, context: FileContext) -> Stop:
    text = re.sub(r"\s+", " ", table.prose("text")).strip()
    if len(split_sentences(text)) > 1:
        table.fault("text", "“text” must be one sentence. Shorten it, or add a stop.")
    said = Sentence((Run(text),), _claims(table, context), table.line_of("text"))
    stop = Stop(table.prose("name"), table.prose("time", required=False), said)
    table.finish()
    return stop
