"""Finding a record by code or door, which are sealed: with the clinic's key alone."""

from kiosk.domain.acknowledgement import Door
from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.domain.staffing.sealed_finding import MOST_CODE, KeyState
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.closing import door_name
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import GroupItem, Item, PanelItem, RowItem, Sheet, plain
from kiosk.ui.views.staff_keypads import back_to, passphrase_page, search_page


def sealed(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the ways to look for what is sealed, or what they need."""
    items = _open(showing, desk) if desk.index.state is KeyState.OPEN else _closed(showing, desk)
    return Sheet(
        "staff-sealed",
        showing.t("Find by code or choice"),
        items,
        back=back_to(showing, DeskScreen.FIND),
        tools=False,
    )


def _open(showing: Showing, desk: Desk) -> tuple[Item, ...]:
    index = desk.index
    far = showing.t("Every record was opened.")
    if not index.whole:
        far = showing.t(
            "{done} of {of} records opened, the newest first.", done=index.done, of=index.of
        )
    rows = [RowItem(showing.t("By code"), say(sv.DeskGo, DeskScreen.BY_CODE), "search")]
    rows += [RowItem(door_name(showing, one), say(sv.FindDoor, one.value), "list") for one in Door]
    told = showing.t("What the key opened is forgotten when you leave these pages.")
    note = PanelItem("", "lock-open", (plain(far), plain(told)), "tint", "detail")
    return note, GroupItem(tuple(rows), 2)


def _closed(showing: Showing, desk: Desk) -> tuple[Item, ...]:
    why = showing.t("Code and choice are sealed. To find by them, the clinic's key must be here.")
    how = showing.t("Put in the stick with the key.")
    again = showing.t("Looking") if desk.checking else showing.t("Look for the key")
    row = RowItem(again, say(sv.OpenIndex), "refresh-ccw")
    if desk.index.state is KeyState.LOCKED:
        how = showing.t("The key is here, under a passphrase.")
        typed = showing.t("Type the passphrase")
        row = RowItem(typed, say(sv.DeskGo, DeskScreen.INDEX), "key-round")
    note = PanelItem("", "lock", (plain(why), plain(how)), "tint", "detail")
    if desk.index.state is KeyState.GONE:
        gone = showing.t("The key is no longer here. What it opened is forgotten.")
        return PanelItem(gone, "triangle-alert", (), "notice"), note, GroupItem((row,))
    return note, GroupItem((row,))


def by_code(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to type the code of a visit."""
    line = showing.t("The code that staff typed for this visit, or a part of it.")
    words = ("staff-by-code", showing.t("Code of the visit"), line)
    return search_page(showing, desk, words, sv.FindCode, (1, MOST_CODE), DeskScreen.SEALED)


def passphrase(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to type the passphrase with which code and door can be searched."""
    line = showing.t("It opens the key until you leave these pages, and is kept nowhere.")
    words = ("staff-index", line, showing.t("Open the key"))
    return passphrase_page(showing, desk, words, sv.IndexPassphrase, DeskScreen.SEALED)
