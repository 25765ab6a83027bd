"""No line of a text has more than seventy letters, wherever it stands and whichever way it runs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.ui.audit.matrix import picture_of
from kiosk.ui.shell import Shell
from kiosk.ui.widgets.prose import Prose

# Narrow letters: by their width alone, more than a hundred would stand on a line.
NARROW = "illi till fill jilt lift " * 12
OpenShell = Callable[[int, int], Shell]


def words(shell: Shell, *, centred: bool = False, rtl: bool = False) -> Prose:
    made = Prose(shell.theme)
    made.set_text(NARROW)
    made.set_centred(centred)
    if rtl:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setParent(shell)
    made.setGeometry(0, 0, 1800, made.heightForWidth(1800))
    made.show()
    return made


@pytest.mark.parametrize("centred", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_narrow_letters_are_no_more_than_seventy_on_a_line(
    open_shell: OpenShell, centred: bool, rtl: bool
) -> None:
    made = words(open_shell(1920, 1080), centred=centred, rtl=rtl)
    lengths = [len(one.rstrip()) for one in made.lines()]
    assert max(lengths) <= 70
    assert min(lengths[:-1]) > 60
    assert "".join(made.lines()) == NARROW


def ink(picture: QImage, y: int) -> tuple[int, int]:
    """Return the first and the last px of a row of px that is not ground."""
    ground = picture.pixel(0, 0)
    found = [x for x in range(picture.width()) if picture.pixel(x, y) != ground]
    return found[0], found[-1]


def test_a_shortened_line_still_stands_at_its_edge_or_in_the_middle(open_shell: OpenShell) -> None:
    shell = open_shell(1920, 1080)
    for made, edge in ((words(shell, rtl=True), "right"), (words(shell, centred=True), "middle")):
        line = int(made.line_height() / 2)
        left, right = ink(picture_of(shell), made.y() + line)
        if edge == "right":
            assert right > 1780
        else:
            assert abs((left + right) / 2 - 900) < 20
        made.hide()
