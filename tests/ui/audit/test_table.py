"""The table of acceptance rows names every row once, and only witnesses that exist."""

from kiosk.platform import paths
from kiosk.ui.audit.table import AUDIT, OPEN, PERSON, ROWS

TREE = paths.assets_dir().parent


def test_every_row_stands_once_and_in_order() -> None:
    numbers = [int(row.id.removeprefix("A-")) for row in ROWS]
    assert numbers == sorted(set(numbers))
    assert len(ROWS) == 81


def test_every_witness_exists() -> None:
    witnesses = {row.by for row in ROWS} - {AUDIT, PERSON, OPEN}
    assert not [one for one in witnesses if not (TREE / one).is_file()]
