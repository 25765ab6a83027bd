"""Tags for a PDF, which Qt does not write: what is a heading, a list, a picture, in which order.

A screen reader reads these, and a program that gets text out of the file follows them. While
painting, a rectangle of one dot far off the page stands before and after each part; in the
finished file it is replaced by the operators that PDF has for this.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from kiosk.ui.copy.pdf_objects import OtherBuildError, PdfObjects, reference

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from PySide6.QtGui import QPainter

TITLE, HEADING, PARAGRAPH, ITEM, FIGURE = "H1", "H2", "P", "LI", "Figure"
# What a listener is spared: lines, bands, the foot of a page.
ARTIFACT = "Artifact"
# Inside a part: what it says, where the glyphs do not tell.
SPAN = "Span"
_FAR = -9000.0
_MARK = re.compile(rb"-9000 -(\d+) 1 1 re\nf\n")
_PAGES = re.compile(rb"(\d+) 0 R")
# As the last of a line or inside a list: there it is a letter, elsewhere the number of a glyph.
_TAB = re.compile(rb"<0009>((?: <[0-9A-F]{4,}>)* \]|\n)")
_TIMES = re.compile(rb"/(?:CreationDate|ModDate) \([^)]*\)\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page.

    `alt` describes a picture, `actual` is what the glyphs stand for, `language` is BCP 47.
    """

    tag: str
    alt: str = ""
    language: str = ""
    actual: str = ""


@dataclass(slots=True)
class Tags:
    """The parts of a file, in the order in which they are read."""

    parts: list[Part] = field(default_factory=list)

    @contextmanager
    def around(self, painter: "QPainter", part: Part) -> Iterator[None]:
        """Take what is painted inside as one part."""
        number = len(self.parts)
        self.parts.append(part)
        self._mark(painter, 2 * number + 1)
        yield
        self._mark(painter, 2 * number + 2)

    def _mark(self, painter: "QPainter", number: int) -> None:
        painter.fillRect(QRectF(_FAR, -number, 1, 1), Qt.GlobalColor.black)


def part_of(tags: Tags | None, painter: "QPainter", part: Part) -> "AbstractContextManager[None]":
    """Tag what is painted inside, if there are tags at all: a printer needs none."""
    return nullcontext() if tags is None else tags.around(painter, part)


def finished(pdf: bytes, tags: Tags, language: str) -> bytes:
    """Return the PDF with its tags and its language, and without the time it was made.

    A PDF of another build than expected is returned as it is: the copy matters more.
    """
    try:
        held = PdfObjects.of(pdf)
        info, catalog = held.named(b"Info"), held.named(b"Root")
        held.bodies[info] = _TIMES.sub(b"", held.bodies[info])
        _name_spaces(held)
        tree = _Tree(held, tags.parts, language)
        root = tree.added()
        held.extend(
            catalog,
            b"/Lang %s\n/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n"
            b"/ViewerPreferences <</DisplayDocTitle true>>\n" % (_text(language), root),
        )
    except OtherBuildError:
        return pdf
    return held.written()


def _name_spaces(held: PdfObjects) -> None:
    """Say that the glyph of a space is a space: Qt names it after the tab, which looks the same."""
    for number, body in held.bodies.items():
        if b"begincmap" in body:
            # As long as before, so that the length of the stream still holds.
            held.bodies[number] = _TAB.sub(rb"<0020>\1", body)


