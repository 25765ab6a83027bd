"""Sizes and habits. Each rule takes a source and yields `path:line: what is wrong`."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import Source

FUNCTION_LINES = 50
FILE_LINES = 400
PAGE_LINES = 150
# The composition root turns anything unforeseen into the fault page; nothing else may.
CATCH_ALL = "kiosk/app.py"
IGNORE = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?::\s*[A-Z0-9, ]+|\[[\w, -]+\])?(?P<rest>[^\n]*)")


def _calls(source: Source) -> Iterator[tuple[ast.Call, str, str]]:
    """Yield every call as node, name of the thing it is called on, and name called."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute):
            owner = node.func.value
            on = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            yield node, on, node.func.attr
        elif isinstance(node.func, ast.Name):
            yield node, "", node.func.id


def short_functions(source: Source) -> Iterator[str]:
    """A function fits on a screen."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{source.path}:{node.lineno}: {node.name} has {length} lines"


def short_files(source: Source) -> Iterator[str]:
    """A file has one subject."""
    length = len(source.text.splitlines())
    if length > FILE_LINES:
        yield f"{source.path}:{FILE_LINES}: {length} lines"


def short_pages(source: Source) -> Iterator[str]:
    """A page shows and listens; what it needs to decide is decided elsewhere."""
    if not source.path.startswith("kiosk/ui/pages/"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > PAGE_LINES:
                yield f"{source.path}:{node.lineno}: {node.name} has {length} lines"


def no_lambda_in_connect(source: Source) -> Iterator[str]:
    """A lambda in `connect` keeps its page alive after the page is gone."""
    for call, _, name in _calls(source):
        if name == "connect" and any(isinstance(part, ast.Lambda) for part in ast.walk(call)):
            yield f"{source.path}:{call.lineno}: lambda in connect"


def style_from_theme(source: Source) -> Iterator[str]:
    """Only the theme knows colours and sizes."""
    if not source.path.startswith("kiosk/") or source.path.startswith("kiosk/ui/theme/"):
        return
    for call, _, name in _calls(source):
        if name == "setStyleSheet":
            yield f"{source.path}:{call.lineno}: setStyleSheet outside the theme"


def no_hidden_application(source: Source) -> Iterator[str]:
    """Nothing reaches for the application from afar, spins its loop, or opens a modal dialog."""
    if not source.path.startswith("kiosk/"):
        return
    for call, on, name in _calls(source):
        if name == "instance" and on.endswith("Application"):
            yield f"{source.path}:{call.lineno}: {on}.instance()"
        elif name == "processEvents":
            yield f"{source.path}:{call.lineno}: processEvents"
        elif name in {"exec", "exec_"} and on and source.path != CATCH_ALL:
            yield f"{source.path}:{call.lineno}: {on}.{name}()"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name) and node.id == "qApp":
            yield f"{source.path}:{node.lineno}: qApp"


def no_waiting_in_tests(source: Source) -> Iterator[str]:
    """A test waits for a fact, never for a time."""
    if not source.path.startswith("tests/"):
        return
    for call, on, name in _calls(source):
        timed = name in {"sleep", "qWait", "qSleep", "msleep", "usleep"}
        if timed or (name == "wait" and on == "qtbot"):
            yield f"{source.path}:{call.lineno}: {on}.{name}() waits for a time"


def narrow_excepts(source: Source) -> Iterator[str]:
    """Catching everything hides faults, unless it is raised again at once."""
    if not source.path.startswith(("kiosk/", "packaging/")):
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ExceptHandler) or not _is_broad(node.type):
            continue
        last = node.body[-1]
        raised_again = isinstance(last, ast.Raise) and last.exc is None
        if not raised_again and source.path != CATCH_ALL:
            yield f"{source.path}:{node.lineno}: catches everything"


def _is_broad(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(part) for part in caught.elts)
    return caught is None or (
        isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"}
    )


def reasons_for_ignores(source: Source) -> Iterator[str]:
    """Whoever silences a check says why, on the line or on the line above."""
    lines = source.text.splitlines()
    for number, line in enumerate(lines, start=1):
        found = IGNORE.search(line)
        if found is None or "re.compile" in line:
            continue
        above = lines[number - 2].strip() if number > 1 else ""
        if not re.search(r"\w{2}", found["rest"]) and not above.startswith("#"):
            yield f"{source.path}:{number}: an ignore without its reason"
