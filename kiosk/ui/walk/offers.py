"""What a page offers to press."""

from kiosk.ui.verbs import Verb
from kiosk.ui.views.screens import KeypadView, SavedView, TableView, View, WelcomeView
from kiosk.ui.views.sheet import FootButton, GroupItem, RowItem, Sheet


def offers(view: View) -> list[tuple[str, Verb | None]]:
    """Return what a page offers to press and what each says, a long page's later screens too."""
    found: list[FootButton | RowItem | None] = []
    match view:
        case Sheet():
            for item in view.items:
                found += item.rows if isinstance(item, GroupItem) else ()
                found += (item,) if isinstance(item, RowItem) else ()
            found += (view.back, view.middle, view.onward)
        case WelcomeView():
            found += (view.start, view.staff)
        case KeypadView():
            found += (view.back, view.skip)
        case TableView():
            found.append(view.back)
        case SavedView():
            found.append(view.finish)
        case _:
            found += view.buttons
    return [(one.text, one.verb) for one in found if one is not None]
