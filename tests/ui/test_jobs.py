"""Work away from the window's thread ends with the window."""

from pytestqt.qtbot import QtBot

from kiosk.ui.jobs import Jobs


def test_work_is_done_and_told_under_its_name(qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.waitSignal(jobs.done) as told:
        jobs.submit("answer", lambda: 42)
    jobs.close()
    assert told.args == ["answer", 42]


def test_nothing_more_is_begun_once_the_window_closes() -> None:
    jobs, begun = Jobs(), list[str]()
    jobs.close()
    jobs.submit("late", lambda: begun.append("late"))
    assert begun == []
