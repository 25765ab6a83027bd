"""Who may import whom. Each rule takes a source and yields `path:line: what is wrong`."""

import ast
from collections.abc import Iterator

from tests.house.source import Source

LOW = {"domain"}
MIDDLE = {"content", "records", "i18n", "platform"}
# The window knows Protocols, not stores, so `records` is missing from its list.
# Plain values that a command hands to what it starts; a layer of its own, below the window.
OPTIONS = ("kiosk.commands.options", "kiosk.commands.run_options")
ALLOWED = {
    "domain": set(),
    **dict.fromkeys(MIDDLE, LOW),
    "config": LOW | {"i18n", "platform"},
    "options": LOW | {"config"},
    "staff": LOW | MIDDLE | {"config"},
    "ui": LOW | (MIDDLE - {"records"}) | {"staff", "config", "options"},
    "recorder": LOW | MIDDLE | {"staff", "config"},
    # What is typed at the kiosk, judged behind the window's Protocols.
    "pins_and_codes": LOW | MIDDLE | {"staff", "ui"},
    "app": LOW | MIDDLE | {"staff", "config", "options", "ui", "recorder", "pins_and_codes"},
    # Composes a kiosk for the walk, apart from the app so that a start does not load it.
    "walking": LOW | MIDDLE | {"staff", "config", "options", "ui", "app"},
    "monkeying": LOW | MIDDLE | {"staff", "config", "options", "ui", "app", "walking"},
    # The same for the audit.
    "auditing": LOW | MIDDLE | {"staff", "config", "options", "ui", "app"},
    # The same for the preview.
    "previewing": LOW | MIDDLE | {"config", "options", "ui", "app"},
    # The same for the desk.
    "desking": LOW | MIDDLE | {"staff", "config", "options", "ui", "app"},
    # Some commands drive the window; they import it when they run, which another test proves.
    "commands": LOW
    | MIDDLE
    | {"staff", "config", "options", "app", "ui", "walking", "auditing", "previewing", "desking"}
    | {"monkeying"},
    "cli": LOW | MIDDLE | {"staff", "config", "app", "commands"},
    "__main__": {"cli", "platform"},
    "__init__": set(),
}
QT_LAYERS = {"ui", "app", "walking", "auditing", "previewing", "desking", "monkeying"}
VAGUE_NAMES = {"util", "utils", "misc", "helper", "helpers", "manager", "managers"}


def layer_of(path: str) -> str | None:
    """Return the layer a file belongs to, or None outside the kiosk package."""
    return layer_named(path.removesuffix(".py").replace("/", "."))


def layer_named(dotted: str) -> str | None:
    """Return the layer of a module, or of a name in it, or None outside the kiosk package."""
    if any(dotted == one or dotted.startswith(one + ".") for one in OPTIONS):
        return "options"
    parts = dotted.split(".")
    return parts[1] if parts[0] == "kiosk" and len(parts) > 1 else None


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of every import, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{name.name}") for name in node.names)


def layers(source: Source) -> Iterator[str]:
    """A layer imports only what lies below it."""
    own = layer_of(source.path)
    if own is None:
        return
    if own not in ALLOWED:
        yield f"{source.path}:1: `{own}` is not a layer; name its place in layer_rules.py"
        return
    for line, name in imported(source.tree):
        other = layer_named(name)
        if other not in {None, own, "__version__"} and other not in ALLOWED[own]:
            yield f"{source.path}:{line}: {own} imports {other}"


def qt_only_in_ui(source: Source) -> Iterator[str]:
    """Qt is imported by the window and the composition root, and by nothing else of the kiosk."""
    if layer_of(source.path) in {None, *QT_LAYERS}:
        return
    for line, name in imported(source.tree):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            yield f"{source.path}:{line}: imports {name}"


def no_relative_imports(source: Source) -> Iterator[str]:
    """An import names the whole path, so that a reader and a search find it."""
    for line, name in imported(source.tree):
        if name.startswith("."):
            yield f"{source.path}:{line}: relative import {name}"


def telling_names(source: Source) -> Iterator[str]:
    """A module or folder is named after what it does."""
    for part in source.path.removesuffix(".py").split("/"):
        if part in VAGUE_NAMES:
            yield f"{source.path}:1: `{part}` says nothing about what is inside"
