"""What the FHIR resources say of a visit, and that they never say more than the records."""

import base64
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Stamp
from kiosk.records.entry import KINDS
from kiosk.records.export.entries import Days
from kiosk.records.export.errors import UnmappableRecordError
from tests.records.export.exports import Json, exported, link, receipt, resources, three_doors
from tests.records.visits import Clock, open_demo, visit

DOORS = ("ready", "questions", "no")


def statuses(target: Path, kind: str = "Consent") -> dict[str, str]:
    """Return status by session id."""
    return {one["meta"]["tag"][0]["code"]: one["status"] for one in resources(target, kind)}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("", ("proposed", "draft", "draft")),
        ("cosign", ("active", "proposed", "rejected")),
        ("correction", ("proposed", "draft", "draft")),
        ("withdrawal", ("inactive", "inactive", "inactive")),
        ("void", ("entered-in-error", "entered-in-error", "entered-in-error")),
    ],
)
def test_a_consent_is_active_only_when_co_signed(
    data: Path, tmp_path: Path, kind: str, expected: tuple[str, ...]
) -> None:
    three_doors(data)
    for door in DOORS if kind else ():
        link(data, kind, door)
    exported(data, tmp_path / "out", "fhir")
    assert statuses(tmp_path / "out") == dict(zip(DOORS, expected, strict=True))
    # R4 permits no provision.type in the root rule, so the status alone says what was settled.
    assert not any("provision" in one for one in resources(tmp_path / "out", "Consent"))


def test_a_withdrawal_and_a_void_outlast_a_later_co_signature(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    link(data, "withdrawal", "ready")
    link(data, "void", "no")
    for door in ("ready", "no"):
        link(data, "cosign", door)
    exported(data, tmp_path / "out", "fhir")
    assert statuses(tmp_path / "out") == {
        "ready": "inactive",
        "questions": "draft",
        "no": "entered-in-error",
    }


def test_a_later_visit_takes_the_place_of_an_earlier_one(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    link(data, "re_consent", "ready", "questions")
    exported(data, tmp_path / "out", "fhir")
    older, newer, _ = resources(tmp_path / "out", "DocumentReference")
    assert older["status"] == "superseded"
    target = newer["relatesTo"][0]
    assert (target["code"], target["target"]["reference"].split("/")[1]) == (
        "replaces",
        older["id"],
    )
    assert statuses(tmp_path / "out")["ready"] == "inactive"


def test_the_document_alone_tells_all_and_carries_the_whole_record(
    data: Path, tmp_path: Path
) -> None:
    three_doors(data)
    link(data, "cosign", "questions")
    exported(data, tmp_path / "out", "fhir")
    document = resources(tmp_path / "out", "DocumentReference")[1]
    page, whole = (base64.b64decode(c["attachment"]["data"]) for c in document["content"])
    said = page.decode()
    for fact in (
        receipt("questions"),
        "Has questions first",
        "K-17",
        "I went through this information",
        "question marked on how-2",
        "line 3 of how-2, marked to talk about",
        "how-1: 12 s, 1",
        "Co-signed at 2026-11-21T09:00:00+00:00 by staff N17: As asked",
        "not an informed consent to treatment",
        "SAMPLE",
    ):
        assert fact in said
    record = json.loads(whole)
    assert json.loads(record["body"])["id"] == record["sealed"]["session"] == "questions"
    assert (document["docStatus"], document["type"]["coding"][0]["code"]) == ("final", "59284-0")
    assert document["authenticator"]["identifier"]["value"] == "N17"


def test_documents_come_first_in_each_bundle_and_once_more_alone(
    data: Path, tmp_path: Path
) -> None:
    three_doors(data)
    exported(data, tmp_path / "out", "fhir")
    bundle = (tmp_path / "out" / "bundles.ndjson").read_text().splitlines()[0]
    first = json.loads(bundle)["entry"][0]["resource"]
    alone = (tmp_path / "out" / "document-references.ndjson").read_text().splitlines()
    assert json.loads(alone[0]) == first
    assert len(alone) == 3


def test_two_exports_have_the_same_ids_and_every_entry_is_an_update(
    data: Path, tmp_path: Path
) -> None:
    three_doors(data)
    exported(data, tmp_path / "one", "fhir")
    link(data, "cosign", "ready")
    exported(data, tmp_path / "two", "fhir")
    ids = [[one["id"] for one in resources(tmp_path / name)] for name in ("one", "two")]
    assert ids[1][:-1] == ids[0]
    assert len({*ids[1]}) == len(ids[1])
    for line in (tmp_path / "two" / "bundles.ndjson").read_text().splitlines():
        for entry in json.loads(line)["entry"]:
            one = entry["resource"]
            url = f"{one['resourceType']}/{one['id']}"
            assert entry["request"] == {"method": "PUT", "url": url}


def test_every_record_but_the_first_has_its_audit_event(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    for kind in ("void", "correction", "withdrawal", "cosign"):
        link(data, kind, "ready")
    store = open_demo(data)
    for kind in ("audit", "service"):
        store.append_event(kind, "start")  # type: ignore[arg-type]  # both are event kinds
    store.close()
    manifest = exported(data, tmp_path / "out", "fhir")
    events = resources(tmp_path / "out", "AuditEvent")
    kinds = Counter(one["subtype"][0]["code"].split(".")[0] for one in events)
    assert kinds.keys() == KINDS
    assert manifest["resources"] == {
        "AuditEvent": 9,
        "Consent": 3,
        "DocumentReference": 3,
        "Provenance": 3,
        "QuestionnaireResponse": 3,
    }
    asked = [one["agent"][0] for one in events if one["subtype"][0]["code"] == "void.void"]
    assert asked[0]["who"]["identifier"]["value"] == "N17"


def test_every_visit_has_a_patient_even_without_a_reference(data: Path, tmp_path: Path) -> None:
    store = open_demo(data)
    store.save(replace(visit("s1"), reference=None))
    store.save(visit("s2"))
    store.close()
    exported(data, tmp_path / "out", "fhir")
    named = [one["patient"]["identifier"] for one in resources(tmp_path / "out", "Consent")]
    assert [one["value"] for one in named] == [receipt("s1"), "K-17"]
    documents = resources(tmp_path / "out", "DocumentReference")
    assert [one["subject"]["identifier"] for one in documents] == named


def test_a_visit_co_signed_in_the_range_is_sent_again(data: Path, tmp_path: Path) -> None:
    three_doors(data)
    clock = Clock()
    clock.moment = clock.moment.replace(day=25)
    link(data, "cosign", "ready", clock=clock)
    exported(data, tmp_path / "out", "fhir", days=Days("2026-11-25"))
    assert statuses(tmp_path / "out") == {"ready": "active"}


def test_a_demo_is_marked_as_test_data_and_no_profile_is_claimed(
    data: Path, tmp_path: Path
) -> None:
    three_doors(data)
    exported(data, tmp_path / "out", "fhir")
    found: list[Json] = resources(tmp_path / "out")
    assert all({"HTEST", "R"} <= {s["code"] for s in one["meta"]["security"]} for one in found)
    assert not any("profile" in one["meta"] for one in found)


def test_a_moment_that_fhir_cannot_hold_is_one_clear_error(data: Path, tmp_path: Path) -> None:
    store = open_demo(data)
    store.save(replace(visit("s1"), decided=Stamp("yesterday", 1.0)))
    store.close()
    with pytest.raises(UnmappableRecordError, match="record 1: 'yesterday'"):
        exported(data, tmp_path / "out", "fhir")
    assert not (tmp_path / "out").exists()
