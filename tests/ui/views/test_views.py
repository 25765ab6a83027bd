"""What the views say and offer, whatever the pack: equal doors, no claims, the right numbers."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.content.blocks import Pack
from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door, Saved
from kiosk.domain.advance import advance
from kiosk.domain.ideas import Phase
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step
from kiosk.domain.shortly import LEFT_OUT
from kiosk.ui.presenter import Presenter
from kiosk.ui.views.present import present
from kiosk.ui.views.screens import SavedView, View
from kiosk.ui.views.sheet import BreathItem, GroupItem, PanelItem, RowItem, Sheet, TextItem
from kiosk.ui.walk.every_page import every_view
from tests.house.source import sources

NUMBERS = re.compile(r"(?<![\w-])(?:988|911)(?![\w-])")
# Nothing the program says may claim what only a talk with a clinician can be.
CLAIMS = re.compile(
    r"informed consent|\bi consent\b|\bi agree\b|\bREMS\b|i understand", re.IGNORECASE
)


def shown(presenter: Presenter, session: Session) -> View:
    return present(presenter.showing(session, 0.0), session)


def rows(view: View) -> list[RowItem]:
    assert isinstance(view, Sheet)
    return [row for item in view.items if isinstance(item, GroupItem) for row in item.rows]


class TestReview:
    def test_what_became_of_the_questions_is_said_once_and_the_unanswered_come_first(
        self, presenter: Presenter, session: Session
    ) -> None:
        count = len(session.ideas)
        phases = [Phase.CLEAR, Phase.TALK, *[Phase.ASK] * (count - 2)]
        ideas = tuple(
            replace(one, phase=phase) for one, phase in zip(session.ideas, phases, strict=True)
        )
        view = shown(presenter, replace(session, id="x", place=Place(Step.REVIEW), ideas=ideas))
        assert isinstance(view, Sheet)
        said = [item.runs[0][0] for item in view.items if isinstance(item, TextItem)][1:]
        assert said == [
            "Not answered. To talk about.",
            "To talk about with your clinician",
            "We made this clear",
        ]
        marks = [row.mark for row in rows(view)[:count]]
        assert marks == [*["circle"] * (count - 2), "message-circle", "check"]

    def test_every_line_of_it_can_be_changed(self, presenter: Presenter, session: Session) -> None:
        lines = rows(shown(presenter, replace(session, id="x", place=Place(Step.REVIEW))))
        plan = session.plan
        wanted = {one.id for one in plan.ideas} | {one.id for one in plan.chapters}
        wanted.add("my-questions")
        assert {row.verb.values[0] for row in lines if row.verb} == wanted
        assert all(row.verb and row.verb.event is ev.ChangeAsked for row in lines)


class TestDoors:
    def test_the_three_doors_differ_in_their_words_and_their_door_only(
        self, presenter: Presenter, session: Session
    ) -> None:
        doors = rows(shown(presenter, replace(session, id="x", place=Place(Step.DOORS))))
        assert [row.verb.values for row in doors if row.verb] == [(door,) for door in Door]
        assert len({row.verb.event for row in doors if row.verb}) == 1
        assert len({replace(row, text="", verb=None) for row in doors}) == 1
        assert not any(row.chosen for row in doors)

    def test_behind_every_door_stands_the_same_page(
        self, presenter: Presenter, session: Session
    ) -> None:
        pages = []
        for door in Door:
            chosen = replace(session, id="x", place=Place(Step.ACKNOWLEDGE), door=door)
            page = shown(presenter, chosen)
            assert isinstance(page, Sheet)
            assert page.title.startswith("You chose: ")
            pages.append((page.items, page.onward, page.back, page.middle))
        assert pages[0] == pages[1] == pages[2]

    def test_the_last_button_never_says_more_than_was_opened(
        self, presenter: Presenter, session: Session
    ) -> None:
        chosen = replace(session, id="x", place=Place(Step.ACKNOWLEDGE), door=Door.READY)
        page = shown(presenter, chosen)
        assert isinstance(page, Sheet)
        assert page.onward is not None
        assert "a part" in page.onward.text


def program_words() -> Iterator[tuple[str, str]]:
    """Give every sentence that the window's own code asks a translation for, and where."""
    for source in sources():
        if not source.path.startswith("kiosk/ui/"):
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"t", "n"}:
                for part in node.args:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield source.path, part.value


