"""Opens the desk's window; loaded by nothing but the desk."""

import signal
import sys
from datetime import datetime

from PySide6.QtWidgets import QApplication

from kiosk.app import FaultHook, application, until_quit
from kiosk.commands.options import DeskOptions
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.domain.errors import AnteroomError
from kiosk.i18n.catalogue import words_for
from kiosk.platform import paths
from kiosk.platform.clock import SystemClock
from kiosk.staff.desk.desk import Desk
from kiosk.staff.desk.people import People
from kiosk.staff.installed import kept_packs
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.window import TITLE_BAR, DeskWindow
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.views.copy import beside_code

_ENGLISH = "en"
_LARGEST_WINDOW = (1280, 860)


def window_for(options: DeskOptions) -> DeskWindow:
    """Return the desk, not yet shown; the application object must exist."""
    load_fonts(paths.assets_dir())
    in_use, packs = _packs(options)
    people = People(options.desk, SystemClock())
    desk = Desk(options.desk, people, _local_time, packs, in_use)
    room = DeskRoom(desk)
    room.key = options.key
    window = DeskWindow(room, _local_time().date(), _titles(in_use), _beside, options.config.region)
    if options.place is not None:
        room.open_place(options.place)
    return window


def _packs(options: DeskOptions) -> tuple[Pack | None, dict[str, Pack]]:
    """Return the content in use, and all that is at hand by digest; none is no reason to stop."""
    found: list[Pack] = []
    kept = kept_packs(options.config.data_dir)
    for folder in (options.content, *kept, paths.default_content()):
        try:
            found.append(load_pack(folder, cache=paths.cache_folder()))
        except AnteroomError:
            # The hand-off then shows ids instead of words, and says so.
            continue
    return (found[0] if found else None), {one.info.digest: one for one in found}


def _titles(pack: Pack | None) -> dict[str, str]:
    """Return the English words for pages and ideas, by id."""
    lesson = pack.lessons.get(_ENGLISH) if pack else None
    if lesson is None:
        return {}
    pages = {page.id: page.title for chapter in lesson.chapters for page in chapter.pages}
    return {**pages, **{check.id: check.question for check in lesson.checks}}


def _beside(language: str, check_code: str) -> tuple[str, ...]:
    return beside_code(words_for(language), check_code)


def _local_time() -> datetime:
    return datetime.now().astimezone()


def main(options: DeskOptions) -> int:
    """Show the desk until its window is closed; returns the exit code."""
    app = application()
    window = window_for(options)
    window.resize(*_window_size(app))
    sys.excepthook = FaultHook(window)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    window.watch_self()
    if options.key is not None:
        window.ask_key()
    return until_quit(app)


def _window_size(app: QApplication) -> tuple[int, int]:
    room = app.primaryScreen().availableSize()
    width, height = _LARGEST_WINDOW
    return min(width, room.width()), min(height, room.height() - TITLE_BAR)
