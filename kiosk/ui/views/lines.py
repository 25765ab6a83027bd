"""The lines of a page that a person may mark to talk about, one by one, or leave alone."""

from collections.abc import Iterator

from kiosk.content.blocks import Page
from kiosk.content.telling import lines_to_tell
from kiosk.domain import events as ev
from kiosk.domain.journey import page_beneath
from kiosk.domain.marks import line_mark
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import GroupItem, Item, RowItem, Sheet, TextItem, listed, plain


def lines(showing: Showing, session: Session) -> Sheet:
    """Return the lines of the page beneath, each to mark or not, and all or nothing of it."""
    page = showing.page(page_beneath(session) or "")
    told = _told(showing, session, page) if page is not None and lines_to_tell(page) else ()
    nothing = TextItem(plain(showing.t("The page behind this one lists nothing to mark.")))
    return Sheet(
        f"lines:{page.id if page else ''}",
        showing.t("What do you want to talk about?"),
        told or (nothing,),
        onward=showing.close(),
        wide=True,
        brief=True,
    )


def _told(showing: Showing, session: Session, page: Page) -> tuple[Item, ...]:
    lead = showing.t("You can skip this. A mark means only that you want to talk about it.")
    rows = tuple(_rows(session, page))
    whole = (_mark(session, page.id, showing.t("All of it")),)
    nothing = RowItem(showing.t("Nothing of this"), say(ev.PageUnmarked, page.id), "x")
    return (
        TextItem(plain(lead)),
        *listed(rows),
        # One line is all of it; a mark on the whole that was made elsewhere can still be undone.
        GroupItem((*(whole if len(rows) > 1 or page.id in session.flags else ()), nothing), 2),
    )


def _rows(session: Session, page: Page) -> Iterator[RowItem]:
    for number, line in enumerate(lines_to_tell(page), start=1):
        yield _mark(session, line_mark(page.id, number), line.text)


def _mark(session: Session, mark: str, text: str) -> RowItem:
    return RowItem(text, say(ev.FlagToggled, mark), "tick", mark in session.flags)