def test_no_sentence_of_the_program_claims_consent_or_replaces_a_form() -> None:
    words = list(program_words())
    assert len(words) > 100
    assert [one for one in words if CLAIMS.search(one[1])] == []


@pytest.mark.parametrize("door", list(Door))
def test_the_page_after_saving_claims_nothing_either(
    presenter: Presenter, session: Session, door: Door
) -> None:
    saved = Saved("x", "MWMW-QWQW", "")
    view = shown(presenter, replace(session, place=Place(Step.SAVED), door=door, saved=saved))
    assert isinstance(view, SavedView)
    assert not CLAIMS.search(" ".join((view.title, view.chosen, *view.lines)))


def test_help_offers_what_is_urgent_first_then_the_screen_then_the_voice(
    presenter: Presenter, session: Session
) -> None:
    there = replace(session, id="x", place=Place(Step.CHAPTER), overlays=(Overlay.HELP,))
    assert [row.text for row in rows(shown(presenter, there))] == [
        "Show that I want help",
        "I feel upset",
        "I need a break",
        "Help with the screen",
        "Read this page to me",
        "Go to my choice",
        "Stop, save nothing",
    ]


def test_the_page_for_somebody_upset_asks_nothing_and_its_breath_promises_nothing(
    presenter: Presenter, session: Session
) -> None:
    view = shown(presenter, replace(session, overlays=(Overlay.UPSET,)))
    assert isinstance(view, Sheet)
    assert rows(view) == []
    assert isinstance(view.items[0], PanelItem)
    # Staff come before any number to call.
    assert "the person at the desk" in str(view.items[0].texts[0])
    assert view.middle is not None
    assert view.middle.icon == "wind"
    breath = shown(presenter, replace(session, overlays=(Overlay.UPSET, Overlay.BREATH)))
    assert isinstance(breath, Sheet)
    assert rows(breath) == []
    for items in (breath.items, *breath.shorter):
        (item,) = items
        assert isinstance(item, BreathItem)
        assert "You can skip this." in item.invite
        assert not re.search(r"calm|help|better|relax|should|must", str(item), re.IGNORECASE)


def test_the_words_of_a_page_are_told_two_taps_away_and_lead_back_to_it(
    presenter: Presenter, session: Session
) -> None:
    chapter = next(i for i, one in enumerate(session.plan.chapters) if one.id == "mechanism")
    at = [one.id for one in session.plan.chapters[chapter].pages].index("messenger")
    there = replace(session, id="x", place=Place(Step.CHAPTER, chapter, at))
    asked, _ = advance(there, ev.Opened(0.0, Overlay.SETTINGS))
    (row,) = [one for one in rows(shown(presenter, asked)) if one.text == "Words on this page"]
    assert row.verb is not None
    told, _ = advance(asked, ev.Opened(0.0, Overlay.WORDS))
    assert row.verb.values == (Overlay.WORDS,)
    view = shown(presenter, told)
    assert isinstance(view, Sheet)
    panels = [one for one in view.items if isinstance(one, PanelItem)]
    assert [one.title.partition(",")[0] for one in panels] == ["glutamate", "NMDA", "AMPA"]
    assert "(GLOO-ta-mate)" in str(panels[0].texts)
    back, _ = advance(told, ev.Closed(0.0))
    assert (back.place, back.overlays) == (there.place, ())


def test_a_page_without_such_words_offers_none(presenter: Presenter, session: Session) -> None:
    for place in (Place(Step.HOW), Place(Step.DOORS)):
        there = replace(session, id="x", place=place, overlays=(Overlay.SETTINGS,))
        texts = [row.text for row in rows(shown(presenter, there))]
        assert "Words on this page" not in texts


