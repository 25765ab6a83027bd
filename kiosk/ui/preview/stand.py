"""The kiosk's own window as a part of the preview: one device, one person's settings."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.blocks import Lesson, Pack, Region
from kiosk.domain.plan import Plan
from kiosk.domain.session import Session, Settings, new_session
from kiosk.i18n.catalogue import Words
from kiosk.i18n.locales import TAGS, locale_for
from kiosk.platform.clock import SystemClock, new_session_id
from kiosk.ui.driver import Driver, Outside
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.preview.devices import Screen
from kiosk.ui.preview.nothing_kept import NoCodes, NoPins, NoStore
from kiosk.ui.preview.stops import Spot, carried, session_at
from kiosk.ui.shell import Look, Shell


@dataclass(frozen=True)
class Ground:
    """What does not change while a preview is open."""

    folder: Path
    assets: Path
    clinic: str
    help_text: str
    region: str
    speak: Callable[[str], Words]


class Stand(QWidget):
    """Shows a pack on a device; page_shown tells that another page is in front."""

    page_shown = Signal()

    def __init__(self, ground: Ground, device: Screen, settings: Settings) -> None:
        super().__init__()
        self._ground, self._device, self._settings = ground, device, settings
        self._pack: Pack | None = None
        self._route = ""
        self.driver: Driver | None = None
        self.shell: Shell | None = None
        self.setMinimumSize(240, 240)

    # What is shown

    def show_pack(self, pack: Pack) -> None:
        """Show a pack, on the page that is in front now."""
        self._pack = pack
        self._settings = self._known(pack)
        self._route = self._route if self._route in pack.info.routes else ""
        presenter, session = self._presenter(pack), self._session(pack)
        if self.driver is None:
            self.driver = self._new_driver(session, presenter)
            self._new_shell()
        else:
            self.driver.renew(session, presenter)

    def go(self, spot: Spot) -> None:
        """Show another page."""
        if self.driver is not None and self._pack is not None:
            session = session_at(self.driver.session, spot)
            self.driver.renew(session, self._presenter(self._pack))

    def use_device(self, device: Screen) -> None:
        """Show the same page on another screen."""
        self._device = device
        if self.driver is not None:
            self._new_shell()

    def use_settings(self, settings: Settings) -> None:
        """Show the same page in other settings."""
        self._settings = settings
        if self.driver is not None and self._pack is not None:
            self.driver.renew(self._session(self._pack), self._presenter(self._pack))

    def use_route(self, route: str) -> None:
        """Show the pages for one way of giving; "" shows every page."""
        self._route = route
        if self.driver is not None and self._pack is not None:
            self.driver.renew(self._session(self._pack), self._presenter(self._pack))

    @property
    def lesson(self) -> Lesson | None:
        """What is shown: one language, for one way of giving."""
        if self._pack is None:
            return None
        tag = lesson_tag(self._pack, self.settings.language)
        return self._pack.lessons[tag].for_route(self._route or None)

    @property
    def settings(self) -> Settings:
        """The settings of the page, which a visitor may have changed on it."""
        return self._settings if self.driver is None else self.driver.session.settings

    def close_visit(self) -> None:
        """Finish the work under way."""
        if self.driver is not None:
            self.driver.close()

    # What it is made of

    def _known(self, pack: Pack) -> Settings:
        """The settings now; in the pack's first language when the one shown has gone."""
        tag = self.settings.language
        if locale_for(tag).content_tag in pack.lessons:
            return self.settings
        return replace(self.settings, language=next(iter(pack.lessons)))

    def _plan(self, pack: Pack) -> Plan:
        plan = plan_of(pack, lesson_tag(pack, self._settings.language), mode="demo")
        return plan.for_route(self._route or None)

    def _session(self, pack: Pack) -> Session:
        if self.driver is not None:
            now = replace(
                self.driver.session,
                settings=self._settings,
                defaults=self._settings,
                route=self._route or None,
            )
            return carried(now, self._plan(pack))
        return new_session(self._plan(pack), settings=self._settings)

    def _presenter(self, pack: Pack) -> Presenter:
        ground = self._ground
        region = next((one for one in pack.regions if one.id == ground.region), None)
        shown: Region | None = region or next(iter(pack.regions), None)
        tags = alike(pack, lesson_tag(pack, self._settings.language))
        return Presenter(pack, shown, tags, ground.clinic, ground.help_text, ground.speak)

    def _new_driver(self, session: Session, presenter: Presenter) -> Driver:
        outside = Outside(SystemClock(), NoStore(), NoPins(), NoCodes(), new_session_id)
        return Driver(session, presenter, outside)

    def _new_shell(self) -> None:
        old, driver = self.shell, self.driver
        if driver is None:
            return
        ground = self._ground
        diagonal = self._device.panel.diagonal_mm
        look = Look(ground.assets, ground.folder, diagonal, None, ground.speak, demo=True)
        self.shell = Shell(look)
        if old is not None:
            driver.shown.disconnect(old.show_view)
            driver.wiped.disconnect(old.forget)
            old.setParent(None)
            old.deleteLater()
        self.shell.setParent(self)
        self.shell.asked.connect(driver.hear)
        self.shell.page_shown.connect(self.page_shown)
        driver.shown.connect(self.shell.show_view)
        driver.wiped.connect(self.shell.forget)
        self._fit()
        self.shell.show()
        driver.show_again()

    def _fit(self) -> None:
        if self.shell is None:
            return
        width, height = self._device.fitted(self.width(), self.height())
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.shell.setGeometry(max(0, left), max(0, top), width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the device's shape."""
        del event
        self._fit()


def lesson_tag(pack: Pack, language: str) -> str:
    """The language of the pack that is shown for a wish; the first one when it has no such."""
    tag = locale_for(language).content_tag
    return tag if tag in pack.lessons else next(iter(pack.lessons))


def alike(pack: Pack, language: str) -> tuple[str, ...]:
    """The languages that have the same pages, so that a visitor may change between them."""
    wanted = _names(pack, language)
    tags = [tag for tag in pack.lessons if tag in TAGS]
    return tuple(tag for tag in tags if _names(pack, tag) == wanted)


def _names(pack: Pack, language: str) -> object:
    lesson = pack.lessons[language]
    pages = [[page.id for page in chapter.pages] for chapter in lesson.chapters]
    return (pages, [(one.id, len(one.choices), len(one.reteach)) for one in lesson.checks])
