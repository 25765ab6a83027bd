"""Numbers of one way of giving the medicine stay on the pages for that way."""

import re
from pathlib import Path

import pytest

from kiosk.content.blocks import Pack, Page
from kiosk.content.check import check_pack
from kiosk.content.lint_options import told_points
from kiosk.content.pack import load_pack
from kiosk.content.rules.ketamine import REQUIRED_CLAIMS
from kiosk.content.wording import page_wording
from tests.content.tiny_pack import TinyPack

SHIPPED = Path(__file__).resolve().parents[2] / "content" / "ketamine"
ROUTES = ("iv", "im", "spray")
# Kept apart from evidence.toml, so that a slip there is seen here.
_SPRAY = (
    "BEN-03 BEN-04 BEN-16 ROUTE-02 ROUTE-03 ROUTE-04 ROUTE-18 RISK-13 REG-02 REG-10 COND-02 "
    "COND-12 CONS-06 LIM-05"
)
SPRAY_ONLY = frozenset(_SPRAY.split())
KETAMINE_ONLY = frozenset(("BEN-08", "BEN-15", "BEN-17", "ROUTE-08", "REG-04"))
# Pages that set the options side by side, in words, for everybody.
SIDE_BY_SIDE = frozenset(("f01", "opt-vein", "opt-muscle", "opt-spray", "opt-ect"))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SHIPPED)


def shown(pack: Pack, route: str | None) -> list[Page]:
    lesson = pack.lessons["en"].for_route(route)
    return [page for chapter in lesson.chapters for page in chapter.pages]


def cited(page: Page) -> set[str]:
    return {claim for one in page_wording(page, "") for claim in one.claims}


@pytest.mark.parametrize(
    ("route", "strange"), [("iv", SPRAY_ONLY), ("im", SPRAY_ONLY), ("spray", KETAMINE_ONLY)]
)
def test_no_page_rests_on_a_claim_about_another_way(
    pack: Pack, route: str, strange: frozenset[str]
) -> None:
    mixed = {
        page.id: sorted(cited(page) & strange)
        for page in shown(pack, route)
        if page.id not in SIDE_BY_SIDE and cited(page) & strange
    }
    assert mixed == {}


@pytest.mark.parametrize("route", ["iv", "im"])
def test_no_number_of_the_spray_is_shown_for_ketamine(pack: Pack, route: str) -> None:
    for page in shown(pack, route):
        for one in page_wording(page, ""):
            rests_on_spray = any("spray" in pack.evidence[claim].routes for claim in one.claims)
            figures = re.search(r"[0-9]", one.text.replace("under 25", ""))
            assert not (rests_on_spray and figures), (page.id, one.text)


def test_pages_side_by_side_show_no_number_at_all(pack: Pack) -> None:
    pages = [page for page in shown(pack, None) if page.id.startswith("opt-")]
    assert len(pages) == 8
    for page in pages:
        assert not page.routes
        told = [one.text for one in page_wording(page, "")]
        assert not re.search(r"[0-9]", " ".join(told).replace("under 25", "")), page.id


def test_every_option_tells_the_same_points_in_every_language(pack: Pack) -> None:
    for lesson in pack.lessons.values():
        wanted = {topic.id: topic.points for topic in lesson.topics}["topic-options"]
        pages = [page for page in lesson.chapters[-1].pages if page.id.startswith("opt-")]
        assert {page.topic for page in pages} == {"topic-options"}
        assert len(pages) == 8
        assert [told_points(page) for page in pages] == [wanted] * 8


def test_the_warning_about_thoughts_of_suicide_stands_with_pills_and_spray(pack: Pack) -> None:
    warned = [
        page.id
        for page in shown(pack, None)
        if page.id.startswith("opt-") and "RISK-04" in cited(page)
    ]
    assert warned == ["opt-spray", "opt-medicines"]


