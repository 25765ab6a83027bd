"""How a person presses: by finger, keys or switches, and what a trembling hand may ask for."""

from kiosk.domain import events as ev
from kiosk.domain.comfort import HANDS
from kiosk.domain.press import HOLDS_MS
from kiosk.domain.scan import PACES
from kiosk.domain.session import Overlay, Session, Settings
from kiosk.domain.switching import known
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import GroupItem, Item, RowItem, Sheet, TextItem, plain

# The page on which a switch does nothing but tell which it is.
SWITCHES_TRY = "switches-try"


def pressing_row(showing: Showing) -> RowItem:
    """Return the row of the settings that leads here."""
    return RowItem(
        showing.t("How do you press?"), say(ev.Opened, Overlay.PRESS), end_icon="chevron-right"
    )


def pressing(showing: Showing, session: Session) -> Sheet:
    """Return the page about pressing."""
    chosen = session.settings
    ticks = _ticks(showing, chosen)
    ways = (
        showing.t("By touch"),
        showing.t("By keys"),
        showing.t("Two switches"),
        showing.t("One switch"),
    )
    return Sheet(
        "press",
        showing.t("How do you press?"),
        (
            _choice("hands", HANDS, ways, chosen.hands, 4),
            TextItem(plain(_explained(showing, chosen.hands))),
            *(_touch_items(showing, chosen) if chosen.hands == "touch" else ()),
            *((_pace(showing, chosen.pace),) if chosen.hands == "one" else ()),
            *((_tries(showing),) if chosen.hands == "two" else ()),
            *((GroupItem(ticks, 2),) if ticks else ()),
        ),
        onward=showing.close(showing.t("Done")),
    )


def _choice(
    name: str, values: tuple[object, ...], words: tuple[str, ...], now: object, columns: int
) -> GroupItem:
    return GroupItem(
        tuple(
            RowItem(text, say(ev.SettingChosen, name, str(value)), "radio", value == now)
            for text, value in zip(words, values, strict=True)
        ),
        columns,
    )


def _explained(showing: Showing, hands: str) -> str:
    texts = {
        "touch": showing.t("Touch a button and let go. You can slide away to cancel."),
        "keys": showing.t("The up and down arrow keys move. The Enter key presses."),
        "two": showing.t("The Space or Tab key moves the frame. The Enter key presses."),
        "one": showing.t(
            "The frame moves by itself. Press any switch when it is where you want. "
            "Press again at once to take it back."
        ),
    }
    return texts[hands]


def _touch_items(showing: Showing, chosen: Settings) -> tuple[Item, ...]:
    holds = (
        showing.t("Press at once"),
        showing.t("Hold a moment"),
        showing.t("Hold longer"),
    )
    return (_choice("hold_ms", HOLDS_MS, holds, chosen.hold_ms, 3),)


def _ticks(showing: Showing, chosen: Settings) -> tuple[RowItem, ...]:
    """Return what can be on or off; a kiosk without sound offers none."""
    ticks: list[tuple[str, str, bool]] = []
    if chosen.hands == "touch":
        ticks.append(("calm", showing.t("Ignore quick repeats"), chosen.calm))
        ticks.append(("low", showing.t("Put all buttons low"), chosen.low))
    if showing.sounds:
        ticks.append(("click", showing.t("Soft click at each press"), chosen.click))
    return tuple(
        RowItem(text, say(ev.SettingChosen, name, "off" if on else "on"), "tick", on)
        for name, text, on in ticks
    )


def _pace(showing: Showing, pace: float) -> GroupItem:
    paces = (
        showing.t("Very fast"),
        showing.t("Fast"),
        showing.t("Usual pace"),
        showing.t("Slow"),
        showing.t("Very slow"),
    )
    return _choice("pace", PACES, paces, pace, 5)


def _tries(showing: Showing) -> GroupItem:
    text = showing.t("Try my two switches")
    return GroupItem((RowItem(text, say(ev.Opened, Overlay.SWITCHES), end_icon="chevron-right"),))


def switches(showing: Showing, session: Session) -> Sheet:
    """Return the page that finds out which switch is which, and shows that both work."""
    lines: tuple[str, ...] = (showing.t("Press the switch that is to move the frame."),)
    if known(session):
        lines = (
            showing.t("Both switches work."),
            showing.t("The first one moves the frame. The other one presses."),
        )
    elif session.tried:
        lines = (
            showing.t("Now press the other switch."),
            showing.t("If there is no other, press this one 3 times to go back."),
        )
    again = RowItem(showing.t("Try again"), say(ev.SwitchesForgotten), "rotate-ccw")
    return Sheet(
        SWITCHES_TRY if not known(session) else "switches",
        showing.t("Try my two switches"),
        (
            *(TextItem(plain(line)) for line in lines),
            *((GroupItem((again,)),) if known(session) else ()),
        ),
        onward=showing.close(showing.t("Done")),
    )
