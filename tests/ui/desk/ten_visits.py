"""A shift at the kiosk as a receptionist meets it: ten people, one of whom comes again."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from PySide6.QtWidgets import QApplication

from benchmarks.visitor import until as turn_until
from kiosk.app import application
from kiosk.domain.staffing.roles import Role
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView
from tests.ui.desk.clinic_day import Clinic, Look, Shift, Until, unseen

PICTURES = ("Sun", "Car", "Key")
# Longer than any page is waited for without a touch.
HOURS = 7200.0
NONE_TODAY = "No dose today"


@dataclass
class Done:
    """What came of a shift: receipts by reference, what was seen, and how often staff tapped."""

    receipts: dict[str, str] = field(default_factory=dict)
    taps: dict[str, int] = field(default_factory=dict)
    ready_page: str = ""
    killed: int = 0


def ten_visits(
    clinic: Clinic, app: QApplication, until: Until, look: Look = unseen, *, whole: bool = False
) -> Done:
    """Work the shift; the kiosk is killed in the sixth visit and started again.

    In a whole shift one person reads every page and answers what is asked.
    """
    done = Done()
    shift = Shift(clinic, app, until, look)
    _usual(shift, done)
    _in_spanish(shift, done)
    _says_no(shift, done, whole=whole)
    _kept(shift, done)
    _erased(shift, done)
    shift.close()
    done.killed = _killed(clinic)
    shift = Shift(clinic, app, until, look)
    _reopened(shift, done)
    _after_a_dose(shift, done)
    _by_code(shift, done)
    _left_alone(shift)
    _comes_again(shift, done)
    shift.close()
    return done


def _usual(shift: Shift, done: Done) -> None:
    shift.taps = 0
    shift.prepare("K-1", NONE_TODAY)
    # The PIN and its button are not counted, as in the acceptance row.
    done.taps["B-01 start a visit"] = shift.taps - 2
    shift.to_doors()
    done.receipts["K-1"] = shift.choose("ready")


def _in_spanish(shift: Shift, done: Done) -> None:
    arranged = ("Language", "Español", "Text size", "Largest", "An interpreter", NONE_TODAY)
    shift.prepare("K-2", *arranged, route="By nose")
    shift.to_doors()
    done.receipts["K-2"] = shift.choose("questions")


def _says_no(shift: Shift, done: Done, *, whole: bool) -> None:
    shift.prepare("K-3", NONE_TODAY)
    shift.read_through() if whole else shift.to_doors()
    done.receipts["K-3"] = shift.choose("no")


def _left(shift: Shift, reference: str, answer: str) -> None:
    shift.prepare(reference, NONE_TODAY)
    shift.onward()
    shift.enter()
    shift.taps = 0
    shift.press("Reset now")
    shift.until("staff-reset")
    shift.press(answer)
    shift.until("welcome")


def _kept(shift: Shift, done: Done) -> None:
    _left(shift, "K-4", "Keep it")
    done.taps["B-03 reset and keep"] = shift.taps


def _erased(shift: Shift, done: Done) -> None:
    _left(shift, "K-5", "Erase it")
    done.taps["B-03 reset and erase"] = shift.taps


def hide_locked(shift: Shift) -> None:
    """Hide a page behind three pictures, and come to the page that asks for them."""
    shift.hide()
    shift.press("Lock it with three pictures")
    view = shift.screen.view
    assert isinstance(view, KeypadView)
    shift.type([shift.words(one) for one in PICTURES])
    shift.until("hidden")
    shift.press("Show my page")
    shift.until("hidden-pictures")


def _reopened(shift: Shift, done: Done) -> None:
    shift.prepare("K-7", NONE_TODAY)
    shift.to_doors()
    shift.take("questions")
    hide_locked(shift)
    shift.enter(Role.CLINICIAN)
    shift.press("Open the hidden visit")
    shift.until("hidden-ready")
    done.ready_page = str(shift.screen.view)
    shift.press("Show my page")
    shift.until("acknowledge:questions")
    done.receipts["K-7"] = shift.save("questions")


def _after_a_dose(shift: Shift, done: Done) -> None:
    shift.prepare("K-8", "A dose in the last 24 hours")
    shift.to_doors()
    shift.until("doors-wait")
    shift.press("I am done reading")
    shift.until("saved-reading")
    assert isinstance(shift.screen.view, SavedView)
    done.receipts["K-8"] = shift.screen.text("receipt")
    shift.finish()


def _by_code(shift: Shift, done: Done) -> None:
    shift.enter()
    shift.press("Start a new visit")
    shift.type("K-9")
    shift.press("Make a code instead")
    shift.until("staff-code")
    view = shift.screen.view
    assert isinstance(view, NoticeView)
    code = view.title.replace(" ", "")
    shift.press("Leave staff pages")
    shift.press("Start")
    while not isinstance(shift.screen.view, KeypadView):
        shift.onward()
    shift.type(code)
    shift.to_doors()
    done.receipts["K-9"] = shift.choose("ready")


def _left_alone(shift: Shift) -> None:
    """Begin, and walk out: nobody touches the screen any more."""
    shift.prepare("K-10", "Language", "Español", NONE_TODAY)
    limits = shift.kiosk.driver.session.limits
    waits = {"still-there": HOURS, "curtain": limits.countdown, "welcome": limits.curtain}
    for page, seconds in waits.items():
        shift.clock.pass_time(seconds)
        shift.kiosk.driver.tick()
        shift.until(page)


def _comes_again(shift: Shift, done: Done) -> None:
    shift.prepare("K-1", NONE_TODAY)
    shift.to_doors()
    done.receipts["K-1 again"] = shift.choose("ready")


def _killed(clinic: Clinic) -> int:
    """Kill a kiosk in the middle of a visit; returns how it ended."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    child = spawn.Process(target=half_a_visit, args=(clinic, theirs))
    child.start()
    theirs.close()
    assert ours.poll(60.0)
    assert ours.recv() == "doors"
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    return child.exitcode or 0


def half_a_visit(clinic: Clinic, told: Connection) -> None:
    """Go as far as the doors, say so, and wait for the end."""
    app = application()
    shift = Shift(clinic, app, _until)
    shift.prepare("K-6", NONE_TODAY)
    shift.to_doors()
    shift.until("doors")
    told.send("doors")
    app.exec()


def _until(ready: Callable[[], bool]) -> None:
    turn_until(ready, "the page")
