"""Code that libraries make from text at every start, kept as Python keeps that of modules.

Python writes the methods of each data class as text and compiles it, and Qt's binding compiles the
modules it carries inside, a thousand small texts each time: more than half of what the window part
takes to import. What they compile to is kept beside the compiled modules, in the same folder with
the same rights, and is found again by the whole text, so that it cannot be out of date. Where
anything about the file is not as expected, the text is compiled as ever.
"""

import builtins
import contextlib
import dataclasses
import hashlib
import marshal
import os
import sys
from collections.abc import Iterator
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType

_compile, _exec = builtins.compile, builtins.exec
# The second form of marshal holds no counts of references: the same code gives the same bytes.
_FORM = 2
Key = tuple[str, str | bytes]


class MadeCode:
    """What was compiled in this process, and what is known from an earlier one."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)
        self._used: dict[Key, CodeType] = {}

    def code(self, text: str | bytes, name: str) -> CodeType:
        """Return the code of a text."""
        key = (name, text)
        found = self._known.get(key) or _compile(text, name, "exec")
        self._used[key] = found
        return found

    def compile(self, *words: object, **more: object) -> object:
        """Stand in for `compile`: only whole modules given as text are looked up."""
        match words:
            case (str() | bytes() as text, str(name), "exec") if not more:
                return self.code(text, name)
            case _:
                return _compile(*words, **more)  # type: ignore[call-overload]  # as it was asked

    def exec(self, text: str, names: dict[str, object], inside: dict[str, object]) -> None:
        """Stand in for `exec` where methods of data classes are made."""
        _exec(self.code(text, "<string>"), names, inside)

    def keep(self) -> None:
        """Write what was new; a folder that cannot be written to is no reason to fail."""
        if sys.dont_write_bytecode or not self._used.keys() - self._known.keys():
            return
        body = marshal.dumps(self._used, _FORM)
        draft = self._file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            draft.write_bytes(_seal(body) + body)
            draft.replace(self._file)


@contextlib.contextmanager
def made_code_kept(purpose: str) -> Iterator[None]:
    """Import what follows with the code kept for a purpose, and keep what it made."""
    made = MadeCode(made_code_file(purpose))
    own, everybody = vars(dataclasses), vars(builtins)
    own["exec"], everybody["compile"] = made.exec, made.compile
    try:
        yield
    finally:
        del own["exec"]
        everybody["compile"] = _compile
    made.keep()


def made_code_file(purpose: str) -> Path:
    """Return the file beside the compiled modules of this package."""
    module = Path(cache_from_source(str(Path(__file__).with_name(f"{purpose}.py"))))
    return module.with_suffix(".made")


def _seal(body: bytes) -> bytes:
    return hashlib.sha256(MAGIC_NUMBER + body).digest()


def _read(file: Path) -> dict[Key, CodeType]:
    """Return what is kept; nothing when it is damaged or was written for another Python."""
    try:
        kept = file.read_bytes()
    except OSError:
        return {}
    length = hashlib.sha256().digest_size
    body = kept[length:]
    if _seal(body) != kept[:length]:
        return {}
    # Of the same standing as a compiled module: who may write there can change the program itself.
    found: dict[Key, CodeType] = marshal.loads(body)  # noqa: S302
    return found
