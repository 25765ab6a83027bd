"""The environment cannot make the window another one."""

import os
import subprocess
import sys
from pathlib import Path

from kiosk.platform.lockdown import shed

STRANGE = {"QT_STYLE_OVERRIDE": "x", "QT_PLUGIN_PATH": "/x", "QT_IM_MODULE": "ibus", "QML_X": "1"}
HEEDED = {"QT_QPA_PLATFORM": "wayland", "HOME": "/x"}


def test_settings_of_qt_in_the_environment_are_not_heeded() -> None:
    environ = {**STRANGE, **HEEDED}
    assert set(shed(environ)) == set(STRANGE)
    assert environ == HEEDED


def test_the_kiosk_sheds_them_before_it_opens_and_says_so(tmp_path: Path) -> None:
    no_screen = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path)],
        env={**os.environ, **STRANGE, **no_screen},
        capture_output=True,
        text=True,
        check=False,
    )
    said, ended = done.stderr.splitlines()
    for name in STRANGE:
        assert name in said
    assert "there is no screen" in ended
