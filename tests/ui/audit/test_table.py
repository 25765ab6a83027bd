"""The table of acceptance rows names every row once, and only witnesses that exist."""

import re
from itertools import chain

from kiosk.platform import paths
from kiosk.ui.audit.table import AUDIT, PERSON, ROWS
from kiosk.ui.audit.witnesses import ALSO
from tests.ui.audit.acceptance_page import PAGE, page

TREE = paths.assets_dir().parent


def test_every_row_stands_once_and_in_order() -> None:
    numbers = [int(row.id.removeprefix("A-")) for row in ROWS]
    assert numbers == sorted(set(numbers))
    assert len(ROWS) == 81


def test_every_witness_exists() -> None:
    missing = []
    named = [row.by for row in ROWS if row.by not in (AUDIT, PERSON)]
    for by in [*named, *chain.from_iterable(ALSO.values())]:
        file, _, name = by.partition("::")
        text = (TREE / file).read_text("utf-8") if (TREE / file).is_file() else ""
        if not text or (name and not re.search(rf"^ *(def|class) {name}\b", text, re.MULTILINE)):
            missing.append(by)
    assert missing == []
    assert set(ALSO) <= {row.id for row in ROWS}


def test_the_page_shows_the_table_as_it_is() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m tests.ui.audit.acceptance_page"
