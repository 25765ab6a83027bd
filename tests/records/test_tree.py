"""The Merkle tree and the code that anchors it."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.records.anchor import Anchor, check_code, checkpoint, parse_anchor
from kiosk.records.tree import EMPTY_ROOT, Frontier, Growing, leaf_hash

# The inputs and roots of the reference tree in the Certificate Transparency project's tests.
INPUTS = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def recursive_root(leaves: list[bytes]) -> bytes:
    """Compute the root by the definition in RFC 6962, section 2.1."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = recursive_root(leaves[:split]), recursive_root(leaves[split:])
    return sha256(b"\x01" + left + right).digest()


def test_the_published_roots_come_out() -> None:
    frontier = Frontier()
    assert frontier.root() == EMPTY_ROOT
    for text, root in zip(INPUTS, ROOTS, strict=True):
        frontier = frontier.add(leaf_hash(bytes.fromhex(text)))
        assert frontier.root().hex() == root


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=70))
def test_the_frontier_agrees_with_the_definition(leaves: list[bytes]) -> None:
    frontier = Frontier()
    for leaf in leaves:
        frontier = frontier.add(leaf)
        assert frontier.is_whole()
    assert frontier.root() == recursive_root(leaves)


@given(size=st.integers(1, 2**28 - 1), root=st.binary(min_size=32, max_size=32))
def test_a_check_code_reads_back_however_it_is_typed(size: int, root: bytes) -> None:
    code = check_code(size, root)
    for typed in (code, code.lower(), code.replace("-", ""), code.translate(LOOK_ALIKES)):
        assert parse_anchor(typed) == Anchor(size, root[:9])


LOOK_ALIKES = str.maketrans("OIB", "018")


@given(size=st.integers(1, 10**9), root=st.binary(min_size=32, max_size=32))
def test_a_checkpoint_reads_back(size: int, root: bytes) -> None:
    assert parse_anchor(checkpoint("kiosk", 1, size, root).decode()) == Anchor(size, root)


@pytest.mark.parametrize("flip", range(72))
def test_every_bit_of_a_check_code_counts(flip: int) -> None:
    root = bytes(range(32))
    other = (int.from_bytes(root) ^ 1 << 255 - flip).to_bytes(32)
    assert not parse_anchor(check_code(7, root)).fits(other)


LEAVES = st.lists(st.binary(min_size=32, max_size=32), max_size=70)


@given(LEAVES, st.binary(min_size=32, max_size=32))
def test_a_growing_tree_has_the_roots_of_the_other_even_if_asked_in_between(
    leaves: list[bytes], stray: bytes
) -> None:
    slow, quick = Frontier(), Growing()
    for number, leaf in enumerate(leaves):
        if number % 3 == 0:
            assert quick.root_with(stray) == slow.add(stray).root()
        slow = slow.add(leaf)
        if number % 2 == 0:
            assert quick.root_with(leaf) == slow.root()
        quick.add(leaf)
    assert quick.root_with(stray) == slow.add(stray).root()


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70), st.integers(0, 5))
def test_trees_side_by_side_join_into_the_tree_of_all_their_leaves(
    leaves: list[bytes], level: int
) -> None:
    slow, whole, length = Frontier(), Growing(), 1 << level
    for start in range(0, len(leaves), length):
        part, folds, roots = Growing(), [], []
        for leaf in leaves[start : start + length]:
            folds.append(part.root_with(leaf))
            part.add(leaf)
            slow = slow.add(leaf)
            roots.append(slow.root())
        assert whole.gives(folds, roots)
        assert not whole.gives(folds, [*roots[:-1], b""])
        whole.join(part)
    assert whole.root_with(bytes(32)) == slow.add(bytes(32)).root()
