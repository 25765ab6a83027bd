"""Data folders for the record store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.records.store import Store
from tests.records.visits import open_demo


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    """A fresh demo store."""
    opened = open_demo(data)
    yield opened
    opened.close()
