"""The pages on which staff arrange a new visit: all of it on one, each choice on another."""

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.domain.staffing.arrangement import Dose
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.routes import route_name
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import FootButton, GroupItem, RowItem, Sheet
from kiosk.ui.views.start import colour_names, size_names


def visit(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page of a new visit: what the last one had is chosen already, nothing of a person.

    What a usual visit needs stands on the first screen of the smallest device.
    """
    usual, looks = _usual(showing, desk), _looks(showing, desk)
    code = RowItem(showing.t("Make a code instead"), say(sv.GiveCode), "key-round")
    return Sheet(
        "staff-visit",
        showing.t("New visit: {reference}", reference=_breakable(desk.visit.reference)),
        (
            GroupItem((*_dose(showing, desk), *usual), 2),
            GroupItem(_people(showing, desk), 2),
            GroupItem((*looks, code), 2),
        ),
        back=FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.REFERENCE)),
        onward=FootButton(
            showing.t("Hand over now"), say(sv.HandOver), "hand", short=showing.t("Hand over")
        ),
        tools=False,
        aside=True,
    )


def _breakable(reference: str) -> str:
    """Return a reference with unseen places at which a long line may break."""
    return "\u200b".join(reference[i : i + 8] for i in range(0, len(reference), 8))


def _dose(showing: Showing, desk: Desk) -> tuple[RowItem, ...]:
    dose, hours = desk.visit.attested.dose, desk.window_hours
    none = RowItem(
        showing.t("No dose today, and alert"),
        say(sv.Arrange, "dose", Dose.NONE.value),
        "tick",
        dose is Dose.NONE,
    )
    if not hours:
        return (none,)
    recent = RowItem(
        showing.words.n(
            "A dose in the last {count} hour: the choice waits",
            "A dose in the last {count} hours: the choice waits",
            hours,
        ),
        say(sv.Arrange, "dose", Dose.RECENT.value),
        "tick",
        dose is Dose.RECENT,
    )
    return (none, recent)


def _usual(showing: Showing, desk: Desk) -> tuple[RowItem, RowItem]:
    plan, names = desk.visit, {one.tag: one.name for one in showing.languages}
    way = showing.t("How the medicine is given")
    return (
        _choice(way, DeskScreen.ROUTE, route_name(showing, plan.route)),
        _choice(showing.t("Language"), DeskScreen.LANGUAGE, names.get(plan.language, "")),
    )


def _looks(showing: Showing, desk: Desk) -> tuple[RowItem, RowItem]:
    size, colours = size_names(showing)[desk.visit.size], colour_names(showing)[desk.visit.theme]
    return (
        _choice(showing.t("Text size"), DeskScreen.SIZE, size),
        _choice(showing.t("Colours"), DeskScreen.COLOURS, colours),
    )


def _choice(name: str, screen: DeskScreen, chosen: str) -> RowItem:
    return RowItem(name, say(sv.DeskGo, screen), "pencil", detail=chosen)


def _people(showing: Showing, desk: Desk) -> tuple[RowItem, ...]:
    plan, there = desk.visit, desk.visit.attested
    rows = (
        (showing.t("An interpreter is there"), "interpreter", there.interpreter),
        (showing.t("A helper is there"), "helper", there.helper),
        (showing.t("A legal representative is there"), "representative", there.representative),
        (showing.t("Read each new page aloud"), "read_on", plan.read_on),
    )
    return tuple(RowItem(text, say(sv.Arrange, name), "tick", on) for text, name, on in rows)


def language(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to choose the language of a new visit."""
    named = {one.tag: one.name for one in showing.languages}
    return _pick(showing, DeskScreen.LANGUAGE, named, desk.visit.language, showing.t("Language"))


def route(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to choose the way of giving."""
    last, every = desk.last_route, (*showing.pack.info.routes, "")
    first = tuple(one for one in every if one == last and last)
    ways = (*first, *(one for one in every if one not in first))
    named = {one: route_name(showing, one) for one in ways}
    title = showing.t("How the medicine is given")
    return _pick(showing, DeskScreen.ROUTE, named, desk.visit.route, title)


def size(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to choose the size of letters."""
    named = size_names(showing)
    return _pick(showing, DeskScreen.SIZE, named, desk.visit.size, showing.t("Text size"))


def colours(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to choose the colours."""
    named = colour_names(showing)
    return _pick(showing, DeskScreen.COLOURS, named, desk.visit.theme, showing.t("Colours"))


_FIELDS = {
    DeskScreen.LANGUAGE: "language",
    DeskScreen.ROUTE: "route",
    DeskScreen.SIZE: "size",
    DeskScreen.COLOURS: "theme",
}


def _pick(
    showing: Showing, screen: DeskScreen, named: dict[str, str], chosen: str, title: str
) -> Sheet:
    """Return a list of which one is chosen; a press leads back to the page of the visit."""
    rows = tuple(
        RowItem(name, say(sv.Arrange, _FIELDS[screen], value), "radio", value == chosen)
        for value, name in named.items()
    )
    return Sheet(
        f"staff-{screen.value}",
        title,
        (GroupItem(rows, 2),),
        back=FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.VISIT)),
        tools=False,
    )
