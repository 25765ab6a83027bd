"""A whole shift: ten people at a real kiosk, a kill, a backup, the desk, an export."""

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk.clinic_day import PASSPHRASE, clinic_at
from tests.ui.desk.desk_day import Desk
from tests.ui.desk.ten_visits import ten_visits

# Acceptance rows B-01 and B-03.
MOST_TAPS = {"B-01 start a visit": 6, "B-03 reset and keep": 2, "B-03 reset and erase": 2}
PATIENCE_MS = 20_000


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_shift_of_ten_people_goes_through_kiosk_backup_desk_and_export(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    clinic = clinic_at(tmp_path)
    done = ten_visits(clinic, qapp, lambda ready: qtbot.waitUntil(ready, timeout=PATIENCE_MS))
    assert {name: taps <= MOST_TAPS[name] for name, taps in done.taps.items()} == dict.fromkeys(
        MOST_TAPS, True
    )
    assert done.killed == -9
    assert "Your page is ready" in done.ready_page
    assert "question" not in done.ready_page.lower()
    # Nothing went wrong, so the log has nothing to say.
    assert caplog.messages == []

    walked = clinic.run("records", "verify", "--data", clinic.data)
    assert (walked.code, walked.err) == (0, "")
    stick = tmp_path / "stick" / "anteroom"
    copied = clinic.run("records", "backup", "--data", clinic.data, "--out", stick)
    assert copied.code == 0, copied.err

    desk = Desk(clinic, stick, lambda ready: qtbot.waitUntil(ready, timeout=PATIENCE_MS))
    work_at(desk, done.receipts, tmp_path / "hand-off.pdf")

    given = f"{PASSPHRASE}\n"
    out, own = tmp_path / "november", desk.folder / "production"
    words = ("--format", "fhir", "--key", clinic.key, "--desk", own, "--out", out)
    sent = clinic.run("records", "export", "--data", clinic.data, *words, given=given)
    assert sent.code == 0, sent.err
    assert standing(out)["active"] == 1, standing(out)


def standing(folder: Path) -> Counter[str]:
    """Count the consents of an export by their status."""
    lines = (folder / "bundles.ndjson").read_text("utf-8").splitlines()
    entries = [entry["resource"] for line in lines for entry in json.loads(line)["entry"]]
    return Counter(one["status"] for one in entries if one["resourceType"] == "Consent")


def work_at(desk: Desk, receipts: dict[str, str], pdf: Path) -> None:
    """Read, sign and print what came of the shift."""
    # Those that the person ended, one that staff kept and one that was left alone; erased and
    # killed ones left nothing.
    assert desk.lines == len(receipts) + 2
    desk.open_key()
    for receipt in receipts.values():
        assert f"Hand-off {receipt}" in desk.find(receipt)
    assert "Spanish (es)" in desk.find(receipts["K-2"])
    assert "staff ended the visit" in desk.find("K-4")
    assert "the visit was left and kept" in desk.find("K-10")
    desk.find(receipts["K-9"])
    assert "Signed: record" in desk.sign("cosign")
    assert desk.print_hand_off(pdf).startswith(b"%PDF")
    assert desk.cells(3) == ["Co-signed"]
    desk.find(receipts["K-2"])
    desk.sign("withdrawal", "Changed her mind")
    desk.find(receipts["K-1"])
    desk.sign("re_consent", "Came again")
    assert desk.cells(3) == ["Replaced by a later visit"]
    assert f"the later visit is {receipts['K-1 again']}" in desk.find(receipts["K-1"])
    cells = desk.stuck()
    # So few people must not be told apart.
    assert not [one for one in cells if one.shown is not None]
    desk.close()
