"""The hand-off as one sheet of paper, with as much on it as there is room for."""

from collections.abc import Sequence

from kiosk.domain.acknowledgement import CopyLine
from kiosk.domain.copy import CopyPaper
from kiosk.staff.desk.hand_off import HandOff
from kiosk.staff.desk.hand_off_paper import hand_off_lines
from kiosk.ui.copy.sheet import fits_one_page


def hand_off_paper(page: HandOff, region: str) -> CopyPaper:
    """Return the page for the paper of a region, in the language of the desk."""
    tag = page.words.locale.tag

    def fits(lines: Sequence[CopyLine]) -> bool:
        return fits_one_page(CopyPaper(tuple(lines), tag, ""), region)

    return CopyPaper(hand_off_lines(page, fits), tag, "")
