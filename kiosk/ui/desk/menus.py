"""The menus of the desk: every act has words, a place and, if it is frequent, a key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from kiosk.i18n.catalogue import Words

SEPARATOR = ""
# Answers the call for help that waits longest; on every page of the window.
SEEN_KEY = "F9"
# What needs a visit and the key.
ACTS_ON_A_VISIT = ("preview", "reprint", "cosign", "discussed", "withdrawal", "re_consent")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; `ticked` ones are on or off."""

    act: str
    words: str
    keys: str = ""
    ticked: bool = False


Menus = tuple[tuple[str, tuple[Entry, ...]], ...]
_LINE = Entry(SEPARATOR, "")


def menus(words: Words) -> Menus:
    """Return the menus in a language; in each every line has a letter of its own."""
    return (
        (
            words.t("&Records"),
            (
                Entry("open_folder", words.t("&Open a folder …"), "Ctrl+O"),
                Entry("open_file", words.t("Open a &backup file …"), "Ctrl+Shift+O"),
                Entry("reload", words.t("&Read again"), "F5"),
                _LINE,
                Entry("key", words.t("Open the &key …"), "Ctrl+K"),
                Entry("lock", words.t("&Lock now"), "Ctrl+L"),
                _LINE,
                Entry("quit", words.t("&Quit"), "Ctrl+Q"),
            ),
        ),
        (
            words.t("&Visit"),
            (
                Entry("preview", words.t("&Print the hand-off …"), "Ctrl+P"),
                Entry("reprint", words.t("Print the patient’s cop&y again …"), "Ctrl+Shift+P"),
                _LINE,
                Entry("cosign", words.t("&Co-sign …"), "Ctrl+Return"),
                Entry("discussed", words.t("Save the &discussion …"), "Ctrl+D"),
                Entry("withdrawal", words.t("Record a &withdrawal …")),
                Entry("re_consent", words.t("&Replace by a later visit …")),
            ),
        ),
        (
            words.t("&Go"),
            (
                Entry("find", words.t("&Find"), "Ctrl+F"),
                Entry("visits", words.t("&Visits"), "Ctrl+1"),
                Entry("talk", words.t("&Talk and co-sign"), "Ctrl+2"),
                Entry("stuck", words.t("Where people get &stuck"), "Ctrl+3"),
                Entry("board", words.t("&Board of all kiosks"), "Ctrl+4"),
            ),
        ),
        (
            words.t("&Board"),
            (
                Entry("seen", words.t("A call for help was &seen"), SEEN_KEY),
                Entry("mute", words.t("&Mute the chime"), "Ctrl+M", ticked=True),
                _LINE,
                Entry("board_folder", words.t("&Choose the board folder …")),
            ),
        ),
    )


def add_menus(
    window: QMainWindow, words: Words, slots: Mapping[str, Callable[..., None]]
) -> dict[str, QAction]:
    """Put the menus into a window and return each action by its act."""
    actions: dict[str, QAction] = {}
    for title, entries in menus(words):
        menu = window.menuBar().addMenu(title)
        for one in entries:
            if one.act == SEPARATOR:
                menu.addSeparator()
                continue
            action = QAction(one.words, window)
            if one.keys:
                action.setShortcut(QKeySequence(one.keys))
            action.setCheckable(one.ticked)
            (action.toggled if one.ticked else action.triggered).connect(slots[one.act])
            menu.addAction(action)
            actions[one.act] = action
    return actions
