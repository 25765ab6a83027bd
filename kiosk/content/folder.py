"""The files of a pack: read once, so the digest is of the very bytes that are parsed."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.names import clashes, name_fault
from kiosk.content.problems import ProblemLog

MAX_FILE_BYTES = 1024 * 1024
APPROVALS = "approvals"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_TEXT_SUFFIXES = (".md", ".toml", ".svg")
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e")
# Some scripts cannot do without these; `direction` says which language may use them.
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
# A “not” that is struck out is still read by every rule.
_STRIKES = frozenset("\u0334\u0335\u0336\u0337\u0338\u20d2\u20d3\u20e5")


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A pack on disk: text files by relative path (`en/questions.md`), every name, the digest.

    `listing` is what `sha256sum` prints for the files in byte order; the digest is its SHA-256.
    """

    directory: Path
    texts: dict[str, bytes]
    names: frozenset[str]
    digest: str
    listing: bytes = b""

    def shown(self, name: str) -> str:
        """The path a person can open, for a name relative to the pack."""
        return str(self.directory / name)


def read_folder(directory: Path, log: ProblemLog) -> PackFolder:
    """Read a pack's files; links, oversized and unreadable files become problems."""
    texts: dict[str, bytes] = {}
    hashes: dict[str, str] = {}
    if not directory.is_dir():
        log.add(
            str(directory),
            1,
            "There is no content pack here. Give the folder that holds pack.toml.",
        )
        return PackFolder(directory, {}, frozenset(), "")
    names = list(_names(directory, "", log))
    for name, fault in clashes(names):
        log.add(str(directory / name), 1, fault, rule="file")
    for name in names:
        data = _read(directory, name, log)
        if data is None:
            continue
        hashes[name] = hashlib.sha256(data).hexdigest()
        if name.endswith(_TEXT_SUFFIXES):
            texts[name] = data
    listing = _listing(hashes)
    digest = hashlib.sha256(listing).hexdigest()
    return PackFolder(directory, texts, frozenset(hashes), digest, listing)


def folder_of(place: Path, files: dict[str, bytes]) -> PackFolder:
    """The same for files that are in memory already; `approvals/` is not part of a pack."""
    inside = {name: data for name, data in files.items() if not name.startswith(f"{APPROVALS}/")}
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in inside.items()}
    texts = {name: data for name, data in inside.items() if name.endswith(_TEXT_SUFFIXES)}
    listing = _listing(hashes)
    digest = hashlib.sha256(listing).hexdigest() if files else ""
    return PackFolder(place, texts, frozenset(hashes), digest, listing)


def _listing(hashes: dict[str, str]) -> bytes:
    # The text that `sha256sum` prints for the sorted files, so stock tools can repeat the digest.
    names = sorted(hashes, key=lambda one: one.encode("utf-8"))
    return "".join(f"{hashes[name]}  {name}\n" for name in names).encode("utf-8")


def _names(directory: Path, prefix: str, log: ProblemLog) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(directory / prefix), key=lambda entry: entry.name)
    except OSError as error:
        log.add(str(directory / prefix), 1, f"Cannot open this folder: {error.strerror}.")
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        shown = str(directory / name)
        if name == APPROVALS and not entry.is_symlink():
            continue
        if entry.is_symlink():
            log.add(
                shown,
                1,
                "A link to another place is not allowed. Put the file itself here.",
                rule="file",
            )
        elif fault := name_fault(name):
            log.add(shown, 1, fault, rule="file")
        elif entry.is_dir():
            yield from _names(directory, f"{name}/", log)
        else:
            yield name


def _read(directory: Path, name: str, log: ProblemLog) -> bytes | None:
    path = directory / name
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            log.add(str(path), 1, "This is not a file. Remove it from the pack.", rule="file")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        log.add(str(path), 1, f"Cannot read this file: {error.strerror}.", rule="file")
        return None
    if len(data) > MAX_FILE_BYTES:
        log.add(
            str(path),
            1,
            "This file is larger than 1 MiB. Make it smaller or split it.",
            rule="file",
        )
        return None
    return data


def decode_text(path: str, data: bytes, log: ProblemLog) -> str | None:
    """The text of a file, or None after noting why it is not plain UTF-8 with LF line ends."""
    before = len(log.found)
    if data.startswith(_BYTE_ORDER_MARK):
        message = "The file starts with a byte order mark. Save it as UTF-8 without BOM."
        log.add(path, 1, message, rule="text")
    try:
        text = data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "This line is not valid UTF-8. Save the file as UTF-8."
        log.add(path, line, message, rule="text")
        return None
    for number, line_text in enumerate(text.split("\n"), start=1):
        fault = _line_fault(line_text)
        if fault:
            log.add(path, number, fault, rule="text")
    return text if len(log.found) == before else None


def _line_fault(line: str) -> str | None:
    if line.isascii() and line.isprintable():
        return None
    if "\r" in line:
        return "This line ends the Windows way. Save the file with Unix (LF) line ends."
    if "\t" in line:
        return "There is a tab in this line. Use spaces."
    for mark in line:
        if mark < " " or "\x7f" <= mark <= "\x9f" or mark in "\u2028\u2029":
            return f"There is a hidden character (U+{ord(mark):04X}) in this line. Delete it."
        if mark in _STRIKES:
            return f"A mark (U+{ord(mark):04X}) strikes a letter out in this line. Delete it."
        if mark in _BIDI_CONTROLS or (unicodedata.category(mark) == "Cf" and mark not in _JOINERS):
            return (
                f"There is a hidden {_kind(mark)} mark (U+{ord(mark):04X}) in this line. Delete it."
            )
    return None


def _kind(mark: str) -> str:
    return "direction" if mark in _BIDI_CONTROLS else "zero-width"
