"""Chapter pages: one idea each."""

from kiosk.content.arranged import Options, Timeline
from kiosk.content.blocks import Page
from kiosk.content.telling import lines_to_tell
from kiosk.domain import events as ev
from kiosk.domain.marks import page_of
from kiosk.domain.session import Overlay, Session
from kiosk.ui.verbs import say
from kiosk.ui.views.blocks import items_of, picture_of
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import FootButton, Sheet
from kiosk.ui.views.sources import counts, source_link
from kiosk.ui.views.told import tells, told


def chapter_page(showing: Showing, session: Session) -> Sheet:
    """Return the page of a chapter at the visit's place."""
    chapter = showing.chapter(session.place.chapter)
    page = chapter.pages[session.place.page]
    return reading(showing, session, page, showing.onward())


def reading(
    showing: Showing, session: Session, page: Page, onward: FootButton, *, prefix: str = "page"
) -> Sheet:
    """Return a page of content with the button that marks it to ask about."""
    items = told(showing, items_of(showing, page.blocks))
    if counts(page):
        items = (*items, source_link(showing))
    return Sheet(
        f"{prefix}:{page.id}",
        page.title,
        items,
        picture_of(showing, page.blocks),
        back=showing.back(),
        middle=flag_button(showing, session, page),
        onward=onward,
        step=showing.step(session),
        tells=tells(showing),
        wide=any(isinstance(block, Timeline | Options) for block in page.blocks),
    )


def flag_button(showing: Showing, session: Session, page: Page) -> FootButton:
    """Return the button that marks a page or takes the mark away; with lines, that offers them."""
    marked = any(page_of(one) == page.id for one in session.flags)
    text = showing.t("Marked to ask") if marked else showing.t("Ask about this")
    short = showing.t("Marked") if marked else showing.t("Ask")
    verb = say(ev.FlagToggled, page.id)
    if lines_to_tell(page):
        verb = say(ev.Opened, Overlay.LINES)
    return FootButton(text, verb, "check" if marked else "flag", marked, short)
