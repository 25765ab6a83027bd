"""Checking signatures beside the walk, in other processes where there are some."""

from collections import deque
from collections.abc import Sequence
from functools import partial

from kiosk.records.processes import Crew, Task
from kiosk.records.signer import Keys, Signer
from kiosk.records.walk import Finding

# Batches on the way at one time; memory stays small however long the store is.
_AHEAD = 12

# A signature and the texts it may cover; there are none where a record cannot be read.
Claim = tuple[bytes, tuple[bytes, ...]]


class SignatureDesk:
    """Takes findings in order and keeps those with faults; `every` False checks the last only."""

    def __init__(self, keys: Keys, crew: Crew, *, every: bool) -> None:
        self._keys, self._crew, self._every = keys, crew, every
        self._waiting: deque[tuple[Sequence[Finding], Task[list[int]] | None]] = deque()
        self._last: Finding | None = None
        self._bad: list[Finding] = []

    def take(self, findings: Sequence[Finding]) -> None:
        """Check the signatures of a batch, in the background where there is one."""
        if not findings:
            return
        task = None
        if self._every:
            task = self._crew.give(partial(unsigned, self._keys, _claims(findings)))
        self._waiting.append((findings, task))
        self._last = findings[-1]
        while len(self._waiting) > _AHEAD:
            self._collect()

    def bad(self) -> list[Finding]:
        """Return every finding with a fault or out of place, in order."""
        while self._waiting:
            self._collect()
        if self._last and not self._every:
            self._blame((self._last,), unsigned(self._keys, _claims((self._last,))))
            if self._last.faults and self._last not in self._bad:
                self._bad.append(self._last)
        return self._bad

    def _collect(self) -> None:
        findings, task = self._waiting.popleft()
        if task is not None:
            self._blame(findings, task.outcome())
        self._bad += [f for f in findings if f.faults or f.body_seq != f.seq]

    def _blame(self, findings: Sequence[Finding], places: Sequence[int]) -> None:
        for place in places:
            findings[place].faults.append("not signed by this kiosk: rewritten or inserted")


def _claims(findings: Sequence[Finding]) -> list[Claim]:
    return [(finding.signature, finding.messages) for finding in findings]


def unsigned(keys: Keys, claims: Sequence[Claim]) -> list[int]:
    """Return the places of the claims whose signature covers none of their texts."""
    signer = Signer(keys)
    return [
        place
        for place, (signature, texts) in enumerate(claims)
        if texts and not any(signer.covers(signature, text) for text in texts)
    ]
