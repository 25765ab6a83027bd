"""Going through the themes on a page that is laid out once finds what each look alone does."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

import pytest
from PySide6.QtGui import QImage

from kiosk.auditing import open_shell
from kiosk.domain.session import Session
from kiosk.platform import paths
from kiosk.ui.audit import matrix
from kiosk.ui.audit.devices import DEVICES
from kiosk.ui.audit.fault import Fault
from kiosk.ui.audit.looks import Look, Part
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.views.screens import View
from kiosk.ui.walk.every_page import every_view

# Every so many pages: of each kind some, the settings, a drawing and a saved page among them.
STEP = 12
Found = list[tuple[str, str, int, tuple[Fault, ...], QImage]]
Measure = Callable[[Part], Found]


@pytest.fixture
def measured(presenter: Presenter, session: Session, monkeypatch: pytest.MonkeyPatch) -> Measure:
    """A function that measures a sample of pages in the looks of a part."""
    load_fonts(paths.assets_dir())

    def some(showing: Presenter, visit: Session) -> Iterator[View]:
        yield from islice(every_view(showing, visit), 0, None, STEP)

    def measured_in(part: Part) -> Found:
        shells = partial(open_shell, paths.default_content())
        return [
            (one.look.name, one.key, one.screen, one.faults, one.picture)
            for one in matrix.measure(shells, presenter, session, part)
        ]

    monkeypatch.setattr(matrix, "every_view", some)
    return measured_in


def by_place(found: Found) -> Found:
    """Put what was found in order; two states of one page keep theirs."""
    return sorted(found, key=lambda one: one[:3])


def test_all_themes_on_one_page_are_what_each_look_is_by_itself(measured: Measure) -> None:
    looks = tuple(Look(DEVICES[2], "M", theme, "en") for theme in ("light", "soft", "yellow"))
    # The very first words that Qt draws may be smoothed another way.
    measured(Part(looks[:1], staff=False))
    together = by_place(measured(Part(looks, staff=False)))
    alone = by_place([one for look in looks for one in measured(Part((look,), staff=False))])
    assert len(together) > 20 * len(looks)
    assert [one[:4] for one in together] == [one[:4] for one in alone]
    differ = [one[:3] for one, other in zip(together, alone, strict=True) if one[4] != other[4]]
    assert differ == []


def test_a_fault_of_one_theme_is_told_of_that_theme_alone(
    measured: Measure, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faint_in_dark(shell: Shell, _picture: QImage) -> Iterator[Fault]:
        if shell.theme.palette.name == "dark":
            yield Fault("A-17", "faint")

    monkeypatch.setattr(matrix, "contrast_faults", faint_in_dark)
    looks = tuple(Look(DEVICES[2], "M", theme, "en") for theme in ("light", "dark"))
    found = measured(Part(looks, staff=False))
    assert {name for name, *_, faults, _picture in found if faults} == {"L15-M-dark-en"}


def test_pages_of_staff_are_measured_where_they_are_asked_for(measured: Measure) -> None:
    looks = (Look(DEVICES[2], "XL", "dark", "en"),)
    without = {key for _, key, *_ in measured(Part(looks, staff=False))}
    with_them = {key for _, key, *_ in measured(Part(looks, staff=True))}
    assert without < with_them
    assert all(key.startswith("staff") for key in with_them - without)
