"""The typed blocks a content pack is made of: one set for screen, speech, print and record."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from kiosk.content.arranged import Options, Timeline
from kiosk.content.sentence import Sentence

CalloutKind: TypeAlias = Literal["NOTE", "IDEA", "TELL", "ASK", "SAFETY", "WORD"]

CALLOUT_KINDS: tuple[CalloutKind, ...] = ("NOTE", "IDEA", "TELL", "ASK", "SAFETY", "WORD")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of one sentence per item, numbered when `ordered`."""

    items: tuple[Sentence, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a page."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Callout:
    """Sentences set apart; `kind` is one of CALLOUT_KINDS."""

    kind: CalloutKind
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: `source` is `scene:NAME` or a path relative to the pack; no caption is ""."""

    source: str
    alt: str
    caption: str = ""
    line: int = 0

    @property
    def scene(self) -> str:
        """The name of the drawing, or "" when the picture is a file of the pack."""
        return self.source.removeprefix("scene:") if self.source.startswith("scene:") else ""


@dataclass(frozen=True, slots=True)
class IconArray:
    """People out of 100 who have `effect`: with the medicine and without it."""

    effect: str
    with_count: int
    without_count: int
    with_label: str
    without_label: str
    study: str
    claims: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Crisis:
    """The place where the crisis lines of the kiosk's region are shown."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the person is told the last button means."""

    id: str
    text: str
    claims: tuple[str, ...]
    line: int = 0


Block: TypeAlias = (
    Paragraph
    | Bullets
    | Subheading
    | Callout
    | Figure
    | IconArray
    | Timeline
    | Options
    | Crisis
    | Statement
)


def tells_words(block: object) -> bool:
    """Whether a block tells what words mean: it is shown when one is touched, on no page."""
    return isinstance(block, Callout) and block.kind == "WORD"


def block_sentences(block: Block) -> tuple[Sentence, ...]:
    """The cited sentences of a block in reading order; none for pictures and headings."""
    if isinstance(block, Paragraph | Callout):
        return block.sentences
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Timeline):
        return tuple(stop.sentence for stop in block.stops)
    if isinstance(block, Options):
        return tuple(row.sentence for row in block.rows)
    return ()


def _block_text(block: Block) -> str:
    if isinstance(block, Paragraph | Callout | Bullets):
        return "\n".join(sentence.text for sentence in block_sentences(block))
    if isinstance(block, Figure):
        return "\n".join(part for part in (block.alt, block.caption) if part)
    if isinstance(block, IconArray):
        return (
            f"{block.effect}\n{block.with_label}: {block.with_count}\n"
            f"{block.without_label}: {block.without_count}\n{block.study}"
        )
    if isinstance(block, Timeline):
        return "\n".join(f"{one.name}\n{one.time}\n{one.sentence.text}" for one in block.stops)
    if isinstance(block, Options):
        return "\n".join(f"{one.name}\n{one.sentence.text}" for one in block.rows)
    return "" if isinstance(block, Crisis) else block.text


def _canonical(block: Block) -> Iterator[str]:
    yield type(block).__name__
    if isinstance(block, Callout):
        yield block.kind
    elif isinstance(block, Bullets):
        yield "ordered" if block.ordered else "bullets"
    elif isinstance(block, Figure):
        yield block.source
    yield _block_text(block)


