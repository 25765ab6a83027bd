"""A real headless Chromium, spoken to over its debugging pipe; needs nothing but the browser."""

import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--remote-debugging-pipe", "--window-size=900,1400"),
)


def found() -> str | None:
    """Return the browser's path, None when there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Tab:
    """One page of the browser."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = to, back
        self._number, self._held, self._session = 0, b"", ""

    def attach(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        reply = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = reply["sessionId"]

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Send one command and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            reply = self._read()
            if reply.get("id") == self._number:
                assert "error" not in reply, reply
                result: dict[str, Any] = reply["result"]
                return result

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            piece = os.read(self._back, 1 << 16)
            assert piece, "the browser ended"
            self._held += piece
        text, _, self._held = self._held.partition(b"\0")
        parsed: dict[str, Any] = json.loads(text)
        return parsed

    def run(self, script: str) -> Any:  # noqa: ANN401  # whatever JSON the page answers
        """Evaluate a script in the page, awaiting promises."""
        reply = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in reply, reply
        return reply["result"].get("value")

    def open(self, page: Path) -> None:
        """Open a file of this machine and wait until it is loaded."""
        self.call("Page.navigate", url=page.as_uri())
        self.run(
            "new Promise((done) => { const look = () => document.readyState === 'complete' "
            "&& location.protocol === 'file:' ? done() : requestAnimationFrame(look); look(); })"
        )

    def press(self, key: str, code: int) -> None:
        """Press and let go of a key."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
                **text,
            )


@contextmanager
def browser(profile: Path) -> Iterator[Tab]:
    """Start the browser with a fresh profile, and end it."""
    path = found()
    assert path
    read_commands, to = os.pipe()
    back, write_replies = os.pipe()
    # The browser reads commands from descriptor 3 and answers on 4.
    process = os.posix_spawn(
        path,
        [path, *_FLAGS, f"--user-data-dir={profile}"],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_DUP2, read_commands, 33),
            (os.POSIX_SPAWN_DUP2, write_replies, 34),
            (os.POSIX_SPAWN_DUP2, 33, 3),
            (os.POSIX_SPAWN_DUP2, 34, 4),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    os.close(read_commands)
    os.close(write_replies)
    try:
        tab = Tab(to, back)
        tab.attach()
        yield tab
    finally:
        os.close(to)
        os.close(back)
        os.kill(process, signal.SIGTERM)
        os.waitpid(process, 0)
