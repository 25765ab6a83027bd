"""`anteroom audit` measures, reports by row, and draws contact sheets."""

import json
from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk import auditing
from kiosk.commands import audit
from kiosk.ui.audit.devices import DEVICES
from kiosk.ui.audit.matrix import Look, looks


def arguments(shots: Path | None) -> Namespace:
    return Namespace(config=None, content=None, full=False, shots=shots, json=True)


def test_one_look_is_measured_and_drawn(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,  # noqa: ARG001  # pages need the application
) -> None:
    only = [Look(DEVICES[2], "M", "dark", "en")]
    monkeypatch.setattr(auditing, "looks", lambda *_args, **_more: only)
    monkeypatch.setattr("kiosk.app.application", lambda: None)
    code = audit.run(arguments(tmp_path))
    told = json.loads(capsys.readouterr().out)
    found = {row["row"]: row["faults"] for row in told["rows"] if row["faults"]}
    assert (code == 1) == bool(found)
    assert told["looks"] == 1
    assert told["screens"] > 100
    assert len(told["sheets"]) == len(list(tmp_path.glob("*.png"))) >= 4
    assert QImage(told["sheets"][0]).width() > 2000
    assert not found


def test_a_full_audit_has_every_look_once() -> None:
    every = looks(("en", "es"), full=True)
    assert len(every) == len(set(every)) == 6 * 4 * 6 * 2


def test_a_short_audit_meets_every_language() -> None:
    chosen = looks(("en", "es", "ar"), full=False)
    assert {one.language for one in chosen} == {"en", "es", "ar"}
    assert len(chosen) < 12
