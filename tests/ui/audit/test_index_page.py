"""The page over the contact sheets names each look, leads to its sheets and says what is wrong."""

from pathlib import Path

import pytest

from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.index_page import write_index
from kiosk.ui.audit.tally import Tally
from kiosk.ui.walk.shots import NoPictureError


@pytest.fixture
def tally() -> Tally:
    """One look in order, one with a fault, one that got lost."""
    found = Tally(covered=["T10-S-light-en", "T10-XL-light-en"], lost=["P24-S-light-en"])
    found.sheets["T10-S-light-en"] = ["/elsewhere/T10-S-light-en-01.png"]
    found.take("T10-XL-light-en doors#0", (Fault("A-04", "'<Yes>' and 'No' are near"),))
    return found


def test_it_leads_to_each_sheet_beside_it(tally: Tally, tmp_path: Path) -> None:
    text = write_index(tmp_path, tally).read_text("utf-8")
    assert '<a href="T10-S-light-en-01.png">1</a>' in text


def test_a_fault_stands_beside_its_look_and_is_no_markup(tally: Tally, tmp_path: Path) -> None:
    text = write_index(tmp_path, tally).read_text("utf-8")
    (line,) = (one for one in text.splitlines() if "T10-XL-light-en" in one)
    assert "A-04 doors#0: &#x27;&lt;Yes&gt;&#x27; and" in line


def test_a_look_that_got_lost_does_not_hold(tally: Tally, tmp_path: Path) -> None:
    text = write_index(tmp_path, tally).read_text("utf-8")
    (line,) = (one for one in text.splitlines() if "P24-S-light-en" in one)
    assert "not measured" in line


def test_a_page_that_cannot_be_written_is_one_clear_line(tally: Tally, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(NoPictureError, match=r"index\.html: cannot be written"):
        write_index(file, tally)
