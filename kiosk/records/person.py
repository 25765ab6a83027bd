"""An acknowledgement as the JSON that is sealed, and back."""

import json
from typing import Any

from kiosk.domain.acknowledgement import (
    Acknowledgement,
    Door,
    IdeaAnswer,
    PackRef,
    PageShown,
    Stamp,
)
from kiosk.domain.kept import KeptVisit
from kiosk.records.copy_code import copy_lines

KEPT = "visit_kept"


def acknowledgement_bytes(ack: Acknowledgement) -> bytes:
    """Return everything about the person as ASCII JSON; raises ValueError on NaN."""
    fields: dict[str, Any] = {
        "v": 1,
        **_who(ack),
        "door": ack.door.value,
        "meaning": ack.meaning,
        **_what(ack),
        "started": {"utc": ack.started.utc, "mono": ack.started.mono},
        "decided": {"utc": ack.decided.utc, "mono": ack.decided.mono},
        "settings": [list(pair) for pair in ack.settings],
    }
    if ack.copy:
        fields["copy"] = [list(line) for line in ack.copy]
    return sealed_json(fields)


def kept_bytes(kept: KeptVisit, at: str, by: str) -> bytes:
    """Return a visit without a choice as ASCII JSON; `by` is the role that kept it, or ""."""
    visit = {
        **_who(kept),
        **_what(kept),
        "started": {"utc": kept.started.utc, "mono": kept.started.mono},
        "ended": {"utc": kept.ended.utc, "mono": kept.ended.mono},
        "settings": [list(pair) for pair in kept.settings],
    }
    details = {**({"by": by} if by else {}), "why": kept.why.value, "visit": visit}
    fields = {"v": 1, "event": KEPT, "at": at, "refers_to": None, "details": details}
    return sealed_json(fields)


def _who(visit: Acknowledgement | KeptVisit) -> dict[str, Any]:
    pack = visit.pack
    return {
        "session": visit.session,
        "mode": visit.mode,
        "reference": visit.reference,
        "route": visit.route,
        "pack": [pack.id, pack.version, pack.sha256, pack.language],
    }


def _what(visit: Acknowledgement | KeptVisit) -> dict[str, Any]:
    return {
        "pages": [
            {"page": p.page, "order": p.order, "seconds": p.seconds, "visits": p.visits}
            for p in visit.pages
        ],
        "ideas": [
            {
                "idea": i.idea,
                "choices": list(i.choices),
                "explained": i.explained,
                "talk": i.talk,
            }
            for i in visit.ideas
        ],
        "flags": list(visit.flags),
    }


def sealed_json(fields: dict[str, Any]) -> bytes:
    """Return compact ASCII JSON; raises ValueError on NaN or infinity."""
    return json.dumps(fields, separators=(",", ":"), allow_nan=False).encode("ascii")


def acknowledgement_from(text: bytes) -> Acknowledgement:
    """Read an acknowledgement back; raises ValueError when it is another kind of record."""
    try:
        fields = json.loads(text)
        if fields["v"] != 1:
            raise ValueError(f"form {fields['v']!r} is not known")
        return Acknowledgement(
            session=fields["session"],
            mode=fields["mode"],
            reference=fields["reference"],
            route=fields["route"],
            pack=PackRef(*fields["pack"]),
            door=Door(fields["door"]),
            meaning=fields["meaning"],
            pages=tuple(PageShown(**page) for page in fields["pages"]),
            ideas=tuple(
                IdeaAnswer(i["idea"], tuple(i["choices"]), i["explained"], i["talk"])
                for i in fields["ideas"]
            ),
            flags=tuple(fields["flags"]),
            started=Stamp(**fields["started"]),
            decided=Stamp(**fields["decided"]),
            settings=tuple((name, value) for name, value in fields["settings"]),
            copy=copy_lines(fields.get("copy", [])),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("the sealed part is not an acknowledgement") from error
