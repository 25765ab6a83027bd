"""Whole visits through the real window: each door, by touch and by keys, on a real store."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.commands.options import WalkOptions
from kiosk.config import Config
from kiosk.domain.acknowledgement import receipt_number
from kiosk.platform.paths import default_content
from kiosk.records.keys import DEMO_KEY
from kiosk.records.unseal import OpenedRecord, load_opener, open_records
from kiosk.ui.walk.outcome import VisitDone, WalkDone
from kiosk.ui.walk.walk import DOORS, NoSuchHandsError, Route, Walk, World
from kiosk.walking import walk
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opened, Opener

SECONDS = 60_000


@dataclass
class Walked:
    """A walk that is over, and what it left on disk."""

    done: WalkDone
    told: list[VisitDone]
    data: Path

    def records(self) -> list[OpenedRecord]:
        opener = load_opener(self.data / DEMO_KEY)
        return [one for one in open_records(self.data, opener) if one.clear.kind == "ack"]


@pytest.fixture
def go(qapp: QApplication, tmp_path: Path) -> Callable[..., Walked]:
    def walk_once(**options: object) -> Walked:
        told: list[VisitDone] = []
        asked = replace(WalkOptions(Config(), default_content(), seed=2), **options)  # type: ignore[arg-type]  # the fields of WalkOptions
        return Walked(walk(qapp, asked, tmp_path, told.append), told, tmp_path)

    return walk_once


@pytest.mark.parametrize("hands", ["touch", "keys"])
@pytest.mark.parametrize("door", DOORS)
def test_a_whole_visit_ends_in_one_record_of_the_door_that_was_chosen(
    go: Callable[..., Walked], door: str, hands: str
) -> None:
    walked = go(door=door, input=hands)
    assert walked.done.problems == ()
    (visit,) = walked.told
    (record,) = walked.records()
    assert record.person["door"] == door
    assert receipt_number(record.clear.id) == visit.receipt
    assert visit.pages > 100


def test_visits_follow_each_other_and_leave_nothing_behind(go: Callable[..., Walked]) -> None:
    walked = go(sessions=3, seed=11)
    assert walked.done.problems == ()
    assert len({visit.receipt for visit in walked.told}) == 3
    assert [receipt_number(one.clear.id) for one in walked.records()] == [
        visit.receipt for visit in walked.told
    ]


def test_the_same_seed_walks_the_same_way(
    go: Callable[..., Walked], tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> None:
    first = go(seed=5).told[0]
    options = WalkOptions(Config(), default_content(), seed=5)
    told: list[VisitDone] = []
    walk(qapp, options, tmp_path_factory.mktemp("again"), told.append)
    again = told[0]
    assert (first.door, first.pages, first.detours) == (again.door, again.pages, again.detours)


def test_pictures_show_every_screen_once_at_the_size_that_was_asked_for(
    go: Callable[..., Walked], tmp_path: Path
) -> None:
    shots = tmp_path / "shots"
    walked = go(shots=shots, size=(1280, 800))
    pictures = sorted(shots.glob("*.png"))
    assert len(pictures) == walked.done.shots > 100
    names = [picture.name[4:] for picture in pictures]
    assert len(set(names)) == len(names)
    assert {"welcome-0.png", "saved-0.png"} <= set(names)
    image = QImage(str(pictures[0]))
    assert (image.width(), image.height()) == (1280, 800)


@dataclass
class Stand:
    """A walk on a kiosk that a test can spoil, with a store that says what the test wants."""

    opened: Opened
    clock: SetClock
    stored: Callable[[], str | None]
    told: list[VisitDone] = field(default_factory=list)
    pages: tuple[str, ...] = ()

    def walk(self, route: Route) -> Walk:
        world = World(
            pass_time=self.clock.pass_time,
            stored=self.stored,
            staff=True,
            countdown=self.opened.kiosk.driver.session.limits.countdown,
            pages=self.pages,
            tell=self.told.append,
        )
        return Walk(self.opened.kiosk.shell, route, world)


@pytest.fixture
def stand(open_kiosk: Opener, clock: SetClock) -> Stand:
    return Stand(open_kiosk(), clock, lambda: None)


def finish(stand: Stand, qtbot: QtBot) -> tuple[str, ...]:
    """Walk one visit without detours and return its problems."""
    walk = stand.walk(Route(1, 2, "no", "touch", detours=0.0))
    over: list[bool] = []
    walk.robot.finished.connect(partial(over.append, True))
    walk.robot.start()
    qtbot.waitUntil(lambda: bool(over), timeout=SECONDS)
    return stand.told[0].problems


def test_a_receipt_that_the_store_does_not_know_is_a_problem(stand: Stand, qtbot: QtBot) -> None:
    (problem,) = finish(stand, qtbot)
    assert "the store says None" in problem


def test_a_page_that_was_never_in_front_is_a_problem(stand: Stand, qtbot: QtBot) -> None:
    stand.pages = ("a-page-nobody-wrote",)
    assert any("a-page-nobody-wrote" in problem for problem in finish(stand, qtbot))


def test_a_button_that_cannot_be_touched_is_a_problem_and_ends_the_walk(
    stand: Stand, qtbot: QtBot
) -> None:
    shell = stand.opened.kiosk.shell
    cover = QWidget(shell)
    cover.setGeometry(shell.rect())
    cover.hide()
    shell.page_shown.connect(cover.show)
    shell.page_shown.connect(cover.raise_)
    assert any("is covered" in problem for problem in finish(stand, qtbot))


def test_a_fault_page_is_a_problem(stand: Stand, qtbot: QtBot) -> None:
    shell, driver = stand.opened.kiosk.shell, stand.opened.kiosk.driver
    spoilt: list[bool] = []

    def spoil() -> None:
        if not spoilt and stand.opened.key == "how":
            spoilt.append(True)
            driver.broke("KeyError at spoil")

    shell.page_shown.connect(spoil)
    assert any("KeyError at spoil" in problem for problem in finish(stand, qtbot))


def test_hands_that_are_not_built_are_refused(stand: Stand) -> None:
    with pytest.raises(NoSuchHandsError, match="not built"):
        stand.walk(Route(1, 0, "no", "mouth"))
