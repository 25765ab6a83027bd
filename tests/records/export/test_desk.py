"""A desk's records count in an export, and only where they are about what is there."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Door
from kiosk.records.desk_records import (
    DeskRecord,
    NotADeskError,
    Talk,
    Target,
    open_desk,
    signed_head,
    write,
)
from kiosk.records.export.desk import DeskMismatchError, joined
from kiosk.records.export.entries import verified
from kiosk.records.export.errors import DeskNotHereError, StoreNotInOrderError
from kiosk.records.keys import load_device_key
from kiosk.records.links import BadLinkError, Said, find_visit
from kiosk.records.verify import verify
from tests.records.export.exports import demo_key, exported, receipt, resources
from tests.records.export.fhir_tools import OfficialSchema
from tests.records.visits import filled, open_demo, run_sql, visit

SAID = Said("AL", "Spoke for ten minutes")
TALK = Talk("decides", ("risks",), (("page:f26", "resolved"), ("idea:drive", "carried")))


def now() -> datetime:
    return datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "desk"


def target(data: Path, session: str) -> Target:
    return Target(session, find_visit(data, receipt(session)).leaf)


def signed(data: Path, desk: Path, record: DeskRecord) -> None:
    key = data / "recipients" / "demo.pub"
    with closing(
        open_desk(desk, mode="demo", app_version="0.1.0", now=now, recipients=(key,))
    ) as store:
        write(store, record)


def cosign(data: Path, desk: Path, session: str) -> None:
    about = target(data, session)
    record = DeskRecord("cosign", about, signed_head(data), SAID, "clinician", TALK)
    signed(data, desk, record)


def consents(out: Path) -> list[str]:
    return [one["status"] for one in resources(out, "Consent")]


def test_a_co_signature_at_the_desk_makes_the_same_consent_active(
    data: Path, desk: Path, tmp_path: Path, official: OfficialSchema
) -> None:
    filled(data, 2)
    cosign(data, desk, "s1")
    exported(data, tmp_path / "without", "fhir")
    made = exported(data, tmp_path / "with", "fhir", desk=desk)
    assert consents(tmp_path / "without") == ["proposed", "proposed"]
    assert consents(tmp_path / "with") == ["active", "proposed"]
    assert made["desk_records"] == 1
    found = resources(tmp_path / "with")
    assert [fault for one in found for fault in official.faults(one)] == []
    events = resources(tmp_path / "with", "AuditEvent")
    attested = [one for one in events if one["type"]["code"] == "attest"]
    names = [agent["who"]["display"] for one in attested for agent in one["agent"]]
    assert names == ["AL", f"Anteroom desk {load_device_key(desk).kiosk}"]


def test_a_paper_of_the_visit_says_who_signed_at_the_desk(
    data: Path, desk: Path, tmp_path: Path
) -> None:
    filled(data, 1)
    cosign(data, desk, "s1")
    exported(data, tmp_path / "out", "pdf", desk=desk)
    (paper,) = (tmp_path / "out").glob("record-*-visit-*.pdf")
    assert "by staff AL: Spoke for ten minutes" in paper.read_text("utf-8")


def test_the_desk_store_verifies_like_any_other(data: Path, desk: Path) -> None:
    filled(data, 1)
    cosign(data, desk, "s1")
    report = verify(desk)
    assert (report.ok, report.size) == (True, 3)


@pytest.mark.parametrize("door", [Door.QUESTIONS, Door.NO])
def test_a_signature_makes_no_other_door_a_yes(
    data: Path, desk: Path, tmp_path: Path, door: Door
) -> None:
    with closing(open_demo(data)) as store:
        store.save(visit("s1", door))
    cosign(data, desk, "s1")
    exported(data, tmp_path / "out", "fhir", desk=desk)
    assert consents(tmp_path / "out") == [{"questions": "proposed", "no": "rejected"}[door.value]]


def test_a_withdrawal_and_a_later_visit_end_it(data: Path, desk: Path, tmp_path: Path) -> None:
    filled(data, 3)
    head = signed_head(data)
    one, two, three = (target(data, name) for name in ("s1", "s2", "s3"))
    signed(data, desk, DeskRecord("withdrawal", one, head, SAID, "reception"))
    again = DeskRecord("re_consent", two, head, SAID, "clinician", later=three)
    signed(data, desk, again)
    exported(data, tmp_path / "out", "fhir", desk=desk)
    assert consents(tmp_path / "out") == ["inactive", "inactive", "proposed"]
    with pytest.raises(BadLinkError):
        signed(data, desk, DeskRecord("cosign", one, head, SAID, "clinician", later=three))


def test_a_kiosk_that_was_cut_off_after_the_signature_is_noticed(
    data: Path, desk: Path, tmp_path: Path
) -> None:
    filled(data, 2)
    older = tmp_path / "older"
    shutil.copytree(data, older)
    with closing(open_demo(data)) as store:
        store.save(visit("s3"))
    cosign(data, desk, "s3")
    with pytest.raises(DeskMismatchError, match="newer copy"):
        exported(older, tmp_path / "out", "fhir", desk=desk)


def test_records_about_another_kiosk_are_left_out(data: Path, desk: Path, tmp_path: Path) -> None:
    filled(data, 1)
    other = tmp_path / "other"
    shared = other / "recipients" / "shared.pub"
    shared.parent.mkdir(parents=True)
    shared.write_bytes((data / "recipients" / "demo.pub").read_bytes())
    filled(other, 1)
    cosign(data, desk, "s1")
    opener = demo_key(data)
    told = [joined(verified(one, opener, None), desk, opener).elsewhere for one in (data, other)]
    assert [len(one) for one in told] == [1, 0]


def test_a_desk_is_told_from_a_kiosk(data: Path, desk: Path, tmp_path: Path) -> None:
    filled(data, 1)
    with pytest.raises(NotADeskError, match="kiosk"):
        exported(data, tmp_path / "out", "fhir", desk=data)
    with pytest.raises(NotADeskError, match="another folder"):
        open_desk(data, mode="demo", app_version="0.1.0", now=now)
    cosign(data, desk, "s1")
    with pytest.raises(DeskNotHereError, match="by itself"):
        exported(data, tmp_path / "out", "csv", desk=desk)


def test_a_desk_store_that_was_changed_stops_the_export(
    data: Path, desk: Path, tmp_path: Path
) -> None:
    filled(data, 1)
    cosign(data, desk, "s1")
    run_sql(desk / "records.db", "UPDATE record SET sealed = x'00' WHERE seq = 2")
    with pytest.raises(StoreNotInOrderError, match="not in order"):
        exported(data, tmp_path / "out", "fhir", desk=desk)
    assert not (tmp_path / "out").exists()


def test_a_visit_that_is_not_as_it_was_signed_stops_the_export(
    data: Path, desk: Path, tmp_path: Path
) -> None:
    filled(data, 1)
    other = Target("s1", "00" * 32)
    signed(data, desk, DeskRecord("withdrawal", other, signed_head(data), SAID, "reception"))
    with pytest.raises(DeskMismatchError, match="not here as it was signed"):
        exported(data, tmp_path / "out", "fhir", desk=desk)
