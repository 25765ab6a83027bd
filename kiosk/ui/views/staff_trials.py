"""The pages on which staff try touch screen, keys, sound and printer."""

from kiosk.domain.desk import Condition, Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.domain.staffing.trials import FIVE_KEYS, SWITCH_KEYS, Device, Stage
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import GlassView, KeysView, View
from kiosk.ui.views.sheet import FootButton, GroupItem, Item, PanelItem, RowItem, Sheet, plain


def rows(showing: Showing, desk: Desk) -> GroupItem:
    """Return what leads to the trials, each with how it ended last, in English as it was kept."""
    named = (
        (Device.TOUCH, showing.t("Try the touch screen"), DeskScreen.TOUCH, "hand"),
        (Device.KEYS, showing.t("Try the keys"), DeskScreen.KEYS, "keyboard"),
        (Device.SOUND, showing.t("Try the sound"), DeskScreen.SOUND, "volume-2"),
        (Device.PRINTER, showing.t("Try the printer"), DeskScreen.PRINTER, "printer"),
    )
    ended = {one.name: one.what for one in desk.conditions}
    found = (
        RowItem(text, say(sv.DeskGo, to), icon, detail=ended.get(device.trial, ""))
        for device, text, to, icon in named
    )
    return GroupItem(tuple(found), 2)


def is_told_by_its_row(one: Condition) -> bool:
    """Say whether a condition is a trial that did not fail: the row that leads to it tells it."""
    return one.ok and one.name in {device.trial for device in Device}


def _back(showing: Showing) -> FootButton:
    return FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.READINESS))


def touch(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the squares; nothing else is on the glass, for its edges are tried as well."""
    del session
    return GlassView(
        "staff-touch",
        showing.t("Draw with a finger over every square"),
        desk.trial.touched,
        (FootButton(showing.t("Done"), say(sv.TrialEnded, Device.TOUCH), "check"),),
        _back(showing),
    )


def keys(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the keys, those that have answered marked."""
    del session
    words = {
        "up": showing.t("Up"),
        "down": showing.t("Down"),
        "left": showing.t("Left"),
        "right": showing.t("Right"),
        "enter": showing.t("Enter"),
        "space": showing.t("Space"),
        "tab": showing.t("Tab"),
    }
    pressed = desk.trial.keys
    return KeysView(
        "staff-keys",
        showing.t("Press each key once"),
        (showing.t("Switches answer as Space or Tab, and Enter. This ends by itself."),),
        tuple((one, words[one], one in pressed) for one in (*FIVE_KEYS, *SWITCH_KEYS)),
        (FootButton(showing.t("Done"), say(sv.TrialEnded, Device.KEYS), "check"),),
        _back(showing),
        comma=showing.comma,
    )


def sound(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page that plays a sentence and then asks about it."""
    del session
    question = showing.t("Did you hear it well where patients sit?")
    play = RowItem(showing.t("Play a sentence"), say(sv.TryNow, Device.SOUND), "volume-2")
    busy = showing.t("A sentence is being played.")
    title = showing.t("Sound")
    return _asking(showing, desk, Device.SOUND, title, start=play, busy=busy, question=question)


def printer(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page that prints a test page and then asks about it."""
    del session
    question = showing.t("Did the test page come out, whole and easy to read?")
    start = RowItem(showing.t("Print a test page"), say(sv.TryNow, Device.PRINTER), "printer")
    busy = showing.t("A test page is being printed.")
    title = showing.t("Printer")
    return _asking(showing, desk, Device.PRINTER, title, start=start, busy=busy, question=question)


def _asking(
    showing: Showing,
    desk: Desk,
    device: Device,
    title: str,
    *,
    start: RowItem,
    busy: str,
    question: str,
) -> View:
    trial = desk.trial
    items: list[Item] = []
    if trial.stage is Stage.AT_WORK:
        items.append(PanelItem("", "info", (plain(busy),), "tint", "detail"))
    if trial.told:
        look = ("triangle-alert", "notice") if trial.stage is Stage.FAILED else ("info", "tint")
        items.append(PanelItem("", look[0], (plain(trial.told),), look[1], "detail"))
    items.append(start)
    if trial.stage in (Stage.ASKED, Stage.FAILED):
        items.append(PanelItem(question, "circle-help", (), "tint", "detail"))
        answers = (
            RowItem(showing.t("Yes"), say(sv.TrialEnded, device, True), "check"),
            RowItem(showing.t("No"), say(sv.TrialEnded, device, False), "circle-x"),
        )
        items.append(GroupItem(answers, 2, together=True))
    return Sheet(
        f"staff-{device.value}",
        title,
        tuple(items),
        back=_back(showing),
        tools=False,
        full_first=True,
    )
