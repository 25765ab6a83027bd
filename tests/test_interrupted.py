"""A kiosk killed in the middle of a visit starts again at the same page with the same answers."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.pack import load_pack
from kiosk.platform.memory_file import memory_folder
from kiosk.platform.paths import default_content

CHILD = Path(__file__).with_name("interrupted_kiosk.py")
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # the one folder in memory that any Linux has
MEANING = "I went through this information."
# Seconds of acceptance row A-94.
RECOVERED = 10.0
State = dict[str, Any]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(200),
    pytest.mark.skipif(not os.access(SHARED_MEMORY, os.W_OK), reason="needs a folder in memory"),
]


@dataclass
class Running:
    """A kiosk of its own; told what to do it answers where the visit stands."""

    process: "subprocess.Popen[bytes]"
    state: State
    seconds: float

    def do(self, *words: object) -> State:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(words).encode() + b"\n")
        self.process.stdin.flush()
        self.state = self.answer()
        return self.state

    def answer(self) -> State:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the kiosk ended"
        found = json.loads(line)
        assert isinstance(found, dict)
        return found

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        assert self.process.wait() == -signal.SIGKILL


class Kiosk:
    """One data folder and one folder in memory, through as many starts as it takes."""

    def __init__(self, data: Path, memory: Path) -> None:
        self.data, self.memory = data, memory
        self._running: list[Running] = []

    def start(self) -> Running:
        began = time.monotonic()
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(self.memory)}
        process = subprocess.Popen(
            [sys.executable, CHILD, self.data],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
        )
        one = Running(process, {}, 0.0)
        self._running.append(one)
        one.state = one.answer()
        one.seconds = time.monotonic() - began
        return one

    def end(self) -> None:
        for one in self._running:
            one.process.kill()
            one.process.communicate()

    def kept(self) -> list[str]:
        """Return the files of a visit under way."""
        names = [*self.data.glob("under-way*"), *self.memory.rglob("*anteroom-under-way*")]
        return [one.name for one in names]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    memory = Path(tempfile.mkdtemp(dir=SHARED_MEMORY))
    assert memory_folder({"XDG_RUNTIME_DIR": str(memory)}) == memory
    made = Kiosk(tmp_path / "data", memory)
    yield made
    made.end()
    shutil.rmtree(memory)


def with_code(kiosk: Kiosk) -> Running:
    """A visit with a code of staff, on the page that says how the kiosk works."""
    running = kiosk.start()
    running.do("Began")
    running.do("LanguageChosen", "es")
    for _ in range(2):
        running.do("Continued")
    running.do("code")
    assert running.state["view"] == "how"
    return running


LESSON = load_pack(default_content()).lessons["en"]
# What leads on from the page before, place by place.
LEGS: tuple[tuple[tuple[object, ...], ...], ...] = (
    (),
    (("Continued",), ("Continued",)),
    (("FlagToggled", LESSON.chapters[0].pages[0].id), ("Opened", "faq")),
    (("FlagToggled", "tell-health#4"), ("FlagToggled", "pregnancy#1")),
    (("Closed",), ("DecideAsked",)),
    (("DoorChosen", "no"),),
)


def test_at_any_page_a_kill_leads_back_to_the_same_page_by_the_code(kiosk: Kiosk) -> None:
    running = with_code(kiosk)
    for leg in LEGS:
        for words in leg:
            running.do(*words)
        before = running.do("settle")
        running.kill()
        running = kiosk.start()
        assert running.seconds < RECOVERED
        assert running.state["view"] == "curtain-code"
        assert running.state["language"] == "es"
        wrong = "000000" if before["code"] != "000000" else "111111"
        assert running.do("open", wrong)["idle"] == "curtain"
        assert running.do("open", before["code"]) == before
    assert before["flags"]
    assert before["door"] == "no"
    running.do("Finished")
    running.do("settle")
    assert kiosk.kept() == []


def test_a_kill_right_after_an_answer_loses_that_answer_at_most(kiosk: Kiosk) -> None:
    running = kiosk.start()
    running.do("Began")
    running.do("DecideAsked")
    while running.state["place"][0] != "check":
        running.do("WentBack")
    ideas = len(running.state["choices"])
    for given in range(2):
        before = running.state
        # What a person did a moment ago is kept; the press itself may come with the kill.
        running.do("settle")
        idea = before["place"][2]
        running.do("Answered", LESSON.checks[idea].id, given % 2)
        running.kill()
        running = kiosk.start()
        choices = [len(one) for one in running.state["choices"]]
        assert len(choices) == ideas
        assert sum(len(one) for one in before["choices"]) <= sum(choices)
        assert running.state["place"] == before["place"]
        assert running.state["idle"] == "curtain"


def test_a_visit_without_a_code_is_for_staff_to_open(kiosk: Kiosk) -> None:
    running = kiosk.start()
    running.do("Began")
    running.do("Continued")
    running.do("settle")
    running.kill()
    assert kiosk.start().state["view"] == "curtain"


def test_a_kiosk_that_rests_at_welcome_keeps_nothing(kiosk: Kiosk) -> None:
    running = kiosk.start()
    running.kill()
    assert kiosk.kept() == []
    assert kiosk.start().state["view"] == "welcome"


def test_a_record_on_disk_is_not_offered_to_be_saved_again(kiosk: Kiosk) -> None:
    running = with_code(kiosk)
    running.do("DecideAsked")
    running.do("DoorChosen", "no")
    before = running.do("settle")
    done = running.do("save late", MEANING)
    assert done["records"] == before["records"] + 1
    running.kill()
    after = kiosk.start()
    assert after.state["records"] == done["records"]
    assert after.state["view"] == "welcome"
    assert kiosk.kept() == []


def test_what_was_said_is_in_no_file_in_clear(kiosk: Kiosk) -> None:
    running = with_code(kiosk)
    state = running.do("settle")
    running.kill()
    assert len(kiosk.kept()) == 2
    for folder in (kiosk.data, kiosk.memory):
        for file in folder.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                assert state["code"].encode() not in content
                assert b"BED-9" not in content


def test_without_a_folder_in_memory_a_kill_leads_to_welcome(tmp_path: Path) -> None:
    on_disk = Kiosk(tmp_path / "data", tmp_path / "not in memory")
    on_disk.memory.mkdir()
    try:
        running = with_code(on_disk)
        running.do("settle")
        running.kill()
        assert on_disk.kept() == []
        assert on_disk.start().state["view"] == "welcome"
    finally:
        on_disk.end()
