"""What is signed, and the short code that anchors the chain on paper."""

import re
from base64 import b32decode, b32encode, b64decode
from binascii import b2a_base64
from dataclasses import dataclass

from kiosk.domain.errors import BadInputError

ROOT_BITS = 72
SIZE_BITS = 28
_CODE = re.compile(r"[A-Z2-7]{20}")
_NOTE = re.compile(r"[^\n]+\n(\d{1,12})\n([A-Za-z0-9+/=]+)(\n|$)")
_FULL = re.compile(r"(\d{1,12}):([0-9a-fA-F]{64})")


def checkpoint(kiosk: str, epoch: int, size: int, root: bytes) -> bytes:
    """Return the C2SP checkpoint text: origin, size and base64 root, a line each."""
    return f"{kiosk}/{epoch}\n{size}\n".encode() + b2a_base64(root)


def check_code(size: int, root: bytes) -> str:
    """Return 28 bits of size and 72 bits of root as 20 letters in groups of five."""
    number = (size % (1 << SIZE_BITS)) << ROOT_BITS | int.from_bytes(root[: ROOT_BITS // 8])
    # 100 bits are 20 base32 letters; four zero bits fill the last byte and their letter is cut.
    text = b32encode((number << 4).to_bytes(13)).decode()[:20]
    return "-".join(text[start : start + 5] for start in range(0, 20, 5))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A remembered head: `root` holds the first bytes of the root at that size."""

    size: int
    root: bytes

    def fits(self, root: bytes) -> bool:
        """Tell whether a recomputed root is the remembered one."""
        return root.startswith(self.root)


def parse_anchor(text: str) -> Anchor:
    """Read a check code, SIZE:ROOT in hex, or a checkpoint text.

    Raises BadInputError when it is none of the three.
    """
    if note := _NOTE.match(text.strip()):
        try:
            return _sound(int(note[1]), b64decode(note[2], validate=True))
        except ValueError as error:
            raise _refusal(text) from error
    if full := _FULL.fullmatch(text.strip()):
        return _sound(int(full[1]), bytes.fromhex(full[2]))
    letters = re.sub(r"[\s-]", "", text).upper().translate(str.maketrans("018", "OIB"))
    if not _CODE.fullmatch(letters):
        raise _refusal(text)
    number = int.from_bytes(b32decode(letters + "AAAA")[:13]) >> 4
    root = (number & ((1 << ROOT_BITS) - 1)).to_bytes(ROOT_BITS // 8)
    return _sound(number >> ROOT_BITS, root)


def _sound(size: int, root: bytes) -> Anchor:
    if size < 1 or len(root) not in (ROOT_BITS // 8, 32):
        raise _refusal(f"{size}:{root.hex()}")
    return Anchor(size, root)


def _refusal(text: str) -> BadInputError:
    return BadInputError(
        f"{text.strip()[:40]!r} is not a check code: give the 20 letters from a receipt, "
        "SIZE:ROOT in hex, or a checkpoint text"
    )
