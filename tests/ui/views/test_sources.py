"""Where does this come from: from any page to each sentence's statement, verdict, source, date."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.content.blocks import Claim, Pack
from kiosk.domain import events as ev
from kiosk.domain.advance import advance
from kiosk.domain.session import FaqSpot, Overlay, Place, Session, Step
from kiosk.ui.presenter import Presenter
from kiosk.ui.verbs import say
from kiosk.ui.views.overlays import settings
from kiosk.ui.views.present import present
from kiosk.ui.views.sheet import ArrayItem, GroupItem, LinkItem, PanelItem, RowItem, Sheet
from kiosk.ui.views.sources import sources, statement_here, verdict_words
from tests.ui.conftest import Opener


def readings(session: Session) -> Iterator[Session]:
    """Give the session on every page whose sentences cite claims."""
    for index, chapter in enumerate(session.plan.chapters):
        if not session.plan.is_faq(index):
            for page in range(len(chapter.pages)):
                yield replace(session, place=Place(Step.CHAPTER, index, page))
    for topic in session.plan.topics:
        for question in topic.questions:
            over = replace(session, place=Place(Step.CHAPTER), overlays=(Overlay.FAQ,))
            yield replace(over, faq=FaqSpot(topic.id, question))
    for index in range(len(session.plan.ideas)):
        yield replace(session, place=Place(Step.CHECK, 0, index))


def rows(sheet: Sheet) -> list[RowItem]:
    return [row for item in sheet.items if isinstance(item, GroupItem) for row in item.rows]


def asked(session: Session, sentence: int | None = None) -> Session:
    return replace(session, overlays=(*session.overlays, Overlay.SOURCES), source=sentence)


def panels(sheet: Sheet) -> list[str]:
    return [
        "\n".join(text for runs in item.texts for text, _ in runs)
        for item in sheet.items
        if isinstance(item, PanelItem)
    ]


def test_every_page_offers_it_in_the_settings(presenter: Presenter, session: Session) -> None:
    count = 0
    for one in readings(replace(session, id="x")):
        helped = replace(one, overlays=(*one.overlays, Overlay.SETTINGS))
        sheet = settings(presenter.showing(helped, 0.0), helped)
        verbs = [row.verb.values for row in rows(sheet) if row.verb]
        assert (Overlay.SOURCES,) in verbs, one.place
        count += 1
    assert count > 130


def test_each_page_with_numbers_of_people_offers_it_at_one_tap(
    presenter: Presenter, session: Session
) -> None:
    number = re.compile(r"\b(?:in|of|out of) (?:every )?1(?:0|00|,000)\b")
    with_numbers = 0
    for one in readings(replace(session, id="x")):
        sheet = present(presenter.showing(one, 0.0), one)
        if one.place.step is Step.CHECK or not isinstance(sheet, Sheet):
            continue
        links = [item for item in sheet.items if isinstance(item, LinkItem)]
        drawn = isinstance(sheet.picture, ArrayItem)
        if drawn or number.search(repr(sheet.items)):
            with_numbers += 1
            assert [link.verb.values for link in links] == [(Overlay.SOURCES,)], sheet.key
    assert with_numbers > 15


@pytest.mark.parametrize("answered", [None, 0])
def test_a_check_question_with_numbers_of_people_offers_it_at_one_tap(
    presenter: Presenter, session: Session, pack: Pack, answered: int | None
) -> None:
    lesson = pack.lessons["en"]
    first = lesson.checks[0]
    numbered = replace(first, choices=(replace(first.choices[0], text="2 in 100"),) * 3)
    asks = replace(lesson, checks=(numbered, *lesson.checks[1:]))
    with_numbers = replace(presenter, pack=replace(pack, lessons={**pack.lessons, "en": asks}))
    here, _ = advance(replace(session, id="x", place=Place(Step.CHECK, 0, 0)), ev.Touched(0.0))
    if answered is not None:
        here, _ = advance(here, ev.Answered(0.0, first.id, answered))
    for shown, links in ((with_numbers, 1), (presenter, 0)):
        sheet = present(shown.showing(here, 0.0), here)
        assert isinstance(sheet, Sheet)
        assert len([item for item in sheet.items if isinstance(item, LinkItem)]) == links


def test_one_tap_on_a_page_leads_to_its_sources_and_escape_back_to_the_button(
    open_kiosk: Opener,
) -> None:
    opened = open_kiosk((1080, 1920))
    driver = opened.kiosk.driver
    driver.hear(say(ev.Began))
    while opened.key != "page:unreal":
        driver.hear(say(ev.Continued))
    button = opened.screen.button("Where does this come from?")
    button.setFocus()
    button.click()
    assert opened.key == "sources:unreal"
    opened.kiosk.shell.escape()
    assert opened.key == "page:unreal"
    assert opened.kiosk.shell.focusWidget().accessibleName() == "Where does this come from?"


def test_a_page_that_claims_nothing_does_not_offer_it(
    presenter: Presenter, session: Session
) -> None:
    at_doors = replace(session, id="x", place=Place(Step.DOORS), overlays=(Overlay.SETTINGS,))
    texts = [row.text for row in rows(settings(presenter.showing(at_doors, 0.0), at_doors))]
    assert "Where does this come from?" not in texts


def test_every_sentence_of_every_page_shows_statement_verdict_source_and_date(
    presenter: Presenter, session: Session, pack: Pack
) -> None:
    for one in readings(session):
        showing = presenter.showing(one, 0.0)
        listed = rows(sources(showing, asked(one)))
        assert listed, one.place
        for row in listed:
            assert row.verb is not None
            assert row.verb.event is ev.SourceChosen
            sentence = row.verb.values[0]
            assert isinstance(sentence, int)
            sheet = sources(showing, asked(one, sentence))
            told = panels(sheet)
            assert told, (one.place, row.text)
            for panel in told:
                statement, verdict, *origin = panel.split("\n")
                assert statement
                assert verdict.startswith("Our check: ")
                assert origin
                assert all(pack.info.sources_date in line for line in origin)


def test_the_words_of_a_claim_are_those_of_the_evidence(
    presenter: Presenter, session: Session, pack: Pack
) -> None:
    first = replace(session, place=Place(Step.CHAPTER, 0, 0))
    sheet = sources(presenter.showing(first, 0.0), asked(first, 1))
    assert panels(sheet)[0].split("\n")[0] == pack.evidence["HIST-04"].statement


def test_each_verdict_has_words_of_its_own(
    presenter: Presenter, session: Session, pack: Pack
) -> None:
    showing = presenter.showing(session, 0.0)
    verdicts = {claim.verdict for claim in pack.evidence.values()}
    words = {verdict_words(showing, verdict) for verdict in verdicts}
    assert len(words) == len(verdicts) == 5
    assert all(text.startswith("Our check: ") for text in words)


@pytest.mark.parametrize(("region", "shows"), [("US", True), (None, False)])
def test_a_help_number_is_shown_only_where_it_belongs(
    presenter: Presenter, session: Session, pack: Pack, region: str | None, *, shows: bool
) -> None:
    here = next((one for one in pack.regions if one.id == region), None)
    showing = replace(presenter, region=here).showing(session, 0.0)
    text = statement_here(showing, pack.evidence["AFT-07"])
    assert ("988" in text, "911" in text) == (shows, shows)
    assert text.startswith("If you think of ending your life, tell staff now.")


def test_a_claim_with_no_help_number_is_shown_whole(presenter: Presenter, session: Session) -> None:
    claim = Claim("MECH-01", "Of 1988 cells, 9110 talk.", "supported", ())
    assert statement_here(presenter.showing(session, 0.0), claim) == claim.statement
