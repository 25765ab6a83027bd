"""A pack that comes as one .zip file, opened without trusting a byte of it.

Nothing is written before everything was looked at: names, kinds, sizes and checksums. Nothing in
an archive decides where a file goes or how much memory it takes.
"""

import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kiosk.content.folder import MAX_FILE_BYTES
from kiosk.content.names import clashes, name_fault
from kiosk.content.problems import ProblemLog

MOST_FILES = 20_000
MAX_ARCHIVE_BYTES = 256 * 1024 * 1024
MAX_TOTAL_BYTES = 256 * 1024 * 1024
# Text rarely packs better than 20 to 1; a bomb packs better than 1,000 to 1.
_MOST_SQUEEZED, _SQUEEZE_FREE_BYTES = 100, 64 * 1024
_MAX_LISTING_BYTES = 8 * 1024 * 1024
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65535
_BIG_LOCATOR, _BIG_LOCATOR_SIZE = b"PK\x06\x07", 20
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, RuntimeError)
# What a Mac adds by itself; it is no part of the folder that was packed.
_MAC_FOLDER, _MAC_FILE = "__MACOSX/", ".DS_Store"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of the archive and its path inside the pack."""

    name: str
    info: zipfile.ZipInfo


def is_archive(path: Path) -> bool:
    """Whether a path is meant as a packed pack: a file that ends in .zip."""
    return path.suffix.lower() == ".zip" and path.is_file()


def unpack(archive: Path, into: Path) -> Path:
    """Put a packed pack into the new folder `into` and return it, or leave nothing behind.

    The pack's own folder inside the archive, if any, is left out. Raises PackError with each fault
    found, and OSError when the disk is full or `into` exists already.
    """
    log = ProblemLog()
    files = read_archive(archive, log)
    log.raise_errors()
    into.mkdir(parents=True)
    try:
        for name, data in files.items():
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(data)
    except OSError:
        shutil.rmtree(into, ignore_errors=True)
        raise
    return into


def read_archive(archive: Path, log: ProblemLog) -> dict[str, bytes]:
    """Every file of a packed pack by its path in the pack, or {} after noting what is wrong."""
    problems = _Problems(archive, log)
    try:
        with archive.open("rb") as file:
            fault = _listing_fault(file)
            if fault:
                problems.add("", fault)
                return {}
            with zipfile.ZipFile(file) as opened:
                entries = _entries(opened, problems)
                return {} if problems.found else _contents(opened, entries, problems)
    except _DAMAGED:
        problems.add("", "This is not a whole .zip file. Pack the folder again.")
    except OSError as error:
        problems.add("", f"Cannot read this file: {error.strerror}. Copy it again.")
    return {}


@dataclass(slots=True)
class _Problems:
    archive: Path
    log: ProblemLog
    found: bool = False

    def add(self, name: str, message: str) -> None:
        self.found = True
        shown = name.encode("unicode_escape").decode("ascii")
        place = f"{self.archive}/{shown}" if name else str(self.archive)
        self.log.add(place, 1, message, rule="archive")


def _listing_fault(file: BinaryIO) -> str:
    """Why the list at the end of the archive is not worth reading, without reading it."""
    size = file.seek(0, 2)
    if size > MAX_ARCHIVE_BYTES:
        return "This archive is larger than 256 MiB. Pack only the folder of the content pack."
    file.seek(max(size - _LONGEST_COMMENT - _END_SIZE, 0))
    tail = file.read()
    at = len(tail) - _END_SIZE if tail[-_END_SIZE:].startswith(_END) else tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        return "This is not a .zip file. Pack the folder as .zip again."
    if tail[max(at - _BIG_LOCATOR_SIZE, 0) : at].startswith(_BIG_LOCATOR):
        return "This archive is of the kind for huge files. Pack the folder as a plain .zip."
    count, listing = struct.unpack("<HI", tail[at + 10 : at + 16])
    if count > MOST_FILES or listing > _MAX_LISTING_BYTES:
        return f"This archive holds more than {MOST_FILES:,} files. Pack only the content pack."
    return ""


def _entries(opened: zipfile.ZipFile, problems: _Problems) -> list[_Entry]:
    infos = [
        info
        for info in opened.infolist()
        if not info.filename.startswith(_MAC_FOLDER) and Path(info.filename).name != _MAC_FILE
    ]
    for info in infos:
        for fault in _faults(info):
            problems.add(info.orig_filename, fault)
    files = [info for info in infos if not _is_folder(info)]
    for name, fault in clashes(info.filename for info in files):
        problems.add(name, fault)
    if sum(info.file_size for info in files) > MAX_TOTAL_BYTES:
        problems.add("", "Unpacked, this archive is larger than 256 MiB. Pack only the pack.")
    prefix = _own_folder({info.filename for info in files})
    return [_Entry(info.filename.removeprefix(prefix), info) for info in files]


def _is_folder(info: zipfile.ZipInfo) -> bool:
    # The library's own question ends in an error when a name is empty.
    return info.filename.endswith("/")


def _own_folder(names: set[str]) -> str:
    """The folder around the whole pack, with its slash; "" when the files stand at the top."""
    tops = {name.partition("/")[0] for name in names}
    top = next(iter(tops), "")
    inside = f"{top}/pack.toml" in names
    return f"{top}/" if len(tops) == 1 and inside else ""


def _faults(info: zipfile.ZipInfo) -> Iterator[str]:
    name = info.filename.removesuffix("/") if _is_folder(info) else info.filename
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.orig_filename != info.filename:
        yield "This name holds a hidden end. Give the file a plain name."
    elif fault := name_fault(name):
        yield fault
    if kind and not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        link = "A link to another place is not allowed. Put the file itself here."
        yield link if stat.S_ISLNK(kind) else "This is not a file. Remove it from the pack."
    yield from _size_faults(info)


def _size_faults(info: zipfile.ZipInfo) -> Iterator[str]:
    if info.flag_bits & _ENCRYPTED:
        yield "This file is locked with a password. Pack it without one."
    elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield "This file is packed in a rare way. Pack the folder as a plain .zip."
    if info.file_size > MAX_FILE_BYTES:
        yield "This file is larger than 1 MiB. Make it smaller or split it."
    elif info.file_size > max(info.compress_size * _MOST_SQUEEZED, _SQUEEZE_FREE_BYTES):
        yield "This file unpacks to far more than it seems to hold. Remove it."


def _contents(
    opened: zipfile.ZipFile, entries: list[_Entry], problems: _Problems
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = MAX_TOTAL_BYTES
    for entry in entries:
        with opened.open(entry.info) as file:
            # The size that the archive names may be a lie, so it is not used here.
            data = file.read(min(MAX_FILE_BYTES, left) + 1)
        if len(data) > min(MAX_FILE_BYTES, left):
            problems.add(entry.name, "This file unpacks to more than it may hold. Remove it.")
            return {}
        left -= len(data)
        files[entry.name] = data
    if "pack.toml" not in files:
        problems.add("", "This archive holds no pack.toml, so it is no content pack. Pack again.")
        return {}
    return files
