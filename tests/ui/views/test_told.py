"""A word that the lesson explains is marked where a page has it first, and is told alone."""

from dataclasses import replace

import pytest

from kiosk.domain import events as ev
from kiosk.domain.advance import advance
from kiosk.domain.session import Place, Session, Settings, Step
from kiosk.ui.presenter import Presenter
from kiosk.ui.views.present import present
from kiosk.ui.views.sheet import BulletItem, PanelItem, Sheet, TextItem


def at(session: Session, page: str, language: str = "en") -> Session:
    for chapter, one in enumerate(session.plan.chapters):
        names = [page.id for page in one.pages]
        if page in names:
            place = Place(Step.CHAPTER, chapter, names.index(page))
            return replace(session, id="x", place=place, settings=Settings(language))
    raise AssertionError(page)


def marked(presenter: Presenter, session: Session) -> list[str]:
    view = present(presenter.showing(session, 0.0), session)
    assert isinstance(view, Sheet)
    runs: list[tuple[str, str]] = []
    for item in view.items:
        if isinstance(item, TextItem | BulletItem):
            runs += item.runs
        elif isinstance(item, PanelItem):
            runs += [one for text in item.texts for one in text]
    return [text for text, style in runs if style == "word"]


@pytest.mark.parametrize(
    ("page", "language", "words"),
    [
        ("messenger", "en", ["glutamate", "NMDA", "AMPA"]),
        # The medicine the pack is named for is marked where it is explained, and not again.
        ("what-ketamine-is", "en", ["ketamine"]),
        ("low-mood", "en", []),
        ("tell-medicines", "en", ["Opioids"]),
        ("messenger", "es", ["glutamato", "NMDA", "AMPA"]),
        ("messenger", "ar", ["الغلوتامات", "NMDA", "AMPA"]),
        ("medicine", "ar", ["NMDA", "الغلوتامات"]),
    ],
)
def test_a_word_is_marked_once_where_the_page_has_it_first(
    presenter: Presenter, session: Session, page: str, language: str, words: list[str]
) -> None:
    assert marked(presenter, at(session, page, language)) == words


def test_no_letter_is_lost_where_a_word_is_marked(presenter: Presenter, session: Session) -> None:
    there = at(session, "messenger")
    view = present(presenter.showing(there, 0.0), there)
    assert isinstance(view, Sheet)
    texts = [
        "".join(text for text, _ in one.runs) for one in view.items if isinstance(one, TextItem)
    ]
    page = presenter.pack.lessons["en"].chapters[there.place.chapter].pages[there.place.page]
    assert texts == [one.text for one in page.sentences if one.runs[0].style != "term"]


@pytest.mark.parametrize(
    ("language", "word", "meaning"),
    [
        ("en", "Opioids", "strong pain medicines"),
        ("es", "opioides", "medicamentos fuertes para el dolor"),
        ("ar", "الأفيونات", "مسكنات ألم قوية"),
    ],
)
def test_a_touched_word_is_told_alone_by_what_it_means(
    presenter: Presenter, session: Session, language: str, word: str, meaning: str
) -> None:
    told, _ = advance(at(session, "tell-medicines", language), ev.WordsTold(0.0, (word,)))
    view = present(presenter.showing(told, 0.0), told)
    assert isinstance(view, Sheet)
    (panel,) = view.items
    assert isinstance(panel, PanelItem)
    assert meaning in "".join(text for text, _ in panel.texts[0])
    assert view.over == "opens"


def test_in_another_language_chosen_since_all_words_of_the_page_are_told(
    presenter: Presenter, session: Session
) -> None:
    told, _ = advance(at(session, "messenger"), ev.WordsTold(0.0, ("glutamate",)))
    told, _ = advance(told, ev.LanguageChosen(0.0, "ar"))
    view = present(presenter.showing(told, 0.0), told)
    assert isinstance(view, Sheet)
    assert len([one for one in view.items if isinstance(one, PanelItem)]) == 3
