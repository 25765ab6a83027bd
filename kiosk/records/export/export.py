"""One export from a store to a folder."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from kiosk.records.export import desk, jsonl, papers, tables
from kiosk.records.export.entries import Days, verified
from kiosk.records.export.errors import DeskNotHereError, KeyNeededError
from kiosk.records.export.folder import whole_folder
from kiosk.records.export.manifest import Origin, Tally, write_manifest
from kiosk.records.unseal import Opener

Form = Literal["csv", "jsonl", "pdf", "fhir"]
FORMS: tuple[Form, ...] = get_args(Form)
# These describe visits and nothing else.
_DESCRIBED = {"pdf": "PDF", "fhir": "FHIR"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported and where to; without an opener only the clear part.

    `printing` makes the pages of a PDF export, which needs it. `desk` is a desk's own store, whose
    records about visits count where visits are described.
    """

    store: Path
    target: Path
    form: Form
    origin: Origin
    days: Days = field(default_factory=Days)
    opener: Opener | None = None
    printing: papers.Printing | None = None
    desk: Path | None = None


def export(
    request: Request, progress: Callable[[int, int], None] | None = None
) -> dict[str, object]:
    """Verify the store, write the folder whole or not at all, and return its manifest.

    Raises ExportTargetError, KeyNeededError, StoreNotInOrderError, ExportFailedError,
    UnmappableRecordError or another RecordsError.
    """
    if request.desk and request.form not in _DESCRIBED:
        raise DeskNotHereError(
            f"a {request.form} export holds one store as it is; export the desk's own by itself"
        )
    if request.form in _DESCRIBED and request.opener is None:
        raise KeyNeededError(
            f"a {_DESCRIBED[request.form]} export describes visits, which are sealed; "
            "give the private key with --key"
        )
    days, tally = request.days, Tally()
    with whole_folder(request.target) as folder:
        source = verified(request.store, request.opener, progress)
        if request.desk and request.opener and request.form in _DESCRIBED:
            source = desk.joined(source, request.desk, request.opener)
            tally.extra["desk_records"] = len(source.elsewhere)
        if request.form == "fhir":
            from kiosk.records.export.fhir import files

            files.write(folder, source, days, tally)
        elif request.form == "pdf":
            if request.printing is None:
                raise ValueError("a PDF export needs something that makes pages")
            papers.write(folder, source, days, tally, request.printing)
        elif request.form == "csv":
            entries = tally.counted(source, days)
            tables.write(folder, entries, with_key=request.opener is not None)
        else:
            jsonl.write(folder, tally.counted(source, days))
        return write_manifest(folder, request.form, source, days, tally, request.origin)
