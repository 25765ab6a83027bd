"""What a walk compares of a clear part; the shape almost every record has is read in one step."""

import re
from typing import NamedTuple

from kiosk.records.entry import ID_PATTERN, MODES, SUITE, parse_body


class Place(NamedTuple):
    """Where a record says that it belongs."""

    id: str
    kiosk: str
    epoch: int
    seq: int
    prev: str
    day: str
    mode: str
    sealed_sha256: str
    latest_day: str


def read_place(body: bytes) -> Place:
    """Read a clear part as strictly as parse_body does; raises MalformedBodyError."""
    try:
        found = _VISIT.fullmatch(body.decode("ascii"))
    except UnicodeDecodeError:
        found = None
    if found is None:
        clear = parse_body(body)
        return Place(
            clear.id,
            clear.kiosk,
            clear.epoch,
            clear.seq,
            clear.prev,
            clear.day,
            clear.mode,
            clear.sealed_sha256,
            clear.latest_day,
        )
    name, kiosk, epoch, seq, prev, day, mode, sealed, latest = found.groups()
    return Place(name, kiosk, int(epoch), int(seq), prev, day, mode, sealed, latest)


# The text of a visit as this program writes it. Whatever matches is a sound clear part (a test
# holds parse_body against it); whatever does not is for parse_body to judge, not wrong.
# Text without quotes and escapes; record 0 is no visit; numbers small enough for every reader.
_TEXT = r"[ !#-\[\]-~]*"
_HEX16, _HEX64 = "[0-9a-f]{16}", "[0-9a-f]{64}"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MODE = "|".join(sorted(MODES))
_VISIT = re.compile(
    rf'\{{"v":1,"kind":"ack","id":"({ID_PATTERN.pattern})","kiosk":"({_HEX16})"'
    rf',"epoch":(0|[1-9][0-9]{{0,14}}),"seq":([1-9][0-9]{{0,14}}),"prev":"({_HEX64})"'
    rf',"day":"({_DAY})","app":\{{"version":"{_TEXT}"\}}'
    rf',"pack":\{{"id":"{_TEXT}","version":"{_TEXT}","sha256":"{_TEXT}","locale":"{_TEXT}"\}}'
    rf',"mode":"({_MODE})","sealed_sha256":"({_HEX64})","suite":"{SUITE}"'
    rf',"recipients":\["{_HEX16}"(?:,"{_HEX16}")*\]'
    r',"clock":\{"synced":(?:true|false|null),"went_back":(?:true|false)'
    rf',"latest":"({_DAY})"\}}(?:,"copy_sha256":"{_HEX64}")?\}}'
)
