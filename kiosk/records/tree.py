"""The RFC 6962 Merkle tree over the leaves, grown one leaf at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(body: bytes) -> bytes:
    """Return the 32-byte leaf of a body."""
    return sha256(b"\x00" + body).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The perfect subtrees of a tree of `size` leaves, as (level, hash), highest level first."""

    size: int = 0
    nodes: tuple[tuple[int, bytes], ...] = ()

    def add(self, leaf: bytes) -> "Frontier":
        """Return the frontier with one more leaf at the right."""
        nodes = list(self.nodes)
        level, digest = 0, leaf
        while nodes and nodes[-1][0] == level:
            digest = sha256(b"\x01" + nodes.pop()[1] + digest).digest()
            level += 1
        nodes.append((level, digest))
        return Frontier(self.size + 1, tuple(nodes))

    def root(self) -> bytes:
        """Return the 32-byte root of the whole tree."""
        if not self.nodes:
            return EMPTY_ROOT
        digest = self.nodes[-1][1]
        for _, left in self.nodes[-2::-1]:
            digest = sha256(b"\x01" + left + digest).digest()
        return digest

    def is_whole(self) -> bool:
        """Tell whether the levels are exactly the set bits of the size."""
        bits = [level for level in range(self.size.bit_length()) if self.size >> level & 1]
        return [level for level, _ in self.nodes] == bits[::-1]


class Growing:
    """The same tree for a long walk: grown in place, and quick to say what root a leaf gives."""

    def __init__(self) -> None:
        self._size = 0
        # The hashes of the perfect subtrees, highest level first, each with the mark of a node.
        self._nodes: list[bytes] = []
        # What the last leaf asked about makes of the subtrees to its left, lowest level first.
        self._tried: list[bytes] = []

    def root_with(self, leaf: bytes) -> bytes:
        """Return the root of the tree with one more leaf, which is not added."""
        digest = leaf
        tried = self._tried = [leaf]
        for node in reversed(self._nodes):
            digest = sha256(node + digest).digest()
            tried.append(digest)
        return digest

    def add(self, leaf: bytes) -> None:
        """Add a leaf at the right."""
        if not self._tried or self._tried[0] != leaf:
            self.root_with(leaf)
        # As many subtrees as the size ends in set bits join into one with the leaf.
        joined = (~self._size & (self._size + 1)).bit_length() - 1
        del self._nodes[len(self._nodes) - joined :]
        self._nodes.append(b"\x01" + self._tried[joined])
        self._size += 1
        self._tried = []

    def gives(self, folds: Sequence[bytes], roots: Sequence[bytes]) -> bool:
        """Tell whether these are the roots after more leaves, `folds` those of the leaves alone."""
        left = self._nodes[::-1]
        for digest, root in zip(folds, roots, strict=True):
            for node in left:
                digest = sha256(node + digest).digest()  # noqa: PLW2901 -- folded up to the root
            if digest != root:
                return False
        return True

    def join(self, other: "Growing") -> None:
        """Add the leaves of another tree at the right; the size here is a multiple of 2^n >= its.

        All but the last of several such trees are then perfect.
        """
        nodes, level = other._nodes, other._size.bit_length() - 1  # noqa: SLF001 -- its own class
        if len(nodes) == 1:
            # As in add, one level further up.
            digest, high = nodes[0], self._size >> level
            for _ in range((~high & (high + 1)).bit_length() - 1):
                digest = b"\x01" + sha256(self._nodes.pop() + digest[1:]).digest()
            nodes = [digest]
        self._nodes += nodes
        self._size += other._size  # noqa: SLF001 -- its own class
        self._tried = []
