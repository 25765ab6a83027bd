"""A real X screen with a real window manager, and hands that type on it."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.house.source import ROOT

PROGRAMS = ("Xvfb", "openbox", "xdotool", "xprop")


def absent() -> list[str]:
    """Return the programs that are not on this machine."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass(frozen=True)
class XScreen:
    """One X server; processes started on it end with the test."""

    environment: dict[str, str]
    folder: Path
    started: list[subprocess.Popen[bytes]]

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen."""
        log = self.folder / f"{len(self.started)}.log"
        with log.open("wb") as stream:
            one = subprocess.Popen(
                words, env=self.environment, cwd=ROOT, stdout=stream, stderr=stream
            )
        self.started.append(one)
        return one

    def ask(self, *words: str) -> str:
        """Return what a program says, or nothing where it fails."""
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False, timeout=20
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def type(self, *keys: str) -> None:
        """Press keys as a keyboard does, one combination after another."""
        self.ask("xdotool", "key", "--delay", "30", *keys)

    @property
    def active(self) -> str:
        """The number of the window that has the keys, as xdotool says it."""
        return self.ask("xdotool", "getactivewindow")

    @property
    def owner(self) -> int:
        """The process of the window that has the keys; 0 where none has."""
        return int(self.ask("xdotool", "getactivewindow", "getwindowpid") or 0)

    @property
    def topmost(self) -> int:
        """The window that lies above all others."""
        listed = self.ask("xprop", "-root", "_NET_CLIENT_LIST_STACKING").rpartition(" ")[2]
        return int(listed, 16) if listed.startswith("0x") else 0

    def state(self) -> str:
        """What the window manager says of the window that has the keys."""
        return self.ask("xprop", "-id", self.active or "0", "_NET_WM_STATE", "WM_STATE")


def open_screen(folder: Path) -> XScreen:
    """Start an X server on a free number; its window manager is not there yet."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as stream:
        number = stream.readline().strip()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))}
    environment |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    return XScreen(environment, folder, [server])


def close_screen(screen: XScreen) -> None:
    """End everything that was started on it, the server last."""
    for one in reversed(screen.started):
        one.kill()
        one.wait()
