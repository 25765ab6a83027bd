"""Which libraries a Windows program or library asks for, read from the file itself."""

import struct
from pathlib import Path

_DIRECTORY_AT = {0x10B: 96, 0x20B: 112}
# Import and delay-import descriptors: size, and where the name stands in one.
_IMPORT, _DELAYED = (20, 12), (32, 4)
_IMPORT_ENTRY, _DELAYED_ENTRY = 1, 13


def needed(path: Path) -> tuple[str, ...]:
    """Return the names of the libraries that a file needs, in lower case; raises ValueError."""
    raw = path.read_bytes()
    start = struct.unpack_from("<I", raw, 0x3C)[0] if raw[:2] == b"MZ" else 0
    if raw[start : start + 4] != b"PE\0\0":
        raise ValueError(f"{path}: not a Windows program")
    sections, optional = struct.unpack_from("<H12xH", raw, start + 6)
    magic = struct.unpack_from("<H", raw, start + 24)[0]
    tables = start + 24 + _DIRECTORY_AT[magic]
    first = start + 24 + optional
    places = [struct.unpack_from("<8xIIII", raw, first + 40 * one) for one in range(sections)]
    found: list[str] = []
    for entry, (size, at) in ((_IMPORT_ENTRY, _IMPORT), (_DELAYED_ENTRY, _DELAYED)):
        address = struct.unpack_from("<I", raw, tables + 8 * entry)[0]
        place = _offset(places, address) if address else len(raw)
        while place + size <= len(raw) and any(raw[place : place + size]):
            name = _offset(places, struct.unpack_from("<I", raw, place + at)[0])
            found.append(raw[name : raw.index(b"\0", name)].decode("ascii").lower())
            place += size
    return tuple(found)


def _offset(places: list[tuple[int, ...]], address: int) -> int:
    """Return where in the file an address of the loaded program lies."""
    for size, start, length, offset in places:
        if start <= address < start + max(size, length):
            return offset + address - start
    raise ValueError("an address leads outside the file")
