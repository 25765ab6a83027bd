"""Who may approve content: a person, what they are, and the key they sign with."""

import unicodedata
from dataclasses import dataclass

LONGEST_NAME = 80
# Marks that would end a field of the line that is signed.
_RESERVED = frozenset(";=")


@dataclass(frozen=True, slots=True)
class Approver:
    """A person whose signature counts; `key` is a minisign public key, 56 letters from RW."""

    name: str
    role: str
    key: str


def same_words(one: str, other: str) -> bool:
    """Tell whether two names or roles are the same but for case and spaces."""
    return _plain(one) == _plain(other)


def different_people(approvers: tuple[Approver, ...]) -> int:
    """Return how many people stand behind some approvers: one name, or one key, is one person."""
    groups: list[set[str]] = []
    for one in approvers:
        marks = {f"name {_plain(one.name)}", f"key {one.key}"}
        near = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks]
        groups.append(marks.union(*near))
    return len(groups)


def name_fault(text: str) -> str:
    """Say why a name or a role cannot be signed; "" when it can."""
    if not text.strip() or text != text.strip():
        return "must be words, without spaces around them"
    if len(text) > LONGEST_NAME:
        return f"may have at most {LONGEST_NAME} letters"
    if not text.isprintable() or _RESERVED & set(text):
        return "may not hold ; or = or a line break"
    return ""


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
