"""evidence.toml and crisis.toml: the claims, their sources, and each region's help lines."""

import re
from dataclasses import dataclass, field

from kiosk.content.attributes import CLAIM_ID, ID
from kiosk.content.blocks import Claim, CrisisLine, Region, Source
from kiosk.content.toml_table import TomlTable
from kiosk.content.vouched import Vouched

USABLE_VERDICTS = ("supported", "supported with nuance", "unsupported", "wrong", "missing")
REFUSED_VERDICTS = ("marketing", "do not use")
MARKS = ("confirmed", "partly", "general knowledge")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SEAL = re.compile(r"[0-9a-f]{64}")
_REGION = re.compile(r"[A-Z]{2}")
_NUMBER = re.compile(r"[0-9+*#][0-9 +*#()./-]*")
_NUMBER_HELP = "Write a number to dial, such as 988."


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims by id and the sources, with the line where each claim starts.

    `required` claims must stand where people choose. The figures of claims in `alone` have nothing
    to be compared with. `said` is what is often said instead of a claim, and is not so. `vouched`
    are texts that a person has laid beside their claims.
    """

    claims: dict[str, Claim] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    readable: bool = True
    required: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    said: dict[str, str] = field(default_factory=dict)
    vouched: tuple[Vouched, ...] = ()

    def holds(self, claim: str) -> bool:
        """Whether a claim may be cited; a file that cannot be read accuses no sentence."""
        return claim in self.claims or not self.readable


def read_evidence(table: TomlTable) -> Evidence:
    """Read evidence.toml; problems go to the table's log."""
    sources = _sources(table)
    claims: dict[str, Claim] = {}
    lines: dict[str, int] = {}
    marks = _Marks()
    for one in table.tables("claim"):
        claim = Claim(
            id=one.text("id", shape=CLAIM_ID, say="Ids look like MECH-01."),
            statement=one.text("statement"),
            verdict=one.one_of("verdict", USABLE_VERDICTS + REFUSED_VERDICTS),
            sources=one.words("sources", _CODE),
            routes=one.words("routes", ID, required=False),
        )
        marks.read(claim.id, one)
        one.finish()
        for code in claim.sources:
            if code not in sources:
                one.fault("sources", f'There is no [[source]] with the code "{code}". Add it.')
        if claim.id in claims:
            one.fault("id", f'The claim "{claim.id}" stands here twice. Remove one.')
        claims.setdefault(claim.id, claim)
        lines.setdefault(claim.id, one.line_of("id"))
    vouched = tuple(_vouched(one) for one in table.tables("vouched", required=False))
    table.finish()
    return Evidence(
        claims,
        tuple(sources.values()),
        lines,
        required=tuple(marks.required),
        alone=frozenset(marks.alone),
        said=marks.said,
        vouched=vouched,
    )


def _vouched(table: TomlTable) -> Vouched:
    say = "It is written by: anteroom content vouch."
    found = Vouched(
        text=table.text("text"),
        by=table.text("by"),
        on=table.day("on"),
        seal=table.text("seal", shape=_SEAL, say=say),
    )
    table.finish()
    return found


@dataclass(slots=True)
class _Marks:
    """What the optional keys of claims say."""

    required: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)

    def read(self, claim: str, table: TomlTable) -> None:
        """Read the optional keys of one claim."""
        if table.flag("required"):
            self.required.append(claim)
        if table.text("alone", required=False):
            self.alone.append(claim)
        said = table.text("said", required=False)
        if said:
            self.said[claim] = said


def _sources(table: TomlTable) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for one in table.tables("source"):
        source = Source(
            code=one.text("code", shape=_CODE, say="Use letters, digits, dots and -."),
            title=one.text("title"),
            address=one.text("address", empty=True),
            mark=one.text("mark"),
            note=one.text("note", required=False, empty=True),
        )
        one.finish()
        if source.code in sources:
            one.fault("code", f'The source "{source.code}" stands here twice. Remove one.')
        sources.setdefault(source.code, source)
    return sources


def read_regions(table: TomlTable, evidence: Evidence) -> tuple[Region, ...]:
    """Read crisis.toml; every help line must rest on known claims."""
    regions: dict[str, Region] = {}
    for one in table.tables("region", required=False):
        region = Region(
            id=one.text("id", shape=_REGION, say='Write a country code such as "US".'),
            name=one.prose("name"),
            emergency=one.text("emergency", shape=_NUMBER, say=_NUMBER_HELP),
            lines=tuple(_line(line, evidence) for line in one.tables("line", required=False)),
            checked_on=one.day("checked_on"),
        )
        one.finish()
        if region.id in regions:
            one.fault("id", f'The region "{region.id}" stands here twice. Remove one.')
        regions.setdefault(region.id, region)
    table.finish()
    return tuple(regions.values())


def _line(table: TomlTable, evidence: Evidence) -> CrisisLine:
    line = CrisisLine(
        name=table.prose("name"),
        call=table.text("call", required=False, empty=True, shape=_NUMBER, say=_NUMBER_HELP),
        text=table.text("text", required=False, empty=True, shape=_NUMBER, say=_NUMBER_HELP),
        hours=table.prose("hours"),
        claims=table.words("claims", CLAIM_ID),
        hours_in=_by_language(table, "hours_in"),
    )
    if not line.call and not line.text:
        table.fault("call", "A help line needs a number to call or to text. Add one.")
    for claim in line.claims:
        if not evidence.holds(claim):
            table.fault("claims", f'The claim "{claim}" is not in evidence.toml. Correct it.')
    table.finish()
    return line


def _by_language(table: TomlTable, key: str) -> tuple[tuple[str, str], ...]:
    """The same words in other languages, by tag."""
    if key not in table.values:
        return ()
    words = table.table(key)
    found = tuple((tag, words.prose(tag)) for tag in words.values)
    words.finish()
    return found
