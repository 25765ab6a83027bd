"""What a screen reader is told: a name and a role for everything, headings, pages that come."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton

from kiosk.content.blocks import Pack
from kiosk.domain import events as ev
from kiosk.domain.session import Overlay, Settings
from kiosk.i18n.locales import PSEUDO_TAGS, TAGS
from kiosk.ui.announcer import tell_roles
from kiosk.ui.shell import Shell
from kiosk.ui.verbs import say
from kiosk.ui.views.screens import NoticeView, View
from kiosk.ui.walk.screen import Screen
from tests.staff.set_clock import SetClock
from tests.ui.conftest import Opener
from tests.ui.pseudo_pack import views_in

OpenShell = Callable[[int, int], Shell]
Role = QAccessible.Role
PRESSED = {Role.Button, Role.CheckBox}
NAMED = {*PRESSED, Role.Heading, Role.Graphic}
# Icons beside their words say nothing that the words do not.
DECORATION = "QLabel"


@pytest.fixture(scope="module")
def _roles() -> None:
    tell_roles()


@pytest.fixture
def _reading(_roles: None) -> Iterator[None]:
    """Somebody reads with a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that can be seen, from the top down."""
    for number in range(top.childCount()):
        child = top.child(number)
        if not child.state().invisible:
            yield child
            yield from tree(child)


def name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def faults(shell: Shell, view: View) -> Iterator[str]:
    """What a screen reader would miss on the page in front."""
    top = QAccessible.queryAccessibleInterface(shell)
    assert top is not None
    parts = list(tree(top))
    told = {one.object() for one in parts if one.role() in PRESSED}
    for button in shell.findChildren(QAbstractButton):
        if button.isVisible() and button not in told:
            yield f"{button.accessibleName()!r} is not told of as a button"
        if button.isVisible() and button.text() not in button.accessibleName():
            yield f"{button.accessibleName()!r} does not hold its words {button.text()!r}"
    for one in parts:
        kind = type(one.object()).__name__
        if one.role() in NAMED and not name(one) and kind != DECORATION:
            yield f"a {kind} without a name"
        if one.role() in PRESSED and not one.state().focusable:
            yield f"{name(one)!r} cannot have the focus"
    headings = [name(one) for one in parts if one.role() is Role.Heading]

    if view.title and view.title not in headings:
        yield f"{view.title!r} is no heading: {headings}"


@pytest.mark.slow
@pytest.mark.usefixtures("_reading")
@pytest.mark.parametrize("language", [*TAGS, *PSEUDO_TAGS])
def test_every_control_of_every_page_has_a_name_and_a_role_and_every_title_is_a_heading(
    open_shell: OpenShell, pack: Pack, language: str
) -> None:
    settings = Settings(language=language)
    shell = open_shell(1920, 1080)
    screen = Screen(shell)
    found: list[str] = []
    for view in views_in(pack, language, settings):
        shell.show_view(view, settings)
        for number in range(screen.count):
            if number:
                shell.go_on()
            found += [f"{screen.key}: {fault}" for fault in faults(shell, view)]
    assert not found, "\n".join(["", *found[:40]])


@pytest.mark.usefixtures("_reading")
def test_what_is_chosen_is_told_as_checked_and_stays_so_when_it_is_pressed_again(
    open_kiosk: Opener,
) -> None:
    opened = open_kiosk()
    driver = opened.kiosk.driver
    driver.hear(say(ev.Began))
    driver.hear(say(ev.Continued))

    def checked() -> list[str]:
        told = [QAccessible.queryAccessibleInterface(row) for row in opened.screen.rows()]
        return [name(one) for one in told if one.state().checked]

    assert checked() == ["Medium", "Light colours"]
    opened.screen.button("Medium").click()
    assert checked() == ["Medium", "Light colours"]
    opened.screen.button("Large").click()
    assert checked() == ["Large", "Light colours"]


class TestAnnouncements:
    """What is said without being asked for."""

    def test_each_page_says_its_title_and_place_once(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        said: list[str] = []
        opened.kiosk.announcer.said.connect(said.append)
        driver = opened.kiosk.driver
        driver.hear(say(ev.Began))
        driver.hear(say(ev.DecideAsked))
        driver.show_again()
        driver.hear(say(ev.Opened, Overlay.HIDDEN))
        steps = opened.kiosk.shell.steps.words.text()
        assert said[0].startswith("Choose your language")
        assert said[1].endswith(steps)
        assert len(said) == 3
        assert said[2] == "Show my page"

    def test_each_screen_of_a_long_page_is_told(self, open_kiosk: Opener) -> None:
        opened = open_kiosk((1280, 800))
        driver, shell = opened.kiosk.driver, opened.kiosk.shell
        driver.hear(say(ev.Began))
        driver.hear(say(ev.SettingChosen, "size", "XL"))
        while opened.key != "how":
            shell.go_on()
        driver.hear(say(ev.WayChosen, False))
        while opened.screen.count < 2 or not opened.key.startswith("page:"):
            shell.go_on()
        said: list[str] = []
        opened.kiosk.announcer.said.connect(said.append)
        shell.go_on()
        assert len(said) == 1
        assert "Page 2 of" in said[0]

    def test_the_screens_of_a_page_outside_the_steps_are_told(self, open_kiosk: Opener) -> None:
        opened = open_kiosk((1280, 800))
        opened.kiosk.driver.hear(say(ev.Began))
        opened.kiosk.driver.hear(say(ev.Continued))
        said: list[str] = []
        opened.kiosk.announcer.said.connect(said.append)
        opened.kiosk.shell.go_on()
        assert said == [f"Make it comfortable to read. Page 2 of {opened.screen.count}."]

    def test_a_page_that_comes_in_another_language_is_told_anew(self, open_kiosk: Opener) -> None:
        opened = open_kiosk()
        said: list[str] = []
        opened.kiosk.announcer.said.connect(said.append)
        opened.kiosk.driver.hear(say(ev.LanguageChosen, "ar"))
        view = opened.screen.view
        assert view.key == "welcome"
        assert said == [view.title]

    @pytest.mark.parametrize(("language", "end"), [("en", "?"), ("ar", "؟")])
    def test_a_title_that_is_a_question_ends_once(
        self, open_kiosk: Opener, language: str, end: str
    ) -> None:
        opened = open_kiosk()
        said: list[str] = []
        opened.kiosk.announcer.said.connect(said.append)
        for one in (say(ev.LanguageChosen, language), say(ev.Began), say(ev.DecideAsked)):
            opened.kiosk.driver.hear(one)
        view = opened.screen.view
        assert view.title.endswith(end)
        assert said[-1] == f"{view.title} {opened.kiosk.shell.steps.words.text()}"

    def test_the_countdown_is_told_every_ten_seconds_and_at_the_end(
        self, open_kiosk: Opener, clock: SetClock
    ) -> None:
        opened = open_kiosk()
        driver = opened.kiosk.driver
        driver.hear(say(ev.Began))
        said: list[str] = []
        opened.kiosk.announcer.said.connect(said.append)
        clock.pass_time(7200.0)
        for _ in range(45):
            driver.tick()
            clock.pass_time(1.0)
        view = opened.screen.view
        assert isinstance(view, NoticeView)
        assert said[0].startswith(view.title)
        assert said[0].endswith("45 seconds left.")
        told = [int(one.split()[0]) for one in said[1:]]
        assert told == [40, 30, 20, 10, 5, 4, 3, 2, 1]
        assert said[-1] == "1 second left."
