"""Another treatment goes the whole way through the real window, with no code changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.commands.options import WalkOptions
from kiosk.config import Config
from kiosk.content.pack import load_pack, pack_digest
from kiosk.domain.acknowledgement import receipt_number
from kiosk.domain.session import Settings, new_session
from kiosk.records.keys import DEMO_KEY
from kiosk.records.unseal import OpenedRecord, load_opener, open_records
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.views.routes import route_name
from kiosk.ui.walk.outcome import VisitDone
from kiosk.ui.walk.walk import DOORS
from kiosk.walking import walk
from tests.content.audio.test_record import Studio
from tests.content.test_second_pack import MOONLAMP


def walked(
    app: QApplication, content: Path, data: Path, door: str
) -> tuple[VisitDone, OpenedRecord]:
    told: list[VisitDone] = []
    config = replace(Config(), language="en", region="XX")
    done = walk(app, WalkOptions(config, content, seed=4, door=door), data, told.append)
    assert done.problems == ()
    opener = load_opener(data / DEMO_KEY)
    (record,) = [one for one in open_records(data, opener) if one.clear.kind == "ack"]
    return told[0], record


@pytest.mark.parametrize("door", DOORS)
def test_the_second_pack_is_walked_to_each_door_and_recorded(
    qapp: QApplication, tmp_path: Path, door: str
) -> None:
    visit, record = walked(qapp, MOONLAMP, tmp_path, door)
    assert record.person["door"] == door
    assert receipt_number(record.clear.id) == visit.receipt
    visited = record.acknowledgement()
    pack = visited.pack
    assert (pack.id, pack.version, pack.sha256) == ("moonlamp", "3.1.4", pack_digest(MOONLAMP))
    assert record.clear.fields["pack"]["sha256"] == pack.sha256
    lesson = load_pack(MOONLAMP).lessons["en"]
    pages = {page.id for c in lesson.chapters if c.id != lesson.faq_id for page in c.pages}
    assert pages <= {shown.page for shown in visited.pages}
    assert [idea.idea for idea in visited.ideas] == [check.id for check in lesson.checks]


def test_the_record_carries_the_digest_of_the_recordings(
    qapp: QApplication, tmp_path: Path
) -> None:
    copy = tmp_path / "moonlamp"
    for file in MOONLAMP.rglob("*"):
        if file.is_file():
            there = copy / file.relative_to(MOONLAMP)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(file.read_bytes())
    silent = pack_digest(copy)
    assert Studio(copy, tmp_path / "studio").record() == ()
    spoken = pack_digest(copy)
    _, record = walked(qapp, copy, tmp_path / "data", "no")
    assert record.clear.fields["pack"]["sha256"] == spoken != silent


def test_its_ways_of_giving_have_names_of_their_own_in_each_language() -> None:
    pack = load_pack(MOONLAMP)
    presenter = Presenter(pack, None, ("en", "es"), "")
    for tag, name in (("en", "At home (invented)"), ("es", "En casa (inventado)")):
        session = new_session(plan_of(pack, tag, mode="demo"), settings=Settings(language=tag))
        assert route_name(presenter.showing(session, 0.0), "home") == name
