"""Checking signatures beside the walk: the library lets other threads work meanwhile."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from kiosk.records.walk import Finding

_THREADS = 2
# Batches on the way at one time; memory stays small however long the store is.
_AHEAD = 3


class SignatureDesk:
    """Takes findings in order and keeps those with faults; `every` False checks the last only."""

    def __init__(self, public: bytes, *, every: bool) -> None:
        self._public, self._every = public, every
        self._pool = ThreadPoolExecutor(_THREADS, "signature")
        self._waiting: deque[tuple[Sequence[Finding], list[Future[None]]]] = deque()
        self._last: Finding | None = None
        self._bad: list[Finding] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown()

    def take(self, findings: Sequence[Finding]) -> None:
        """Check the signatures of a batch in the background."""
        if not findings:
            return
        tasks: list[Future[None]] = []
        if self._every:
            half = len(findings) // 2
            parts = (findings[:half], findings[half:])
            tasks += [self._pool.submit(check_signatures, part, self._public) for part in parts]
        self._waiting.append((findings, tasks))
        self._last = findings[-1]
        while len(self._waiting) > _AHEAD:
            self._collect()

    def bad(self) -> list[Finding]:
        """Return every finding with a fault or out of place, in order."""
        if self._last and not self._every:
            check_signatures((self._last,), self._public)
        while self._waiting:
            self._collect()
        return self._bad

    def _collect(self) -> None:
        findings, tasks = self._waiting.popleft()
        for task in tasks:
            task.result()
        self._bad += [f for f in findings if f.faults or f.body_seq != f.seq]


def check_signatures(findings: Sequence[Finding], public: bytes) -> None:
    """Add a fault to every finding whose signature covers none of its messages."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for finding in findings:
        if not finding.messages:
            continue
        for message in finding.messages:
            try:
                Ed25519PublicKey.from_public_bytes(public).verify(finding.signature, message)
            except (InvalidSignature, ValueError):
                continue
            break
        else:
            finding.faults.append("not signed by this kiosk: rewritten or inserted")
