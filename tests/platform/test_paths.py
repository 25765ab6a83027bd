"""Where settings, data and shipped files are looked for."""

from pathlib import Path

import pytest

from kiosk.platform import paths


def test_demo_records_never_share_a_folder_with_real_ones() -> None:
    demo, real = paths.data_folder("demo"), paths.data_folder("production")
    assert demo not in (real, *real.parents)
    assert real not in demo.parents


def test_the_demo_folder_belongs_to_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/home/someone/data")
    assert paths.data_folder("demo") == Path("/home/someone/data/anteroom/demo")


def test_shipped_folders_are_found_in_the_source_tree() -> None:
    root = Path(paths.__file__).parents[2]
    assert paths.assets_dir() == root / "assets"
    assert paths.default_content() == root / "content" / "ketamine"


def test_a_shipped_folder_that_is_gone_is_named() -> None:
    with pytest.raises(paths.MissingFilesError, match=r"'no-such'.*Install Anteroom again"):
        paths.shipped("no-such")
