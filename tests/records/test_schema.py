"""The shipped JSON Schemas hold every record the kiosk writes, and no field beside."""

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from copy import deepcopy
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from kiosk.domain.acknowledgement import Acknowledgement, Door
from kiosk.domain.copy import ROLES
from kiosk.domain.kept import Why
from kiosk.records import links
from kiosk.records.compose import Draft
from kiosk.records.database import DATABASE
from kiosk.records.entry import _OPTIONAL, _REQUIRED, KINDS, MalformedBodyError, parse_body
from kiosk.records.epoch import begin_epoch
from kiosk.records.provision import Sources
from kiosk.records.store import DETAILS
from kiosk.records.unseal import OpenedRecord, load_opener, open_records
from tests.records.schemas import faults, schema
from tests.records.visits import Clock, open_demo, run_sql, unfinished, visit

SAID = links.Said("N17", "Asked for")


def fill(data: Path) -> list[OpenedRecord]:
    """Write every kind of record there is and return them opened."""
    with closing(open_demo(data)) as store:
        for number, door in enumerate(Door):
            lines = (("title", "Your copy"), ("letters", "ACDE")) if number else ()
            store.save(replace(visit(f"s{number}", door, ("cost",)), copy=lines))
        first, second = (links.find_visit(data, links.Visit(f"s{n}", "").receipt) for n in (0, 1))
        for write in links.LINKS.values():
            write(store, first, SAID)
        links.re_consent(store, first, second, SAID)
        store.append_event("audit", "start")
        store.append_event("audit", "staff_opened", {"by": "reception"})
        for number, why in enumerate(Why):
            store.keep(unfinished(f"k{number}", why), "clinician" if number else "")
        store.append_event("service", "recipients_changed")
    return opened(data)


def opened(data: Path) -> list[OpenedRecord]:
    return list(open_records(data, load_opener(data / "demo-recipient.key")))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[OpenedRecord]:
    return fill(tmp_path_factory.mktemp("schema") / "data")


def test_every_kind_of_record_fits_both_schemas(records: list[OpenedRecord]) -> None:
    assert {record.clear.kind for record in records} == KINDS
    for record in records:
        assert faults("clear", record.clear.fields) == []
        assert faults("sealed", record.person) == []


def test_the_first_record_of_a_later_epoch_fits(data: Path) -> None:
    fill(data)
    run_sql(data / DATABASE, "UPDATE record SET body = x'00' WHERE seq = 2")
    sources = Sources(Clock().now, bool, bytes)
    begin_epoch(data, mode="demo", app_version="0.1.0", sources=sources)
    first = opened(data)[0]
    assert "continues" in first.clear.fields
    assert faults("clear", first.clear.fields) == faults("sealed", first.person) == []


def objects(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  # any JSON
    """Yield the path of every JSON object in a value, its own included."""
    parts: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        yield path
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    for name, part in parts:
        yield from objects(part, (*path, name))


def with_stranger(value: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    """Return a copy with an unknown field in the object at a path."""
    changed = deepcopy(value)
    inner: Any = changed
    for step in path:
        inner = inner[step]
    inner["stranger"] = "Ann"
    return changed


def test_no_object_of_any_record_has_room_for_one_more_field(
    records: list[OpenedRecord],
) -> None:
    tried = 0
    for record in records:
        for name, value in (("clear", record.clear.fields), ("sealed", record.person)):
            for path in objects(value):
                assert faults(name, with_stranger(value, path)), (name, path)
                tried += 1
    assert tried > 60


def test_the_program_refuses_an_unknown_field_wherever_the_schema_does(
    records: list[OpenedRecord],
) -> None:
    for record in records:
        for path in objects(record.clear.fields):
            changed = with_stranger(record.clear.fields, path)
            with pytest.raises(MalformedBodyError):
                parse_body(json.dumps(changed).encode())


def without(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: one for key, one in value.items() if key != name}


def test_schema_and_program_agree_on_every_field_that_is_missing_or_misplaced(
    records: list[OpenedRecord],
) -> None:
    spare = {name: value for one in records for name, value in one.clear.fields.items()}
    for record in records:
        good = record.clear.fields
        changed = [without(good, name) for name in good]
        changed += [{**good, name: spare[name]} for name in _OPTIONAL & spare.keys()]
        for one in changed:
            accepted = False
            with suppress(MalformedBodyError):
                parse_body(json.dumps(one).encode())
                accepted = True
            assert accepted == (faults("clear", one) == []), one


def test_the_schemas_name_the_fields_of_the_program() -> None:
    clear, sealed = schema("clear"), schema("sealed")["$defs"]
    assert clear["properties"].keys() == _REQUIRED | _OPTIONAL
    assert set(clear["required"]) == _REQUIRED
    assert sealed["visit"]["properties"].keys() - {"v"} == {f.name for f in fields(Acknowledgement)}
    assert sealed["other"]["properties"]["details"]["properties"].keys() == DETAILS
    assert set(sealed["visit"]["properties"]["copy"]["items"]["prefixItems"][0]["enum"]) == set(
        ROLES
    )


@pytest.mark.parametrize("name", ["clear", "sealed"])
def test_a_shipped_schema_is_itself_in_order(name: str) -> None:
    jsonschema_rs.meta.validate(schema(name))


def test_an_event_with_another_detail_is_not_written(data: Path) -> None:
    with closing(open_demo(data)) as store:
        size = store.head().size
        with pytest.raises(ValueError, match="'name' has no place"):
            store.append_event("audit", "start", {"name": "Ann"})
        assert store.head().size == size


def test_the_draft_of_a_record_has_no_other_way_in() -> None:
    assert {one.name for one in fields(Draft)} == {
        *("kind", "id", "moment", "pack", "person", "extra"),
    }
