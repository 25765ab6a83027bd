"""Runs an emulated machine, prints what it says, and takes the pictures it asks for."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 2400.0
SHOT, END = "SHOT ", "END "
ACCEL = "-accel tcg,thread=multi -cpu Nehalem"


class Monitor:
    """The control socket of the emulator."""

    def __init__(self, place: Path) -> None:
        self._channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        for _ in range(100):
            try:
                self._channel.connect(str(place))
                break
            except OSError:
                time.sleep(0.1)
        self._lines = self._channel.makefile("r")
        self._lines.readline()
        self.ask("qmp_capabilities")

    def ask(self, what: str, **arguments: str) -> None:
        """Do one thing and wait for its answer."""
        asked = {"execute": what, "arguments": arguments}
        self._channel.sendall(json.dumps(asked).encode() + b"\n")
        while "return" not in (answer := json.loads(self._lines.readline())):
            if "error" in answer:
                print(f"             {what}: {answer['error']['desc']}")
                return


def command(image: Path, root: Path, monitor: Path) -> list[str]:
    """Return the command line of the machine: no network, a plain graphics card, a tablet."""
    kernel, initrd = (
        next(iter((root / "boot").glob(one))) for one in ("vmlinuz-*", "initrd.img-*")
    )
    return [
        "qemu-system-x86_64",
        *os.environ.get("ACCEL", ACCEL).split(),
        *("-m", "2048", "-smp", "2", "-nic", "none", "-no-reboot"),
        *("-kernel", str(kernel), "-initrd", str(initrd)),
        *("-append", "root=/dev/vda rw console=tty0 quiet systemd.show_status=no"),
        *("-drive", f"file={image},format=raw,if=virtio,cache=unsafe"),
        *("-device", "virtio-vga,xres=1280,yres=800", "-device", "qemu-xhci"),
        *("-device", "usb-tablet", "-device", "usb-kbd"),
        *("-display", "none", "-serial", "stdio"),
        *("-qmp", f"unix:{monitor},server=on,wait=off"),
    ]


def main() -> int:
    """Return 0 when the machine said at its end that all was in order."""
    image, root, shots = map(Path, sys.argv[1:4])
    # Ended from outside, it takes the machine with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    shots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "monitor"
        machine = subprocess.Popen(
            command(image, root, place),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        try:
            return follow(machine, Monitor(place), shots)
        finally:
            machine.kill()
            machine.wait()


def follow(machine: "subprocess.Popen[str]", monitor: Monitor, shots: Path) -> int:
    """Print what the machine says until it ends; return its verdict."""
    started = time.monotonic()
    if machine.stdout is None:
        return 1
    for raw in machine.stdout:
        line = raw.rstrip()
        if line.startswith(SHOT):
            picture = shots / f"{line.removeprefix(SHOT)}.ppm"
            monitor.ask("screendump", filename=str(picture.absolute()))
            line = f"      picture: {picture}"
        print(f"{time.monotonic() - started:6.0f} s  {line}", flush=True)
        if raw.startswith(END):
            return 0 if line.removeprefix(END).startswith("in order") else 1
        if time.monotonic() - started > PATIENCE:
            break
    return 1


if __name__ == "__main__":
    sys.exit(main())
