"""The objects of a PDF that Qt has written, to be changed and written once more."""

import re
import zlib
from dataclasses import dataclass

_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = 20
_TRAILER = re.compile(rb"trailer\s*<<\n(.*?)>>\s*startxref", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)>>\nstream\n(.*)\nendstream", re.DOTALL)


class OtherBuildError(ValueError):
    """The file is not built as this Qt builds it."""


@dataclass(slots=True)
class PdfObjects:
    """Every object by its number; `trailer` is what stands between its brackets, less `/Size`."""

    head: bytes
    bodies: dict[int, bytes]
    trailer: bytes

    @classmethod
    def of(cls, pdf: bytes) -> "PdfObjects":
        """Take a file apart; raises OtherBuildError."""
        end, trailer = _END.search(pdf), _TRAILER.search(pdf)
        table = _TABLE.match(pdf, int(end[1])) if end else None
        if end is None or trailer is None or table is None:
            raise OtherBuildError("no plain table of objects")
        at = [
            int(pdf[place : place + 10])
            for place in range(table.end() + _ENTRY, table.end() + int(table[1]) * _ENTRY, _ENTRY)
        ]
        stops = sorted((*at, table.start()))
        bodies = {}
        for number, start in enumerate(at, 1):
            name = b"%d 0 obj\n" % number
            whole = pdf[start : stops[stops.index(start) + 1]]
            if not whole.startswith(name) or b"endobj" not in whole:
                raise OtherBuildError(f"object {number} is not where the table says")
            bodies[number] = whole[len(name) : whole.rindex(b"endobj")].rstrip(b"\n")
        kept = re.sub(rb"/Size \d+\s*", b"", trailer[1])
        return cls(pdf[: stops[0]], bodies, kept)

    def named(self, key: bytes) -> int:
        """Return the number of an object that the trailer names; raises OtherBuildError."""
        return reference(self.trailer, key)

    def add(self, body: bytes = b"") -> int:
        """Add an object and return its number."""
        number = max(self.bodies) + 1
        self.bodies[number] = body
        return number

    def extend(self, number: int, lines: bytes) -> None:
        """Add lines to the end of a dictionary."""
        self.bodies[number] = self.bodies[number].removesuffix(b">>") + lines + b">>"

    def stream(self, number: int) -> bytes:
        """Return what a compressed stream holds; raises OtherBuildError."""
        held = _STREAM.match(self.bodies[number])
        if held is None or b"/FlateDecode" not in held[1]:
            raise OtherBuildError(f"object {number} is no compressed stream")
        try:
            return zlib.decompress(held[2])
        except zlib.error as error:
            raise OtherBuildError(f"object {number} does not unpack") from error

    def replace_stream(self, number: int, held: bytes) -> None:
        """Put something else into a stream."""
        packed = zlib.compress(held)
        self.bodies[number] = b"<<\n/Length %d\n/Filter /FlateDecode\n>>\nstream\n%s\nendstream" % (
            len(packed),
            packed,
        )

    def written(self) -> bytes:
        """Return the file."""
        parts, at, length = [self.head], [], len(self.head)
        for number in sorted(self.bodies):
            at.append(length)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, self.bodies[number]))
            length += len(parts[-1])
        size = len(at) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        parts += [b"%010d 00000 n \n" % place for place in at]
        parts.append(b"trailer\n<<\n/Size %d\n%s>>\n" % (size, self.trailer))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % length)
        return b"".join(parts)


def reference(text: bytes, key: bytes) -> int:
    """Return the number of the object that a dictionary names; raises OtherBuildError."""
    found = re.search(rb"/" + key + rb" (\d+) 0 R", text)
    if found is None:
        raise OtherBuildError(f"no {key.decode()}")
    return int(found[1])