class _Tree:
    """The tree of parts, and the pages that refer to it."""

    def __init__(self, held: PdfObjects, parts: Sequence[Part], language: str) -> None:
        self._held, self._parts, self._language = held, parts, language
        # By part: its page, and its number among the parts of that page.
        self._places: dict[int, tuple[int, int]] = {}

    def added(self) -> int:
        """Add the tree to the file and return the number of its root."""
        held = self._held
        catalog = held.bodies[held.named(b"Root")]
        pages = [int(one) for one in _PAGES.findall(self._kids(reference(catalog, b"Pages")))]
        for count, page in enumerate(pages):
            self._mark_page(page)
            held.extend(page, b"/StructParents %d\n/Tabs /S\n" % count)
        root, document = held.add(), held.add()
        elements, kids = self._elements(document)
        held.bodies[document] = _element("Document", root, b"[%s]" % _references(kids))
        parents = held.add(
            b"<<\n/Nums [%s]\n>>"
            % b" ".join(
                b"%d [%s]" % (count, _references(self._on(page, elements)))
                for count, page in enumerate(pages)
            )
        )
        held.bodies[root] = (
            b"<<\n/Type /StructTreeRoot\n/K %d 0 R\n/ParentTree %d 0 R\n/ParentTreeNextKey %d\n>>"
            % (document, parents, len(pages))
        )
        return root

    def _kids(self, pages: int) -> bytes:
        found = re.search(rb"/Kids\s*\[(.*?)\]", self._held.bodies[pages], re.DOTALL)
        if found is None:
            raise OtherBuildError("no list of pages")
        return found[1]

    def _mark_page(self, page: int) -> None:
        stream = reference(self._held.bodies[page], b"Contents")
        inside = 0

        def operator(found: re.Match[bytes]) -> bytes:
            nonlocal inside
            number, closing = divmod(int(found[1]) - 1, 2)
            if closing:
                return b"EMC\n"
            part = self._parts[number]
            if part.tag == ARTIFACT:
                return b"/Artifact BMC\n"
            if part.tag == SPAN:
                return b"/Span <</ActualText %s>> BDC\n" % _text(part.actual)
            self._places[number] = (page, inside)
            inside += 1
            return b"/%s <</MCID %d>> BDC\n" % (part.tag.encode(), inside - 1)

        self._held.replace_stream(stream, _MARK.sub(operator, self._held.stream(stream)))

    def _elements(self, document: int) -> tuple[dict[int, int], list[int]]:
        """Add an element for each part; return them by part, and those right below the document."""
        made: dict[int, int] = {}
        kids: list[int] = []
        numbers = [number for number in range(len(self._parts)) if number in self._places]
        for is_list, group in groupby(numbers, lambda number: self._parts[number].tag == ITEM):
            if is_list:
                kids.append(self._list(document, list(group), made))
                continue
            for number in group:
                made[number] = self._leaf(number, self._parts[number].tag, document)
                kids.append(made[number])
        return made, kids

    def _list(self, document: int, numbers: list[int], made: dict[int, int]) -> int:
        whole, items = self._held.add(), []
        for number in numbers:
            item = self._held.add()
            made[number] = self._leaf(number, "LBody", item)
            self._held.bodies[item] = _element("LI", whole, b"%d 0 R" % made[number])
            items.append(item)
        self._held.bodies[whole] = _element("L", document, b"[%s]" % _references(items))
        return whole

    def _leaf(self, number: int, tag: str, parent: int) -> int:
        page, inside = self._places[number]
        part = self._parts[number]
        more = b"/Pg %d 0 R\n" % page
        if part.alt:
            more += b"/Alt %s\n" % _text(part.alt)
        if part.actual:
            more += b"/ActualText %s\n" % _text(part.actual)
        if part.language not in {"", self._language}:
            more += b"/Lang %s\n" % _text(part.language)
        return self._held.add(_element(tag, parent, b"%d" % inside, more))

    def _on(self, page: int, elements: dict[int, int]) -> list[int]:
        here = [(inside, n) for n, (at, inside) in self._places.items() if at == page]
        return [elements[number] for _, number in sorted(here)]


def _element(tag: str, parent: int, kids: bytes, more: bytes = b"") -> bytes:
    return b"<<\n/Type /StructElem\n/S /%s\n/P %d 0 R\n/K %s\n%s>>" % (
        tag.encode(),
        parent,
        kids,
        more,
    )


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _text(text: str) -> bytes:
    """Return a string as PDF holds it: in brackets when it is plain, else UTF-16."""
    if re.fullmatch(r"[A-Za-z0-9-]*", text):
        return b"(%s)" % text.encode()
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()
