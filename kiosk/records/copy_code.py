"""The code on the patient's copy: a signed record without its sealed part, as letters."""

import re
from base64 import b32encode

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import ROLES
from kiosk.records.database import Row

PREFIX, END = "ANTEROOM:1:", ":"
# Texts that every clear part holds, each written as one byte: its place here. docs/record.md
# lists them; a change of the list is a change of PREFIX.
TEXTS = (
    '{"v":1,"kind":"ack","id":"',
    '","kiosk":"',
    '","epoch":',
    ',"seq":',
    ',"prev":"',
    '","day":"',
    '","app":{"version":"',
    '"},"pack":{"id":"',
    '","version":"',
    '","sha256":"',
    '","locale":"',
    '"},"mode":"demo","sealed_sha256":"',
    '"},"mode":"production","sealed_sha256":"',
    '","suite":"hpke-x25519-hkdfsha256-chacha20poly1305","recipients":["',
    '"],"clock":{"synced":',
    ',"went_back":false,"latest":"',
    ',"went_back":true,"latest":"',
    '"},"copy_sha256":"',
    '"}',
)
_HEX = 0x80
# Even runs of hex digits, at most 127 bytes each; a shorter run is not worth its length byte.
_PARTS = re.compile(
    "|".join(re.escape(text) for text in sorted(TEXTS, key=len, reverse=True))
    + "|(?:[0-9a-f]{2}){3,127}|."
)


def copy_code(public: bytes, row: Row) -> str:
    """Return the code of a record whose body commits to a copy.

    `public` is the 32-byte signing key. The receipt, the leaf and the checkpoint follow from
    the body, the root and the key; nothing of the sealed part is in it.
    """
    payload = public + row.sig + row.root + pack(row.body)
    return PREFIX + b32encode(payload).decode().rstrip("=") + END


def pack(body: bytes) -> bytes:
    """Return a clear part with its usual texts and hex digits shortened."""
    return b"".join(_packed(part) for part in _PARTS.findall(body.decode("ascii")))


def _packed(part: str) -> bytes:
    if part in TEXTS:
        return bytes([TEXTS.index(part)])
    if len(part) > 1:
        return bytes([_HEX | len(part) // 2]) + bytes.fromhex(part)
    return part.encode()


def copy_lines(stored: object) -> tuple[CopyLine, ...]:
    """Read the words of a copy from a sealed part; raises ValueError."""
    lines: list[CopyLine] = []
    for line in stored if isinstance(stored, list) else [stored]:
        match line:
            case [str(role), str(text)] if role in ROLES:
                lines.append((role, text))
            case _:
                raise ValueError("a line of the copy has a wrong form")
    return tuple(lines)
