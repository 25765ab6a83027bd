"""The shipped schemas, and a check that tells every fault of a value."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs

FOLDER = Path(__file__).parents[2] / "kiosk" / "records" / "schema"


def schema(name: str) -> dict[str, Any]:
    """Return the schema of the `clear` or the `sealed` part."""
    text = (FOLDER / f"{name}.schema.json").read_text("utf-8")
    return dict(json.loads(text))


def faults(name: str, value: object, part: str | None = None) -> list[str]:
    """Return what a schema finds wrong; `part` names one definition of it."""
    wanted = schema(name)
    if part:
        wanted = {"$schema": wanted["$schema"], "$defs": wanted["$defs"], "$ref": f"#/$defs/{part}"}
    found = jsonschema_rs.validator_for(wanted).iter_errors(value)
    return [f"{error.instance_path}: {error.message}" for error in found]
