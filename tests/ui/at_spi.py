"""A desktop of its own with the kiosk on it, as a screen reader meets it over AT-SPI."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtDBus import QDBusConnection, QDBusMessage

ROOT = Path(__file__).parents[2]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PROGRAMS = ("Xvfb", "dbus-daemon", "busctl")
PATIENCE = 60.0
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
# Bit 25 of the states: it can be seen.
_SHOWING = 1 << 25


def missing() -> str:
    """Return what this machine lacks for such a desktop; empty when nothing."""
    lacks = [name for name in PROGRAMS if shutil.which(name) is None]
    if not LAUNCHER.exists():
        lacks.append(str(LAUNCHER))
    return ", ".join(lacks)


class BusError(Exception):
    """A call over the bus failed, as happens while a page goes away."""


@dataclass(frozen=True)
class Part:
    """One thing a screen reader knows of: where it is told of, what it is, and its name."""

    at: tuple[str, str]
    role: str
    name: str


class Desktop:
    """The bus of assistive tools and the window on it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def call(self, at: tuple[str, str], interface: str, method: str, *given: str) -> Any:  # noqa: ANN401  # JSON of any shape
        """Call a method and return its first answer."""
        return self._busctl("call", *at, interface, method, *given)[0]

    def get(self, at: tuple[str, str], interface: str, name: str) -> Any:  # noqa: ANN401  # JSON of any shape
        """Return a property."""
        return self._busctl("get-property", *at, interface, name)

    def _busctl(self, *words: str) -> Any:  # noqa: ANN401  # JSON of any shape
        done = subprocess.run(
            ["busctl", f"--address={self.address}", "--json=short", *words],
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            raise BusError(done.stderr.decode())
        return json.loads(done.stdout)["data"]

    def parts(self) -> Iterator[Part]:
        """Give everything that can be seen, from the top down."""
        top = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        yield from self._below(top)

    def _below(self, at: tuple[str, str]) -> Iterator[Part]:
        for name, path in self.call(at, _ACCESSIBLE, "GetChildren"):
            child = (str(name), str(path))
            role = self.call(child, _ACCESSIBLE, "GetRoleName")
            low, _ = self.call(child, _ACCESSIBLE, "GetState")
            if role == "application" or low & _SHOWING:
                yield Part(child, role, self.get(child, _ACCESSIBLE, "Name"))
                yield from self._below(child)

    def find(self, role: str, name: str) -> Part:
        """Wait for a part of this role and name."""
        found: list[Part] = []

        def look() -> bool:
            found[:] = [one for one in self.parts() if (one.role, one.name) == (role, name)]
            return bool(found)

        wait_for(look, f"{role} {name!r}")
        return found[0]

    def press(self, name: str) -> None:
        """Do what a screen reader does to press a button."""
        at = self.find("push button", name).at
        self.call(at, _ACTION, "DoAction", "i", "0")


def _announced(line: bytes) -> str:
    return str(json.loads(line)["payload"]["data"][3]["data"])


def wait_for(ready: Callable[[], bool], what: str) -> None:
    """Ask again and again until it is so."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if ready():
                return
        except BusError:
            continue
    raise AssertionError(f"no {what} within {PATIENCE:.0f} s")


@contextmanager
def process(*words: str, environ: dict[str, str], out: int | None = None) -> Iterator[Any]:
    """Run a program for as long as it is needed."""
    one = subprocess.Popen(words, env=environ, cwd=ROOT, stdout=out, stderr=subprocess.DEVNULL)
    try:
        yield one
    finally:
        one.terminate()
        one.wait(timeout=PATIENCE)
        if one.stdout is not None:
            one.stdout.close()


@contextmanager
def listening(address: str) -> Iterator[Iterator[str]]:
    """Ask a kiosk at work for announcements; without somebody who does, none is sent."""
    reader = QDBusConnection.connectToBus(address, "reader")
    registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
    ask = QDBusMessage.createMethodCall(*registry, registry[0], "RegisterEvent")
    for kind in ("object:", "object:announcement"):
        ask.setArguments([kind])
        answer = reader.call(ask)
        assert answer.type() is QDBusMessage.MessageType.ReplyMessage, answer.errorMessage()
    match = "--match=type='signal',member='Announcement'"
    words = ("busctl", f"--address={address}", "--json=short", match, "monitor")
    with process(*words, environ=dict(os.environ), out=subprocess.PIPE) as one:
        yield (_announced(line) for line in one.stdout if line.startswith(b"{"))
    QDBusConnection.disconnectFromBus("reader")


@contextmanager
def desktop(home: Path) -> Iterator[Desktop]:
    """Open a screen, a bus and the kiosk, all with `home` as the user's folder."""
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME")
    environ = {"PATH": os.environ["PATH"], **{name: str(home) for name in folders}}
    pipe = subprocess.PIPE
    with (
        process(
            "Xvfb",
            "-screen",
            "0",
            "1920x1080x24",
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            environ=environ,
            out=pipe,
        ) as screen,
        process(
            *("dbus-daemon", "--session", "--nofork", "--print-address=1"),
            environ=environ,
            out=pipe,
        ) as bus,
    ):
        environ["DISPLAY"] = ":" + screen.stdout.readline().decode().strip()
        session = bus.stdout.readline().decode().strip()
        environ["DBUS_SESSION_BUS_ADDRESS"] = session
        environ |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        kiosk = (sys.executable, "-m", "kiosk", "run", "--windowed", "1920x1080")
        with process(str(LAUNCHER), environ=environ):
            address: list[str] = []

            def ask() -> bool:
                there = ("org.a11y.Bus", "/org/a11y/bus")
                address.append(Desktop(session).call(there, "org.a11y.Bus", "GetAddress"))
                return True

            wait_for(ask, "bus of assistive tools")
            with process(*kiosk, environ=environ):
                yield Desktop(address[0])
