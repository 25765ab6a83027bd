"""Words on this page: each word that is explained, how it is said, and the sentence about it."""

from kiosk.content.glossary import Term, terms_on
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
    """Return the words of the page beneath with their meanings."""
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
        more=showing.t("More"),
    )
