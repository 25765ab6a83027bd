"""The patient's copy as plain values: its words, and the one hash that stands for them."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.acknowledgement import RECEIPT_ALPHABET, CopyLine

# What a line is; the look of each is decided where it is drawn.
TITLE, NOTE, LABEL, VALUE = "title", "note", "label", "value"
NUMBER, CHOICE, ITEM, LETTERS = "number", "choice", "item", "letters"
ROLES = (TITLE, NOTE, LABEL, VALUE, NUMBER, CHOICE, ITEM, LETTERS)
# 24 letters to the power of 20 are 2^91 possibilities: nobody finds the words by trying.
_LETTERS = 20
_DOMAIN = b"anteroom copy\0"
# Spaces, bullets, and the marks that direct or hyphenate text: copying out of a PDF changes them.
_UNSEEN = re.compile(
    "[\t-\r\x1c-\x20\x85\xa0\xad\u061c\u1680\u2000-\u200f\u2022\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
# Characters that keyboards replace by simpler ones.
_SIMPLER = str.maketrans("‘’ʼ“”‐‑‒–—−", "'''\"\"------")


@dataclass(frozen=True, slots=True)
class CopyPaper:
    """A copy ready for paper; `code` proves the words.

    `beside` stands next to the code: a title, how to check, the check code. `sheet` is the
    sheet to take home, on a page of its own; the code proves nothing about it.
    """

    words: tuple[CopyLine, ...]
    language: str
    code: str
    beside: tuple[str, ...] = ()
    sheet: tuple[CopyLine, ...] = ()


def copy_letters(random: bytes) -> str:
    """Return the 20 letters that keep the words of a copy from being guessed; wants 16 bytes."""
    number = int.from_bytes(random)
    letters = []
    for _ in range(_LETTERS):
        number, rest = divmod(number, len(RECEIPT_ALPHABET))
        letters.append(RECEIPT_ALPHABET[rest])
    return "-".join("".join(letters[at : at + 4]) for at in range(0, _LETTERS, 4))


def copy_text(words: Sequence[CopyLine]) -> str:
    """Return the words of a copy as text, a line each."""
    return "".join(f"{text}\n" for _, text in words)


def copy_hash(words: Sequence[CopyLine]) -> str:
    """Return the hash that the record carries, 64 hex letters."""
    return hashlib.sha256(_DOMAIN + bare(copy_text(words)).encode()).hexdigest()


def bare(text: str) -> str:
    """Return text without what printing, copying and typing change: spaces, quotes, dashes."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_SIMPLER)
