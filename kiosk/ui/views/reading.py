"""Chapter pages: one idea each."""

from kiosk.content.arranged import Options, Timeline
from kiosk.content.blocks import Page
from kiosk.domain import events as ev
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views.blocks import items_of, picture_of
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import FootButton, Sheet
from kiosk.ui.views.sources import counts, source_link


def chapter_page(showing: Showing, session: Session) -> Sheet:
    """Return the page of a chapter at the visit's place."""
    chapter = showing.chapter(session.place.chapter)
    page = chapter.pages[session.place.page]
    return reading(showing, session, page, showing.onward())


def reading(
    showing: Showing, session: Session, page: Page, onward: FootButton, *, prefix: str = "page"
) -> Sheet:
    """Return a page of content with the button that marks it to ask about."""
    items = items_of(showing, page.blocks)
    if counts(page):
        items = (*items, source_link(showing))
    return Sheet(
        f"{prefix}:{page.id}",
        page.title,
        items,
        picture_of(showing, page.blocks),
        back=showing.back(),
        middle=flag_button(showing, session, page.id),
        onward=onward,
        step=showing.step(session),
        wide=any(isinstance(block, Timeline | Options) for block in page.blocks),
    )


def flag_button(showing: Showing, session: Session, page: str) -> FootButton:
    """Return the button that marks a page, or takes the mark away."""
    marked = page in session.flags
    text = showing.t("Marked to ask") if marked else showing.t("Ask about this")
    short = showing.t("Marked") if marked else showing.t("Ask")
    return FootButton(text, say(ev.FlagToggled, page), "check" if marked else "flag", marked, short)
