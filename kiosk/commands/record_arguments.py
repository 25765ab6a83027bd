"""The arguments of the commands that export, copy and link records."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

# Named here as well as where they are used, so that help costs no import of the records.
FORMS = ("csv", "jsonl", "pdf", "fhir")
KINDS = ("void", "correction", "withdrawal", "cosign", "reconsent")

# Makes one command from its name, its module, one line of help and an example.
Add = Callable[[str, str, str, str], ArgumentParser]


def add_record_commands(add: Add) -> None:
    """Add export, backup, copy, link, affected and new-epoch to the group of record commands."""
    for one in (
        _export(add),
        _backup(add),
        _copy(add),
        _link(add),
        _affected(add),
        _new_epoch(add),
    ):
        one.add_argument("--config", type=Path, metavar="FILE", help="settings file")
        one.add_argument("--data", type=Path, metavar="DIR", help="folder of records and keys")
        one.add_argument("--json", action="store_true", help="print JSON for a monitor")


def _export(add: Add) -> ArgumentParser:
    export = add(
        "export",
        "records_export",
        "write records to a new folder with a manifest; with a key the sealed part too",
        "anteroom records export --format fhir --key clinic.key --out november",
    )
    export.add_argument("--format", choices=FORMS, required=True, help="form of the files")
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    _key(export)
    export.add_argument("--since", metavar="DAY", help="from this day on, YYYY-MM-DD")
    export.add_argument("--until", metavar="DAY", help="up to and with this day, YYYY-MM-DD")
    export.add_argument(
        "--desk",
        type=Path,
        metavar="DIR",
        help="a desk's own records, so that co-signatures made there count (pdf and fhir)",
    )
    _store(export)
    return export


def _backup(add: Add) -> ArgumentParser:
    backup = add(
        "backup",
        "records_backup",
        "copy the store and check the copy, also while the kiosk works",
        "anteroom records backup --out /media/usb/anteroom",
    )
    backup.add_argument(
        "--out", type=Path, required=True, metavar="PLACE", help="a folder, or a new file NAME.db"
    )
    return backup


def _copy(add: Add) -> ArgumentParser:
    copy = add(
        "copy",
        "records_copy",
        "write a patient's copy once more, word for word, as a PDF",
        "anteroom records copy ACDE-FGHJ --key clinic.key --out copy.pdf --large",
    )
    copy.add_argument("receipt", metavar="RECEIPT", help="the receipt number of the visit")
    copy.add_argument("--out", type=Path, required=True, metavar="FILE", help="the PDF, a new file")
    copy.add_argument("--large", action="store_true", help="in large print")
    _key(copy)
    _store(copy)
    return copy


def _link(add: Add) -> ArgumentParser:
    link = add(
        "link",
        "records_link",
        "add a record about a visit: nothing that is stored changes",
        "anteroom records link --kind void --receipt ACDE-FGHJ --staff N17 --reason Mistake",
    )
    link.add_argument("--kind", choices=KINDS, required=True, help="what is to be recorded")
    link.add_argument("--receipt", required=True, metavar="RECEIPT", help="the visit it is about")
    link.add_argument("--staff", required=True, metavar="ID", help="who asks for it")
    link.add_argument("--reason", required=True, metavar="TEXT", help="why, in a few words")
    link.add_argument(
        "--by", metavar="RECEIPT", help="with reconsent: the later visit that takes its place"
    )
    return link


def _affected(add: Add) -> ArgumentParser:
    affected = add(
        "affected",
        "records_affected",
        "list visits whose content has changed since; exit 1 if there are any",
        "anteroom records affected --content content/ketamine --before old/ketamine",
    )
    affected.add_argument(
        "--content", type=Path, metavar="DIR", help="the pack in use now (default: the one in use)"
    )
    affected.add_argument(
        "--before",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="an earlier pack that was not installed here, a folder or a .zip; may be repeated",
    )
    _key(affected)
    _store(affected)
    return affected


def _new_epoch(add: Add) -> ArgumentParser:
    epoch = add(
        "new-epoch",
        "records_new_epoch",
        "close the store as it is and begin an empty one that names it",
        "anteroom records new-epoch --new-key",
    )
    epoch.add_argument(
        "--new-key", action="store_true", help="with a new signing key, for one lost or known"
    )
    return epoch


def _key(parser: ArgumentParser) -> None:
    parser.add_argument("--key", type=Path, metavar="FILE", help="a private recipient key")


def _store(parser: ArgumentParser) -> None:
    parser.add_argument(
        "store", nargs="?", type=Path, metavar="STORE", help="a data folder or its records.db"
    )
