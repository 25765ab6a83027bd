"""A chapter file into pages."""

from kiosk.content.attributes import Heading, read_heading
from kiosk.content.blocks import Block, Chapter, Page
from kiosk.content.parse_blocks import read_block
from kiosk.content.parse_file import FileContext
from kiosk.content.side_by_side import fill_tables
from kiosk.content.split import Part, split_parts

_MOST_MINUTES = 60
_PAGE_LEVEL = 2

_PAGE_KEYS = ("elements", "routes", "topic", "claims")
_PAGE_FLAGS = ("sheet", "short")


def read_chapter(text: str, stem: str, context: FileContext) -> Chapter:
    """Read `# Title {#stem}` and its `##` pages; topics are required when the context has any."""
    title, groups = cut_sections(text, stem, context, keys=("minutes",))
    minutes = title.attributes.values.get("minutes", "0") if title else "0"
    if not minutes.isdecimal() or int(minutes) > _MOST_MINUTES:
        context.fault(1, '"minutes" must be a whole number up to 60, such as minutes="3".')
        minutes = "0"
    pages = fill_tables(tuple(_page(parts, context) for parts in groups), context)
    if not pages:
        context.fault(1, "This file has no page. Start one with “## Title {#id}”.")
    report_repeats([(page.id, page.line) for page in pages], "page", context)
    return Chapter(stem, title.text if title else "", pages, int(minutes))


def cut_sections(
    text: str, stem: str, context: FileContext, *, keys: tuple[str, ...] = ()
) -> tuple[Heading | None, list[list[Part]]]:
    """The file's title and the parts of each `##` section, its heading first."""
    parts = split_parts(context.path, text, context.log)
    title: Heading | None = None
    groups: list[list[Part]] = []
    for index, part in enumerate(parts):
        if part.kind == "heading" and part.level == 1:
            if index:
                context.fault(part.line, "Only the first line of a file has one #. Use ##.")
                continue
            title = read_title(part, context, keys=keys)
            if title.attributes.id and title.attributes.id != stem:
                context.fault(part.line, f"The name here must be that of the file: {{#{stem}}}.")
        elif part.kind == "heading" and part.level == _PAGE_LEVEL:
            groups.append([part])
        elif groups:
            groups[-1].append(part)
        else:
            context.fault(part.line, "This stands before the first “## Title {#id}”. Move it down.")
    if title is None:
        context.fault(1, f"The first line must be the title: “# Title {{#{stem}}}”.")
    return title, groups


def read_title(
    part: Part, context: FileContext, *, keys: tuple[str, ...] = (), flags: tuple[str, ...] = ()
) -> Heading:
    """A heading with its attributes; the words must be plain."""
    place = (context.path, part.line)
    heading = read_heading(part.lines[0], place, context.log, keys=keys, flags=flags)
    if heading.attributes.id:
        context.plain(heading.text, part.line)
        if not heading.text:
            context.fault(part.line, "This heading has no words. Write a title.")
    return heading


def report_repeats(names: list[tuple[str, int]], what: str, context: FileContext) -> None:
    """Note each name that was used before in the same file."""
    seen: dict[str, int] = {}
    for name, line in names:
        if name and name in seen:
            context.fault(
                line,
                f'The {what} name "{name}" is used on line {seen[name]} already. Choose another.',
            )
        seen.setdefault(name, line)


def _page(parts: list[Part], context: FileContext) -> Page:
    heading = read_title(parts[0], context, keys=_PAGE_KEYS, flags=_PAGE_FLAGS)
    attributes, line = heading.attributes, heading.line
    claims = attributes.words("claims")
    context.know_claims(claims, line)
    blocks = read_section(parts[1:], line, context)
    return Page(
        id=attributes.id,
        title=heading.text,
        blocks=blocks,
        elements=context.listed(attributes, "elements", context.elements, line),
        routes=context.listed(attributes, "routes", context.routes, line),
        topic=_topic(heading, context),
        claims=claims,
        line=line,
        sheet="sheet" in attributes.flags,
        short="short" in attributes.flags,
    )


def read_section(parts: list[Part], line: int, context: FileContext) -> tuple[Block, ...]:
    """The blocks of some parts, of which there must be at least one."""
    for part in parts:
        if part.kind == "heading" and "{" in part.lines[0]:
            context.fault(part.line, "A ### heading takes no {…}. Take it out.")
    plain = [part for part in parts if not (part.kind == "heading" and "{" in part.lines[0])]
    blocks = [read_block(part, context) for part in plain]
    if not parts:
        context.fault(line, "Nothing stands below this heading. Write it or delete the heading.")
    return tuple(block for block in blocks if block is not None)


def _topic(heading: Heading, context: FileContext) -> str:
    topic = heading.attributes.values.get("topic", "")
    known = ", ".join(context.topics)
    if context.topics and not topic:
        context.fault(heading.line, f'A question needs a topic="…" here. Known: {known}.')
    elif topic and not context.topics:
        context.fault(heading.line, '"topic" belongs only on pages of the questions chapter.')
    elif topic and topic not in context.topics:
        context.fault(heading.line, f'There is no topic "{topic}" in pack.toml. Known: {known}.')
    return topic
