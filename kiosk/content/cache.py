"""Parsed packs on disk, so that a kiosk starts without parsing Markdown."""

import contextlib
import dataclasses
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

from kiosk import __version__
from kiosk.content import arranged, blocks
from kiosk.content.blocks import Pack
from kiosk.content.sentence import Run, Sentence

PARSER_VERSION = 2
_KEPT = 4
T = TypeVar("T")
_CLASSES: tuple[type, ...] = (
    Run,
    Sentence,
    blocks.Paragraph,
    blocks.Bullets,
    blocks.Subheading,
    blocks.Callout,
    blocks.Figure,
    blocks.IconArray,
    arranged.Stop,
    arranged.Timeline,
    arranged.Option,
    arranged.Options,
    blocks.Crisis,
    blocks.Statement,
    blocks.Page,
    blocks.Choice,
    blocks.Reteach,
    blocks.Check,
    blocks.Chapter,
    blocks.Topic,
    blocks.Lesson,
    blocks.Claim,
    blocks.Source,
    blocks.CrisisLine,
    blocks.Region,
    blocks.LanguageInfo,
    blocks.PackInfo,
    blocks.Pack,
)
_CODES = {kind: code for code, kind in enumerate(_CLASSES, start=1)}
_FIELDS = {kind: tuple(field.name for field in dataclasses.fields(kind)) for kind in _CLASSES}


class Shelf(Mapping[str, T]):
    """Looked up by name, and decoded when it is first asked for: few read every language."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        """Return what has this name."""
        if name not in self._read:
            self._read[name] = cast("T", _decode(json.loads(self._texts[name])))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is such a name; to look decodes nothing."""
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        """Names, in the order of the pack."""
        return iter(self._texts)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._texts)


def _format() -> str:
    """Names every class and field, so a cache of another shape is never read."""
    shape = [[kind.__name__, *_FIELDS[kind]] for kind in _CLASSES]
    text = json.dumps([__version__, PARSER_VERSION, shape])
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def cache_file(folder: Path, digest: str) -> Path:
    """Where the parsed pack of this digest is kept."""
    return folder / f"{digest}.{_format()}.pack.json"


def _encode(value: object) -> object:
    code = _CODES.get(type(value))
    if code:
        return [code, *(_encode(getattr(value, name)) for name in _FIELDS[type(value)])]
    if isinstance(value, tuple):
        return [0, *map(_encode, value)]
    if isinstance(value, dict):
        return {key: _encode(one) for key, one in value.items()}
    return value


def _json(value: object) -> str:
    return _dump(_encode(value))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _decode(value: object) -> object:
    if type(value) is list:
        code = value[0]
        rest = [one if type(one) is str else _decode(one) for one in value[1:]]
        return _CLASSES[code - 1](*rest) if code else tuple(rest)
    if type(value) is dict:
        return {key: _decode(one) for key, one in value.items()}
    return value


def sealed(body: bytes) -> bytes:
    """The bytes of a cache file: a checksum, a line end, the body."""
    return hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body


def write(folder: Path, pack: Pack) -> None:
    """Keep a parsed pack; a folder that cannot be written to is no reason to fail."""
    # Texts within the text: each is decoded when it is first asked for.
    body = _dump(
        [
            _encode(replace(pack, lessons={}, evidence={})),
            {tag: _json(lesson) for tag, lesson in pack.lessons.items()},
            {claim: _json(one) for claim, one in pack.evidence.items()},
        ]
    ).encode("utf-8")
    target = cache_file(folder, pack.info.digest)
    # Here, because only a pack not seen before needs it, and it draws in many modules.
    import tempfile

    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sealed(body))
            Path(name).replace(target)
        except OSError:
            Path(name).unlink()
            raise
        _drop_old(folder, target)


def _drop_old(folder: Path, newest: Path) -> None:
    # Each saved edit of a pack is a new digest: without this an author's disk would fill.
    others = [one for one in folder.glob("*.pack.json") if one != newest]
    others.sort(key=lambda one: one.stat().st_mtime, reverse=True)
    for one in others[_KEPT - 1 :]:
        one.unlink(missing_ok=True)


def read(folder: Path, digest: str) -> Pack | None:
    """The parsed pack of this digest; None when it is absent, damaged or of another kind."""
    try:
        data = cache_file(folder, digest).read_bytes()
        body = data.partition(b"\n")[2]
        if sealed(body) != data:
            return None
        rest, lessons, evidence = json.loads(body)
        pack = _decode(rest)
    except (OSError, ValueError, TypeError, IndexError, RecursionError):
        return None
    if not isinstance(pack, Pack) or pack.info.digest != digest:
        return None
    return replace(pack, lessons=Shelf(lessons), evidence=Shelf(evidence))
