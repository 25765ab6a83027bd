"""The preview window: reads a pack whenever it is saved and shows what became of it."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.content.blocks import Pack
from kiosk.content.problems import Problem
from kiosk.domain.session import Settings
from kiosk.i18n.locales import LOCALES, PSEUDO_LOCALES, locale_for
from kiosk.ui.preview.devices import SCREENS
from kiosk.ui.preview.folder_watch import FolderWatch
from kiosk.ui.preview.pack_reader import Loaded, PackReader
from kiosk.ui.preview.panel import AuthorPanel, Choice
from kiosk.ui.preview.stand import Ground, Stand, lesson_tag
from kiosk.ui.preview.stops import Stop, spot_of, stop_at, stop_in_front, stops
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.palette import PALETTES
from kiosk.ui.views.screens import SavedView

_NOTHING_YET = "This pack cannot be shown yet. Mend the faults on the right and save."

_NOT_SAVED = "Nothing was saved: a preview keeps no record, and this receipt number is an example."


@dataclass(frozen=True, slots=True)
class Wish:
    """How a preview starts; no language means the pack's first, page is a page's name."""

    device: str
    settings: Settings
    language: str | None
    page: str


class PreviewWindow(QWidget):
    """The page on the left, the author's panel on the right."""

    def __init__(self, ground: Ground, wish: Wish) -> None:
        super().__init__()
        self.setWindowTitle(f"Anteroom preview: {ground.folder.name}")
        self._folder, self._wish = ground.folder, wish
        self._stops: tuple[Stop, ...] = ()
        self.pack: Pack | None = None
        self.milliseconds: list[float] = []
        self.stand = Stand(ground, SCREENS[wish.device], wish.settings)
        self.panel = AuthorPanel(_choices())
        self.notice = QLabel(_NOTHING_YET)
        self.reader = PackReader(ground.folder, self)
        self.watch = FolderWatch(ground.folder, self)
        self._lay_out()
        self._connect()
        self.reader.load(time.monotonic())

    def _lay_out(self) -> None:
        self.notice.setWordWrap(True)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setMargin(12)
        colours, paper = PALETTES["light"], self.notice.palette()
        paper.setColor(QPalette.ColorRole.Window, QColor(colours.notice_ground))
        paper.setColor(QPalette.ColorRole.WindowText, QColor(colours.ink))
        self.notice.setPalette(paper)
        self.notice.setAutoFillBackground(True)
        self.notice.setFont(self.panel.font())
        self.notice.hide()
        left = QVBoxLayout()
        left.addWidget(self.notice)
        left.addWidget(self.stand, 1)
        across = QHBoxLayout(self)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        settings = self._wish.settings
        for name, value in (
            ("device", self._wish.device),
            ("size", settings.size),
            ("theme", settings.theme),
        ):
            self.panel.choose(name, value)

    def _connect(self) -> None:
        self.watch.changed.connect(self.reader.load)
        self.reader.loaded.connect(self._loaded)
        self.reader.checked.connect(self._checked)
        self.reader.broke.connect(self.broke)
        self.panel.chosen.connect(self._chosen)
        self.panel.wanted.connect(self._go)
        self.panel.asked.connect(self._go_to_fault)
        self.stand.page_shown.connect(self._page_shown)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self).activated.connect(self._change_side)

    # What came of a save

    def _loaded(self, loaded: Loaded) -> None:
        if loaded.pack is None:
            if loaded.problems:
                self._show_fault(loaded.problems)
            return
        first = self.pack is None
        self.notice.hide()
        if first or loaded.pack.info.digest != self.pack.info.digest:  # type: ignore[union-attr]  # first
            self._show_pack(loaded.pack, first=first)
            passed = (time.monotonic() - loaded.since) * 1000
            self.milliseconds.append(passed)
            since = "the preview was opened" if first else "it was saved"
            self.panel.status.setText(f"Shown {passed:.0f} ms after {since}.")
        self.reader.check()

    def _show_pack(self, pack: Pack, *, first: bool) -> None:
        self.pack = pack
        self._offer_languages(pack)
        if first:
            self._choose_language(pack)
        keys = self._author_at()
        self.stand.show_pack(pack)
        self._list_pages()
        if first and self._wish.page:
            self._go_to(self._wish.page)
        if keys is not None:
            keys.setFocus(Qt.FocusReason.OtherFocusReason)
        # At once, so that the time that is told is the time until it can be seen.
        self.stand.repaint()

    def _offer_languages(self, pack: Pack) -> None:
        tags = [one for one in (*LOCALES, *PSEUDO_LOCALES) if one.content_tag in pack.lessons]
        self.panel.offer("language", tuple((one.tag, one.name) for one in tags))
        names = pack.info.route_names
        first = next(iter(pack.lessons))
        routes = [(one, names.get(one, {}).get(first, f"only {one}")) for one in pack.info.routes]
        self.panel.offer("route", (("", "every page"), *routes))

    def _choose_language(self, pack: Pack) -> None:
        first = next(iter(pack.lessons))
        wanted = self._wish.language or first
        if locale_for(wanted).content_tag not in pack.lessons:
            self._say(f"The pack has no language “{wanted}”. It is shown in “{first}”.")
            wanted = first
        self.stand.use_settings(replace(self._wish.settings, language=wanted))

    def _list_pages(self) -> None:
        lesson = self.stand.lesson
        if lesson is not None and self.pack is not None:
            self._stops = stops(lesson, self.pack.info.checks)
            self.panel.show_pages(self._stops)
            self._page_shown()

    def _show_fault(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        place = f"{self._short(first.path)}:{first.line}"
        before = _NOTHING_YET if self.pack is None else "This page is as it was before the fault."
        self._say(f"{before}\n{place}: {first.message}")
        self.panel.status.setText(f"Not shown: a fault in {place}")
        self.panel.show_faults(problems, str(self._folder))

    def _checked(self, problems: tuple[Problem, ...]) -> None:
        self.panel.show_faults(problems, str(self._folder))

    def broke(self, reason: str) -> None:
        """Say that something failed which no author can mend."""
        self._say(f"A fault of the preview itself: {reason}. Save again; if it stays, report it.")

    def _say(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.show()

    def _short(self, path: str) -> str:
        return path.removeprefix(str(self._folder)).lstrip("/")

    # What the author wants

    def _chosen(self, name: str, value: str) -> None:
        if name == "device":
            self.stand.use_device(SCREENS[value])
            return
        if name == "route":
            self.stand.use_route(value)
            self._list_pages()
            return
        settings = self.stand.settings
        self.stand.use_settings(replace(settings, **{name: value}))  # type: ignore[arg-type]  # all text
        if name == "language":
            self._list_pages()

    def _go(self, stop: Stop) -> None:
        keys = self._author_at()
        self.stand.go(stop.spot)
        if keys is not None:
            keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, name: str) -> None:
        found = next((one for one in self._stops if one.name == name), None)
        if found is None:
            self.panel.status.setText(f"There is no page “{name}”.")
        else:
            self._go(found)

    def _go_to_fault(self, problem: Problem) -> None:
        path = Path(self._short(problem.path))
        found = stop_at(self._stops, path.stem, problem.line) if path.suffix == ".md" else None
        if found is None:
            self.panel.status.setText(f"No page shows line {problem.line} of {path}.")
            return
        tag = path.parts[0]
        if tag != lesson_tag(self.pack, self.stand.settings.language):  # type: ignore[arg-type]  # has pages
            self.panel.choose("language", tag)
            self._chosen("language", tag)
        self._go(found)

    def _page_shown(self) -> None:
        """Mark the page in the list, and take over what was changed on the page itself."""
        driver = self.stand.driver
        if driver is None:
            return
        settings = self.stand.settings
        for name in ("size", "theme", "language"):
            self.panel.choose(name, getattr(settings, name))
        shell = self.stand.shell
        if shell is not None and isinstance(shell.view, SavedView):
            self._say(_NOT_SAVED)
        elif self.notice.text() == _NOT_SAVED:
            self.notice.hide()
        self.panel.mark_page(stop_in_front(self._stops, spot_of(driver.session)))

    def _author_at(self) -> QWidget | None:
        """What the keys are on, when they are on the panel: showing a page takes them away."""
        keys: QWidget | None = self.focusWidget()
        return keys if keys is not None and self.panel.isAncestorOf(keys) else None

    def _change_side(self) -> None:
        shell = self.stand.shell
        chain = shell.chain() if shell is not None else []
        target = chain[0] if chain and self._author_at() is not None else self.panel.pages
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish the work under way."""
        self.reader.close()
        self.stand.close_visit()
        event.accept()


def _choices() -> tuple[Choice, ...]:
    return (
        ("device", "Screen", tuple((one.name, one.label) for one in SCREENS.values())),
        ("size", "Text size", tuple((size, size) for size in SIZES)),
        ("theme", "Colours", tuple((name, name) for name in PALETTES)),
        ("language", "Language", ()),
        ("route", "Given", ()),
    )
