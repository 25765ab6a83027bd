"""The page that measures the screen with a bank card."""

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import FootButton, RulerItem, Sheet, TextItem, plain


def ruler(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page; the settings file alone decides, so the line for it is shown."""
    del session, desk
    what = showing.t(
        "Lay a bank card on the frame and make the frame as wide as the card. "
        "Then put this line under [screen] in the settings file."
    )
    steps = (
        showing.t("Much narrower"),
        showing.t("Narrower"),
        showing.t("Wider"),
        showing.t("Much wider"),
    )
    return Sheet(
        "staff-ruler",
        showing.t("Screen size"),
        (TextItem(plain(what), "detail"), RulerItem(steps)),
        onward=FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.READINESS)),
        tools=False,
    )
