"""The page that measures the screen with a bank card."""

from kiosk.domain.desk import Desk, DeskScreen
from kiosk.domain.session import Session
from kiosk.ui import staff_verbs as sv
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import View
from kiosk.ui.views.sheet import FootButton, RulerItem, Sheet, TextItem, plain

# In px; signs and digits are the same in every language.
_STEPS = ("\u221210", "\u22121", "+1", "+10")


def ruler(showing: Showing, session: Session, desk: Desk) -> View:
    """Return the page; the settings file alone decides, so the line for it is shown."""
    del session, desk
    what = showing.t(
        "Lay a bank card on the frame and make the frame as wide as the card. "
        "Then put this line under [screen] in the settings file."
    )
    return Sheet(
        "staff-ruler",
        showing.t("Screen size"),
        (TextItem(plain(what), "detail"), RulerItem(_STEPS)),
        onward=FootButton(showing.t("Back"), say(sv.DeskGo, DeskScreen.READINESS)),
        tools=False,
    )
