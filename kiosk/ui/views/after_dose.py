"""What stands where the doors are while a choice waits: all three wait alike, reading does not."""

from kiosk.domain import events as ev
from kiosk.domain.session import Session
from kiosk.ui.verbs import say
from kiosk.ui.views.context import Showing
from kiosk.ui.views.screens import SavedView
from kiosk.ui.views.sheet import FootButton, PanelItem, Sheet, TextItem, plain


def doors(showing: Showing, session: Session) -> Sheet:
    """Return the page that says that the choice waits, who to ask, and what is saved."""
    ask = (
        plain(showing.t("Our staff can tell you when you can choose.")),
        plain(showing.t("You can tell them no at any time.")),
        *((plain(showing.help_text),) if showing.help_text else ()),
    )
    texts = (
        showing.t("You had this medicine not long ago. So every choice here waits."),
        showing.t("You can read on. The button saves what you read, and no choice."),
    )
    return Sheet(
        "doors-wait",
        showing.t("Your choice waits for now"),
        (
            *(TextItem(plain(text)) for text in texts),
            PanelItem(showing.t("Who to ask"), "users", ask, "help", "detail"),
        ),
        back=showing.back(),
        onward=FootButton(showing.t("I am done reading"), say(ev.ReadingEnded), "check"),
        step=showing.step(session),
    )


def saved(showing: Showing, session: Session) -> SavedView:
    """Return the last page after reading alone, shown only after the store's word."""
    receipt = session.saved.receipt if session.saved else ""
    return SavedView(
        title=showing.t("What you read is saved"),
        chosen=showing.t("You made no choice. It waits."),
        receipt_title=showing.t("Your receipt number"),
        receipt=receipt,
        spoken=" ".join(receipt.replace("-", "")),
        check_code=session.saved.check_code if session.saved else "",
        lines=(
            showing.t("Please go back to your seat, or to the desk."),
            showing.t("Our staff can tell you when you can choose."),
            showing.t("You can tell them no at any time."),
        ),
        finish=FootButton(showing.t("Finish"), say(ev.Finished), "check"),
        key="saved-reading",
    )
