"""Damage as disks do it, to the bytes of a file and behind SQLite's back."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def change_a_byte(database: Path, session: str) -> bytes:
    """Flip a bit in the clear part of one visit, and return the file as it now is."""
    content = bytearray(database.read_bytes())
    content[content.index(f'"id":"{session}"'.encode()) + 6] ^= 1
    database.write_bytes(content)
    return bytes(content)


def blank_a_page(database: Path, session: str) -> bytes:
    """Overwrite the page that holds the clear part of one visit; return the file as it is."""
    content = database.read_bytes()
    at = content.index(f'"id":"{session}"'.encode()) // PAGE * PAGE
    spoilt = content[:at] + bytes(PAGE) + content[at + PAGE :]
    database.write_bytes(spoilt)
    return spoilt


def blank_the_index(database: Path) -> bytes:
    """Overwrite the look-up by id, which opening does not read and saving needs."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_record_1'"
        (root,) = connection.execute(query).fetchone()
    content = database.read_bytes()
    spoilt = content[: (root - 1) * PAGE] + bytes(PAGE) + content[root * PAGE :]
    database.write_bytes(spoilt)
    return spoilt
