"""The list of pages: every one can be reached, and keeps its place when the files change."""

from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain.acknowledgement import Door
from kiosk.domain.session import FaqSpot, Place, Session, Step, new_session
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.preview.devices import SCREENS
from kiosk.ui.preview.stops import (
    Stop,
    carried,
    session_at,
    spot_of,
    stop_at,
    stop_in_front,
    stops,
)
from kiosk.ui.views.present import present
from kiosk.ui.views.sheet import Sheet


@pytest.fixture(scope="module")
def found(pack: Pack) -> tuple[Stop, ...]:
    return stops(pack.lessons["en"], pack.info.checks)


def test_every_page_question_and_explanation_is_on_the_list(
    pack: Pack, found: tuple[Stop, ...]
) -> None:
    lesson = pack.lessons["en"]
    names = [one.name for one in found]
    assert len(set(names)) == len(names)
    assert {page.id for chapter in lesson.chapters for page in chapter.pages} <= set(names)
    for check in lesson.checks:
        assert {check.id, *(f"{check.id}-again-{n + 1}" for n in range(2))} <= set(names)


def test_each_entry_shows_the_page_it_names_and_is_marked_there(
    pack: Pack, found: tuple[Stop, ...], presenter: Presenter, session: Session
) -> None:
    del pack
    for stop in found:
        there = session_at(session, stop.spot)
        view = present(presenter.showing(there, 0.0), there)
        if stop.stem and isinstance(view, Sheet) and stop.name != "questions":
            assert view.title == stop.title, stop.name
        assert stop_in_front(found, spot_of(there)) == stop


def without(pack: Pack, chapter: int, page: int) -> Pack:
    lesson = pack.lessons["en"]
    old = lesson.chapters[chapter]
    new = replace(old, pages=old.pages[:page] + old.pages[page + 1 :])
    chapters = (*lesson.chapters[:chapter], new, *lesson.chapters[chapter + 1 :])
    return replace(pack, lessons={"en": replace(lesson, chapters=chapters)})


def test_the_same_page_stays_when_one_before_it_goes(pack: Pack, session: Session) -> None:
    here = replace(session, place=Place(Step.CHAPTER, 1, 5))
    name = here.plan.chapter(1).pages[5].id
    after = carried(here, plan_of(without(pack, 1, 2), "en", mode="demo"))
    assert after.place == Place(Step.CHAPTER, 1, 4)
    assert after.plan.chapter(1).pages[4].id == name


def test_a_page_that_is_gone_leaves_the_start_of_its_chapter(pack: Pack, session: Session) -> None:
    here = replace(session, place=Place(Step.CHAPTER, 1, 5))
    after = carried(here, plan_of(without(pack, 1, 5), "en", mode="demo"))
    assert after.place == Place(Step.CHAPTER, 1, 0)


def test_a_question_that_is_gone_leaves_its_topic(pack: Pack, session: Session) -> None:
    plan = session.plan
    topic = plan.topics[0]
    faq = next(index for index in range(len(plan.chapters)) if plan.is_faq(index))
    spot = FaqSpot(topic.id, topic.questions[0])
    here = replace(session, place=Place(Step.CHAPTER, faq), faq=spot)
    assert carried(here, plan).faq == spot
    gone = [page.id for page in plan.chapter(faq).pages].index(topic.questions[0])
    after = carried(here, plan_of(without(pack, faq, gone), "en", mode="demo"))
    assert after.faq == FaqSpot(topic.id)


def test_what_was_chosen_and_marked_is_kept_if_it_is_still_there(
    pack: Pack, session: Session
) -> None:
    first, second = (page.id for page in session.plan.chapter(0).pages[:2])
    here = replace(session, place=Place(Step.DOORS), door=Door.NO, flags=(first, second))
    after = carried(here, plan_of(without(pack, 0, 0), "en", mode="demo"))
    assert (after.place.step, after.door, after.flags) == (Step.DOORS, Door.NO, (second,))


def test_a_pack_without_checks_leaves_my_questions(pack: Pack, session: Session) -> None:
    lesson = replace(pack.lessons["en"], checks=())
    plan = plan_of(replace(pack, lessons={"en": lesson}), "en", mode="demo")
    here = replace(session, place=Place(Step.CHECK, 0, 1))
    assert carried(here, plan).place == Place(Step.QUESTIONS)


def test_a_line_of_a_file_leads_to_the_page_it_stands_on(
    pack: Pack, found: tuple[Stop, ...]
) -> None:
    page = pack.lessons["en"].chapters[1].pages[3]
    stem = pack.lessons["en"].chapters[1].id
    for line in (page.line, page.line + 1):
        stop = stop_at(found, stem, line)
        assert stop is not None
        assert stop.name == page.id
    first = stop_at(found, stem, 1)
    assert first is not None
    assert first.name == pack.lessons["en"].chapters[1].pages[0].id
    assert stop_at(found, "evidence", 5) is None


@pytest.mark.parametrize("device", SCREENS.values(), ids=lambda one: one.name)
@pytest.mark.parametrize("room", [(1000, 800), (300, 2000), (5000, 5000)])
def test_a_device_keeps_its_shape_in_any_room(device: object, room: tuple[int, int]) -> None:
    one = next(one for one in SCREENS.values() if one == device)
    width, height = one.fitted(*room)
    assert width <= min(room[0], one.panel.width)
    assert height <= min(room[1], one.panel.height)
    assert width / height == pytest.approx(one.panel.width / one.panel.height, rel=0.01)


def test_a_new_session_can_be_carried_before_anything_was_shown(pack: Pack) -> None:
    plan = plan_of(pack, "en", mode="demo")
    assert carried(new_session(plan), plan).place == Place(Step.WELCOME)
