"""The files of this repository as the house rules see them."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE_FOLDERS = ("kiosk", "packaging", "benchmarks", "tests")
# Made by tools, never part of the repository.
SKIPPED = {
    *(".git", ".venv", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"),
    *(".hypothesis", "build", "dist", "node_modules"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root with forward slashes, its text and its tree."""

    path: str
    text: str
    tree: ast.Module


def parse(path: str, text: str) -> Source:
    return Source(path, text, ast.parse(text, filename=path))


@cache
def sources() -> tuple[Source, ...]:
    """Return every Python file of ours."""
    found = []
    for folder in CODE_FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            path = file.relative_to(ROOT)
            if not SKIPPED.intersection(path.parts):
                found.append(parse(path.as_posix(), file.read_text(encoding="utf-8")))
    return tuple(found)


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """Return path and text of every file that is UTF-8 text, code and prose alike."""
    found = []
    for file in sorted(ROOT.rglob("*")):
        path = file.relative_to(ROOT)
        if SKIPPED.intersection(path.parts) or not file.is_file():
            continue
        try:
            found.append((path.as_posix(), file.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)
