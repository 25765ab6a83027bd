"""An exported store, and what judges it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records.export.fhir_tools import OfficialSchema, Server, installed, serving


@pytest.fixture(scope="session")
def fhir_folder(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages; kept between runs where pytest keeps its cache."""
    # The cache is a plugin of pytest that can be switched off.
    cache = getattr(pytestconfig, "cache", None)
    return installed(cache.mkdir("fhir-server") if cache else tmp_path_factory.mktemp("fhir"))


@pytest.fixture(scope="session")
def official(fhir_folder: Path) -> OfficialSchema:
    return OfficialSchema(fhir_folder)


@pytest.fixture
def server(fhir_folder: Path) -> Iterator[Server]:
    with serving(fhir_folder) as running:
        yield running
