"""The menus of the desk: every act has words, a place and, if it is frequent, a key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; `visit` means that it needs a visit and the key."""

    act: str
    words: str
    keys: str = ""
    visit: bool = False


MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&Records",
        (
            Entry("open_folder", "&Open a folder …", "Ctrl+O"),
            Entry("open_file", "Open a &backup file …", "Ctrl+Shift+O"),
            Entry("reload", "&Read again", "F5"),
            Entry(SEPARATOR, ""),
            Entry("key", "Open the &key …", "Ctrl+K"),
            Entry("lock", "&Lock now", "Ctrl+L"),
            Entry(SEPARATOR, ""),
            Entry("quit", "&Quit", "Ctrl+Q"),
        ),
    ),
    (
        "&Visit",
        (
            Entry("preview", "&Print the hand-off …", "Ctrl+P", visit=True),
            Entry("reprint", "Print the patient’s cop&y again …", "Ctrl+Shift+P", visit=True),
            Entry(SEPARATOR, ""),
            Entry("cosign", "&Co-sign …", "Ctrl+Return", visit=True),
            Entry("discussed", "Save the &discussion …", "Ctrl+D", visit=True),
            Entry("withdrawal", "Record a &withdrawal …", visit=True),
            Entry("re_consent", "&Replace by a later visit …", visit=True),
        ),
    ),
    (
        "&Go",
        (
            Entry("find", "&Find", "Ctrl+F"),
            Entry("visits", "&Visits", "Ctrl+1"),
            Entry("talk", "&Talk and co-sign", "Ctrl+2"),
            Entry("stuck", "Where people get &stuck", "Ctrl+3"),
        ),
    ),
)


def add_menus(window: QMainWindow, slots: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Put the menus into a window and return each action by its act."""
    actions: dict[str, QAction] = {}
    for title, entries in MENUS:
        menu = window.menuBar().addMenu(title)
        for one in entries:
            if one.act == SEPARATOR:
                menu.addSeparator()
                continue
            action = QAction(one.words, window)
            if one.keys:
                action.setShortcut(QKeySequence(one.keys))
            action.triggered.connect(slots[one.act])
            menu.addAction(action)
            actions[one.act] = action
    return actions


def acts_on_a_visit() -> list[str]:
    """Return the acts that need a visit and the key."""
    return [one.act for _, entries in MENUS for one in entries if one.visit]
