"""Translation files: gettext's .po as people edit it, and its .mo as the kiosk reads it."""

import ast
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_MAGIC = 0x950412DE
# Two texts of one entry, and the forms of a plural, stand apart by this in a .mo file.
_PLURAL_GAP = "\0"


class PoError(Exception):
    """A line of a .po file cannot be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence and its translation; `forms` has one text, or one for each plural form."""

    text: str
    plural: str = ""
    forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    note: str = ""
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What makes an entry this one: the text, and the text of its plural."""
        return self.text, self.plural


@dataclass(frozen=True, slots=True)
class Po:
    """A whole file: what stands above everything, the header's fields, the entries."""

    comments: tuple[str, ...]
    header: dict[str, str]
    entries: tuple[Entry, ...]

    def find(self, key: tuple[str, str]) -> Entry | None:
        """Return the entry of a text and its plural."""
        return next((one for one in self.entries if one.key == key), None)


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are read."""

    line: int
    comments: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def entry(self) -> Entry:
        def text(key: str) -> str:
            return "".join(self.texts.get(key, []))

        plural = sorted(key for key in self.texts if key.startswith("msgstr["))
        flags = " ".join(one[2:] for one in self.comments if one.startswith("#,"))
        return Entry(
            text("msgid"),
            text("msgid_plural"),
            tuple(text(key) for key in (plural or ["msgstr"])),
            tuple(one[2:].strip() for one in self.comments if one.startswith("#:")),
            " ".join(one[2:].strip() for one in self.comments if one.startswith("#.")),
            "fuzzy" in flags,
        )


def read_po(path: Path) -> Po:
    """Read a .po file; raises PoError with the line, OSError."""
    drafts = list(_drafts(path))
    if not drafts or "".join(drafts[0].texts.get("msgid", ["?"])):
        raise PoError(f'{path}:1: the file must start with the header (msgid "")')
    head = drafts[0].entry()
    lines = (line.partition(":") for line in head.forms[0].splitlines())
    return Po(
        tuple(one for one in drafts[0].comments if not one.startswith(("#,", "#:"))),
        {key.strip(): value.strip() for key, _, value in lines},
        tuple(one.entry() for one in drafts[1:]),
    )


def _drafts(path: Path) -> Iterator[_Draft]:
    draft, last = _Draft(1), ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        word, _, rest = line.strip().partition(" ")
        if word.startswith("#") or word == "msgid":
            if draft.texts:
                yield draft
                draft = _Draft(number)
            if word.startswith("#"):
                draft.comments.append(line.strip())
                continue
        if not word:
            continue
        if word.startswith('"'):
            rest = line.strip()
        else:
            last = word
        _add(draft, last, rest, f"{path}:{number}")
    if draft.texts:
        yield draft


def _add(draft: _Draft, key: str, quoted: str, where: str) -> None:
    if key not in ("msgid", "msgid_plural", "msgstr") and not key.startswith("msgstr["):
        raise PoError(f"{where}: a line here starts with msgid, msgid_plural, msgstr, # or a quote")
    try:
        text = ast.literal_eval(quoted)
    except (SyntaxError, ValueError) as error:
        raise PoError(f"{where}: the words must stand in quotes, with \\ before a quote") from error
    if not isinstance(text, str):
        raise PoError(f"{where}: the words must stand in quotes")
    draft.texts.setdefault(key, []).append(text)


def po_text(po: Po) -> str:
    """Return a file as text, always laid out the same way."""
    head = "".join(f"{key}: {value}\n" for key, value in po.header.items())
    parts = ["\n".join((*po.comments, *_lines("msgid", ""), *_lines("msgstr", head)))]
    parts += ["\n".join(_entry_lines(one)) for one in po.entries]
    return "\n\n".join(parts) + "\n"


def _entry_lines(entry: Entry) -> Iterator[str]:
    if entry.note:
        yield f"#. {entry.note}"
    yield from (f"#: {place}" for place in entry.places)
    if entry.fuzzy:
        yield "#, fuzzy"
    yield from _lines("msgid", entry.text)
    if entry.plural:
        yield from _lines("msgid_plural", entry.plural)
        for number, form in enumerate(entry.forms):
            yield from _lines(f"msgstr[{number}]", form)
    else:
        yield from _lines("msgstr", entry.forms[0] if entry.forms else "")


def _lines(key: str, text: str) -> Iterator[str]:
    pieces = text.splitlines(keepends=True)
    if len(pieces) > 1:
        yield f'{key} ""'
        yield from (_quoted(piece) for piece in pieces)
    else:
        yield f"{key} {_quoted(text)}"


def _quoted(text: str) -> str:
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{safe}"'


def mo_bytes(po: Po) -> bytes:
    """Return the .mo of a file: every entry that is translated and not fuzzy."""
    head = "".join(f"{key}: {value}\n" for key, value in po.header.items())
    rows = sorted(_rows(po.entries, head))
    start = 28 + 16 * len(rows)
    table, pool = b"", b""
    for column in (0, 1):
        for row in rows:
            table += struct.pack("<II", len(row[column]), start + len(pool))
            pool += row[column] + b"\0"
    counts = (_MAGIC, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return struct.pack("<7I", *counts) + table + pool


def _rows(entries: Iterable[Entry], head: str) -> Iterator[tuple[bytes, bytes]]:
    yield b"", head.encode()
    for one in entries:
        if not one.fuzzy and one.forms and all(one.forms):
            key = f"{one.text}{_PLURAL_GAP}{one.plural}" if one.plural else one.text
            yield key.encode(), _PLURAL_GAP.join(one.forms).encode()
