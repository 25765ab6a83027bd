"""Where the keys go when a page comes: its heading, the first control, or back where they were."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.views.screens import KeypadView, NoticeView, View, is_for_staff
from kiosk.ui.views.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in what keys can reach, and the name of what stood there."""

    place: int = 0
    name: str = ""


class FocusMemory:
    """Remembers what opened something over a page, for as long as the page lies under it."""

    def __init__(self) -> None:
        self._kept: dict[str, Spot] = {}

    def covered(self, view: View | None, spot: Spot, *, leaving: bool) -> None:
        """Note where the keys stand on a page that goes; one that is left is begun anew."""
        if view is None:
            return
        if leaving:
            self._kept.pop(view.key, None)
        else:
            self._kept[view.key] = spot

    def spot(self, before: View | None, view: View, chain: Sequence[QWidget]) -> Spot:
        """Return where the keys start on a page that comes (acceptance row A-41)."""
        kept = self._kept.pop(view.key, None)
        if before is not None and before.key == view.key:
            wrong = _error_in(view, chain) if _newly_wrong(before, view) else None
            return wrong or kept or Spot()
        if kept is not None and before is not None and _covers(before, view):
            return kept
        asks = isinstance(view, NoticeView) and view.ring is not None
        if asks or (isinstance(view, Sheet) and view.over == "opens"):
            return _first_control(chain)
        return Spot()

    def forget(self) -> None:
        """Know nothing of the person any more."""
        self._kept = {}


def _covers(before: View, view: View) -> bool:
    """Say whether what goes lay over the page that comes back."""
    if isinstance(before, Sheet) and before.over:
        return True
    if is_for_staff(before):
        return not is_for_staff(view)
    return isinstance(before, NoticeView) or (isinstance(before, KeypadView) and not before.tools)


def _newly_wrong(before: View, view: View) -> bool:
    """Say whether a fault has come since; a pause that is counted down is the same one."""
    if isinstance(before, KeypadView) and isinstance(view, KeypadView):
        return (view.round, bool(view.error)) != (before.round, bool(before.error))
    return isinstance(before, Sheet) and isinstance(view, Sheet) and view.hint and not before.hint


def _error_in(view: View, chain: Sequence[QWidget]) -> Spot | None:
    """Return where a page says what is wrong or asks for what is missing, None where it does not.

    What was typed is beside the words; what was not answered has no words that keys reach.
    """
    names = [one.accessibleName() for one in chain]
    if isinstance(view, KeypadView) and view.error:
        return Spot(names.index(view.error)) if view.error in names else None
    if isinstance(view, Sheet) and view.hint:
        return _first_control(chain)
    return None


def _first_control(chain: Sequence[QWidget]) -> Spot:
    found = (i for i, one in enumerate(chain) if isinstance(one, QAbstractButton))
    return Spot(next(found, 0))
