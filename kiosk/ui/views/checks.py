"""Check questions: a look at how well we explained, never a test of the person."""

from dataclasses import replace

from kiosk.domain import events as ev
from kiosk.domain.ideas import Phase, choice_order
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views.blocks import items_of
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import GroupItem, Item, PanelItem, RowItem, Sheet, TextItem, plain
from kiosk.ui.views.sources import check_counts, source_link
from kiosk.ui.views.told import tells, told


def check(showing: Showing, session: Session) -> Sheet:
    """Return the question, another explanation, or a kind word; numbers with their source."""
    phase = session.idea.phase
    if phase is Phase.ASK:
        sheet = _ask(showing, session)
    elif phase is Phase.CLEAR:
        sheet = _clear(showing, session)
    else:
        sheet = _explain(showing, session, talk=phase is Phase.TALK)
    if not check_counts(showing.check(session.place.page)):
        return sheet
    return replace(sheet, items=(*sheet.items, source_link(showing)))


def _key(session: Session, part: str) -> str:
    return f"check:{session.place.page}:{part}:{len(session.idea.choices)}"


def _ask(showing: Showing, session: Session) -> Sheet:
    index = session.place.page
    question, plan = showing.check(index), session.plan.ideas[index]
    items: list[Item] = list(told(showing, items_of(showing, question.lead)))
    if session.hint:
        hint = showing.t("Choose what you think. \u201cI am not sure\u201d is a good answer too.")
        # The question stands in the title; the hint takes the place of the words below it.
        items = [PanelItem("", "info", (plain(hint),), "notice", "detail")]
    rows = [
        RowItem(question.choices[choice].text, say(ev.Answered, plan.id, choice), "radio")
        for choice in choice_order(plan, session.idea)
    ]
    rows.append(RowItem(showing.t("I am not sure"), say(ev.Answered, plan.id, None), "radio"))
    items.append(GroupItem(tuple(rows), 2))
    count = showing.t("Question {number} of {of}.", number=index + 1, of=len(session.plan.ideas))
    return Sheet(
        _key(session, "ask"),
        question.question,
        tuple(items),
        back=showing.back(),
        onward=showing.onward(),
        step=showing.step(session),
        page_words=count,
        hint=session.hint,
        tells=tells(showing),
    )


def _explain(showing: Showing, session: Session, *, talk: bool) -> Sheet:
    question = showing.check(session.place.page)
    turn = min(max(0, session.idea.misses - 1), len(question.reteach) - 1)
    reteach = question.reteach[turn]
    lead = showing.t("Many people are not sure about this one. Here it is in other words.")
    items: list[Item] = [TextItem(plain(lead), "body", "ink2")]
    words = told(showing, items_of(showing, reteach.blocks))
    items.extend(words)
    if talk:
        text = showing.t("We will mark this, so that your clinician talks with you about it.")
        panel = PanelItem(showing.t("To talk about"), "message-circle", (plain(text),))
        items = [*words, panel]
    return Sheet(
        _key(session, "explain"),
        reteach.title,
        tuple(items),
        back=showing.back(),
        onward=showing.onward(showing.t("Continue") if talk else showing.t("Ask me once more")),
        step=showing.step(session),
        tells=tells(showing),
    )


def _clear(showing: Showing, session: Session) -> Sheet:
    index = session.place.page
    question, plan = showing.check(index), session.plan.ideas[index]
    right = question.choices[plan.right].text
    lead = showing.t("Thank you. That is what we meant:")
    return Sheet(
        _key(session, "clear"),
        question.question,
        (PanelItem(lead, "check", (plain(right),), "done"),),
        back=showing.back(),
        onward=showing.onward(),
        step=showing.step(session),
    )
