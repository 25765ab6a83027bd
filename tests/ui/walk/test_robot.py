"""A script of steps runs in the window's own loop, waits for pages, and never for ever."""

from collections.abc import Callable

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kiosk.domain.session import Session, Settings
from kiosk.ui.presenter import Presenter
from kiosk.ui.shell import Shell
from kiosk.ui.views.present import present
from kiosk.ui.walk.robot import Robot, Steps, TooLateError, Wait


@pytest.fixture
def shell(open_shell: Callable[[int, int], Shell]) -> Shell:
    return open_shell(1280, 800)


def run(robot: Robot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(robot.finished):
        robot.start()


def test_a_wait_ends_when_the_page_comes(
    shell: Shell, presenter: Presenter, session: Session, qtbot: QtBot
) -> None:
    said: list[str] = []

    def script() -> Steps:
        yield None
        yield Wait(lambda: shell.view is not None, 10.0, "a page")
        said.append("it came")

    robot = Robot(shell, script())
    with qtbot.waitSignal(robot.finished):
        robot.start()
        shell.show_view(present(presenter.showing(session, 0.0), session), Settings())
    assert said == ["it came"]


def test_a_wait_that_is_in_vain_ends_at_its_deadline(shell: Shell, qtbot: QtBot) -> None:
    said: list[str] = []

    def script() -> Steps:
        try:
            yield Wait(lambda: False, 0.01, "a page that never comes")
        except TooLateError as error:
            said.append(str(error))

    run(Robot(shell, script()), qtbot)
    assert said == ["a page that never comes did not come within 0 s"]


def test_a_script_that_breaks_still_ends(shell: Shell, qtbot: QtBot) -> None:
    def script() -> Steps:
        yield None
        raise KeyError("spoilt")

    with capture_exceptions() as caught:
        run(Robot(shell, script()), qtbot)
    assert [kind for kind, _, _ in caught] == [KeyError]
