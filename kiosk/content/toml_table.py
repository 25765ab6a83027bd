"""TOML read with care: every wrong key, type or value is a problem on its own line."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kiosk.content.plain_text import text_fault
from kiosk.content.problems import ProblemLog

_AT_LINE = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_TABLE = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.\-]+)\s*\]\]?")
_KEY = re.compile(r"\s*\"?([A-Za-z0-9_-]+)\"?\s*=")

# A table's name and how many tables of that name stand above it; ("", 0) is the top of the file.
Where: TypeAlias = tuple[str, int]
TOP: Where = ("", 0)


@dataclass(slots=True)
class _Lines:
    tables: dict[Where, int] = field(default_factory=lambda: {TOP: 1})
    keys: dict[tuple[Where, str], int] = field(default_factory=dict)


def _index(text: str, first: int) -> _Lines:
    # A key missing from a fenced part is best shown at the line that opens it.
    lines = _Lines({TOP: max(first - 1, 1)})
    seen: dict[str, int] = {}
    here = TOP
    for number, line in enumerate(text.split("\n"), start=first):
        table, key = _TABLE.match(line), _KEY.match(line)
        if table:
            here = (table[1], seen.get(table[1], 0))
            seen[table[1]] = here[1] + 1
            lines.tables[here] = number
        elif key:
            lines.keys.setdefault((here, key[1]), number)
    return lines


@dataclass(slots=True)
class TomlTable:
    """One table of a TOML text; each reader returns a harmless value after noting a problem."""

    path: str
    values: dict[str, object]
    where: Where
    log: ProblemLog
    _lines: _Lines
    _used: set[str] = field(default_factory=set)

    @property
    def line(self) -> int:
        """The line of the table's own heading."""
        return self._lines.tables.get(self.where, self._lines.tables[TOP])

    def line_of(self, key: str) -> int:
        """The line of a key, else that of its table."""
        return self._lines.keys.get((self.where, key), self.line)

    def fault(self, key: str, message: str) -> None:
        """Note a problem with a key's value."""
        self.log.add(self.path, self.line_of(key), message)

    def _take(self, key: str, *, required: bool) -> object:
        self._used.add(key)
        if required and key not in self.values:
            self.fault(key, f'The key "{key}" is missing. Add it.')
        return self.values.get(key)

    def text(
        self,
        key: str,
        *,
        required: bool = True,
        empty: bool = False,
        shape: re.Pattern[str] | None = None,
        say: str = "",
    ) -> str:
        """A string; `shape` must match whole, else `say` tells what to write."""
        value = self._take(key, required=required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(key, f'"{key}" must be words in quotes.')
            return ""
        if not value.strip() and not empty:
            self.fault(key, f'"{key}" is empty. Write something between the quotes.')
        elif shape and value and not shape.fullmatch(value):
            self.fault(key, f'"{key}" cannot be "{value}". {say}')
        return value

    def prose(self, key: str, *, required: bool = True, empty: bool = False) -> str:
        """Words a person reads: a string without marks or addresses."""
        value = self.text(key, required=required, empty=empty)
        fault = text_fault(value)
        if fault:
            self.fault(key, f"In “{key}”: {fault}")
        return value

    def one_of(self, key: str, allowed: Iterable[str]) -> str:
        """A string out of a fixed set."""
        choices = tuple(allowed)
        value = self.text(key)
        if value and value not in choices:
            self.fault(key, f'"{key}" cannot be "{value}". Write one of: {", ".join(choices)}.')
        return value

    def words(
        self, key: str, shape: re.Pattern[str], *, required: bool = True, empty: bool = False
    ) -> tuple[str, ...]:
        """A list of different strings, each of the given shape."""
        value = self._take(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fault(key, f'"{key}" must be a list of words: ["one", "two"].')
            return ()
        if not value and not empty:
            self.fault(key, f'"{key}" is an empty list. Add at least one.')
        for one in value:
            if not shape.fullmatch(one):
                self.fault(key, f'"{key}" cannot hold "{one}". Correct or remove it.')
        if len(set(value)) < len(value):
            self.fault(key, f'"{key}" holds the same word twice. Remove one.')
        return tuple(dict.fromkeys(value))

    def flag(self, key: str) -> bool:
        """Whether an optional key says true."""
        value = self._take(key, required=False)
        if value is not None and not isinstance(value, bool):
            self.fault(key, f'"{key}" must be true or false, without quotes. Correct it.')
        return value is True

    def count(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self._take(key, required=True)
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.fault(key, f'"{key}" must be a whole number from {low} to {high}.')
            return low
        return value

    def day(self, key: str, *, empty: bool = False) -> str:
        """A date as YYYY-MM-DD, with or without quotes; "" only when `empty` allows it."""
        value = self._take(key, required=not empty)
        if value is None or (empty and value == ""):
            return ""
        try:
            found = value if type(value) is date else date.fromisoformat(str(value))
        except ValueError:
            self.fault(key, f'"{key}" must be a date such as 2026-11-21.')
            return ""
        return found.isoformat()

    def tables(self, key: str, *, required: bool = True) -> list["TomlTable"]:
        """The tables of a `[[key]]` list in file order."""
        value = self._take(key, required=required)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.fault(key, f'"{key}" must be written as [[{key}]] parts.')
            return []
        name = f"{self.where[0]}.{key}".lstrip(".")
        first = self._first_below(name)
        return [self._below(one, (name, first + index)) for index, one in enumerate(value)]

    def table(self, key: str) -> "TomlTable":
        """The one table below `key`; an empty one after noting that it is missing."""
        value = self._take(key, required=True)
        name = f"{self.where[0]}.{key}".lstrip(".")
        if not isinstance(value, dict):
            if value is not None:
                self.fault(key, f'"{key}" must be a part of its own: [{name}].')
            return self._below({}, self.where)
        where = (name, self._first_below(name))
        return self._below(value, where if where in self._lines.tables else self.where)

    def _below(self, values: dict[str, object], where: Where) -> "TomlTable":
        return TomlTable(self.path, values, where, self.log, self._lines)

    def _first_below(self, name: str) -> int:
        # Tables below a repeated table are counted through the whole file, so count those above.
        return sum(
            1 for one, line in self._lines.tables.items() if one[0] == name and line < self.line
        )

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.values:
            if key not in self._used:
                known = ", ".join(sorted(self._used))
                self.fault(key, f'The key "{key}" is not known here. Known keys: {known}.')


def read_toml(path: str, text: str, log: ProblemLog, *, first: int = 1) -> TomlTable | None:
    """Parse TOML whose first line is line `first` of the file; None after noting bad TOML."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        inside = (
            found["line"] if found and found["line"] else str(text.rstrip("\n").count("\n") + 1)
        )
        reason = _AT_LINE.sub("", str(error)).rstrip(".")
        log.add(path, first + int(inside) - 1, f"This is not valid TOML: {reason}. Correct it.")
        return None
    return TomlTable(path, values, TOP, log, _index(text, first))
