"""The staff room's pages."""

from dataclasses import replace

from kiosk.domain.desk import Desk, DeskScreen, RecordRow
from kiosk.domain.session import Session, Step
from kiosk.domain.settling import unsaved
from kiosk.domain.staffing.roles import Act, Role
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views import (
    staff_board,
    staff_find,
    staff_readiness,
    staff_ruler,
    staff_sealed,
    staff_steps,
    staff_trials,
    staff_visit,
)
from kiosk.ui.views.context import Showing
from kiosk.ui.views.missing import missing_numbers
from kiosk.ui.views.screens import Badged, KeypadView, NoticeView, TableView, View
from kiosk.ui.views.sheet import (
    FootButton,
    GroupItem,
    Item,
    PanelItem,
    RowItem,
    Sheet,
    TextItem,
    plain,
)

# More rows push each other to a second screen; the last ones are the least in a hurry.
_MOST_ROWS = 6


def staff_room(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page of the staff room in front."""
    pages = {
        DeskScreen.PIN: _pin,
        DeskScreen.MENU: _menu,
        DeskScreen.REFERENCE: _reference,
        DeskScreen.VISIT: staff_visit.visit,
        DeskScreen.LANGUAGE: staff_visit.language,
        DeskScreen.ROUTE: staff_visit.route,
        DeskScreen.SIZE: staff_visit.size,
        DeskScreen.COLOURS: staff_visit.colours,
        DeskScreen.CODE: _code,
        DeskScreen.STEPS: staff_steps.steps,
        DeskScreen.FIND: staff_find.find,
        DeskScreen.RECEIPT: staff_find.receipt,
        DeskScreen.DAY: staff_find.day,
        DeskScreen.UNLOCK: staff_find.passphrase,
        DeskScreen.SEALED: staff_sealed.sealed,
        DeskScreen.BY_CODE: staff_sealed.by_code,
        DeskScreen.INDEX: staff_sealed.passphrase,
        DeskScreen.FOUND: staff_find.found,
        DeskScreen.RECORD: staff_find.record,
        DeskScreen.RECORDS: _records,
        DeskScreen.READINESS: staff_readiness.readiness,
        DeskScreen.RULER: staff_ruler.ruler,
        DeskScreen.TOUCH: staff_trials.touch,
        DeskScreen.KEYS: staff_trials.keys,
        DeskScreen.SOUND: staff_trials.sound,
        DeskScreen.PRINTER: staff_trials.printer,
        DeskScreen.RESET: _reset,
        DeskScreen.EXIT: _exit,
    }
    view = pages[desk.screen](showing, session, desk)
    # On the menu the same stands whole, with what else waits; before the PIN nothing is told.
    without = desk.screen in (DeskScreen.PIN, DeskScreen.MENU)
    if without or not desk.unlocked or not isinstance(view, Badged):
        return view
    return replace(view, badge=staff_board.badge(showing, desk))


def _leave(showing: Showing) -> FootButton:
    return FootButton(showing.t("Leave staff pages"), say(sv.LeaveDesk), short=showing.t("Leave"))


def _menu_button(showing: Showing) -> FootButton:
    return FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.MENU))


def _pin(showing: Showing, session: Session, desk: Desk) -> View:
    return KeypadView(
        "staff-pin",
        showing.t("Staff PIN"),
        (showing.t("For clinic staff only."),),
        sv.PinTyped,
        6,
        12,
        showing.t("Checking") if desk.checking else showing.t("Open"),
        showing.t("Erase last"),
        _leave(showing),
        error=desk.message,
        hidden=True,
        round=desk.tries,
        tools=False,
        missing=missing_numbers(showing, 6),
    )


def _menu(showing: Showing, session: Session, desk: Desk) -> View:
    # What waits for somebody and what can be done stand on the first screen, whatever follows.
    items: list[Item] = [*staff_board.badges(showing, desk)]
    if desk.message:
        items.append(PanelItem("", "info", (plain(desk.message),), "notice", "detail"))
    rows = _menu_rows(showing, session, desk)
    items.append(GroupItem(rows[:_MOST_ROWS], 2, flat_columns=3))
    in_panel = desk.badges.late and desk.badges.uncopied is None
    waits = "" if in_panel else staff_board.uncopied(showing, desk)
    told = " ".join(filter(None, (waits, _state(showing, session), _role(showing, desk))))
    items.append(TextItem(plain(told), "small", "ink2"))
    if desk.demo:
        items.append(
            PanelItem(
                showing.t("Demo: no staff PIN is set"),
                "triangle-alert",
                (
                    plain(
                        showing.t("Anybody can open these pages. Set one: anteroom staff set-pin")
                    ),
                ),
                "notice",
                "detail",
            )
        )
    if rows[_MOST_ROWS:]:
        items.append(GroupItem(rows[_MOST_ROWS:], 2, flat_columns=3))
    if desk.put_aside:
        items.append(_damage(showing, desk.put_aside))
    # In the foot, so that the rows above stay on one page.
    readiness = FootButton(
        showing.t("Readiness of this kiosk"),
        say(sv.DeskGo, DeskScreen.READINESS),
        "clipboard-list",
        short=showing.t("Readiness"),
    )
    return Sheet(
        "staff-menu",
        showing.t("Staff"),
        tuple(items),
        middle=readiness if desk.unlocked else None,
        onward=_leave(showing),
        tools=False,
        full_first=True,
        waits=staff_board.waits(showing, desk),
    )


def _menu_rows(showing: Showing, session: Session, desk: Desk) -> tuple[RowItem, ...]:
    """Return what this role may do now; what it may not is not there to be pressed."""
    new = RowItem(showing.t("Start a new visit"), say(sv.DeskGo, DeskScreen.REFERENCE), "plus")
    rows = [
        # Why there is none is said below; arranging one that cannot begin would be for nothing.
        *([(Act.START, new)] if session.closed is None else []),
        (
            Act.ERASE,
            RowItem(showing.t("Reset now"), say(sv.DeskGo, DeskScreen.RESET), "rotate-ccw"),
        ),
        (Act.FIND, RowItem(showing.t("Find a record"), say(sv.DeskGo, DeskScreen.FIND), "search")),
        (
            Act.LEAVE,
            RowItem(showing.t("Leave to the desktop"), say(sv.DeskGo, DeskScreen.EXIT), "log-out"),
        ),
    ]
    if session.id is None:
        clean = RowItem(showing.t("Clean the screen"), say(sv.CleanNow), "sparkles")
        rows.insert(len(rows) - 3, (Act.CLEAN, clean))
    if desk.badges.can_copy and (desk.badges.waiting or desk.copying):
        words = showing.t("Copying …") if desk.copying else showing.t("Copy the records now")
        rows.insert(len(rows) - 3, (Act.COPY, RowItem(words, say(sv.CopyNow), "copy")))
    if unsaved(session):
        more = RowItem(showing.t("10 more minutes"), say(sv.ExtendVisit), "clock")
        rows.insert(len(rows) - 3, (Act.EXTEND, more))
        far = RowItem(showing.t("How far this visit is"), say(sv.DeskGo, DeskScreen.STEPS), "list")
        # Looking on is for everybody who may open these pages, and the last in a hurry.
        rows.insert(len(rows) - 1, (Act.OPEN, far))
    if staff_steps.covered(session):
        rows.insert(0, (Act.REOPEN, staff_steps.open_row(showing)))
    return tuple(row for act, row in rows if desk.may(act))


def _role(showing: Showing, desk: Desk) -> str:
    name = {
        Role.RECEPTION: showing.t("reception"),
        Role.CLINICIAN: showing.t("clinician"),
        Role.ADMIN: showing.t("admin"),
    }[desk.role]
    return showing.t("Opened as: {role}. What staff do here is written down.", role=name)


def _damage(showing: Showing, stores: tuple[tuple[str, str], ...]) -> PanelItem:
    """Say what happened to the newest, where all lie, and what to do."""
    folder, why = stores[-1]
    texts = [
        showing.t(
            "The kiosk goes on with a new one. Move this folder to the back office, with all that "
            "is in it, and have it checked there; then this note goes: {folder}",
            folder=folder,
        ),
        showing.t("What was found: {why}", why=why),
    ]
    if len(stores) > 1:
        texts.append(
            showing.t("There are {count} such folders beside each other.", count=len(stores))
        )
    return PanelItem(
        showing.t("A record store was damaged or changed, and put aside"),
        "triangle-alert",
        tuple(plain(text) for text in texts),
        "notice",
        "detail",
    )


def _state(showing: Showing, session: Session) -> str:
    if session.closed is not None:
        return _ended(showing.t("This kiosk takes no visits: {reason}", reason=session.closed))
    if session.fault is not None:
        return _ended(showing.t("The last visit broke off: {reason}", reason=session.fault))
    if session.id is None:
        return showing.t("This kiosk is free.")
    if session.place.step is Step.SAVED:
        return showing.t("A visit was saved. It is still on the screen.")
    under_way = showing.t("A visit is under way. Its pages come back when you leave.")
    line = showing.step(session)
    if line is None:
        return under_way
    # How far, and never what: answers are for the person to show.
    return f"{under_way} {line.short}"


def _ended(sentence: str) -> str:
    """Return a sentence with its full stop: a reason has none, and another sentence follows."""
    return f"{sentence.rstrip('.')}."


def _reference(showing: Showing, session: Session, desk: Desk) -> View:
    return KeypadView(
        "staff-reference",
        showing.t("New visit: your reference"),
        (showing.t("Type what finds this person in your own system. Not a name."),),
        sv.ReferenceTyped,
        1,
        32,
        showing.t("Continue"),
        showing.t("Erase last"),
        _menu_button(showing),
        error=desk.message,
        letters=True,
        round=desk.tries,
        tools=False,
    )


def _code(showing: Showing, session: Session, desk: Desk) -> View:
    code = showing.words.code(f"{desk.code[:3]} {desk.code[3:]}")
    return NoticeView(
        "staff-code",
        code,
        (
            showing.t("Write this code on a card and give it to the person."),
            showing.t("It works once, on this kiosk, for the next 15 minutes."),
        ),
        (
            FootButton(showing.t("Back to staff pages"), say(sv.DeskGo, DeskScreen.MENU)),
            _leave(showing),
        ),
        icon="key-round",
    )


def _records(showing: Showing, session: Session, desk: Desk) -> View:
    return TableView(
        "staff-records",
        showing.t("Last records"),
        (
            showing.t("Receipt"),
            showing.t("Day"),
            showing.t("State"),
            showing.t("Kind"),
            showing.t("Language"),
        ),
        tuple(_record(showing, row) for row in desk.rows),
        (showing.t("Check code: {code}", code=desk.check_code),) if desk.check_code else (),
        _menu_button(showing),
        showing.t("No records yet.") if not desk.checking else showing.t("Reading"),
        comma=showing.comma,
    )


def _record(showing: Showing, row: RecordRow) -> tuple[str, ...]:
    """Return the cells of a record; what the store adds later shows as it is stored."""
    return (
        showing.words.code(row.receipt),
        showing.words.code(row.day),
        staff_find.state_name(showing, row.kind),
        showing.t("demo") if row.mode == "demo" else row.mode,
        staff_find.language_name(row.language),
    )


def _reset(showing: Showing, session: Session, desk: Desk) -> View:
    erase = FootButton(showing.t("Erase it"), say(sv.ResetNow, False), "rotate-ccw")
    lines = [showing.t("Answers that are not saved yet are gone for good.")]
    buttons = [erase]
    if unsaved(session):
        keep = FootButton(showing.t("Keep it"), say(sv.ResetNow, True), "save")
        lines.append(
            showing.t(
                "To keep writes down how far the visit came, as not finished and without a choice."
            )
        )
        buttons = [keep, erase]
    return NoticeView(
        "staff-reset",
        showing.t("Take this visit off the screen?"),
        tuple(lines),
        (*buttons, _menu_button(showing)),
        icon="rotate-ccw",
        primary=False,
    )


def _exit(showing: Showing, session: Session, desk: Desk) -> View:
    return NoticeView(
        "staff-exit",
        showing.t("Leave to the desktop?"),
        (showing.t("The kiosk closes. A visit that is not saved is erased."),),
        (
            FootButton(showing.t("Leave now"), say(sv.ExitNow), "log-out"),
            _menu_button(showing),
        ),
        icon="log-out",
    )
