"""Data folders for the record store."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records.store import Store
from tests.records.attacks import ANCHORED, VISITS
from tests.records.visits import filled, open_demo


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


@pytest.fixture(scope="session")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store for attacks on copies of it."""
    data = tmp_path_factory.mktemp("honest") / "data"
    filled(data, VISITS)
    return data


@pytest.fixture(scope="session")
def code(honest: Path) -> str:
    """The check code on the receipt of the tenth visit."""
    with closing(open_demo(honest)) as store:
        found = store.find(f"s{ANCHORED - 1}")
    assert found is not None
    return found.check_code
