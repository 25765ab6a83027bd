"""From my questions to the receipt."""

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.doors import door_order
from kiosk.domain.ideas import Phase
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views import after_dose
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import NoticeView, SavedView
from kiosk.ui.views.sheet import (
    FootButton,
    GroupItem,
    Item,
    PanelItem,
    RowItem,
    Sheet,
    TextItem,
    listed,
    plain,
)

# By a sign of their own: a group may go on to the next screen, without the words above it.
_IDEA_ICONS = {Phase.CLEAR: "check", Phase.TALK: "message-circle"}


def my_questions(showing: Showing, session: Session) -> Sheet:
    """Return the marked questions and the topics to pick more from."""
    if session.topic is not None:
        return _pick(showing, session, session.topic)
    text = showing.t("Touch a topic to mark a question. You can skip this.")
    if session.flags:
        text = showing.t("Your clinician will see these marks. Touch a topic to mark more.")
    items: list[Item] = [TextItem(plain(text)), *listed(_marked(showing, session))]
    rows = tuple(
        RowItem(topic.name, say(ev.TopicOpened, topic.id), end_icon="chevron-right")
        for topic in showing.lesson.topics
    )
    items.append(GroupItem(rows, 3, flat_columns=2, flows=True))
    return Sheet(
        "questions",
        showing.t("What do you want to ask?"),
        tuple(items),
        back=showing.back(),
        onward=showing.onward(),
        step=showing.step(session),
        full_first=True,
    )


def _marked(showing: Showing, session: Session) -> list[RowItem]:
    rows: list[RowItem] = []
    for flag in session.flags:
        title, line = showing.marked(flag)
        if title:
            detail = title if line else ""
            verb = say(ev.FlagToggled, flag)
            rows.append(RowItem(line or title, verb, "tick", chosen=True, detail=detail))
    return rows


def _pick(showing: Showing, session: Session, topic_id: str) -> Sheet:
    topic = session.plan.topic(topic_id)
    name = next((one.name for one in showing.lesson.topics if one.id == topic_id), "")
    rows: list[RowItem] = []
    for question in topic.questions if topic else ():
        page = showing.page(question)
        if page is not None:
            marked = question in session.flags
            rows.append(RowItem(page.title, say(ev.FlagToggled, question), "tick", marked))
    lead = TextItem(plain(showing.t("Touch a question to mark it.")))
    items: tuple[Item, ...] = (lead, *listed(rows))
    return Sheet(
        f"questions:{topic_id}",
        name,
        items,
        back=showing.back(),
        onward=showing.onward(showing.t("Done")),
        step=showing.step(session),
    )


def review(showing: Showing, session: Session) -> Sheet:
    """Return what was seen, answered and marked, each with its way back."""
    change = showing.t("Touch a line to look again or change it.")
    count = len(session.flags)
    marks = showing.words.n("{count} mark", "{count} marks", count) if count else showing.t("None")
    mine = RowItem(
        showing.t("My questions"),
        say(ev.ChangeAsked, "my-questions"),
        "flag",
        end_icon="pencil",
        detail=marks,
    )
    rows = [mine, *_chapter_rows(showing, session)]
    items = (TextItem(plain(change)), *_idea_items(showing, session), *listed(rows))
    return Sheet(
        "review",
        showing.t("Look over your visit"),
        items,
        back=showing.back(),
        onward=showing.onward(),
        step=showing.step(session),
        full_first=True,
        wide=True,
        dense=True,
    )


def _chapter_rows(showing: Showing, session: Session) -> list[RowItem]:
    seen = {one.page for one in session.seen}
    rows: list[RowItem] = []
    for chapter in showing.lesson.chapters:
        opened = sum(1 for page in chapter.pages if page.id in seen)
        detail = showing.t("{count} of {of} pages opened", count=opened, of=len(chapter.pages))
        verb = say(ev.ChangeAsked, chapter.id)
        rows.append(RowItem(chapter.title, verb, "book-open", end_icon="pencil", detail=detail))
    return rows


def _idea_items(showing: Showing, session: Session) -> list[Item]:
    """Return the check questions under what became of them, those without an answer first.

    Said once above its questions, it leaves each of them a line: in large letters three
    stand on a small screen, where with their own second line it was one.
    """
    groups: dict[str, list[RowItem]] = {"circle": [], "message-circle": [], "check": []}
    for index, check in enumerate(showing.lesson.checks):
        icon = _IDEA_ICONS.get(session.ideas[index].phase, "circle")
        verb = say(ev.ChangeAsked, session.plan.ideas[index].id)
        groups[icon].append(RowItem(check.question, verb, icon, end_icon="pencil"))
    heads = {
        "circle": showing.t("Not answered. To talk about."),
        "message-circle": showing.t("To talk about with your clinician"),
        "check": showing.t("We made this clear"),
    }
    items: list[Item] = []
    for icon, rows in groups.items():
        if rows:
            items += [TextItem(plain(heads[icon]), role="strong"), *listed(rows)]
    return items