def test_memory_loss_is_told_of_shock_treatment(pack: Pack) -> None:
    page = next(one for one in shown(pack, None) if one.id == "opt-ect")
    assert "memory loss" in page.text
    assert "ELEKT23" in pack.evidence["ALT-08"].sources


@pytest.mark.parametrize("route", ROUTES)
def test_the_core_path_is_read_in_a_quarter_of_an_hour(pack: Pack, route: str) -> None:
    """At 150 words a minute, in English; the questions are read only by those who ask."""
    lesson = pack.lessons["en"].for_route(route)
    core = [one for one in lesson.chapters if one.id != lesson.faq_id]
    words = sum(page.words for chapter in core for page in chapter.pages)
    assert words < 15 * 150


@pytest.mark.parametrize("route", ROUTES)
def test_every_way_meets_every_required_claim_in_your_choice(pack: Pack, route: str) -> None:
    lesson = pack.lessons["en"].for_route(route)
    choice = next(one for one in lesson.chapters if one.id == "your-choice")
    said = {claim for page in choice.pages for claim in cited(page)}
    assert [claim for claim in REQUIRED_CLAIMS if claim not in said] == []


@pytest.mark.parametrize("route", ROUTES)
def test_every_way_has_thirty_questions_and_the_pages_of_its_own_way(
    pack: Pack, route: str
) -> None:
    pages = shown(pack, route)
    questions = [page.id for page in pages if re.fullmatch(r"f[0-9]{2}(-spray)?", page.id)]
    assert len(questions) == 30
    assert [page.id for page in pages if page.routes and route not in page.routes] == []
    own = {"iv": "drip", "im": "shot", "spray": "spray"}
    assert [page.id for page in pages if page.id in own.values()] == [own[route]]


def test_a_page_for_some_ways_names_its_way_in_its_words(pack: Pack) -> None:
    """Without a choice of staff every page is shown, so each must say what it is about."""
    named = {
        ("iv",): r"drip|vein",
        ("im",): r"shot|muscle",
        ("iv", "im"): r"drip|shot|vein|[Kk]etamine",
        ("spray",): r"spray|Spravato",
    }
    for page in shown(pack, None):
        if page.routes:
            assert re.search(named[page.routes], page.text), page.id


def test_an_unknown_or_unset_way_hides_nothing(pack: Pack) -> None:
    assert pack.lessons["en"].for_route(None) is pack.lessons["en"]
    assert pack.lessons["en"].for_route("") is pack.lessons["en"]


def planted(tiny: TinyPack, claim: str) -> None:
    whole = tiny.files["evidence.toml"]
    head, rest = whole.split(f'id = "{claim}"', 1)
    body, after = rest.split("sources = ", 1)
    tiny.files["evidence.toml"] = f'{head}id = "{claim}"{body}routes = ["spray"]\nsources = {after}'


def test_a_number_of_one_way_on_a_page_for_all_is_refused(tiny: TinyPack) -> None:
    planted(tiny, "SIDE-02")
    found = [one for one in check_pack(tiny.write()) if "holds only for spray" in one.message]
    assert found
    assert {one.path.rpartition("/")[2] for one in found} == {"your-choice.md"}
    assert all('routes="spray"' in one.message for one in found)


def test_the_same_number_on_a_page_for_that_way_is_right(tiny: TinyPack) -> None:
    planted(tiny, "SIDE-02")
    tiny.swap("en/your-choice.md", "{#said claims", '{#said routes="spray" claims')
    assert [str(one) for one in check_pack(tiny.write())] == []


def test_a_number_of_one_way_in_a_check_question_is_refused(tiny: TinyPack) -> None:
    planted(tiny, "SIDE-02")
    tiny.swap("en/your-choice.md", "{#said claims", '{#said routes="spray" claims')
    tiny.swap("en/checks.md", "You feel fine at noon. [^AFT-01]", "About 29 do. [^SIDE-02]")
    found = [one for one in check_pack(tiny.write()) if "holds only for spray" in one.message]
    assert [one.path.rpartition("/")[2] for one in found] == ["checks.md"]
