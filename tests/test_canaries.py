"""After the last person has gone, nothing that was typed or tapped is left to be found."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.records.unseal import load_opener, open_records

CHILD = Path(__file__).with_name("canary_walk.py")
VISITS = 4
# All that a person or staff can enter in a visit, and what is made of it. Nothing can be drawn.
KINDS = {
    *("reference", "code", "pages", "ideas", "flags", "door", "settings"),
    *("session", "copy", "started", "decided", "started at", "decided at"),
}
SPOOLS = ("/var/spool/cups", "/var/spool/cups-pdf", "/var/spool/lpd")
XDG_HOMES = ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME")
CODINGS = ("utf-8", "utf-16-le", "utf-32-le")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="reads /proc"),
]


@dataclass(frozen=True)
class Left:
    """What a kiosk left behind after its visits: its process, its words and its folder."""

    said: dict[str, object]
    memory: frozenset[str]
    files: frozenset[str]
    swapped: int
    canaries: frozenset[tuple[str, str]]


def searched(content: bytes, needles: dict[bytes, str]) -> set[str]:
    pattern = re.compile(b"|".join(map(re.escape, needles)))
    return {needles[found.group()] for found in pattern.finditer(content)}


def encoded(canaries: frozenset[str]) -> dict[bytes, str]:
    return {text.encode(coding): text for text in canaries for coding in CODINGS}


def memory_of(process: int) -> Iterator[bytes]:
    """Yield every stretch of a process's memory but what is only read from a file."""
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps:
            span, rights, _, _, node, *_ = line.split()
            low, high = (int(end, 16) for end in span.split("-"))
            from_file = "w" not in rights and node != "0"
            if "r" not in rights or "[v" in line or from_file:
                continue
            try:
                memory.seek(low)
                yield memory.read(high - low)
            except OSError:
                continue


def swapped_kb(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"^VmSwap:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) if found else 0


def canaries_of(data: Path) -> frozenset[tuple[str, str]]:
    """Return what the sealed parts hold of each visit, piece by piece, each with its kind."""
    found: set[tuple[str, str]] = set()
    for record in open_records(data, load_opener(data / "demo-recipient.key")):
        if record.clear.kind != "ack":
            continue
        person = record.person
        found |= {("reference", person["reference"]), ("copy", person["copy"][-1][1])}
        found |= {(f"{name} at", person[name]["utc"]) for name in ("started", "decided")}
        for name in ("session", "door"):
            found.add((name, f'"{name}":"{person[name]}"'))
        for name in ("pages", "ideas", "flags", "started", "decided", "settings"):
            if person[name]:
                found.add((name, json.dumps(person[name], separators=(",", ":"))))
    return frozenset(found)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("kiosk")
    homes = ("HOME", "TMPDIR", *(f"XDG_{name}" for name in ("RUNTIME_DIR", *XDG_HOMES)))
    places = {name: str(folder / name.lower()) for name in homes}
    for place in places.values():
        Path(place).mkdir(mode=0o700)
    env = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [sys.executable, CHILD, folder / "data", str(VISITS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=env,
        ) as kiosk,
    ):
        assert kiosk.stdout is not None
        assert kiosk.stdin is not None
        codes = set()
        while (line := kiosk.stdout.readline()).startswith(b"code "):
            codes.add(("code", line.split()[1].decode()))
        assert line, (folder / "log").read_text()
        canaries = canaries_of(folder / "data") | codes
        needles = encoded(frozenset(text for _, text in canaries))
        swapped = swapped_kb(kiosk.pid)
        try:
            memory = {text for part in memory_of(kiosk.pid) for text in searched(part, needles)}
        except PermissionError:
            pytest.skip("another process's memory may not be read here")
        finally:
            kiosk.stdin.close()
    places_left = (folder, *(Path(spool) for spool in SPOOLS if os.access(spool, os.R_OK)))
    files = {
        text
        for place in places_left
        for path in place.rglob("*")
        if path.is_file()
        for text in searched(path.read_bytes(), needles)
    }
    return Left(json.loads(line), frozenset(memory), frozenset(files), swapped, canaries)


def test_whole_visits_were_walked_and_gave_more_than_twenty_canaries(left: Left) -> None:
    assert left.said == {"visits": VISITS, "typed": VISITS, "clipboard": "", "problems": []}
    assert len(left.canaries) > 20
    assert {kind for kind, _ in left.canaries} == KINDS
    assert len([text for kind, text in left.canaries if text.startswith("ZQ")]) == VISITS


def test_no_canary_is_in_the_memory_of_the_waiting_kiosk(left: Left) -> None:
    assert left.memory == frozenset()


def test_nothing_of_the_kiosk_was_swapped_out(left: Left) -> None:
    assert left.swapped == 0


def test_no_canary_is_in_any_file_of_the_kiosk(left: Left) -> None:
    assert left.files == frozenset()


def test_a_canary_that_is_kept_is_found() -> None:
    keep = "import sys; kept = sys.argv[1][::-1]; print(flush=True); sys.stdin.readline()"
    command = [sys.executable, "-c", keep, "EVIL-5150"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        needles = encoded(frozenset(["0515-LIVE"]))
        try:
            found = [text for part in memory_of(holder.pid) for text in searched(part, needles)]
        except PermissionError:
            pytest.skip("another process's memory may not be read here")
        finally:
            holder.stdin.close()
    assert found
