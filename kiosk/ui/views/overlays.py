"""What may lie over any page: help, settings, hiding."""

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Session
from kiosk.ui.verbs import ReadBeneath, say
from kiosk.ui.views.blocks import crisis_item
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import (
    BreathItem,
    FootButton,
    GroupItem,
    Item,
    PanelItem,
    RowItem,
    Sheet,
    TextItem,
    plain,
)
from kiosk.ui.views.sources import has_sources
from kiosk.ui.views.start import language_items, settings_items
from kiosk.ui.views.words import terms_beneath


def help_sheet(showing: Showing, session: Session) -> Sheet:
    """Return the help page, what is urgent first; it never says that anybody is coming."""
    call = (
        plain(showing.t("Please go to the desk, or raise your hand.")),
        *((plain(showing.help_text),) if showing.help_text else ()),
        *(() if showing.calls else (plain(showing.t("This screen cannot call staff for you.")),)),
        plain(showing.t("You can do all of this with our staff, or on paper.")),
    )
    sign = showing.t("Call the desk") if showing.calls else showing.t("Show that I want help")
    # In two groups: where a screen has little room, what is urgent stays beside how to get staff.
    urgent = (
        RowItem(sign, say(ev.Opened, Overlay.CALLING), "hand"),
        RowItem(showing.t("I feel upset"), say(ev.Opened, Overlay.UPSET), "heart"),
        RowItem(showing.t("I need a break"), say(ev.Opened, Overlay.HIDDEN), "coffee"),
    )
    # With large letters these words give way, so that all of help stands on one screen.
    role = "running" if session.settings.size == "L" else "label"
    told = PanelItem("", "", call, "help", "detail")
    rows = GroupItem(urgent, 3, role="label")
    # What calls the desk is never on a second screen, in large letters neither.
    large = session.settings.size in ("L", "XL")
    first = (rows, told) if showing.calls and large else (told, rows)
    return Sheet(
        "help",
        showing.t("Get help"),
        (
            *first,
            GroupItem(_calm_help(showing, session), 4, role=role),
        ),
        onward=showing.close(),
        middle=FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round"),
        more=showing.t("More"),
        wide=True,
    )


def _calm_help(showing: Showing, session: Session) -> tuple[RowItem, ...]:
    """Return what helps with the screen, and in a visit the ways to its end."""
    rows = [
        RowItem(
            showing.t("Help with the screen"), say(ev.Opened, Overlay.SETTINGS), "accessibility"
        ),
        RowItem(showing.t("Read this page to me"), say(ReadBeneath), "volume-2"),
    ]
    if session.id is not None:
        onward = showing.t("Go to my choice")
        rows.append(RowItem(onward, say(ev.DecideAsked), "chevron-right"))
        rows.append(RowItem(showing.t("Stop, save nothing"), say(ev.Finished), "log-out"))
    return tuple(rows)


def upset(showing: Showing, session: Session) -> Sheet:
    """Return the page for somebody who feels upset: no questions, nothing to type."""
    return Sheet(
        "upset",
        showing.t("You are not alone"),
        (
            crisis_item(
                showing, first=showing.t("Please tell the person at the desk. They want to know.")
            ),
            TextItem(plain(showing.t("Many people feel upset when they read about this."))),
            TextItem(plain(showing.t("You can stop here. Nothing bad happens if you stop."))),
            _breath(showing),
        ),
        onward=showing.close(),
        middle=FootButton(
            showing.t("Hide my page"),
            say(ev.Opened, Overlay.HIDDEN),
            "eye-off",
            short=showing.t("Hide"),
        ),
        more=showing.t("More"),
        full_first=True,
    )


def _breath(showing: Showing) -> BreathItem:
    """Return something to look at for a moment; it promises nothing, and nothing is kept of it."""
    return BreathItem(
        showing.t("If you like: one slow breath. You can skip this."),
        (showing.t("Breathe in slowly."), showing.t("Breathe out slowly.")),
        showing.t("Breathe with the water"),
        showing.t("Stop"),
    )


def settings(showing: Showing, session: Session) -> Sheet:
    """Return the settings page."""
    return Sheet(
        "settings",
        showing.t("Text, colours and voice"),
        (*settings_items(showing, session), *_about(showing, session)),
        onward=showing.close(),
        more=showing.t("More"),
    )


def _about(showing: Showing, session: Session) -> tuple[Item, ...]:
    """Return what tells more of the page; in help it would push what is urgent off the screen."""
    rows: list[RowItem] = []
    if terms_beneath(showing, session):
        name = showing.t("Words on this page")
        rows.append(RowItem(name, say(ev.Opened, Overlay.WORDS), "message-circle-question"))
    if has_sources(session):
        where = showing.t("Where does this come from?")
        rows.append(RowItem(where, say(ev.Opened, Overlay.SOURCES), "book-open"))
    return (GroupItem(tuple(rows), 2),) if rows else ()


def language(showing: Showing, session: Session) -> Sheet:
    """Return the language page over another page."""
    return Sheet(
        "language-again",
        showing.t("Choose your language"),
        language_items(showing, session),
        onward=showing.close(),
        more=showing.t("More"),
        full_first=True,
    )


def voiceless(showing: Showing, session: Session) -> Sheet:
    """Return the page that says that nothing can be read aloud, and who can."""
    return Sheet(
        "voiceless",
        showing.t("There is no voice here"),
        (
            TextItem(plain(showing.t("This screen cannot read these words to you."))),
            TextItem(plain(showing.t("It has no voice in this language, or no sound."))),
            PanelItem(
                showing.t("To get staff"),
                "users",
                (
                    plain(showing.t("Our staff can read them with you.")),
                    plain(showing.t("Please go to the desk, or raise your hand.")),
                    *((plain(showing.help_text),) if showing.help_text else ()),
                ),
                "help",
                "detail",
            ),
        ),
        onward=showing.close(),
        more=showing.t("More"),
    )
