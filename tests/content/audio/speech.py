"""A small speech program in a process of its own: a tone as long as the words."""

import shlex
import struct
import sys
from pathlib import Path

RATE = 8000

PROGRAM = """\
import struct, sys
out, log = sys.argv[1], sys.argv[2]
words = sys.stdin.buffer.read().decode("utf-8").strip() if len(sys.argv) < 4 else open(
    sys.argv[3], encoding="utf-8").read().strip()
with open(log, "a", encoding="utf-8") as file:
    file.write(words + "\\n")
if "refuse" in words:
    sys.exit("cannot say that")
data = b"\\x00\\x01" * (400 * max(1, len(words.split())))
head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1,
    8000, 16000, 2, 16, b"data", len(data))
open(out, "wb").write(head + data)
"""


def wav(samples: int = RATE, *, said: int | None = None) -> bytes:
    """A WAV file of so many samples; `said` is the length its header tells."""
    size = 2 * samples
    told = size if said is None else said
    form = (1, 1, RATE, 2 * RATE, 2, 16)
    head = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 36 + told, b"WAVE", b"fmt ", 16, *form)
    return head + struct.pack("<4sI", b"data", told) + b"\0\1" * samples


def ogg(first: bytes, position: int, *, flags: int = 4) -> bytes:
    """An Ogg file of two pages: the stream's header and its end."""
    return _page(2, 0, first) + _page(flags, position, b"sound")


def _page(flags: int, position: int, body: bytes) -> bytes:
    head = struct.pack("<4sBBQIIIB", b"OggS", 0, flags, position, 1, 0, 0, 1)
    return head + bytes([len(body)]) + body


def speech_command(folder: Path, *, by_file: bool = False) -> str:
    """The command line of the program; what it was given stands in `said.txt`."""
    folder.mkdir(exist_ok=True)
    program = folder / "speak.py"
    program.write_text(PROGRAM, "utf-8")
    words = [sys.executable, str(program), "{out}", str(said_file(folder))]
    return shlex.join([*words, "{text}"] if by_file else words)


def said_file(folder: Path) -> Path:
    """Where the program writes down what it was given."""
    return folder / "said.txt"
