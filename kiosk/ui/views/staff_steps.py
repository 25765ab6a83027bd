"""How far the visit on this screen has come: the names of its steps, and nothing the person did."""

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.idle import Idle
from kiosk.domain.journey import progress
from kiosk.domain.session import Overlay, Session
from kiosk.domain.settling import unsaved
from kiosk.domain.shortly import chapters_of
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.sheet import (
    BulletItem,
    FootButton,
    Item,
    RowItem,
    Sheet,
    StepLine,
    TextItem,
    plain,
)
from kiosk.ui.views.staff_keypads import back_to


def covered(session: Session) -> bool:
    """Say whether the person's page lies hidden, so that staff do not see it when they leave."""
    return session.idle is Idle.CURTAIN or Overlay.HIDDEN in session.overlays


def open_row(showing: Showing) -> RowItem:
    """Return the row with which staff open a hidden visit; its page comes at the person's tap."""
    return RowItem(showing.t("Open the hidden visit"), say(sv.ReopenVisit), "lock-open")


def steps(showing: Showing, session: Session, desk: Desk) -> Sheet:
    """Return the list of steps; where somebody is, is all that it takes from the visit."""
    items: tuple[Item, ...] = (TextItem(plain(showing.t("No visit is under way."))),)
    if unsaved(session):
        items = _listed(showing, session)
    return Sheet(
        "staff-steps",
        showing.t("How far this visit is"),
        items,
        back=back_to(showing, DeskScreen.MENU),
        onward=_show(showing, session) if unsaved(session) else None,
        step=_line(showing, session),
        tools=False,
        wide=True,
        full_first=True,
    )


def _line(showing: Showing, session: Session) -> StepLine | None:
    """Return the stones with the number of the step, and no minutes: they count the ideas."""
    line = showing.step(session) if unsaved(session) else None
    return StepLine(line.step, line.of, line.short, line.short) if line is not None else None


def _listed(showing: Showing, session: Session) -> tuple[Item, ...]:
    now = progress(session)
    here = now.step if now is not None else 0
    names = [showing.chapter(one).title for one in chapters_of(session)]
    names += [showing.t("Short check"), showing.t("My questions"), showing.t("Choose and save")]
    bullets = (
        BulletItem(plain(_told(showing, name, number, here)), str(number), "tool")
        for number, name in enumerate(names, 1)
    )
    # Short: steps and button stand on one screen of the smallest device.
    note = showing.t("Behind may mean skipped. The page is the person's to show.")
    return (*bullets, TextItem(plain(note), "small", "ink2"))


def _told(showing: Showing, name: str, number: int, here: int) -> str:
    if number < here:
        return showing.t("{part}: behind", part=name)
    if number == here:
        return showing.t("{part}: here now", part=name)
    return showing.t("{part}: to come", part=name)


def _show(showing: Showing, session: Session) -> FootButton:
    """Return the one way to the page itself: what the person taps, now or once it is open."""
    if covered(session):
        row = open_row(showing)
        return FootButton(row.text, say(sv.ReopenVisit), row.mark, short=showing.t("Open it"))
    text = showing.t("Show my page to staff")
    return FootButton(text, say(sv.LeaveDesk), "eye", short=showing.t("Show my page"))
