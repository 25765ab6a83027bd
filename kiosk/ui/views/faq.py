"""Questions and answers: by topic, no typing."""

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Session
from kiosk.domain.shortly import topics
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.reading import reading
from kiosk.ui.views.sheet import FootButton, GroupItem, RowItem, Sheet, TextItem, listed, plain
from kiosk.ui.views.ways import topic_name


def faq(showing: Showing, session: Session) -> Sheet:
    """Return the topics, the questions of a topic, or one answer."""
    spot = session.faq
    page = showing.page(spot.question) if spot.question else None
    if page is not None:
        over = session.overlay is Overlay.FAQ
        verb = say(ev.WentBack) if over else say(ev.Continued)
        onward = FootButton(showing.t("More questions"), verb, short=showing.t("More"))
        return reading(showing, session, page, onward, prefix="faq")
    return _questions(showing, session) if spot.topic else _topics(showing, session)


def _way_on(showing: Showing, session: Session) -> FootButton:
    if session.overlay is Overlay.FAQ:
        return showing.close()
    return showing.onward()


def _topics(showing: Showing, session: Session) -> Sheet:
    rows = tuple(
        RowItem(
            topic_name(showing, topic.id), say(ev.TopicOpened, topic.id), end_icon="chevron-right"
        )
        for topic in topics(session)
    )
    return Sheet(
        "faq",
        showing.t("Questions people ask"),
        (
            TextItem(plain(showing.t("Touch a topic, or go on."))),
            GroupItem(rows, 3, flows=True),
        ),
        back=None if session.overlay is Overlay.FAQ else showing.back(),
        onward=_way_on(showing, session),
        step=showing.step(session),
    )


def _questions(showing: Showing, session: Session) -> Sheet:
    topic = next(one for one in topics(session) if one.id == session.faq.topic)
    name = topic_name(showing, topic.id)
    rows = []
    for question in topic.questions:
        page = showing.page(question)
        if page is not None:
            verb = say(ev.QuestionOpened, question)
            rows.append(RowItem(page.title, verb, end_icon="chevron-right"))
    back = say(ev.WentBack)
    return Sheet(
        f"faq-topic:{topic.id}",
        name,
        listed(rows),
        back=FootButton(showing.t("Back"), back),
        onward=FootButton(showing.t("All topics"), back, "list"),
        step=showing.step(session),
    )