class TestTwoWays:
    def test_the_two_ways_differ_in_their_words_and_their_minutes_only(
        self, presenter: Presenter, session: Session
    ) -> None:
        view = shown(presenter, replace(session, id="x", place=Place(Step.HOW)))
        assert isinstance(view, Sheet)
        every, short = rows(view)
        assert (every.text, short.text) == ("All pages", "The short way")
        assert replace(every, text="", verb=None, detail="") == replace(
            short, text="", verb=None, detail=""
        )
        assert not every.chosen
        assert view.onward is None

    def test_what_is_left_out_is_counted_before_and_listed_after(
        self, presenter: Presenter, session: Session
    ) -> None:
        how = str(shown(presenter, replace(session, id="x", place=Place(Step.HOW))))
        assert "9 of 10 in “How it works”" in how
        over = replace(session, id="x", short=True, overlays=(Overlay.FAQ,), faq=FaqSpot(LEFT_OUT))
        listed = rows(shown(presenter, over))
        assert [row.verb.values[0] for row in listed if row.verb] == list(session.plan.left_out)
        first, *_ = rows(shown(presenter, replace(over, faq=FaqSpot())))
        assert first.text == "What the short way leaves out"

    def test_where_there_is_one_way_the_page_leads_on(
        self, presenter: Presenter, session: Session
    ) -> None:
        one_way = replace(session.plan, chapters=session.plan.chapters[:1], faq="")
        view = shown(presenter, replace(session, plan=one_way, place=Place(Step.HOW)))
        assert isinstance(view, Sheet)
        assert len(rows(view)) == 2
        none = replace(one_way, chapters=session.plan.chapters[-1:])
        view = shown(presenter, replace(session, plan=none, place=Place(Step.HOW)))
        assert isinstance(view, Sheet)
        assert (rows(view), view.onward is None) == ([], False)


class TestCrisisNumbers:
    def test_without_a_region_no_page_shows_a_number_of_any_region(
        self, presenter: Presenter, session: Session
    ) -> None:
        views = list(every_view(presenter, session))
        assert len(views) > 150
        assert [view.key for view in views if NUMBERS.search(str(view))] == []

    def test_in_the_united_states_help_shows_988_and_911(
        self, presenter: Presenter, session: Session, pack: Pack
    ) -> None:
        region = next(one for one in pack.regions if one.emergency == "911")
        there = replace(presenter, region=region)
        view = shown(there, replace(session, overlays=(Overlay.UPSET,)))
        assert set(NUMBERS.findall(str(view))) == {"988", "911"}

    def test_elsewhere_the_numbers_of_the_united_states_are_not_shown(
        self, presenter: Presenter, session: Session, pack: Pack
    ) -> None:
        for region in pack.regions:
            if region.emergency == "911":
                continue
            there = replace(presenter, region=region)
            view = shown(there, replace(session, overlays=(Overlay.UPSET,)))
            assert region.emergency in str(view)
            assert "911" not in str(view)


def test_every_sheet_of_the_visit_has_the_tools_and_a_way_on_or_rows_to_press(
    presenter: Presenter, session: Session
) -> None:
    sheets = [view for view in every_view(presenter, session) if isinstance(view, Sheet)]
    patients = [one for one in sheets if not one.key.startswith("staff")]
    assert all(one.tools for one in patients)
    assert all(one.onward is not None or rows(one) for one in patients)
    # Among staff pages, one that only tells something leads back.
    assert all(one.onward or one.back or rows(one) for one in sheets)


def test_no_two_pages_share_a_key(presenter: Presenter, session: Session) -> None:
    titles: dict[str, set[str]] = {}
    for view in every_view(presenter, session):
        titles.setdefault(view.key, set()).add(getattr(view, "title", ""))
    assert {key: names for key, names in titles.items() if len(names) > 1} == {}
