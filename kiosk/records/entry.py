"""The clear part of a record: the bytes that are hashed and signed, exactly as stored."""

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

Kind = Literal["ack", "void", "correction", "cosign", "withdrawal", "audit", "service"]
Mode = Literal["demo", "production"]

VERSION = 1
SUITE = "hpke-x25519-hkdfsha256-chacha20poly1305"
KINDS: frozenset[str] = frozenset(get_args(Kind))
MODES: frozenset[str] = frozenset(get_args(Mode))
ID_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_HEX64 = re.compile(r"[0-9a-f]{64}")
_HEX16 = re.compile(r"[0-9a-f]{16}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REQUIRED = frozenset(
    (
        *("v", "kind", "id", "kiosk", "epoch", "seq", "prev", "day", "app", "pack", "mode"),
        *("sealed_sha256", "suite", "recipients", "clock"),
    )
)
_OPTIONAL = frozenset(("event", "refers_to", "device_key", "continues", "copy_sha256"))
_PACK = frozenset(("id", "version", "sha256", "locale"))
_CLOSED = frozenset(("epoch", "file_sha256", "size", "root"))
EVENT_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}")


class MalformedBodyError(ValueError):
    """A body is not the JSON this program writes; the text says where."""


@dataclass(frozen=True, slots=True)
class Clear:
    """A parsed clear part; `fields` is the whole JSON object."""

    kind: str
    id: str
    kiosk: str
    epoch: int
    seq: int
    prev: str
    day: str
    mode: str
    sealed_sha256: str
    recipients: tuple[str, ...]
    latest_day: str
    fields: dict[str, Any]

    @property
    def context(self) -> str:
        """The text a sealed part is bound to; it fits one record only."""
        return seal_context(self.kiosk, self.epoch, self.seq, self.id)


def seal_context(kiosk: str, epoch: int, seq: int, record_id: str) -> str:
    """Return the context of a sealed part, without the recipient."""
    return f"anteroom/1|{kiosk}|{epoch}|{seq}|{record_id}"


def body_bytes(fields: dict[str, object]) -> bytes:
    """Return the bytes of a clear part: compact ASCII JSON in the order given."""
    return json.dumps(fields, separators=(",", ":"), allow_nan=False).encode("ascii")


def parse_body(body: bytes) -> Clear:
    """Read a clear part strictly; raises MalformedBodyError."""
    fields = _load(body)
    names = fields.keys()
    if missing := _REQUIRED - names:
        raise MalformedBodyError(f"field {min(missing)} is missing")
    if unknown := names - _REQUIRED - _OPTIONAL:
        raise MalformedBodyError(f"field {min(unknown)} is unknown")
    _check_plain(fields)
    _check_nested(fields)
    _check_optional(fields)
    return Clear(
        fields["kind"],
        fields["id"],
        fields["kiosk"],
        fields["epoch"],
        fields["seq"],
        fields["prev"],
        fields["day"],
        fields["mode"],
        fields["sealed_sha256"],
        tuple(fields["recipients"]),
        fields["clock"]["latest"],
        fields,
    )


def _load(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body.decode("ascii"), object_pairs_hook=_no_duplicates)
    except (ValueError, RecursionError) as error:
        if isinstance(error, MalformedBodyError):
            raise
        raise MalformedBodyError("the clear part is not JSON") from error
    if not isinstance(value, dict):
        raise MalformedBodyError("the clear part is not a JSON object")
    return cast("dict[str, Any]", value)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedBodyError("a field is given twice")
    return found


