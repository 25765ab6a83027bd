"""The shipped verifier and recovery script, which share no code with the product."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from kiosk.records import verify as product
from kiosk.records.reading import store_file
from kiosk.records.unseal import Opener
from kiosk.records.verify import Report

FOLDER = Path(__file__).resolve().parents[2] / "packaging" / "verifier"


def script(name: str) -> ModuleType:
    """Load a script that is no part of any package."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def verify(
    data_or_store: Path,
    *,
    against: str | None = None,
    opener: Opener | None = None,
    every_signature: bool = True,
    progress: product.Progress | None = None,
) -> Report:
    """Verify as the product does, and have the independent verifier agree on the first fault."""
    report = product.verify(
        data_or_store,
        against=against,
        opener=opener,
        every_signature=every_signature,
        progress=progress,
    )
    if opener is None:
        first = second_opinion(data_or_store, against)
        own = report.problems[0] if report.problems else None
        assert (own is None) == (first is None), (own, first)
        assert own is None or first is None or own.seq == first[0], (own, first)
    return report


Fault = tuple[int | None, str]


def second_opinion(data_or_store: Path, against: str | None = None) -> Fault | None:
    """Return the first fault that the independent verifier names: record number and words."""
    other = script("anteroom_verify")
    head = None if against is None else other.parse_head(against)
    found: Fault | None = other.check(store_file(data_or_store), head).first
    return found
