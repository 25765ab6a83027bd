"""One demo store for all tests that only read it."""

from pathlib import Path

import pytest

from tests.staff.stores import with_visits


@pytest.fixture(scope="session")
def good_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with its first record and three visits; not to be changed."""
    return with_visits(tmp_path_factory.mktemp("good"), 3)
