"""Staff see which step a visit is at, and nothing that the person did there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.ideas import IdeaState, Phase
from kiosk.domain.idle import Idle
from kiosk.domain.session import FaqSpot, Overlay, Place, Seen, Session, Settings, Step, new_session
from kiosk.domain.staffing.roles import Role
from kiosk.i18n.locales import TAGS
from kiosk.ui import staff_verbs as sv
from kiosk.ui.blocks.bullet import Bullet
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Shell
from kiosk.ui.views.screens import NoticeView, View
from kiosk.ui.views.sheet import BulletItem, FootButton, GroupItem, RowItem, Sheet
from kiosk.ui.views.staff import staff_room
from kiosk.ui.walk.audit import audit
from tests.ui.stand_ins import Person

CANARY = "CANARY-7"
HERE = [
    Place(Step.LANGUAGE),
    Place(Step.CHAPTER, 1),
    Place(Step.CHECK),
    Place(Step.QUESTIONS),
    Place(Step.REVIEW),
    Place(Step.DOORS),
    Place(Step.ACKNOWLEDGE),
]
SIDE_PAGES = (Overlay.FAQ, Overlay.UPSET, Overlay.HELP, Overlay.LINES, Overlay.SOURCES)


def presenter_of(pack: Pack) -> Presenter:
    return Presenter(pack, pack.regions[0], TAGS, "Test clinic")


def shown(pack: Pack, session: Session) -> View:
    desk = Desk(DeskScreen.STEPS, unlocked=True, role=Role.RECEPTION)
    return staff_room(presenter_of(pack).showing(session, 0.0), session, desk)


def at(pack: Pack, place: Place, language: str = "en") -> Session:
    plan = plan_of(pack, language, mode="demo")
    return replace(
        new_session(plan, settings=Settings(language=language)), id="0" * 32, place=place
    )


def told_all(session: Session, door: Door) -> Session:
    """Return the same visit with everything in it that a person can leave there."""
    plan = session.plan
    topic = plan.topics[0]
    wrong = IdeaState(Phase.TALK, (0, None), 2)
    pages = [page.id for chapter in plan.chapters for page in chapter.pages]
    return replace(
        session,
        code=CANARY,
        reference=CANARY,
        cover_code=CANARY,
        route=CANARY,
        flags=tuple(sorted(plan.flaggable())),
        ideas=tuple(wrong for _ in plan.ideas),
        door=door,
        topic=topic.id,
        faq=FaqSpot(topic.id, topic.questions[0]),
        seen=tuple(Seen(page, 7.0, 3) for page in pages),
        overlays=(*SIDE_PAGES, Overlay.STAFF),
        hint=True,
        tried=(0, 1),
    )


def rows_of(view: View) -> list[RowItem]:
    assert isinstance(view, Sheet)
    return [row for item in view.items if isinstance(item, GroupItem) for row in item.rows]


def way_to_the_page(view: View) -> FootButton:
    assert isinstance(view, Sheet)
    assert view.onward is not None
    return view.onward


def lines_of(view: View) -> list[str]:
    assert isinstance(view, Sheet)
    return [item.runs[0][0] for item in view.items if isinstance(item, BulletItem)]


@pytest.mark.parametrize("door", Door)
@pytest.mark.parametrize("place", HERE)
def test_the_page_is_the_same_whatever_was_answered_marked_opened_or_chosen(
    pack: Pack, place: Place, door: Door
) -> None:
    bare = at(pack, place)
    full = told_all(bare, door)
    assert shown(pack, full) == shown(pack, bare)
    assert CANARY not in str(shown(pack, full))


def test_no_word_of_a_check_a_door_a_topic_or_a_page_stands_there(pack: Pack) -> None:
    lesson = pack.lessons["en"]
    secret = {page.title for chapter in lesson.chapters for page in chapter.pages if page.title}
    secret |= {topic.name for topic in lesson.topics}
    secret |= {str(choice) for check in lesson.checks for choice in check.choices}
    secret -= {chapter.title for chapter in lesson.chapters}
    for place in HERE:
        told = str(shown(pack, told_all(at(pack, place), Door.NO)))
        assert [words for words in secret if words in told] == []
        assert "do not want" not in told


def test_the_list_says_what_is_behind_here_and_to_come(pack: Pack) -> None:
    told = lines_of(shown(pack, at(pack, Place(Step.CHAPTER, 1))))
    here = [line.rpartition(": ")[2] for line in told]
    assert here == ["behind", "here now", *["to come"] * (len(told) - 2)]
    titles = [chapter.title for chapter in pack.lessons["en"].chapters]
    assert [line.rpartition(": ")[0] for line in told[: len(titles)]] == titles


def test_every_question_of_the_check_and_both_last_pages_look_the_same(pack: Pack) -> None:
    first, last = (shown(pack, at(pack, Place(Step.CHECK, 0, page))) for page in (0, 1))
    assert first == last
    doors, named = (shown(pack, at(pack, Place(step))) for step in (Step.DOORS, Step.ACKNOWLEDGE))
    assert doors == named


def test_only_the_tap_that_is_the_persons_shows_the_page(person: Person) -> None:
    person.to_doors()
    page = person.view
    person.call_staff()
    person.do(sv.DeskGo, DeskScreen.STEPS)
    button = way_to_the_page(person.view)
    assert button.text == "Show my page to staff"
    assert "the person's to show" in str(person.view)
    person.driver.hear(button.verb)
    assert person.view == page


def test_a_hidden_visit_shows_staff_its_steps_and_its_page_only_at_the_persons_tap(
    person: Person,
) -> None:
    person.to_doors()
    page = person.view
    person.do(ev.Opened, Overlay.HIDDEN)
    person.call_staff()
    person.do(sv.DeskGo, DeskScreen.STEPS)
    assert any(line.endswith("here now") for line in lines_of(person.view))
    button = way_to_the_page(person.view)
    assert (button.text, button.verb.event) == ("Open the hidden visit", sv.ReopenVisit)
    person.do(sv.LeaveDesk)
    assert person.key == "hidden"
    person.call_staff()
    person.driver.hear(button.verb)
    ready = person.driver.session
    assert ready.overlay is Overlay.READY
    assert isinstance(person.view, NoticeView)
    person.driver.hear(person.view.buttons[0].verb)
    assert person.view == page


@pytest.mark.parametrize("role", Role)
def test_the_menu_leads_there_for_every_role_while_a_visit_is_under_way(
    pack: Pack, role: Role
) -> None:
    session, desk = at(pack, Place(Step.DOORS)), Desk(DeskScreen.MENU, unlocked=True, role=role)
    wanted = "How far this visit is"
    showing = presenter_of(pack).showing(session, 0.0)
    assert wanted in [row.text for row in rows_of(staff_room(showing, session, desk))]
    free = replace(session, id=None, place=Place())
    assert wanted not in [row.text for row in rows_of(staff_room(showing, free, desk))]


def test_the_page_without_a_visit_says_so(pack: Pack) -> None:
    gone = replace(at(pack, Place()), id=None)
    assert "No visit is under way." in str(shown(pack, gone))


@pytest.mark.parametrize("idle", [Idle.ACTIVE, Idle.CURTAIN])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)])
def test_the_list_stands_whole_in_each_language_and_is_reached_and_named(
    open_shell: Callable[[int, int], Shell],
    pack: Pack,
    language: str,
    size: tuple[int, int],
    idle: Idle,
) -> None:
    session = replace(at(pack, Place(Step.CHECK), language), idle=idle)
    shell = open_shell(*size)
    shell.show_view(shown(pack, session), session.settings)
    assert audit(shell) == []
    assert len([one for one in shell.findChildren(Bullet) if one.isVisible()]) == len(
        lines_of(shown(pack, session))
    )
    shell.go_on()
    button = shell.foot.onward_button
    assert button.accessibleName() == way_to_the_page(shown(pack, session)).text
    assert button in shell.chain()
