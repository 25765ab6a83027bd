"""Text parts into typed blocks."""

import re
from xml.etree.ElementTree import Element

from kiosk.content.blocks import (
    CALLOUT_KINDS,
    Block,
    Bullets,
    Callout,
    Figure,
    Paragraph,
    Subheading,
)
from kiosk.content.parse_fences import read_fence
from kiosk.content.parse_file import FileContext
from kiosk.content.parse_sentences import read_sentences
from kiosk.content.scenes import SCENES
from kiosk.content.sentence import Sentence
from kiosk.content.split import Part

_FIGURE_FILE = re.compile(r"figures/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.(svg|png)")
_UNSAFE_SVG = re.compile(
    rb"<script|<foreignObject|<!ENTITY|\bon\w+\s*=|(href|src)\s*=\s*[\"'](?!#|data:image/)"
    rb"|url\(\s*[\"']?(?!#)|@import",
    re.IGNORECASE,
)


def read_block(part: Part, context: FileContext) -> Block | None:
    """The block of a part; None after noting why there is none."""
    if part.kind == "fence":
        return read_fence(part, context)
    if part.kind == "heading":
        return Subheading(context.plain(part.lines[0], part.line), part.line)
    if part.kind == "choices":
        context.fault(part.line, "Choices “- [ ]” stand only in the file of check questions.")
        return None
    if part.kind == "callout":
        return _callout(part, context)
    if part.kind in ("bullets", "numbers"):
        return _bullets(part, context)
    return _paragraph(part, context)


def _elements(part: Part, context: FileContext) -> list[Element]:
    return context.reader.tree(tuple(line for _, line in part.numbered()))


def _sentences(
    elements: list[Element], part: Part, context: FileContext, first: int = 0
) -> tuple[Sentence, ...]:
    sentences = read_sentences(elements, part, first, context.fault)
    for sentence in sentences:
        context.know_claims(sentence.claims, sentence.line)
    return sentences


def _paragraph(part: Part, context: FileContext) -> Block | None:
    elements = _elements(part, context)
    if len(elements) != 1 or elements[0].tag != "p":
        context.fault(part.line, "This part cannot be read. Use only the marks of the format.")
        return None
    children = list(elements[0])
    if children and children[0].tag == "img" and not (elements[0].text or "").strip():
        if len(children) == 1 and not (children[0].tail or "").strip():
            return _figure(children[0], part, context)
        context.fault(
            part.line, "A picture stands alone. Leave an empty line before and after it.", "picture"
        )
        return None
    return Paragraph(_sentences(elements, part, context))


def _bullets(part: Part, context: FileContext) -> Block | None:
    elements = _elements(part, context)
    wanted = "ol" if part.kind == "numbers" else "ul"
    if len(elements) != 1 or elements[0].tag != wanted or not _plain_list(elements[0]):
        context.fault(part.line, "This list cannot be read. Write one sentence on each line.")
        return None
    if part.kind == "numbers":
        _check_numbers(part, context)
    return Bullets(_sentences(list(elements[0]), part, context), part.kind == "numbers")


def _plain_list(element: Element) -> bool:
    return all(item.tag == "li" for item in element) and not (element.text or "").strip()


def _check_numbers(part: Part, context: FileContext) -> None:
    for count, (number, line) in enumerate(part.numbered(), start=1):
        written = int(line.split(".", 1)[0])
        if written not in (1, count):
            context.fault(number, f"This line has the number {written}. Write {count} here.")


def _callout(part: Part, context: FileContext) -> Block | None:
    elements = _elements(part, context)
    if len(elements) != 1 or elements[0].tag != "callout":
        context.fault(
            part.line,
            "A box starts with its kind. Write it on a line of its own: “> [!NOTE]”.",
        )
        return None
    named = elements[0].get("kind", "")
    kind = next((one for one in CALLOUT_KINDS if one == named), None)
    if kind is None:
        known = ", ".join(CALLOUT_KINDS)
        context.fault(part.line, f'There is no box of the kind "{named}". Known: {known}.')
        return None
    for number, line in part.numbered()[1:]:
        if re.match(r"> ?([-#>] ?|[0-9]+\. |!\[|```)", line):
            context.fault(number, "A box holds only sentences. Write one on each line.")
    return Callout(kind, _sentences(list(elements[0]), part, context, first=1))


def _figure(image: Element, part: Part, context: FileContext) -> Block:
    source = image.get("src", "")
    alt, caption = image.get("alt", "").strip(), image.get("title", "").strip()
    title = f' "{caption}"' if caption else ""
    if part.lines != (f"![{alt}]({source}{title})",):
        context.fault(
            part.line,
            'This picture cannot be read. Write a picture as ![words](scene:name "caption").',
            "picture",
        )
    if not alt:
        context.fault(
            part.line,
            "Nobody who cannot see it knows this picture. Say in words what it shows: ![words](…).",
            "picture",
        )
    for text in (alt, caption):
        context.plain(text, part.line)
    if source.startswith("scene:"):
        if source.removeprefix("scene:") not in SCENES:
            known = ", ".join(SCENES)
            context.fault(
                part.line, f'There is no drawing "{source}". Known scenes: {known}.', "picture"
            )
    else:
        _check_file(source, part.line, context)
    return Figure(source, alt, caption, part.line)


def _check_file(source: str, line: int, context: FileContext) -> None:
    if not _FIGURE_FILE.fullmatch(source):
        context.fault(
            line,
            f'A picture cannot come from "{source}". '
            "Use scene:NAME, or a file of this pack such as figures/room.svg.",
            "picture",
        )
    elif source not in context.folder.names:
        context.fault(line, f'The picture file "{source}" is not in the pack. Add it.', "picture")
    elif _UNSAFE_SVG.search(context.folder.texts.get(source, b"")):
        context.fault(
            line,
            f'The picture "{source}" holds a script or points to another file. '
            "Save it again as a plain drawing.",
            "picture",
        )
