"""Opens the desk's window; loaded by nothing but the desk."""

import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kiosk.app import application, until_quit
from kiosk.commands.options import DeskOptions
from kiosk.content.blocks import Pack
from kiosk.content.edition import Edition, load_edition
from kiosk.domain.errors import AnteroomError
from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import SOURCE_TAG, UnknownLanguageError, locale_for
from kiosk.platform import paths
from kiosk.platform.chime import chime
from kiosk.platform.clock import SystemClock
from kiosk.staff.content_changes import changed_since, pack_now
from kiosk.staff.desk.desk import Desk
from kiosk.staff.desk.people import People
from kiosk.staff.desk.register import ContentNow
from kiosk.staff.installed import kept_packs
from kiosk.ui.desk.board_room import BoardRoom
from kiosk.ui.desk.readable import readable
from kiosk.ui.desk.room import DeskRoom
from kiosk.ui.desk.window import TITLE_BAR, DeskWindow
from kiosk.ui.fault_hook import FaultHook
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.views.copy import beside_code

_LARGEST_WINDOW = (1280, 860)


def window_for(options: DeskOptions) -> DeskWindow:
    """Return the desk, not yet shown; the application object must exist."""
    load_fonts(paths.assets_dir())
    editions = _editions(options)
    packs = {one.pack.info.digest: one.pack for one in editions}
    in_use = editions[0].pack if editions else None
    people = People(options.desk, SystemClock())
    desk = Desk(options.desk, people, _local_time, packs, _content(editions))
    words = words_for(desk_language(options.language, QLocale.system().uiLanguages()))
    room = DeskRoom(desk, words)
    room.key = options.key
    window = DeskWindow(
        room,
        _local_time().date(),
        _titles(in_use, words.locale.tag),
        _beside,
        options.config.region,
        BoardRoom(chime(), SystemClock().mono),
    )
    if options.place is not None:
        room.open_place(options.place)
    if options.board is not None:
        window.board.room.open_folder(options.board)
    if options.board_first:
        window.tell("")
        window.board.show_page()
    return window


def _editions(options: DeskOptions) -> tuple[Edition, ...]:
    """Return the content in use, then all that is at hand; none is no reason to stop."""
    folders = [options.content, *kept_packs(options.config.data_dir)]
    if options.place is not None and options.place.is_dir():
        folders += kept_packs(options.place)
    found: dict[str, Edition] = {}
    for folder in (*folders, paths.default_content()):
        try:
            edition = load_edition(folder, paths.cache_folder())
        except AnteroomError:
            # The hand-off then shows ids instead of words, and says so.
            continue
        found.setdefault(edition.pack.info.digest, edition)
    return tuple(found.values())


def _content(editions: tuple[Edition, ...]) -> ContentNow | None:
    if not editions:
        return None
    now, *older = editions
    return ContentNow(pack_now(now.pack), dict(changed_since(one, now) for one in older))


def desk_language(wanted: str | None, system: Sequence[str]) -> str:
    """Return the language of the desk: as asked for, else the system's first that there is.

    Raises UnknownLanguageError for one that was asked for.
    """
    if wanted is not None:
        return locale_for(wanted).tag
    for tag in system:
        with suppress(UnknownLanguageError):
            return locale_for(tag).tag
    return SOURCE_TAG


def _titles(pack: Pack | None, tag: str) -> dict[str, str]:
    """Return the words for pages and ideas, by id, English where the pack has no others."""
    lessons = pack.lessons if pack else {}
    lesson = lessons.get(tag) or lessons.get(SOURCE_TAG)
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
    app.setPalette(readable(app.palette()))
    window = window_for(options)
    _speak(app, window)
    window.resize(*_window_size(app))
    sys.excepthook = FaultHook(window)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    window.watch_self()
    if options.key is not None:
        window.ask_key()
    return until_quit(app)


def _speak(app: QApplication, window: DeskWindow) -> None:
    """Have the system's own dialogs speak and lie as the window does, where Qt knows how."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{window.words.locale.content_tag}", folder):
        app.installTranslator(translator)
    app.setLayoutDirection(window.layoutDirection())


def _window_size(app: QApplication) -> tuple[int, int]:
    room = app.primaryScreen().availableSize()
    width, height = _LARGEST_WINDOW
    return min(width, room.width()), min(height, room.height() - TITLE_BAR)
