"""What a walk compares of a clear part; the shape almost every record has is read in one step."""

import re
from typing import NamedTuple

from kiosk.records.entry import ID_PATTERN, MODES, SUITE, parse_body

# Inside a text its quotes would be escaped, so this is the field.
WENT_BACK = b'"went_back":true'


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
    found = _match(body)
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
    name, kiosk, epoch, seq, prev, day, mode, sealed, latest, _ = found.groups()
    return Place(name, kiosk, int(epoch), int(seq), prev, day, mode, sealed, latest)


class Shape:
    """What a visit has in common with the next one: all but its id, its number and the hashes.

    `place` is that of the visit the shape was taken from; `turned_back` where such a visit says
    that the clock went back on its day.
    """

    def __init__(self, place: Place, template: str, *, copied: bool) -> None:
        self.place = place
        self.turned_back = place.day == place.latest_day and WENT_BACK.decode() in template
        self._template, self._copied = template, copied

    def fits(self, body: bytes, name: str, seq: int, prev: str, sealed: str) -> bool:
        """Tell whether this is a sound clear part with these values, in all else like the first.

        `prev` and `sealed` must be hashes in hex, `seq` a number of the file, and not 0.
        """
        text = body.decode("ascii")
        start = self._template % (name, seq, prev, sealed)
        if self._copied:
            same = text.startswith(start) and _REST.fullmatch(text, len(start)) is not None
        else:
            same = text == start
        return same and ID_PATTERN.fullmatch(name) is not None


def shape_of(body: bytes, place: Place) -> Shape | None:
    """Return the shape of a clear part and its place, None where it is not that of a visit."""
    found = _match(body)
    if found is None:
        return None
    text, pieces, end = found.string, [], 0
    for group, mark in ((1, "%s"), (4, "%d"), (5, "%s"), (8, "%s")):
        pieces += [text[end : found.start(group)].replace("%", "%%"), mark]
        end = found.end(group)
    copied = found.start("copy")
    pieces.append(text[end : None if copied < 0 else copied].replace("%", "%%"))
    return Shape(place, "".join(pieces), copied=copied >= 0)


def _match(body: bytes) -> re.Match[str] | None:
    try:
        return _VISIT.fullmatch(body.decode("ascii"))
    except UnicodeDecodeError:
        return None


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
    rf',"latest":"({_DAY})"\}}(?:,"copy_sha256":"(?P<copy>{_HEX64})")?\}}'
)
# What follows after the last text that visits have in common.
_REST = re.compile(rf'{_HEX64}"\}}')
