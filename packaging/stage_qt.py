"""Takes away what the kiosk does not use of Qt: modules, plug-ins, tools, translations."""

import shutil
from pathlib import Path

from setup_steps import SetupError
from stage_elf import is_elf, needed

# The modules the kiosk imports; QtTest is what `anteroom walk` presses with.
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtTest")
# What the window needs on X11, on Wayland and off screen, to print and to draw icons.
PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqwayland.so",
    "platforms/libqoffscreen.so",
    "wayland-shell-integration/libxdg-shell.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "printsupport/libcupsprintersupport.so",
    "imageformats/libqjpeg.so",
)
# Beside the modules: what `import PySide6` itself reads.
_PYTHON_FILES = ("__init__.py", "_config.py", "_git_pyside_version.py")
_LIBRARY_PREFIXES = ("libQt6", "libicu")


def prune(app: Path) -> None:
    """Leave of PySide6, shiboken6 and cffi only what the kiosk loads; raises SetupError."""
    pyside, shiboken = app / "PySide6", app / "shiboken6"
    kept = {pyside / name for name in _PYTHON_FILES}
    kept |= {_must(pyside / f"{module}.abi3.so") for module in MODULES}
    kept |= set(pyside.glob("libpyside6.abi3.so*"))
    kept |= {_must(pyside / "Qt" / "plugins" / name) for name in PLUGINS}
    kept |= _closure(kept, pyside / "Qt" / "lib")
    kept |= {path for path in shiboken.glob("*") if path.suffix == ".py" or ".so" in path.name}
    for root in (pyside, shiboken):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path not in kept:
                path.unlink()
    # Only the compiled half of cffi is used at work; the other half makes bindings.
    for name in ("cffi", "pycparser"):
        shutil.rmtree(app / name, ignore_errors=True)
    # Commands of their own and hints for editors.
    for pattern in ("segno/cli.py", "segno/__main__.py", "markdown/__main__.py", "**/*.pyi"):
        for path in app.glob(pattern):
            path.unlink()
    drop_empty_folders(app)


def drop_empty_folders(root: Path) -> None:
    """Remove every folder that holds no file."""
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _must(path: Path) -> Path:
    if not path.exists():
        raise SetupError(
            f"{path.name} is not in this release of PySide6; see packaging/stage_qt.py"
        )
    return path


def _closure(start: set[Path], libraries: Path) -> set[Path]:
    """Return the libraries of Qt that some files need, and those that these need."""
    found: set[Path] = set()
    left = [path for path in start if ".so" in path.name and is_elf(path)]
    while left:
        for name in needed(left.pop()):
            path = libraries / name
            if path in found or not name.startswith(_LIBRARY_PREFIXES):
                continue
            found.add(_must(path))
            left.append(path)
    return found
