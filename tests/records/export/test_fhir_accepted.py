"""The official schema and a real validating server both take everything we send."""

from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import Door
from tests.records.export.exports import Json, exported, lines, link, resources, three_doors
from tests.records.export.fhir_tools import OfficialSchema, Server
from tests.records.visits import open_demo, visit

TYPES = ("DocumentReference", "QuestionnaireResponse", "Consent", "Provenance", "AuditEvent")


def everything(data: Path) -> None:
    """Make a store with every kind of record, and visits that hold little or much."""
    three_doors(data)
    with closing(open_demo(data)) as store:
        store.save(replace(visit("bare"), reference=None, route=None, pages=(), ideas=()))
        store.save(replace(visit("odd", Door.NO), reference="O'Neil <&> \"\u2603\U0001f30a"))
        store.append_event("audit", "start")
        store.append_event("service", "recipients_changed")
    for kind in ("cosign", "correction", "withdrawal", "void"):
        link(data, kind, "ready" if kind == "cosign" else "odd")
    link(data, "re_consent", "questions", "no")


@pytest.fixture
def sent(data: Path, tmp_path: Path) -> Path:
    everything(data)
    exported(data, tmp_path / "out", "fhir")
    return tmp_path / "out"


def test_every_resource_and_bundle_fits_the_official_schema(
    official: OfficialSchema, sent: Path
) -> None:
    found = [*lines(sent / "bundles.ndjson"), *resources(sent)]
    assert {one["resourceType"] for one in found} == {"Bundle", *TYPES}
    assert [fault for one in found for fault in official.faults(one)] == []


def test_the_schema_sees_a_status_that_is_no_code(official: OfficialSchema, sent: Path) -> None:
    bogus: Json = {**resources(sent, "Consent")[0], "status": "bogus"}
    assert official.faults(bogus)


def test_the_server_takes_everything_and_a_second_time_adds_nothing(
    server: Server, sent: Path
) -> None:
    counts = []
    for _ in range(2):
        for bundle in lines(sent / "bundles.ndjson"):
            status, answer = server.ask("POST", "/", bundle)
            assert (status, answer["type"]) == (200, "transaction-response")
            assert {e["response"]["status"][:2] for e in answer["entry"]} == {"20"}, answer
        counts.append({kind: server.count(kind) for kind in TYPES})
    assert counts[0] == counts[1] == {kind: len(resources(sent, kind)) for kind in TYPES}
    assert counts[0]["Consent"] == 5


def test_the_server_hands_out_what_was_sent(server: Server, sent: Path) -> None:
    for bundle in lines(sent / "bundles.ndjson"):
        server.ask("POST", "/", bundle)
    for one in resources(sent):
        status, kept = server.ask("GET", f"/{one['resourceType']}/{one['id']}")
        assert status == 200
        assert {k: v for k, v in kept.items() if k != "meta"} == {
            k: v for k, v in one.items() if k != "meta"
        }
        assert kept["meta"]["tag"] == one["meta"]["tag"]


def test_a_co_signature_later_makes_the_same_consent_active(
    server: Server, data: Path, tmp_path: Path
) -> None:
    three_doors(data)
    for name in ("before", "after"):
        exported(data, tmp_path / name, "fhir")
        for bundle in lines(tmp_path / name / "bundles.ndjson"):
            server.ask("POST", "/", bundle)
        ready = resources(tmp_path / name, "Consent")[0]
        _, kept = server.ask("GET", f"/Consent/{ready['id']}")
        assert kept["status"] == {"before": "proposed", "after": "active"}[name]
        if name == "before":
            link(data, "cosign", "ready")
    assert server.count("Consent") == 3


@pytest.mark.parametrize("missing", ["policyRule", "scope"])
def test_the_server_refuses_a_consent_that_breaks_the_standard(
    server: Server, sent: Path, missing: str
) -> None:
    """Without a policy only the server's invariants object; the schema lets it pass."""
    broken = deepcopy(resources(sent, "Consent")[0])
    del broken[missing]
    status, answer = server.ask("PUT", f"/Consent/{broken['id']}", broken)
    assert (status, answer["resourceType"]) == (400, "OperationOutcome")
