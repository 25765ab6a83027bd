"""What every test shares: no display, one fixed screen, no touching of the user's own files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Qt reads these when the application object is made, so they are set before any test is imported.
# A developer's own setting is replaced on purpose: the kiosk opens full-screen windows.
_SCREEN = Path(__file__).resolve().parent / "screen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_ACCESSIBILITY"] = "1"
os.environ.pop("ANTEROOM_CONFIG", None)

# A busy machine must not turn a true property into a failure.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[None]:
    """Send anything that would go to the user's data, settings and cache to a place of the tests.

    What can be rebuilt lies beside pytest's own cache: parsing the content anew in every process
    of every run would take minutes, and packs made up by tests would push out the user's own.
    """
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder / name.lower()))
        # Without that plug-in there is none, and each run parses anew.
        kept = getattr(pytestconfig, "cache", None)
        patch.setenv("XDG_CACHE_HOME", str(kept.mkdir("user") if kept else folder / "cache"))
        yield
