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
from kiosk.records.copy_code import copy_lines


def acknowledgement_bytes(ack: Acknowledgement) -> bytes:
    """Return everything about the person as ASCII JSON; raises ValueError on NaN."""
    fields: dict[str, Any] = {
        "v": 1,
        "session": ack.session,
        "mode": ack.mode,
        "reference": ack.reference,
        "route": ack.route,
        "pack": [ack.pack.id, ack.pack.version, ack.pack.sha256, ack.pack.language],
        "door": ack.door.value,
        "meaning": ack.meaning,
        "pages": [
            {"page": p.page, "order": p.order, "seconds": p.seconds, "visits": p.visits}
            for p in ack.pages
        ],
        "ideas": [
            {
                "idea": i.idea,
                "choices": list(i.choices),
                "explained": i.explained,
                "talk": i.talk,
            }
            for i in ack.ideas
        ],
        "flags": list(ack.flags),
        "started": {"utc": ack.started.utc, "mono": ack.started.mono},
        "decided": {"utc": ack.decided.utc, "mono": ack.decided.mono},
        "settings": [list(pair) for pair in ack.settings],
    }
    if ack.copy:
        fields["copy"] = [list(line) for line in ack.copy]
    return sealed_json(fields)


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
