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
VISITS = 3
# How a packaged kiosk is started: freed memory is overwritten and never hoarded by Python.
WIPING = {"MALLOC_PERTURB_": "165", "PYTHONMALLOC": "malloc"}
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
    canaries: frozenset[str]


def searched(content: bytes, needles: dict[bytes, str]) -> set[str]:
    pattern = re.compile(b"|".join(map(re.escape, needles)))
    return {needles[found.group()] for found in pattern.finditer(content)}


def encoded(canaries: frozenset[str]) -> dict[bytes, str]:
    return {text.encode(coding): text for text in canaries for coding in CODINGS}


def memory_of(process: int) -> Iterator[bytes]:
    """Yield every readable stretch of a process's memory."""
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            low, high = (int(end, 16) for end in span.split("-"))
            if "r" not in rights or "[v" in line:
                continue
            try:
                memory.seek(low)
                yield memory.read(high - low)
            except OSError:
                continue


def canaries_of(data: Path) -> frozenset[str]:
    """Return what the sealed parts hold of each visit, piece by piece."""
    found: set[str] = set()
    for record in open_records(data, load_opener(data / "demo-recipient.key")):
        if record.clear.kind != "ack":
            continue
        person = record.person
        found |= {person["reference"], person["started"]["utc"], person["decided"]["utc"]}
        found.add(f'"session":"{person["session"]}"')
        for name in ("pages", "ideas", "started", "decided"):
            found.add(json.dumps(person[name], separators=(",", ":")))
    return frozenset(found)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("kiosk")
    homes = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    places = {name: str(folder / name.lower()) for name in homes}
    for place in places.values():
        Path(place).mkdir()
    env = {**os.environ, **places, **WIPING, "QT_QPA_PLATFORM": "offscreen"}
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
        line = kiosk.stdout.readline()
        assert line, (folder / "log").read_text()
        canaries = canaries_of(folder / "data")
        needles = encoded(canaries)
        try:
            memory = {text for part in memory_of(kiosk.pid) for text in searched(part, needles)}
        except PermissionError:
            pytest.skip("another process's memory may not be read here")
        finally:
            kiosk.stdin.close()
    files = {
        text
        for path in folder.rglob("*")
        if path.is_file()
        for text in searched(path.read_bytes(), needles)
    }
    return Left(json.loads(line), frozenset(memory), frozenset(files), canaries)


def test_whole_visits_were_walked_and_gave_more_than_twenty_canaries(left: Left) -> None:
    assert left.said == {"visits": VISITS, "typed": VISITS, "clipboard": "", "problems": []}
    assert len(left.canaries) > 20
    assert len([text for text in left.canaries if text.startswith("ZQ")]) == VISITS


def test_no_canary_is_in_the_memory_of_the_waiting_kiosk(left: Left) -> None:
    assert left.memory == frozenset()


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
