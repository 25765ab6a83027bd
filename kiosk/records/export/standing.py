"""What later records say about a visit: void, withdrawn, co-signed, replaced."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.records.export.entries import Days, Entry, Source
from kiosk.records.export.errors import UnmappableRecordError
from kiosk.records.export.manifest import Tally

RE_CONSENT = "re_consent"
_LINKS = frozenset(("void", "correction", "withdrawal", "cosign"))
# The pattern of the type `instant` in FHIR R4, which is stricter than RFC 3339.
_INSTANT = re.compile(
    r"[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))"
)


@dataclass(frozen=True, slots=True)
class Link:
    """One record about a visit; `at` is a FHIR instant."""

    kind: str
    event: str
    at: str
    day: str
    staff: str
    reason: str
    later: str | None


@dataclass(slots=True)
class Standing:
    """Everything later records say about one visit, oldest first."""

    links: list[Link] = field(default_factory=list)
    replaces: str | None = None

    def last(self, kind: str) -> Link | None:
        """Return the newest link of a kind."""
        return next((link for link in reversed(self.links) if link.kind == kind), None)

    def days(self) -> set[str]:
        """Return the days on which something was said."""
        return {link.day for link in self.links}

    @property
    def consent(self) -> dict[str, str]:
        """How the R4 codes follow from what was linked, by door."""
        if self.last("void"):
            return dict.fromkeys(("ready", "questions", "no"), "entered-in-error")
        if self.last("withdrawal") or self.replaced:
            return dict.fromkeys(("ready", "questions", "no"), "inactive")
        if self.last("cosign"):
            # Questions were open at the end of the visit; a signature alone does not settle them.
            return {"ready": "active", "questions": "proposed", "no": "rejected"}
        return {"ready": "proposed", "questions": "draft", "no": "draft"}

    @property
    def replaced(self) -> bool:
        """Whether a later visit took this one's place."""
        return any(link.event == RE_CONSENT for link in self.links)

    @property
    def document(self) -> tuple[str, str]:
        """Return `status` and `docStatus` of the DocumentReference."""
        if self.last("void"):
            return "entered-in-error", "entered-in-error"
        signed = "final" if self.last("cosign") else "preliminary"
        return ("superseded" if self.replaced else "current"), signed


def standings(entries: Iterable[Entry]) -> dict[str, Standing]:
    """Return by visit id what all records of a store say about visits."""
    found: dict[str, Standing] = {}
    for entry in entries:
        target = entry.target
        if target is None or not is_link(entry):
            continue
        link = _link(entry)
        found.setdefault(target["id"], Standing()).links.append(link)
        if link.later:
            found.setdefault(link.later, Standing()).replaces = target["id"]
    return found


def touched(source: Source, days: Days, tally: Tally, said: dict[str, Standing]) -> Iterator[Entry]:
    """Yield and count the records of some days, and visits of which something was said then."""
    for entry in tally.all_of(source):
        about = said.get(entry.row.id)
        told = {entry.clear.day, *(about.days() if about else ())}
        if any(days.hold(day) for day in told):
            tally.count(entry, keyed=True)
            yield entry


def is_link(entry: Entry) -> bool:
    """Tell whether a record changes how a visit is to be read."""
    return entry.clear.kind in _LINKS or entry.clear.fields.get("event") == RE_CONSENT


def _link(entry: Entry) -> Link:
    person = entry.person or {}
    details = person.get("details") or {}
    later = details.get("later")
    return Link(
        entry.clear.kind,
        str(entry.clear.fields.get("event", "")),
        instant(person.get("at") or f"{entry.clear.day}T00:00:00Z", entry),
        entry.clear.day,
        str(details.get("by", "")),
        str(details.get("why", "")),
        later["id"] if isinstance(later, dict) else None,
    )


def instant(text: object, entry: Entry) -> str:
    """Return a moment as FHIR writes it; raises UnmappableRecordError."""
    if isinstance(text, str) and _INSTANT.fullmatch(text):
        return text
    raise UnmappableRecordError(
        f"record {entry.row.seq}: {str(text)[:40]!r} is no moment with an offset, so it has no "
        "place in FHIR; export it as jsonl"
    )
