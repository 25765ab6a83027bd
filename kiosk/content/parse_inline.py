"""Markdown as the library reads it, with our citation and box marks added."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

# Without these the characters stay in the text, where `text_fault` reports them.
_UNUSED = (
    "backtick",
    "escape",
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
    "entity",
)


class _Citation(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802  # the library's signature, which its own base class does not match
        cite = Element("cite", {"claims": m.group(1)})
        return cite, m.start(0), m.end(0)


class _Callout(BlockProcessor):
    """`> [!KIND]` and the quoted lines after it become a `callout` element."""

    _START = re.compile(r"> ?\[!(?P<kind>[^\]\n]*)\](?:\n|$)")

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  # the library's signature
        return bool(self._START.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        start = self._START.match(block)
        if start:
            callout = SubElement(parent, "callout", {"kind": start["kind"]})
            lines = block[start.end() :].split("\n")
            SubElement(callout, "p").text = "\n".join(re.sub(r"^> ?", "", one) for one in lines)


class _PackMarks(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        for name in _UNUSED:
            md.inlinePatterns.deregister(name, strict=False)
        md.inlinePatterns.register(_Citation(r"\[\^([^\]\n]*)\]", md), "citation", 165)
        # This one takes link definitions out of the text without a trace.
        md.parser.blockprocessors.deregister("reference")
        parser: BlockParser = md.parser
        parser.blockprocessors.register(_Callout(parser), "callout", 25)


class MarkdownReader:
    """Reads text parts into elements and sentences; one is enough for a whole pack."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=[_PackMarks()])

    def tree(self, lines: tuple[str, ...]) -> list[Element]:
        """The top elements that Markdown sees in these lines."""
        root = self._markdown.parser.parseDocument(list(lines)).getroot()
        if root is None:
            return []
        self._markdown.treeprocessors["inline"].run(root)
        return list(root)
