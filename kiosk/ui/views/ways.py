"""All pages or the short way: two equal rows, and what the short way leaves out."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.journey import minutes_left
from kiosk.domain.session import Session
from kiosk.domain.shortly import LEFT_OUT
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import GroupItem, Item, RowItem, TextItem, plain


def items(showing: Showing, session: Session) -> tuple[Item, ...]:
    """Return the two rows with what is to be known before, or nothing where there is one way."""
    if not session.plan.has_short:
        return ()
    whole, short = (replace(session, short=one) for one in (False, True))
    rows = (
        RowItem(showing.t("All pages"), say(ev.WayChosen, False), detail=time(showing, whole)),
        RowItem(showing.t("The short way"), say(ev.WayChosen, True), detail=time(showing, short)),
    )
    find = showing.t("You find them all under “Questions”, on every page.")
    return (
        TextItem(plain(_left_out(showing, session)), "detail"),
        TextItem(plain(find), "detail"),
        GroupItem(rows, 2, flat_columns=2, together=True),
    )


def time(showing: Showing, session: Session) -> str:
    """Return how long the rest of a visit takes."""
    count = minutes_left(session)
    return showing.words.n(
        "It takes about {count} minute.", "It takes about {count} minutes.", count
    )


def _left_out(showing: Showing, session: Session) -> str:
    """Return how many pages of each part the short way leaves out."""
    left_out = set(session.plan.left_out)
    parts = []
    for chapter in showing.lesson.chapters:
        count = sum(1 for page in chapter.pages if page.id in left_out)
        if count:
            parts.append(
                showing.t(
                    "{count} of {of} in “{part}”",
                    count=count,
                    of=len(chapter.pages),
                    part=chapter.title,
                )
            )
    return showing.t("The short way leaves out pages: {list}.", list=showing.listed(parts))


def topic_name(showing: Showing, topic: str) -> str:
    """Return the name of a topic of the FAQ, also of the one that is no topic of the pack."""
    if topic == LEFT_OUT:
        return showing.t("What the short way leaves out")
    return next((one.name for one in showing.lesson.topics if one.id == topic), "")
