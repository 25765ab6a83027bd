"""`anteroom audit` measures, reports by row, and draws contact sheets."""

import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk import auditing
from kiosk.auditing import chosen_looks
from kiosk.cli import main
from kiosk.commands import audit
from kiosk.commands.options import AuditOptions
from kiosk.config import Config
from kiosk.platform import paths
from kiosk.ui.audit.looks import UnknownLookError, few_looks

TAGS = ("en", "es", "ar")
ALL = AuditOptions(Config(), paths.default_content(), full=True)


def arguments(shots: Path | None) -> Namespace:
    return Namespace(
        config=None,
        content=None,
        full=False,
        shots=shots,
        json=True,
        devices=("L15",),
        sizes=("M",),
        themes=("dark",),
        languages=("en",),
        jobs=1,
    )


def test_a_part_of_the_looks_is_measured_drawn_and_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,  # noqa: ARG001  # pages need the application
) -> None:
    monkeypatch.setattr("kiosk.app.application", lambda: None)
    code = audit.run(arguments(tmp_path))
    told = json.loads(capsys.readouterr().out)
    found = {row["row"]: row["faults"] for row in told["rows"] if row["faults"]}
    assert (code == 1) == bool(found)
    assert told["covered"] == ["L15-M-dark-en"]
    assert told["looks"] + len(told["left"]) == told["matrix"] == 6 * 4 * 6 * 5 + 6 * 5
    assert told["screens"] > 100
    assert len(told["sheets"]) == len(list(tmp_path.glob("*.png"))) >= 4
    assert QImage(told["sheets"][0]).width() > 2000
    assert "L15-M-dark-en" in (tmp_path / "index.html").read_text("utf-8")
    assert not found


def test_a_look_whose_worker_ended_fails_the_audit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_came(_work: object, parts: list[object], _jobs: int) -> list[tuple[object, None]]:
        return [(one, None) for one in parts]

    monkeypatch.setattr(auditing, "share_out", nothing_came)
    monkeypatch.setattr("kiosk.app.application", lambda: None)
    assert audit.run(arguments(None)) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["lost"] == ["L15-M-dark-en"]
    assert "a worker ended by itself; one look from L15-M-dark-en on not measured" in err


def test_names_choose_a_part_of_all_looks() -> None:
    some = replace(ALL, full=False, devices=("T10", "P24"), sizes=("XL",), languages=("ar",))
    names = {(one.device.name, one.size, one.language) for one in chosen_looks(some, TAGS)}
    assert names == {("T10", "XL", "ar"), ("P24", "XL", "ar")}
    assert len(chosen_looks(some, TAGS)) == 2 * 7


def test_without_names_the_few_looks_are_measured_or_all() -> None:
    assert chosen_looks(replace(ALL, full=False), TAGS) == few_looks(TAGS)
    assert len(chosen_looks(ALL, TAGS)) == 6 * 4 * 6 * 3 + 6 * 3


def test_a_name_that_is_not_known_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownLookError, match=r"^T11: no such device; there are T10, T10H"):
        chosen_looks(replace(ALL, devices=("T11",)), TAGS)


@pytest.mark.parametrize("words", [["--jobs", "0"], ["--sizes", "M,,L"], ["--jobs", "many"]])
def test_what_cannot_be_meant_is_bad_usage(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["audit", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
