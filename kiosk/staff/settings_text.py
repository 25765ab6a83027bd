"""Writes values into an annotated settings file and leaves every other line as it is."""

import json
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from kiosk.config import ConfigError, read_config
from kiosk.domain.errors import AnteroomError
from kiosk.platform.durable import write_durably
from kiosk.platform.paths import MissingFilesError, shipped

Value = str | float | tuple[str, ...]
_TABLE = re.compile(r"\s*\[([\w.]+)\]")


class SettingsFileError(AnteroomError):
    """The settings file cannot be written."""


def annotated() -> str:
    """Return the settings file that ships, with its explanations; raises MissingFilesError."""
    for folder, name in (("assets", "anteroom.toml"), ("packaging", "common/anteroom.toml")):
        try:
            return (shipped(folder) / name).read_text("utf-8")
        except (MissingFilesError, OSError):
            continue
    raise MissingFilesError("the annotated settings file is missing. Install Anteroom again.")


def with_values(text: str, values: Mapping[str, Value]) -> str:
    """Return a settings file with some values set; a key is dotted, as in "screen.width_mm".

    A line that is there is replaced, also one that is only a sample behind "# "; a key that is
    nowhere is added at the end of its table.
    """
    lines = text.splitlines()
    for key, value in values.items():
        table, _, name = key.rpartition(".")
        first, last = _part(lines, table)
        said = f"{name} = {_literal(value)}"
        place = _line_of(lines, first, last, name)
        if place is not None:
            lines[place : _end_of(lines, place)] = [said]
        elif first is None:
            lines += ["", f"[{table}]", said]
        else:
            lines.insert(last, said)
    return "\n".join(lines) + "\n"


def _part(lines: list[str], table: str) -> tuple[int | None, int]:
    """Return where the lines of a table begin and end; None when there is no such table."""
    heads = [
        (number, found[1]) for number, line in enumerate(lines) if (found := _TABLE.match(line))
    ]
    bounds = [(-1, ""), *heads, (len(lines), "")]
    for (start, name), (end, _) in pairwise(bounds):
        if name == table:
            return start + 1, end
    return None, len(lines)


def _line_of(lines: list[str], first: int | None, last: int, name: str) -> int | None:
    for pattern in (rf"\s*{name}\s*=", rf"#\s?{name} = "):
        for number in range(first or 0, last if first is not None else 0):
            if re.match(pattern, lines[number]):
                return number
    return None


def _end_of(lines: list[str], start: int) -> int:
    """Return the line after a statement, which may span lines."""
    for end in range(start + 1, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[start:end]))
        except tomllib.TOMLDecodeError:
            continue
        return end
    return start + 1


def _literal(value: Value) -> str:
    if isinstance(value, tuple):
        inside = "".join(f"    {_literal(one)},\n" for one in value)
        return f"[\n{inside}]" if inside else "[]"
    # JSON and TOML write texts and numbers alike.
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else f"{value:g}"


def write_settings(path: Path, text: str) -> None:
    """Check a settings file as the kiosk would, then put it in place; keeps the one before.

    Raises ConfigError that names the line, and SettingsFileError.
    """
    draft = path.with_name(f".{path.name}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(draft, text.encode())
        read_config(draft)
        if path.exists():
            write_durably(path.with_name(f"{path.name}.before-setup"), path.read_bytes())
        # No secret is in it, and the kiosk's own account must be able to read it.
        draft.chmod(0o644)
        draft.replace(path)
    except ConfigError as error:
        raise ConfigError(str(error).replace(str(draft), str(path))) from error
    except OSError as error:
        raise SettingsFileError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        with suppress(OSError):
            draft.unlink()
