"""A folder of files into a typed pack, with every problem noted."""

from dataclasses import dataclass
from functools import partial

from kiosk.content.blocks import (
    Chapter,
    Check,
    Lesson,
    Pack,
    PackInfo,
    Region,
    Statement,
    Topic,
)
from kiosk.content.evidence import Evidence, read_evidence, read_regions
from kiosk.content.folder import PackFolder, decode_text
from kiosk.content.manifest import Manifest, read_manifest
from kiosk.content.parse_chapter import read_chapter
from kiosk.content.parse_checks import read_checks
from kiosk.content.parse_file import FileContext
from kiosk.content.parse_inline import MarkdownReader
from kiosk.content.parse_memory import ParseMemory
from kiosk.content.problems import ProblemLog
from kiosk.content.reviews import with_words
from kiosk.content.toml_table import TomlTable, read_toml


@dataclass(frozen=True, slots=True)
class Parsed:
    """A pack with the two files that checks point back to."""

    pack: Pack
    manifest: Manifest
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Sources:
    folder: PackFolder
    manifest: Manifest
    evidence: Evidence
    reader: MarkdownReader
    log: ProblemLog
    memory: ParseMemory
    frame: tuple[object, ...]

    def context(self, name: str, topics: tuple[str, ...] = ()) -> FileContext:
        return FileContext(
            path=self.folder.shown(name),
            folder=self.folder,
            log=self.log,
            reader=self.reader,
            evidence=self.evidence,
            routes=self.manifest.routes,
            topics=topics,
            elements=self.manifest.elements,
        )


def parse_pack(
    folder: PackFolder, log: ProblemLog, memory: ParseMemory | None = None
) -> Parsed | None:
    """The pack as far as it can be read; None when pack.toml cannot be read at all.

    With a memory, files that are as they were the last time are not read again.
    """
    memory = memory or ParseMemory()
    top = _toml("pack.toml", folder, log)
    if top is None:
        return None
    manifest = read_manifest(top)
    evidence = memory.read(
        "evidence.toml", folder.texts.get("evidence.toml"), partial(_evidence, folder, log), log
    )
    frame = _frame(folder)
    sources = _Sources(folder, manifest, evidence, MarkdownReader(), log, memory, frame)
    pack = Pack(
        info=_info(manifest, folder),
        lessons={one.tag: _lesson(one.tag, sources) for one in manifest.languages},
        evidence=evidence.claims,
        sources=evidence.sources,
        regions=_regions(folder, evidence, log),
    )
    return Parsed(pack, manifest, evidence)


def _evidence(folder: PackFolder, log: ProblemLog) -> Evidence:
    facts = _toml("evidence.toml", folder, log)
    return read_evidence(facts) if facts else Evidence(readable=False)


def _frame(folder: PackFolder) -> tuple[object, ...]:
    """All that a chapter is read against besides its own words."""
    others = {name: data for name, data in folder.texts.items() if not name.endswith(".md")}
    return (str(folder.directory), others, folder.names)


def _toml(name: str, folder: PackFolder, log: ProblemLog) -> TomlTable | None:
    path = folder.shown(name)
    if name not in folder.names:
        log.add(path, 1, f"The pack has no {name}. Add it; content/README.md shows how.")
        return None
    text = decode_text(path, folder.texts[name], log)
    return None if text is None else read_toml(path, text, log)


def _info(manifest: Manifest, folder: PackFolder) -> PackInfo:
    return PackInfo(
        id=manifest.id,
        version=manifest.version,
        title=manifest.title,
        digest=folder.digest,
        status=manifest.status,
        authors=manifest.authors,
        sources_date=manifest.sources_date,
        review_by=manifest.review_by,
        funding=manifest.funding,
        update_policy=manifest.update_policy,
        languages=with_words(manifest, folder),
        routes=manifest.routes,
        checks=manifest.checks,
        route_names=manifest.route_names,
    )


def _regions(folder: PackFolder, evidence: Evidence, log: ProblemLog) -> tuple[Region, ...]:
    table = _toml("crisis.toml", folder, log)
    return read_regions(table, evidence) if table else ()


def _lesson(tag: str, sources: _Sources) -> Lesson:
    manifest = sources.manifest
    if not any(name.startswith(f"{tag}/") for name in sources.folder.names):
        line = manifest.language_lines[tag]
        message = f'The folder "{tag}" of this language is missing or empty. Add its files.'
        sources.log.add(sources.folder.shown("pack.toml"), line, message)
        return Lesson(tag, (), manifest.faq, (), (), ())
    chapters = tuple(
        chapter for stem in manifest.chapters for chapter in _chapter(tag, stem, sources)
    )
    _report_repeated_names(tag, chapters, sources)
    return Lesson(
        language=tag,
        chapters=chapters,
        faq_id=manifest.faq,
        checks=_checks(tag, sources),
        topics=tuple(
            Topic(one.id, one.names.get(tag, ""), one.points.get(tag, ()))
            for one in manifest.topics
        ),
        statements=tuple(one for _, one in _statements(chapters)),
    )


def _text(name: str, line: int, sources: _Sources) -> str | None:
    data = sources.folder.texts.get(name)
    if data is None:
        message = f'The file "{name}" is missing. Add it, or take its name out of this line.'
        sources.log.add(sources.folder.shown("pack.toml"), line, message)
        return None
    path = sources.folder.shown(name)
    read = partial(decode_text, path, data, sources.log)
    return sources.memory.read(f"the signs of {name}", (path, data), read, sources.log)


def _chapter(tag: str, stem: str, sources: _Sources) -> list[Chapter]:
    manifest = sources.manifest
    name = f"{tag}/{stem}.md"
    text = _text(name, manifest.chapters_line, sources)
    topics = tuple(one.id for one in manifest.topics) if stem == manifest.faq else ()
    if text is None:
        return []
    read = partial(read_chapter, text, stem, sources.context(name, topics))
    return [sources.memory.read(name, (text, sources.frame), read, sources.log)]


def _checks(tag: str, sources: _Sources) -> tuple[Check, ...]:
    stem = sources.manifest.checks
    name = f"{tag}/{stem}.md"
    text = _text(name, sources.manifest.checks_line, sources) if stem else None
    if text is None:
        return ()
    read = partial(read_checks, text, stem, sources.context(name))
    return sources.memory.read(name, (text, sources.frame), read, sources.log)


def _statements(chapters: tuple[Chapter, ...]) -> list[tuple[str, Statement]]:
    return [
        (chapter.id, block)
        for chapter in chapters
        for page in chapter.pages
        for block in page.blocks
        if isinstance(block, Statement)
    ]


def _report_repeated_names(tag: str, chapters: tuple[Chapter, ...], sources: _Sources) -> None:
    """Names used in two chapters; those within one file are noted where it is read."""
    pages = [(one.id, page.id, page.line) for one in chapters for page in one.pages]
    statements = [(stem, block.id, block.line) for stem, block in _statements(chapters)]
    for what, names in (("page", pages), ("statement", statements)):
        seen: dict[str, str] = {}
        for stem, name, line in names:
            if name and name in seen and (seen[name] != stem or what == "statement"):
                message = f'The {what} name "{name}" is used in {seen[name]}.md. Choose another.'
                sources.log.add(sources.folder.shown(f"{tag}/{stem}.md"), line, message)
            seen.setdefault(name, stem)