def _check_plain(fields: dict[str, Any]) -> None:
    if type(fields["v"]) is not int or fields["v"] != VERSION:
        raise MalformedBodyError(f"form {fields['v']!r} is not known")
    for name in ("epoch", "seq"):
        if type(fields[name]) is not int or fields[name] < 0:
            raise MalformedBodyError(f"field {name} is not a count")
    for name, pattern in (
        ("id", ID_PATTERN),
        ("kiosk", _HEX16),
        ("prev", _HEX64),
        ("sealed_sha256", _HEX64),
        ("day", _DAY),
    ):
        if not _fits(pattern, fields[name]):
            raise MalformedBodyError(f"field {name} has a wrong form")
    for name, allowed in (("kind", KINDS), ("mode", MODES), ("suite", (SUITE,))):
        if not isinstance(fields[name], str) or fields[name] not in allowed:
            raise MalformedBodyError(f"field {name} has an unknown value")


def _check_nested(fields: dict[str, Any]) -> None:
    recipients = fields["recipients"]
    if not isinstance(recipients, list) or not recipients:
        raise MalformedBodyError("field recipients is not a list of key ids")
    if not all(_fits(_HEX16, item) for item in recipients):
        raise MalformedBodyError("field recipients is not a list of key ids")
    app = fields["app"]
    if not isinstance(app, dict) or app.keys() != {"version"} or type(app["version"]) is not str:
        raise MalformedBodyError("field app has a wrong form")
    _check_clock(fields["clock"])
    _check_pack(fields["pack"], fields["kind"])


def _check_clock(clock: object) -> None:
    if not isinstance(clock, dict) or clock.keys() != {"synced", "went_back", "latest"}:
        raise MalformedBodyError("field clock has a wrong form")
    sound = clock["synced"] is None or isinstance(clock["synced"], bool)
    if not sound or not isinstance(clock["went_back"], bool) or not _fits(_DAY, clock["latest"]):
        raise MalformedBodyError("field clock has a wrong form")


def _check_pack(pack: object, kind: str) -> None:
    if pack is None and kind != "ack":
        return
    if not isinstance(pack, dict) or pack.keys() != _PACK:
        raise MalformedBodyError("field pack has a wrong form")
    if not all(isinstance(value, str) for value in pack.values()):
        raise MalformedBodyError("field pack has a wrong form")


def _check_optional(fields: dict[str, Any]) -> None:
    """Hold each optional field to the one place where it belongs."""
    kind, first = fields["kind"], fields["seq"] == 0
    wanted = {
        "event": kind != "ack",
        "device_key": first,
        "continues": first and fields["epoch"] > 1,
        "refers_to": kind in ("void", "correction") and "refers_to" in fields,
        "copy_sha256": kind == "ack" and "copy_sha256" in fields,
    }
    for name, here in wanted.items():
        if (name in fields) != here:
            raise MalformedBodyError(f"field {name} {'is missing' if here else 'is out of place'}")
    if "event" in fields and not _fits(EVENT_PATTERN, fields["event"]):
        raise MalformedBodyError("field event has a wrong form")
    for name in ("device_key", "copy_sha256"):
        if name in fields and not _fits(_HEX64, fields[name]):
            raise MalformedBodyError(f"field {name} has a wrong form")
    if "refers_to" in fields:
        _check_target(fields["refers_to"])
    if "continues" in fields:
        _check_closed(fields["continues"])


def _check_target(target: object) -> None:
    if not isinstance(target, dict) or target.keys() != {"id", "leaf"}:
        raise MalformedBodyError("field refers_to has a wrong form")
    if not _fits(ID_PATTERN, target["id"]) or not _fits(_HEX64, target["leaf"]):
        raise MalformedBodyError("field refers_to has a wrong form")


def _check_closed(closed: object) -> None:
    """Check what the first record says of the store before it; `kiosk` only if the key changed."""
    if not isinstance(closed, dict) or closed.keys() - {"kiosk"} != _CLOSED:
        raise MalformedBodyError("field continues has a wrong form")
    counts = all(type(closed[name]) is int and closed[name] >= 0 for name in ("epoch", "size"))
    hashes = all(
        closed[name] is None or _fits(_HEX64, closed[name]) for name in ("file_sha256", "root")
    )
    if not counts or not hashes or not _fits(_HEX16, closed.get("kiosk", "0" * 16)):
        raise MalformedBodyError("field continues has a wrong form")


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
