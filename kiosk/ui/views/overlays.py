"""What may lie over any page: help, settings, hiding."""

from dataclasses import replace

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
from kiosk.ui.views.start import language_items, settings_items, shorter_languages
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
    told = PanelItem("", "", call, "help", "detail")
    rows, calm = GroupItem(urgent, 3, role="label"), _calm_help(showing, session)
    # What calls the desk is never on a second screen, in large letters neither.
    large = session.settings.size in ("L", "XL")
    first = (rows, told) if showing.calls and large else (told, rows)
    return Sheet(
        "help",
        showing.t("Get help"),
        (*first, GroupItem(calm, 4, role="label")),
        shorter=_short_help(showing, urgent, calm),
        onward=showing.close(),
        middle=FootButton(showing.t("Staff"), say(ev.Opened, Overlay.STAFF), "key-round"),
        wide=True,
    )


def _short_help(
    showing: Showing, urgent: tuple[RowItem, ...], calm: tuple[RowItem, ...]
) -> tuple[tuple[Item, ...], ...]:
    """Return what helps most, in few words, for the screens that hold no more.

    What it leaves out is in the tools above, as words and voice, or on the sign.
    """
    sign, upset, rest = urgent
    if not showing.calls:
        sign = replace(sign, text=showing.t("I want help"))
    rest = replace(rest, text=showing.t("A break"))
    rows = (GroupItem((sign, upset, rest), 3), GroupItem(calm[-2:], 2))
    where = showing.t("Please go to the desk, or raise your hand.")
    paper = showing.t("You can do this with our staff, or on paper.")
    both = showing.t("Go to the desk. Staff can do this on paper.")
    # Where the desk is stands on the sign, too.
    told = ((where, showing.help_text, paper), (both, showing.help_text), (both,))
    return tuple(
        (PanelItem("", "", tuple(plain(one) for one in some if one), "help", slim=True), *rows)
        for some in told
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
        ),
        onward=showing.close(),
        # To hide the page is a tool of every page.
        middle=FootButton(
            showing.t("Breathe slowly"),
            say(ev.Opened, Overlay.BREATH),
            "wind",
            short=showing.t("Breathe"),
        ),
        full_first=True,
        shorter=tuple(_few_words(showing, named=named) for named in (True, False)),
    )


def _few_words(showing: Showing, *, named: bool) -> tuple[Item, ...]:
    """Return where help is and that one may stop, for the screens that hold no more."""
    desk = showing.t("Please tell the person at the desk.")
    return (
        replace(crisis_item(showing, first=desk, named=named), title=""),
        TextItem(plain(showing.t("You can stop here. That is all right."))),
    )


def breath(showing: Showing, session: Session) -> Sheet:
    """Return something to look at for a moment; it promises nothing, and nothing is kept of it."""
    del session
    title = showing.t("One slow breath")
    steps = (showing.t("Breathe in slowly."), showing.t("Breathe out slowly."))
    start, stop = showing.t("Breathe with the water"), showing.t("Stop")
    invite = showing.t("If you like: one slow breath. You can skip this.")
    slow_breath = BreathItem(invite, steps, start, stop)
    return Sheet(
        "breath",
        title,
        (slow_breath,),
        onward=showing.close(showing.t("Back")),
        # The title says the rest.
        shorter=((replace(slow_breath, invite=showing.t("You can skip this.")),),),
    )


def settings(showing: Showing, session: Session) -> Sheet:
    """Return the settings page."""
    return Sheet(
        "settings",
        showing.t("Text, colours and voice"),
        (*settings_items(showing, session), *_about(showing, session), _every_tool(showing)),
        onward=showing.close(),
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


def _every_tool(showing: Showing) -> GroupItem:
    """Return the other tools of the bars, whose own labels stop growing on a small panel."""
    rows = (
        RowItem(showing.t("Read this page to me"), say(ReadBeneath), "volume-2"),
        RowItem(showing.t("Language"), say(ev.Opened, Overlay.LANGUAGE), "languages"),
        RowItem(showing.t("Questions"), say(ev.Opened, Overlay.FAQ), "circle-help"),
        RowItem(showing.t("Hide"), say(ev.Opened, Overlay.HIDDEN), "eye-off"),
        RowItem(showing.t("Get help"), say(ev.Opened, Overlay.HELP), "hand-helping"),
    )
    return GroupItem(rows, 2)


def language(showing: Showing, session: Session) -> Sheet:
    """Return the language page over another page."""
    return Sheet(
        "language-again",
        showing.t("Choose your language"),
        language_items(showing, session),
        shorter=shorter_languages(showing, session),
        onward=showing.close(),
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
    )
