"""Reads typed values from a TOML file and says where a wrong one stands."""

from datetime import date, time
from pathlib import Path
from typing import TypeVar

from kiosk.domain.errors import BadInputError

# A settings file is a page or two; more than this is some other file.
LARGEST = 64 * 1024
_A_FOLDER = "the path of a folder in quotes; it may start with ~"
_LONGEST_SHOWN = 40
_MISSING = object()

Option = TypeVar("Option", bound=str)


class TomlValueError(BadInputError):
    """A TOML file cannot be read or holds a value that cannot be used."""


class TomlReader:
    """One parsed file; every read names the key by its dotted path.

    Each method returns the default when the key is absent and raises TomlValueError
    with `file:line: key: what; allowed: ...` when its value cannot be used.
    """

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._table = self._parse(text)
        self._known: set[str] = set()

    @classmethod
    def open(cls, path: Path) -> "TomlReader":
        """Read and parse a file; raises TomlValueError."""
        try:
            with path.open("rb") as stream:
                raw = stream.read(LARGEST + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise TomlValueError(
                f"{path}: cannot be read ({reason}). Check the name and the permissions."
            ) from error
        if len(raw) > LARGEST:
            raise TomlValueError(
                f"{path}: larger than {LARGEST // 1024} KiB, so not a settings file."
            )
        try:
            # Notepad on Windows writes a byte-order mark.
            return cls(path, raw.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise TomlValueError(f"{path}:{line}: not UTF-8 text. Save it as UTF-8.") from error

    def choice(self, key: str, allowed: tuple[Option, ...], default: Option) -> Option:
        """Return one of the allowed words."""
        value = self._take(key)
        if value is _MISSING:
            return default
        for option in allowed:
            if value == option:
                return option
        raise self.wrong(key, f"{_shown(value)} is not one of the choices", _either(allowed))

    def choices(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of different allowed words, empty by default."""
        value = self._take(key)
        if value is _MISSING:
            return ()
        wanted = f"a list of {_either(allowed)}, each at most once"
        if not isinstance(value, list):
            raise self.wrong(key, f"{_shown(value)} is not a list", wanted)
        for entry in value:
            if entry not in allowed:
                raise self.wrong(key, f"{_shown(entry)} is not one of the choices", wanted)
        if len(set(value)) != len(value):
            raise self.wrong(key, "an entry stands twice", wanted)
        return tuple(value)

    def lines(self, key: str, allowed: str) -> tuple[str, ...]:
        """Return a list of texts, empty by default; `allowed` only words the error."""
        value = self._take(key)
        if value is _MISSING:
            return ()
        if not isinstance(value, list):
            raise self.wrong(key, f"{_shown(value)} is not a list", allowed)
        for entry in value:
            if not isinstance(entry, str):
                raise self.wrong(key, f"{_shown(entry)} is not a text in quotes", allowed)
        return tuple(value)

    def whole(self, key: str, low: int, high: int, default: int) -> int:
        """Return a whole number between two bounds, both included."""
        value = self._take(key)
        if value is _MISSING:
            return default
        allowed = f"a whole number from {low} to {high}"
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, f"{_shown(value)} is not a whole number", allowed)
        if not low <= value <= high:
            raise self.wrong(key, f"{_shown(value)} is out of range", allowed)
        return value

    def length(self, key: str, low: int, high: int) -> float | None:
        """Return millimetres between two bounds, None when the key is absent."""
        value = self._take(key)
        if value is _MISSING:
            return None
        allowed = f"a number of millimetres from {low} to {high}"
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.wrong(key, f"{_shown(value)} is not a number", allowed)
        # Written this way round, because every comparison with nan is false.
        if not low <= value <= high:
            raise self.wrong(key, f"{_shown(value)} is out of range", allowed)
        return float(value)

    def text(self, key: str, allowed: str) -> str:
        """Return a text, "" by default; `allowed` only words the error."""
        value = self._take(key)
        if value is _MISSING:
            return ""
        if not isinstance(value, str):
            raise self.wrong(key, f"{_shown(value)} is not a text in quotes", allowed)
        return value

    def words(self, key: str, longest: int) -> str:
        """Return one line of printable text without spaces around it, "" by default."""
        allowed = f"one line of at most {longest} characters in quotes"
        value = self.text(key, allowed).strip()
        if len(value) > longest:
            raise self.wrong(key, f"{len(value)} characters are too many", allowed)
        if not value.isprintable():
            raise self.wrong(key, "a line break or control character is in it", allowed)
        return value

    def folder(self, key: str, base: Path) -> Path | None:
        """Return a folder, relative ones counted from `base`; None when absent or empty."""
        place = self.far_folder(key, base)
        try:
            if place is not None and place.exists() and not place.is_dir():
                value = self.text(key, _A_FOLDER)
                raise self.wrong(key, f"{value!r} is not a folder", _A_FOLDER)
        except OSError as error:
            value = _shown(self.text(key, _A_FOLDER))
            raise self.wrong(key, f"{value}: {error.strerror}", _A_FOLDER) from error
        return place

    def far_folder(self, key: str, base: Path) -> Path | None:
        """Return a folder without looking for it: a share may hang, a stick be elsewhere."""
        value = self.text(key, _A_FOLDER)
        if not value:
            return None
        if not value.isprintable():
            raise self.wrong(key, "a line break or control character is in it", _A_FOLDER)
        try:
            return base / Path(value).expanduser()
        except RuntimeError as error:
            raise self.wrong(key, f"{value!r} names a user not known here", _A_FOLDER) from error

    def refuse_unknown(self) -> None:
        """Raise TomlValueError for the first key that nothing has asked for."""
        self._refuse_in(self._table, "")

    def wrong(self, key: str, what: str, allowed: str) -> TomlValueError:
        """Return the error to raise about a key."""
        return TomlValueError(f"{self._place(key)}: {key}: {what}; allowed: {allowed}")

    def _parse(self, text: str) -> dict[str, object]:
        import tomllib

        try:
            return tomllib.loads(text)
        # ValueError: a TOMLDecodeError, or a number with too many digits to convert.
        except ValueError as error:
            said = str(error)
            line = _number_after(said, "line ") or len(self._lines)
            said = said.partition(" (at ")[0]
            raise TomlValueError(f"{self._path}:{line}: not valid TOML: {said}.") from error
        except RecursionError as error:
            raise TomlValueError(f"{self._path}:1: not valid TOML: nested too deeply.") from error

    def _take(self, key: str) -> object:
        self._known.add(key)
        table, _, name = key.rpartition(".")
        inside: object = self._table.get(table, {}) if table else self._table
        if not isinstance(inside, dict):
            raise self.wrong(table, f"{_shown(inside)} is not a table", f"a table [{table}]")
        return inside.get(name, _MISSING)

    def _refuse_in(self, table: dict[str, object], prefix: str) -> None:
        for name, value in table.items():
            key = prefix + name
            inside = f"{key}."
            if isinstance(value, dict) and any(known.startswith(inside) for known in self._known):
                self._refuse_in(value, inside)
            elif key not in self._known:
                beside = {
                    known.removeprefix(prefix).partition(".")[0]
                    for known in self._known
                    if known.startswith(prefix)
                }
                raise self.wrong(key, "there is no such setting", ", ".join(sorted(beside)))

    def _place(self, key: str) -> str:
        """Return `file:line` of a key, the file alone when the key is spelt with escapes."""
        last = key.rpartition(".")[2]
        for number, line in enumerate(self._lines):
            if last in line and _holds(self._statement(number), key):
                return f"{self._path}:{number + 1}"
        return str(self._path)

    def _statement(self, number: int) -> dict[str, object]:
        """Return what the file says up to the end of the statement that spans a line."""
        import tomllib

        for end in range(number + 1, len(self._lines) + 1):
            try:
                return tomllib.loads("\n".join(self._lines[:end]))
            except ValueError:
                continue
        return {}


def _holds(table: object, key: str) -> bool:
    for name in key.split("."):
        if not isinstance(table, dict) or name not in table:
            return False
        table = table[name]
    return True


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, date | time):
        return value.isoformat()
    try:
        shown = repr(value)
    except ValueError:  # a hexadecimal number too long to write out in decimal
        return "this number"
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 3] + "..."


def _either(allowed: tuple[str, ...]) -> str:
    return ", ".join(f'"{option}"' for option in allowed)


def _number_after(text: str, mark: str) -> int | None:
    digits = text.partition(mark)[2].split(",")[0]
    return int(digits) if digits.isdigit() else None
