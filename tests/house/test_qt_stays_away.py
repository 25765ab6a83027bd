"""Everything but the window and the composition root runs where there is no Qt."""

import subprocess
import sys

from tests.house.layer_rules import QT_LAYERS, layer_of
from tests.house.source import ROOT, sources

PROBE = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({name.split(".")[0] for name in sys.modules} & {"PySide6", "shiboken6"}))
"""


def qt_after_importing(modules: list[str]) -> str:
    """Import modules in a fresh interpreter and return the Qt packages that came along."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *modules],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def modules_without_qt() -> list[str]:
    paths = [source.path for source in sources() if layer_of(source.path) not in {None, *QT_LAYERS}]
    dotted = [path.removesuffix(".py").replace("/", ".") for path in paths]
    return [name.removesuffix(".__init__") for name in dotted if not name.endswith("__main__")]


def test_importing_every_module_but_ui_and_app_loads_no_qt() -> None:
    modules = modules_without_qt()
    assert len(modules) > 10
    assert qt_after_importing(modules) == ""


def test_the_probe_sees_qt_when_it_is_loaded() -> None:
    assert "PySide6" in qt_after_importing(["PySide6.QtCore"])
