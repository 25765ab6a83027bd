"""What the parts of one Markdown file are read against."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.attributes import Attributes
from kiosk.content.evidence import Evidence
from kiosk.content.folder import PackFolder
from kiosk.content.manifest import ELEMENTS
from kiosk.content.parse_inline import MarkdownReader
from kiosk.content.plain_text import mark_rule, text_fault
from kiosk.content.problems import ProblemLog


@dataclass(frozen=True, slots=True)
class FileContext:
    """One file of one language, and the names that may be used in it."""

    path: str
    folder: PackFolder
    log: ProblemLog
    reader: MarkdownReader
    evidence: Evidence
    routes: tuple[str, ...]
    topics: tuple[str, ...]
    elements: tuple[str, ...]

    def fault(self, line: int, message: str, rule: str = "format") -> None:
        """Note a problem in this file."""
        self.log.add(self.path, line, message, rule=rule)

    def know_claims(self, claims: Iterable[str], line: int) -> None:
        """Note each claim that evidence.toml does not hold."""
        for claim in claims:
            if not self.evidence.holds(claim):
                self.fault(
                    line,
                    f'The claim "{claim}" is not in evidence.toml. Correct it or add it there.',
                    "cite",
                )

    def plain(self, text: str, line: int) -> str:
        """The words, after noting any marks in them."""
        fault = text_fault(text)
        if fault:
            self.fault(line, fault, mark_rule(fault))
        return text

    def listed(
        self, attributes: Attributes, key: str, known: Iterable[str], line: int
    ) -> tuple[str, ...]:
        """The words of a heading's key, after noting those that are not in `known`."""
        allowed = frozenset(known)
        words = attributes.words(key)
        if key in attributes.values and not words:
            self.fault(line, f'"{key}" is empty. Fill it in or take it out.')
        for word in words:
            if word not in allowed:
                shown = (
                    "C01 to C38" if allowed == frozenset(ELEMENTS) else ", ".join(sorted(allowed))
                )
                self.fault(line, f'"{key}" cannot be "{word}". Known: {shown}.')
        return words