@dataclass(frozen=True, slots=True)
class Page:
    """One screen page; `routes` empty means every route, `topic` is "" outside the FAQ.

    `sheet` pages are also printed on the sheet to take home, `short` ones are on the short way.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    elements: tuple[str, ...]
    routes: tuple[str, ...]
    topic: str
    claims: tuple[str, ...]
    line: int
    sheet: bool = False
    short: bool = False

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every cited sentence of the page in reading order."""
        return tuple(one for block in self.blocks for one in block_sentences(block))

    def fits(self, route: str | None) -> bool:
        """Say whether the page is for this way of giving the medicine; without one, every is."""
        return not route or not self.routes or route in self.routes

    @property
    def words(self) -> int:
        """How many words a reader meets: title, text, captions and labels; not the alt text."""
        return len(self.title.split()) + sum(_block_words(block) for block in self.blocks)

    @property
    def text(self) -> str:
        """Canonical text: title, then each block's kind and words, one per line."""
        return "\n".join([self.title, *(line for one in self.blocks for line in _canonical(one))])

    @property
    def sha256(self) -> str:
        """SHA-256 of the canonical text in UTF-8, 64 hex digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def _block_words(block: Block) -> int:
    if isinstance(block, Figure):
        return len(block.caption.split())
    return 0 if tells_words(block) else len(_block_text(block).split())


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer a person can tap."""

    text: str
    right: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reteach:
    """Another way to explain the idea of a check question."""

    title: str
    blocks: tuple[Block, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A check question: how well did we explain this idea? Exactly one choice is right."""

    id: str
    question: str
    lead: tuple[Block, ...]
    choices: tuple[Choice, ...]
    reteach: tuple[Reteach, ...]
    claims: tuple[str, ...]
    elements: tuple[str, ...]
    safety: bool
    line: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter file; `minutes` is the author's estimate of reading time, 0 when not given."""

    id: str
    title: str
    pages: tuple[Page, ...]
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of questions, and the points that each of its pages tells, in the lesson's words."""

    id: str
    name: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """One language of a pack: everything the screens need."""

    language: str
    chapters: tuple[Chapter, ...]
    faq_id: str
    checks: tuple[Check, ...]
    topics: tuple[Topic, ...]
    statements: tuple[Statement, ...]

    def for_route(self, route: str | None) -> "Lesson":
        """Return the lesson with the pages for one way of giving the medicine only."""
        if not route:
            return self
        cut = (
            replace(one, pages=tuple(page for page in one.pages if page.fits(route)))
            for one in self.chapters
        )
        chapters = tuple(one for one in cut if one.pages)
        asked = {page.topic for one in chapters for page in one.pages}
        topics = tuple(one for one in self.topics if one.id in asked)
        return replace(self, chapters=chapters, topics=topics)


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of the evidence; `sources` are source codes.

    `routes` are the only ways of giving its numbers hold for; empty means every way.
    """

    id: str
    statement: str
    verdict: str
    sources: tuple[str, ...]
    routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim was read; `mark` says how far the source was checked."""

    code: str
    title: str
    address: str
    mark: str
    note: str


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """A help line of a region; `call` and `text` are what to dial, "" when there is none."""

    name: str
    call: str
    text: str
    hours: str
    claims: tuple[str, ...] = ()
    hours_in: tuple[tuple[str, str], ...] = ()

    def hours_for(self, language: str) -> str:
        """Return the hours in the words of a language, else as they stand first."""
        return dict(self.hours_in).get(language, self.hours)


@dataclass(frozen=True, slots=True)
class Region:
    """A country's emergency number and help lines; `checked_on` is an ISO date."""

    id: str
    name: str
    emergency: str
    lines: tuple[CrisisLine, ...]
    checked_on: str


@dataclass(frozen=True, slots=True)
class LanguageInfo:
    """A language of a pack, and who reviewed which words of it; an empty reviewer means nobody.

    Digests: `words` as they are now; `reviewed_words` and `reviewed_interface` as they were read.
    """

    tag: str
    name: str
    title: str
    reviewer: str
    qualification: str
    reviewed_on: str
    reviewed_words: str
    reviewed_interface: str
    words: str

    @property
    def reviewed(self) -> bool:
        """Whether a qualified reviewer is recorded for these very words."""
        named = self.reviewer and self.qualification and self.reviewed_on
        return bool(named) and self.words == self.reviewed_words

    @property
    def outdated(self) -> bool:
        """Whether a review is recorded that does not hold: of other words, or not whole."""
        return bool(self.reviewer) and not self.reviewed


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What stands in pack.toml, and the digest of the whole pack; dates are ISO (YYYY-MM-DD).

    `checks` is a file name without `.md`; `route_names` are words by route and language.
    """

    id: str
    version: str
    title: str
    digest: str
    status: str
    authors: tuple[str, ...]
    sources_date: str
    review_by: str
    funding: str
    update_policy: str
    languages: tuple[LanguageInfo, ...]
    routes: tuple[str, ...]
    checks: str
    route_names: dict[str, dict[str, str]]

    def title_for(self, language: str) -> str:
        """Return the title in the words of a language, else as it stands first."""
        return next((one.title for one in self.languages if one.tag == language), "") or self.title


@dataclass(frozen=True, slots=True)
class Pack:
    """A parsed pack; `lessons` and `evidence` are looked up by language tag and claim id."""

    info: PackInfo
    lessons: Mapping[str, Lesson]
    evidence: Mapping[str, Claim]
    sources: tuple[Source, ...]
    regions: tuple[Region, ...]
