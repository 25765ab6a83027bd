"""Which shared libraries a Linux library asks for, read from the file itself."""

import struct
from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"
_HEADER = struct.Struct("<16xHHIQQQIHHHHHH")
_SECTION = struct.Struct("<IIQQQQIIQQ")
_ENTRY = struct.Struct("<qQ")
_DYNAMIC, _NEEDED = 6, 1


def is_elf(path: Path) -> bool:
    """Tell whether a file is a 64-bit little-endian ELF file."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def needed(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that an ELF file needs; raises ValueError for others."""
    raw = path.read_bytes()
    if not raw.startswith(_MAGIC):
        raise ValueError(f"{path}: not a 64-bit little-endian ELF file")
    (_, _, _, _, _, start, _, _, _, _, size, count, _) = _HEADER.unpack_from(raw)
    sections = [_SECTION.unpack_from(raw, start + index * size) for index in range(count)]
    found: list[str] = []
    for section in sections:
        if section[1] != _DYNAMIC:
            continue
        offset, length, names = section[4], section[5], sections[section[6]][4]
        for tag, value in _ENTRY.iter_unpack(raw[offset : offset + length]):
            if tag == _NEEDED:
                found.append(_text(raw, names + value))
    return tuple(found)


def _text(raw: bytes, start: int) -> str:
    return raw[start : raw.index(b"\0", start)].decode("ascii")