def door_name(showing: Showing, door: Door) -> str:
    """Return the words of a door."""
    return {
        Door.READY: showing.t("I am ready to go on"),
        Door.QUESTIONS: showing.t("I have questions first"),
        Door.NO: showing.t("I do not want this"),
    }[door]


def doors(showing: Showing, session: Session) -> Sheet:
    """Return the three equal doors, or why all three wait."""
    if session.waits:
        return after_dose.doors(showing, session)
    rows = tuple(
        RowItem(
            door_name(showing, door),
            say(ev.DoorChosen, door),
            "radio",
            chosen=session.door == door,
        )
        for door in door_order(session)
    )
    lead = showing.t("This is your choice. You still get care if you say no.")
    # The title asks what they would like: that it is their choice is said there, too.
    short = showing.t("You still get care if you say no.")
    three = GroupItem(rows, flat_columns=3, together=True)
    return Sheet(
        "doors",
        showing.t("What would you like to do?"),
        (TextItem(plain(lead)), three),
        shorter=((TextItem(plain(short)), three),),
        back=showing.back(),
        step=showing.step(session),
    )


def acknowledge_words(showing: Showing, session: Session) -> str:
    """Return the exact sentence of the last button; it never says more than was opened."""
    seen = {one.page for one in session.seen}
    read = [
        page.id
        for chapter in showing.lesson.chapters
        if chapter.id != showing.lesson.faq_id
        for page in chapter.pages
    ]
    if all(page in seen for page in read):
        return showing.t("I went through this")
    return showing.t("I went through a part")


def acknowledge(showing: Showing, session: Session) -> Sheet:
    """Return the page with the last button; it is the same behind every door."""
    door = session.door or Door.QUESTIONS
    meaning = acknowledge_words(showing, session)
    texts = tuple(plain(one.text) for one in showing.lesson.statements) or (
        plain(showing.t("The button shows that you went through this information.")),
        plain(showing.t("It is not a yes to treatment. You still talk with your clinician.")),
    )
    return Sheet(
        f"acknowledge:{door}",
        showing.t("You chose: {door}", door=door_name(showing, door)),
        (PanelItem(showing.t("What the last button means"), "file-text", texts, role="detail"),),
        back=showing.back(),
        onward=FootButton(meaning, say(ev.Acknowledged, meaning), "check"),
        step=showing.step(session),
        page_words=_opened_words(showing, session),
    )


def _opened_words(showing: Showing, session: Session) -> str:
    """Say how much was opened, so that the last button never claims more."""
    pages = {page.id for chapter in showing.lesson.chapters for page in chapter.pages}
    seen = {one.page for one in session.seen} & pages
    return showing.t("You opened {count} of {of} pages.", count=len(seen), of=len(pages))


def saving(showing: Showing, session: Session) -> NoticeView:
    """Return the page between the press and the store's word."""
    waited = showing.now - session.touched
    lines = [showing.t("Please wait a moment.")]
    if waited > 10:  # acceptance row A-92: after 10 s, offer help
        lines.append(showing.t("This takes longer than it should. Please ask our staff."))
    return NoticeView("saving", showing.t("Saving your answers"), tuple(lines), icon="hourglass")


def what_next(showing: Showing, door: Door) -> str:
    """Return what happens after each door."""
    return {
        Door.READY: showing.t("Your clinician will talk with you next. You decide together."),
        Door.QUESTIONS: showing.t("Your clinician will go through your questions with you."),
        Door.NO: showing.t("That is all right. Our staff will talk with you about what is next."),
    }[door]


def saved(showing: Showing, session: Session) -> SavedView:
    """Return the last page, shown only after the store's word."""
    if session.waits:
        return after_dose.saved(showing, session)
    door = session.door or Door.QUESTIONS
    receipt = session.saved.receipt if session.saved else ""
    return SavedView(
        title=showing.t("Your answers are saved"),
        chosen=showing.t("You chose: {door}", door=door_name(showing, door)),
        receipt_title=showing.t("Your receipt number"),
        receipt=receipt,
        spoken=" ".join(receipt.replace("-", "")),
        check_code=session.saved.check_code if session.saved else "",
        lines=(
            showing.t("Please go back to your seat, or to the desk."),
            what_next(showing, door),
            showing.t("You can change your mind at any time. Tell our staff."),
        ),
        finish=FootButton(showing.t("Finish"), say(ev.Finished), "check"),
    )
