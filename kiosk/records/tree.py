"""The RFC 6962 Merkle tree over the leaves, grown one leaf at a time."""

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
