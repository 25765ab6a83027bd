"""Finding a record at the kiosk, and what staff may see of it: never a word of the person."""

from dataclasses import replace

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.domain.staffing.finding import RecordLook, State
from kiosk.domain.staffing.roles import Act
from kiosk.i18n.locales import LOCALES
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
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
from kiosk.ui.views.staff_keypads import back_to, passphrase_page, search_page

_NAMES = {one.tag: one.name for one in LOCALES}


def _menu(showing: Showing) -> FootButton:
    return FootButton(showing.t("Back to staff pages"), say(sv.DeskGo, DeskScreen.MENU))


def state_name(showing: Showing, state: str) -> str:
    """Return how a visit stands, in words."""
    names = {
        State.SAVED: showing.t("saved"),
        State.CORRECTED: showing.t("corrected"),
        State.VOID: showing.t("void"),
        State.KEPT: showing.t("not finished"),
    }
    return next((name for known, name in names.items() if known.value == state), state)


def language_name(tag: str) -> str:
    """Return a language by its own name, or its tag where this kiosk knows none."""
    return _NAMES.get(tag, tag)


def find(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the ways to look for a record."""
    rows = (
        RowItem(showing.t("By receipt number"), say(sv.DeskGo, DeskScreen.RECEIPT), "search"),
        RowItem(showing.t("By code or choice"), say(sv.OpenIndex), "key-round"),
        RowItem(showing.t("Today"), say(sv.FindState, ""), "calendar"),
        RowItem(showing.t("By day"), say(sv.DeskGo, DeskScreen.DAY), "calendar"),
        RowItem(showing.t("Not finished"), say(sv.FindState, State.KEPT.value), "list"),
        RowItem(showing.t("Void"), say(sv.FindState, State.VOID.value), "list"),
        RowItem(showing.t("Corrected"), say(sv.FindState, State.CORRECTED.value), "list"),
        RowItem(
            showing.t("Last records and check code"), say(sv.DeskGo, DeskScreen.RECORDS), "list"
        ),
    )
    items: list[Item] = []
    if desk.message:
        items.append(PanelItem("", "info", (plain(desk.message),), "notice", "detail"))
    return Sheet(
        "staff-find",
        showing.t("Find a record"),
        (*items, GroupItem(rows, 2, flat_columns=3)),
        back=back_to(showing, DeskScreen.MENU),
        tools=False,
    )


def receipt(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to type a receipt number, or its last four letters."""
    line = showing.t("The last 4 letters are enough.")
    words = ("staff-receipt", showing.t("Receipt number"), line)
    return search_page(showing, desk, words, sv.FindReceipt, (4, 9), DeskScreen.FIND)


def day(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to type a day."""
    words = ("staff-day", showing.t("Which day?"), showing.t("8 numbers: year, month, day."))
    page = search_page(showing, desk, words, sv.FindDay, (8, 8), DeskScreen.FIND)
    return replace(page, letters=False)


def passphrase(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page to type the passphrase of the key that lies here."""
    line = showing.t("It opens the key for this one copy, and is kept nowhere.")
    words = ("staff-passphrase", line, showing.t("Print the copy"))
    return passphrase_page(showing, desk, words, sv.PassphraseTyped, DeskScreen.RECORD)


def found(showing: Showing, session: Session, desk: Desk) -> View:
    """Return what was found, newest first, each to be opened."""
    rows = [
        RowItem(
            f"{showing.words.code(row.receipt)} · {state_name(showing, row.kind)}",
            say(sv.LookAt, row.number),
            "file-text",
            detail=" · ".join(
                text
                for text in (
                    showing.words.code(row.day),
                    language_name(row.language),
                    showing.t("demo") if row.mode else "",
                )
                if text
            ),
        )
        for row in desk.rows
    ]
    count = showing.words.n("{count} record", "{count} records", len(rows))
    told = count if rows else showing.t("Nothing was found.")
    return Sheet(
        "staff-found",
        showing.t("Records"),
        (TextItem(plain(told), "detail", "ink2"), *listed(rows)),
        back=back_to(showing, DeskScreen.FIND),
        onward=_menu(showing),
        tools=False,
    )


def record(showing: Showing, session: Session, desk: Desk) -> View:
    """Return what stands in the clear of one record, and the way to print its copy once more."""
    look = desk.look
    if look is None:
        return find(showing, session, desk)
    items: list[Item] = [TextItem(plain(text), "detail") for text in _facts(showing, look)]
    if not look.sound:
        warning = showing.t("This record was changed. Do not use it, and call the back office.")
        items.insert(0, PanelItem("", "triangle-alert", (plain(warning),), "notice", "detail"))
    # What became of a copy is what staff wait for: it comes first, whatever the screen holds.
    items = (
        [*_print(showing, desk, look), *items]
        if desk.printed
        else [*items, *_print(showing, desk, look)]
    )
    return Sheet(
        "staff-record",
        showing.words.code(look.receipt),
        tuple(items),
        back=back_to(showing, DeskScreen.FOUND if len(desk.rows) > 1 else DeskScreen.FIND),
        onward=_menu(showing),
        tools=False,
    )


def _facts(showing: Showing, look: RecordLook) -> tuple[str, ...]:
    words = showing.words
    language = language_name(look.language)
    demo = (showing.t("demo"),) if look.demo else ()
    shown = showing.t(
        "{language}, content version {version}", language=language, version=look.version
    )
    sound = showing.t("Its hash, seal and signature hold.") if look.sound else ""
    return tuple(
        text
        for text in (
            showing.listed((words.code(look.day), state_name(showing, look.state), *demo)),
            shown if look.version else "",
            showing.t("Check code: {code}", code=words.code(look.check_code)),
            sound,
        )
        if text
    )


def _print(showing: Showing, desk: Desk, look: RecordLook) -> tuple[Item, ...]:
    """Return the button that prints, or why it cannot be done here."""
    told = {
        "printing": showing.t("The copy is being printed."),
        "done": showing.t("The copy went to the printer. It is for the person alone."),
        "failed": showing.t("The printer did not take it: {reason}.", reason=desk.message),
        "refused": showing.t("No copy was made: {reason}", reason=desk.message),
    }
    # The key of a passphrase is let go of after each copy, so it is typed for the next.
    verb = say(sv.PrintAgain) if look.openable else say(sv.DeskGo, DeskScreen.UNLOCK)
    row = RowItem(showing.t("Print the copy again"), verb, "printer")
    if desk.printed:
        outcome = PanelItem("", "printer", (plain(told[desk.printed]),), "tint", "detail")
        # A printer that was out of paper is filled, and nobody looks for the record once more.
        return (outcome, GroupItem((row,))) if desk.printed == "failed" else (outcome,)
    if (look.openable or look.locked) and look.copied and look.sound and desk.may(Act.REPRINT):
        return (GroupItem((row,)),)
    why = showing.t("What the person saw and chose is sealed. Print the copy at the back office.")
    if look.sound and not look.copied:
        why = showing.t("This record has no copy to print.")
    return (PanelItem("", "lock", (plain(why),), "tint", "detail"),)
