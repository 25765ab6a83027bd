"""Checking signatures beside the walk, in other processes where that pays."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from kiosk.records.errors import BadKey
from kiosk.records.keys import load_device_key
from kiosk.records.processes import checkers
from kiosk.records.walk import Finding

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# Batches on the way at one time; memory stays small however long the store is.
_AHEAD = 12


class Keys(NamedTuple):
    """The public key of the signatures, and the folder where the private one may lie."""

    public: bytes
    folder: Path | None


# A signature and the texts it may cover; there are none where a record cannot be read.
Claim = tuple[bytes, tuple[bytes, ...]]


class SignatureDesk:
    """Takes findings in order and keeps those with faults; `every` False checks the last only.

    A store of `expected` records is worth other processes when it is long.
    """

    def __init__(self, keys: Keys, *, every: bool, expected: int = 0) -> None:
        self._keys, self._every = keys, every
        self._pool: Executor | None = checkers(expected) if every else None
        self._waiting: deque[tuple[Sequence[Finding], Future[list[int]] | None]] = deque()
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
        self._let_go()

    def take(self, findings: Sequence[Finding]) -> None:
        """Check the signatures of a batch, in the background where there is one."""
        if not findings:
            return
        self._waiting.append((findings, self._submit(findings)))
        self._last = findings[-1]
        while len(self._waiting) > (_AHEAD if self._pool else 0):
            self._collect()

    def bad(self) -> list[Finding]:
        """Return every finding with a fault or out of place, in order."""
        if self._last and not self._every:
            self._blame((self._last,), unsigned(self._keys, _claims((self._last,))))
            if self._last.faults and self._last not in self._bad:
                self._bad.append(self._last)
        while self._waiting:
            self._collect()
        return self._bad

    def _submit(self, findings: Sequence[Finding]) -> Future[list[int]] | None:
        if self._pool is None:
            return None
        try:
            return self._pool.submit(unsigned, self._keys, _claims(findings))
        except (BrokenProcessPool, OSError, RuntimeError):
            # The system gives no processes, or took them away: this one does the work.
            self._let_go()
            return None

    def _collect(self) -> None:
        findings, task = self._waiting.popleft()
        if self._every:
            self._blame(findings, self._outcome(findings, task))
        self._bad += [f for f in findings if f.faults or f.body_seq != f.seq]

    def _outcome(self, findings: Sequence[Finding], task: Future[list[int]] | None) -> list[int]:
        try:
            if task is not None:
                return task.result()
        except (BrokenProcessPool, OSError):
            self._let_go()
        return unsigned(self._keys, _claims(findings))

    def _blame(self, findings: Sequence[Finding], places: Sequence[int]) -> None:
        for place in places:
            findings[place].faults.append("not signed by this kiosk: rewritten or inserted")

    def _let_go(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _claims(findings: Sequence[Finding]) -> list[Claim]:
    return [(finding.signature, finding.messages) for finding in findings]


def unsigned(keys: Keys, claims: Sequence[Claim]) -> list[int]:
    """Return the places of the claims whose signature covers none of their texts."""
    seal = _Seal(keys)
    return [
        place
        for place, (signature, texts) in enumerate(claims)
        if texts and not any(seal.covers(signature, text) for text in texts)
    ]


class _Seal:
    """The key that made the signatures, as far as it is known."""

    def __init__(self, keys: Keys) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        self._public: Ed25519PublicKey | None = None
        with suppress(ValueError):
            self._public = Ed25519PublicKey.from_public_bytes(keys.public)
        self._private = _own_key(keys)

    def covers(self, signature: bytes, text: bytes) -> bool:
        """Tell whether the signature over the text is one by this key.

        Signing the text again gives the same bytes and takes a third of the time. What it does
        not give may still be a signature, so the public key has the last word.
        """
        from cryptography.exceptions import InvalidSignature

        if self._private is not None and self._private.sign(text) == signature:
            return True
        if self._public is None:
            return False
        try:
            self._public.verify(signature, text)
        except InvalidSignature:
            return False
        return True


def _own_key(keys: Keys) -> "Ed25519PrivateKey | None":
    if keys.folder is None:
        return None
    try:
        device = load_device_key(keys.folder)
    except BadKey:
        return None
    return device.private if device.public == keys.public else None
