"""The tools above every page, and the keys that do what some of them do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kiosk.domain import events as ev
from kiosk.domain.session import Overlay
from kiosk.i18n.catalogue import Words
from kiosk.ui.verbs import AudioFirst, BlockPressed, ReadPressed, Verb, say
from kiosk.ui.widgets.bars import Tool

READ_TOOL = 0
# As on accessible voting machines.
_VOICE_KEYS = {
    "p": say(ReadPressed),
    "a": say(AudioFirst),
    "r": say(BlockPressed, 0),
    "b": say(BlockPressed, -1),
    "n": say(BlockPressed, 1),
    ",": say(ev.SettingChosen, "speed", "less"),
    ".": say(ev.SettingChosen, "speed", "more"),
    "-": say(ev.SettingChosen, "loudness", "less"),
    "=": say(ev.SettingChosen, "loudness", "more"),
}
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def voice_verb(event: QKeyEvent) -> Verb | None:
    """Return what a key asks of the voice; a key held together with others asks nothing."""
    return _VOICE_KEYS.get(event.text()) if event.modifiers() in _ALONE else None


def read_tool(words: Words, *, reading: bool) -> Tool:
    """Return the tool that reads the page aloud, or stops."""
    if reading:
        return Tool(words.t("Stop"), "volume-x", say(ReadPressed))
    return Tool(words.t("Read to me"), "volume-2", say(ReadPressed), short=words.t("Listen"))


def tools_of(words: Words, *, reading: bool) -> tuple[Tool, ...]:
    """Return all tools; help is the last."""
    return (
        read_tool(words, reading=reading),
        Tool(words.locale.name, "languages", say(ev.Opened, Overlay.LANGUAGE)),
        Tool(words.t("Text"), "type", say(ev.Opened, Overlay.SETTINGS)),
        Tool(words.t("Questions"), "circle-help", say(ev.Opened, Overlay.FAQ)),
        Tool(words.t("Hide"), "eye-off", say(ev.Opened, Overlay.HIDDEN)),
        Tool(words.t("Get help"), "hand-helping", say(ev.Opened, Overlay.HELP), "help"),
    )
