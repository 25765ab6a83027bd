"""What words of a page mean: one that was touched there, or each that is explained."""

from kiosk.content.glossary import Term, terms_on, words_of
from kiosk.domain.journey import page_beneath
from kiosk.domain.session import Session
from kiosk.ui.views.blocks import runs
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import PanelItem, Sheet, TextItem, plain


def terms_beneath(showing: Showing, session: Session) -> tuple[Term, ...]:
    """Return the explained words of the page beneath."""
    page = showing.page(page_beneath(session) or "")
    whole = showing.pack.lessons.get(showing.lesson.language, showing.lesson)
    return terms_on(page, whole) if page is not None else ()


def words(showing: Showing, session: Session) -> Sheet:
    """Return the meaning of the words that were touched, else of all words of the page beneath."""
    touched = {tuple(words_of(one)) for one in session.told_words}
    told = tuple(one for one in showing.terms if one.key in touched)
    # In another language, chosen since, the words that were touched are not known.
    return _told(showing, session, told) if told else _all(showing, session)


def _told(showing: Showing, session: Session, told: tuple[Term, ...]) -> Sheet:
    one = told[0].word
    title = showing.t("What “{word}” means", word=one)
    if len(told) > 1:
        title = showing.t("What these words mean")
    panels = (PanelItem(term.word, "book-open", (runs(term.meaning),)) for term in told)
    return Sheet(
        f"words:{page_beneath(session) or ''}:{','.join(term.word for term in told)}",
        title,
        tuple(panels),
        onward=showing.close(),
    )


def _all(showing: Showing, session: Session) -> Sheet:
    found = terms_beneath(showing, session)
    # With the largest letters this would fill a screen before the first word.
    lead = ""
    if session.settings.size != "XL":
        lead = showing.t("Each word stands here in the sentence that explains it.")
    if not found:
        lead = showing.t("The page behind this one has no word to explain.")
    panels = (
        PanelItem(
            showing.t("{word}, from “{page}”", word=one.word, page=one.page),
            "book-open",
            (runs(one.meaning),),
        )
        for one in found
    )
    return Sheet(
        f"words:{page_beneath(session) or ''}",
        showing.t("Words on this page"),
        (*((TextItem(plain(lead)),) if lead else ()), *panels),
        onward=showing.close(),
    )
