"""The bundled fonts."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.theme.fonts import load_fonts
from tests.house.source import ROOT


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    # Fonts belong to the application object, so it must be there first.
    assert qapp is not None
    load_fonts(ROOT / "assets")
