"""A pack to write in."""

from pathlib import Path

import pytest

from tests.content.tiny_pack import TinyPack


@pytest.fixture
def tiny(tmp_path: Path) -> TinyPack:
    return TinyPack(tmp_path / "tiny")
