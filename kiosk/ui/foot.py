"""What stands at the foot of a page: the view's own buttons, or those of its next screen."""

from dataclasses import dataclass

from kiosk.domain import events as ev
from kiosk.i18n.catalogue import Words
from kiosk.ui.pages.page import Page
from kiosk.ui.pages.table_page import TablePage
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import GoesBack, KeypadView, TableView, View
from kiosk.ui.views.sheet import FootButton, Sheet


@dataclass(frozen=True, slots=True)
class Foot:
    """The three buttons, and which screen of a long page this is.

    `aside` says that the button in the middle turns to the next screen, and not the way on.
    """

    back: FootButton | None = None
    middle: FootButton | None = None
    onward: FootButton | None = None
    page_words: str = ""
    aside: bool = False


def foot_of(view: View, page: Page | None, words: Words) -> Foot:
    """Return the foot of a page as it stands on its present screen."""
    if isinstance(view, KeypadView):
        return Foot(view.back, None, view.skip)
    if isinstance(view, TableView):
        more = FootButton(words.t("More"), say(ev.Touched))
        full = isinstance(page, TablePage) and len(view.rows) > page.rows_per_screen()
        return Foot(view.back, None, more if full else None)
    if isinstance(view, Sheet) and page is not None:
        return _sheet_foot(view, page, words)
    return Foot()


def _sheet_foot(view: Sheet, page: Page, words: Words) -> Foot:
    onward, back, page_words = view.onward, view.back, view.page_words
    middle, follows = view.middle, page.screen_index + 1 < page.screen_count
    if follows and view.aside:
        middle = FootButton(words.t("More"), say(ev.Touched))
    elif follows:
        onward = FootButton(words.t("Continue"), say(ev.Continued))
    if page.screen_index and back is None:
        back = FootButton(words.t("Back"), say(ev.Touched))
    elif page.screen_count > 1:
        back = way_back(view)
    if page.screen_count > 1:
        page_words = words.t(
            "Page {number} of {of}.", number=page.screen_index + 1, of=page.screen_count
        )
    return Foot(back, middle, onward, page_words, view.aside)


def way_back(view: View | None) -> FootButton | None:
    """Return what leads back from the first screen of a page.

    A page that lies over another has no Back; where its last screen leads on to is its way out,
    and nobody should have to turn through all of it first.
    """
    if isinstance(view, Sheet):
        return view.back or view.onward
    return view.back if isinstance(view, GoesBack) else None
