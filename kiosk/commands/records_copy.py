"""anteroom records copy: the patient's copy once more, word for word, as a PDF."""

import json
import os
import re
from argparse import Namespace
from pathlib import Path

from kiosk.commands.opener import opener_for
from kiosk.commands.places import UsageError
from kiosk.commands.records_verify import store_of
from kiosk.commands.window import window_part
from kiosk.config import load_config
from kiosk.domain.acknowledgement import RECEIPT_ALPHABET
from kiosk.domain.copy import CopyPaper
from kiosk.domain.errors import AnteroomError
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.records.copy_code import copy_code
from kiosk.records.unseal import Opener, open_row
from kiosk.staff.record_reader import ClearRecord, newest_first, signing_key

_RECEIPT = re.compile(f"[{RECEIPT_ALPHABET}]{{8}}")


class NoCopyError(AnteroomError):
    """There is no copy under that receipt number."""


def run(args: Namespace) -> int:
    """Write the PDF; the same words and the same code as on the day of the visit."""
    wanted = re.sub(r"[\s-]", "", args.receipt).upper()
    if not _RECEIPT.fullmatch(wanted):
        raise UsageError(f"{args.receipt[:30]!r} is not a receipt number such as ACDE-FGHJ")
    store = store_of(args)
    opener, _ = opener_for(args, store)
    if opener is None:
        raise UsageError("the words are sealed; name the private recipient key with --key FILE")
    region = load_config(args.config).region
    paper = _paper(_record(store, wanted), store, opener)
    with window_part():
        from kiosk.ui.copy.staff_file import pdf_for_staff
    made = pdf_for_staff(paper, paths.assets_dir(), region=region, large=args.large)
    _write(args.out, made)
    if args.json:
        print(json.dumps({"copy": str(args.out), "receipt": wanted, "bytes": len(made)}))
    else:
        print(f"{args.out}: written. It tells what a person chose: give it to nobody else.")
    return 0


def _record(store: Path, wanted: str) -> ClearRecord:
    for record in newest_first(store):
        if record.clear.kind == "ack" and record.summary.receipt.replace("-", "") == wanted:
            return record
    raise NoCopyError(
        f"there is no visit with the receipt number {wanted[:4]}-{wanted[4:]} in {store}; "
        "see: anteroom records list"
    )


def _paper(record: ClearRecord, store: Path, opener: Opener) -> CopyPaper:
    from kiosk.ui.views.copy import beside_code

    visit = open_row(record.row, opener).acknowledgement()
    if not visit.copy:
        raise NoCopyError(f"the visit {record.summary.receipt} was recorded without a copy")
    words = words_for(visit.pack.language)
    code = copy_code(signing_key(store), record.row)
    return CopyPaper(visit.copy, visit.pack.language, code, beside_code(words, record.check_code))


def _write(out: Path, made: bytes) -> None:
    try:
        # Windows would make two bytes of every line end without O_BINARY.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(out, flags, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(made)
    except FileExistsError as error:
        raise UsageError(f"{out}: is there already; name another file with --out") from error
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror})") from error
