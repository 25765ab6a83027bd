"""Notices a headset on USB or Bluetooth, which has no jack: the sound system says where sound goes.

PulseAudio, and PipeWire in its place, answer `pactl`; PipeWire alone answers `wpctl`. Only where
sound goes by itself counts: a headset that is connected and not used keeps nothing private.
"""

import os
import re
import shutil
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

# Late, because a kiosk is seen before it is heard.
if TYPE_CHECKING:
    import subprocess

Tell = Callable[[bool], None]
_PATIENCE = 5.0
_EVERY = 30.0
_NAMED = re.compile(r"head-?(?:set|phone)|ear-?(?:phone|bud)", re.IGNORECASE)
_FORM = re.compile(r'device\.form_factor = "(?:headset|headphone|hands-free)"')
# "Event 'change' on server #0": another sink has become the usual one.
_EVENT = re.compile(r"on (?:sink|server|card)\b")


def headset_by_pactl(info: str, sinks: str) -> bool:
    """Say whether sound goes to a headset, from `pactl info` and `pactl list sinks`."""
    usual = _value(info, "Default Sink")
    for block in re.split(r"^Sink #", sinks, flags=re.MULTILINE)[1:]:
        if usual and _value(block, "Name") == usual:
            named = f"{usual} {_value(block, 'Description')}"
            return bool(_FORM.search(block) or _NAMED.search(named))
    return False


def headset_by_wpctl(status: str) -> bool:
    """Say whether the sink that `wpctl status` marks with a star is a headset."""
    sinks = re.search(r"Sinks:\n(.*?)(?:\n[^\n]*:\n|\Z)", status, flags=re.DOTALL)
    lines = sinks.group(1).splitlines() if sinks else []
    return any("*" in line and _NAMED.search(line) is not None for line in lines)


def _value(text: str, name: str) -> str:
    found = re.search(rf"^\s*{name}: (.*)$", text, flags=re.MULTILINE)
    return found.group(1).strip() if found else ""


class HeadsetSinks:
    """Watches in a thread of its own; tell is called from there, of changes only."""

    def __init__(self, every: float = _EVERY) -> None:
        self._every, self._done = every, threading.Event()
        self._thread: threading.Thread | None = None
        self._listens: subprocess.Popen[str] | None = None

    def watch(self, tell: Tell) -> None:
        """Tell of each change from now on: True when sound goes to a headset."""
        if not sys.platform.startswith("linux") or not (_has("pactl") or _has("wpctl")):
            return
        # It must never keep a kiosk alive that wants to end.
        watch = threading.Thread(target=self._run, args=(tell,), name="sinks", daemon=True)
        self._thread = watch
        watch.start()

    def close(self) -> None:
        """Watch no more."""
        self._done.set()
        if (listens := self._listens) is not None:
            listens.terminate()
        if self._thread is not None:
            self._thread.join()

    def _run(self, tell: Tell) -> None:
        before = _headset()
        while self._wait():
            now = _headset()
            if now != before:
                tell(now)
            before = now
        if (listens := self._listens) is not None:
            listens.terminate()
            listens.communicate()

    def _wait(self) -> bool:
        """Wait until something may have changed; False once nobody watches any more."""
        if self._listens is None and _has("pactl"):
            self._listens = _listen()
        listens = self._listens
        if listens is None or listens.stdout is None:
            return not self._done.wait(self._every)
        if not self._done.is_set():
            for line in listens.stdout:
                if _EVENT.search(line):
                    return not self._done.is_set()
        # Nobody watches any more, or the sound system has ended or starts anew.
        self._listens = None
        listens.terminate()
        listens.communicate()
        return not self._done.wait(self._every)


def _has(program: str) -> bool:
    return shutil.which(program) is not None


def _headset() -> bool:
    if _has("pactl"):
        return headset_by_pactl(_said("pactl", "info"), _said("pactl", "list", "sinks"))
    return headset_by_wpctl(_said("wpctl", "status"))


def _listen() -> "subprocess.Popen[str] | None":
    import subprocess

    try:
        return subprocess.Popen(
            ["pactl", "subscribe"],  # noqa: S607  # the program of the system, wherever it is
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "LC_ALL": "C"},
            text=True,
        )
    except OSError:
        return None


def _said(*command: str) -> str:
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603  # words of our own, to a program of the system
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, "LC_ALL": "C"},
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
