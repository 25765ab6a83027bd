"""How long `anteroom content check` takes on a pack of many pages, and whether that is linear."""

# ruff: noqa: INP001 -- a script's part

import re
import shutil
import time
from pathlib import Path

from kiosk.content.check import check_pack

PACK = Path(__file__).resolve().parents[1] / "content" / "ketamine"
_PAGE = re.compile(r"(?m)^(?=## )")
_NAME = re.compile(r"\{#([a-z0-9-]+)")
_START = re.compile(r"(?m)^([A-Z][a-z]+ )")


def large_pack(folder: Path, pages: int) -> Path:
    """A copy of the shipped pack whose questions are so many pages, no two sentences alike."""
    shutil.copytree(PACK, folder)
    path = folder / "en" / "questions.md"
    head, *known = _PAGE.split(path.read_text("utf-8"))
    path.write_text(head + "".join(_copy(known, number) for number in range(pages)), "utf-8")
    return folder


def _copy(known: list[str], number: int) -> str:
    word = "".join("abcdefghij"[int(digit)] for digit in str(number))
    page = _NAME.sub(rf"{{#\1-{number}", known[number % len(known)])
    return _START.sub(rf"\1w{word} ", page)


def seconds(folder: Path) -> float:
    """How long one check takes."""
    start = time.perf_counter()
    check_pack(folder)
    return time.perf_counter() - start


def measure(folder: Path, pages: int) -> dict[str, float]:
    """Seconds for so many pages, and how many times as long as for half of them."""
    half = seconds(large_pack(folder / "half", pages // 2))
    whole = seconds(large_pack(folder / "whole", pages))
    return {"seconds": whole, "ratio": whole / half}
