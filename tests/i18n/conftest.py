import importlib
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that keeps the translation files."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("translations")
