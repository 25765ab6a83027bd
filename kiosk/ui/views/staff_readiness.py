"""The readiness of the kiosk on its own screen: what is met, and what is to do."""

from kiosk.domain.desk import Condition, Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.domain.staffing.roles import Act
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views import staff_trials
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import FootButton, Item, PanelItem, RowItem, Sheet, TextItem, plain


def readiness(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page: first what is lacking, then what is only to be known, then what is met."""
    del session
    found = tuple(one for one in desk.conditions if not staff_trials.is_told_by_its_row(one))
    met = tuple(one.name for one in found if one.ok)
    items: list[Item] = []
    if desk.message:
        items.append(PanelItem("", "triangle-alert", (plain(desk.message),), "notice", "detail"))
    if desk.checking:
        items.append(TextItem(plain(showing.t("Checking")), "detail", "ink2"))
    items += [_panel(one) for one in found if not one.ok]
    items += [_panel(one) for one in found if one.ok and one.todo]
    if met:
        text = showing.t("In order: {names}", names=showing.listed(met))
        items.append(PanelItem("", "check", (plain(text),), "tint", "detail"))
    items.append(staff_trials.rows(showing, desk))
    if desk.may(Act.LEAVE):
        verb = say(sv.DeskGo, DeskScreen.RULER)
        items.append(RowItem(showing.t("Screen size"), verb, "monitor"))
    return Sheet(
        "staff-readiness",
        showing.t("Readiness of this kiosk"),
        tuple(items),
        back=FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.MENU)),
        onward=FootButton(showing.t("Back to staff pages"), say(sv.DeskGo, DeskScreen.MENU)),
        tools=False,
    )


def _panel(one: Condition) -> PanelItem:
    """Return one condition; its words are those of `anteroom check`, in English."""
    icon, kind = ("info", "tint") if one.ok else ("triangle-alert", "notice")
    texts = tuple(plain(text) for text in (one.what, one.todo) if text)
    return PanelItem(one.name, icon, texts, kind, "detail")
