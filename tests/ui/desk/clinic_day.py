"""A clinic with a real kiosk: content that two people signed, a key under a passphrase, PINs."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, Window, board_link, build, open_window
from kiosk.commands.run_options import RunOptions
from kiosk.config import Config, SessionRules, StaffRules
from kiosk.domain.staffing.roles import Role
from kiosk.platform.paths import default_content
from kiosk.platform.voice import NoVoice
from kiosk.records.keys import new_recipient
from kiosk.staff.pin import HashCost, PinDesk
from kiosk.ui.views.screens import KeypadView, SavedView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.hands import Touch
from kiosk.ui.walk.screen import Screen
from tests.commands.anteroom import Ended, anteroom
from tests.content.signing import Person
from tests.staff.set_clock import SetClock

PASSPHRASE = "oak river nine"
PINS = {Role.RECEPTION: "407193", Role.CLINICIAN: "582604", Role.ADMIN: "619035"}
LANGUAGES = ("en", "es")
DOORS = ("ready", "questions", "no")
# In the largest letters a page has up to six screens.
MOST_PRESSES = 900
Until = Callable[[Callable[[], bool]], None]
Look = Callable[[Screen, str], None]


def unseen(_screen: Screen, _name: str) -> None:
    """Nobody takes pictures."""


@dataclass
class Clinic:
    """Folders of a clinic, and what it set."""

    home: Path
    config: Config = field(default_factory=Config)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def content(self) -> Path:
        return self.home / "content"

    @property
    def key(self) -> Path:
        return self.home / "clinic.key"

    def run(self, *words: str | Path, given: str = "") -> Ended:
        offscreen = {"QT_QPA_PLATFORM": "offscreen"}
        return anteroom(*words, home=self.home, given=given.encode(), environ=offscreen)


def clinic_at(home: Path) -> Clinic:
    """Make a kiosk that may open for real visits."""
    clinic = Clinic(home)
    (clinic.data / "recipients").mkdir(parents=True)
    new_recipient(clinic.key, clinic.data / "recipients" / "clinic.pub", PASSPHRASE.encode())
    for role, pin in PINS.items():
        PinDesk(clinic.data, SetClock(), HashCost(1, 8, 1)).set_pin(pin, role)
    shutil.copytree(default_content(), clinic.content)
    manifest = clinic.content / "pack.toml"
    text = manifest.read_text("utf-8").replace('status = "draft"', 'status = "approved"')
    manifest.write_text(text, "utf-8")
    for tag in LANGUAGES:
        who = ("--name", "Cy Roe", "--qualification", "editor", "--date", "2026-11-21")
        done = clinic.run("content", "review-language", clinic.content, "--lang", tag, *who)
        assert done.code == 0, done.err
    people = (Person("Ann Lee"), Person("Bo Kim", "physician"))
    for one in people:
        one.sign(clinic.content)
    clinic.config = Config(
        mode="production",
        region="US",
        approvers=tuple(one.approver for one in people),
        session=SessionRules(abandoned="keep", hours_after_dose=24),
        staff=StaffRules(auto_logout_seconds=600),
    )
    return clinic


class Shift:
    """One kiosk in a window, and the hands that work it: only what is on the screen is pressed."""

    def __init__(
        self, clinic: Clinic, app: QApplication, until: Until, look: Look = unseen
    ) -> None:
        self.clinic, self.app, self._until, self._look = clinic, app, until, look
        self.clock = SetClock()
        # The store has the system's clock, and a kiosk whose clock disagrees opens no visit.
        self.clock.wall = time.time()
        options = RunOptions(clinic.config, clinic.data, clinic.content)
        board = board_link(options, self.clock)
        self.kiosk: Kiosk = build(options, clock=self.clock, voice=NoVoice(), board=board)
        self.window: Window = open_window(app, self.kiosk, (1280, 800))
        self.screen = Screen(self.kiosk.shell)
        self._hands = Touch(self.kiosk.shell, self.clock.pass_time)
        self.taps = 0
        self.until("welcome")

    @property
    def key(self) -> str:
        return self.screen.view.key

    @property
    def words(self) -> Callable[[str], str]:
        return self.kiosk.shell.words.t

    def until(self, key: str) -> None:
        """Wait for a page."""
        self._until(lambda: self.kiosk.shell.view is not None and self.key == key)
        self._look(self.screen, key)

    def press(self, english: str) -> None:
        """Press what is called so in the language in front, on whatever screen of the page."""
        name = self.words(english)
        while self.screen.index:
            self._hands.press(self.kiosk.shell.foot.back_button)
        for number in range(self.screen.count):
            if number:
                self._hands.press(self.kiosk.shell.foot.turning_button)
            for button in self.screen.buttons():
                if button.accessibleName().startswith(name):
                    self.taps += 1
                    self._hands.press(button)
                    self.app.sendPostedEvents()
                    return
        raise AssertionError(f"no {name!r} on {self.screen.key}")

    def type(self, text: Sequence[str]) -> None:
        """Press the keys of a pad and the button that ends it; the keys are no taps."""
        view = self.screen.view
        assert isinstance(view, KeypadView), self.key
        for letter in text:
            self._hands.press(self.screen.button(letter))
        self.taps += 1
        self._hands.press(self.screen.button(view.done))

    # Staff

    def enter(self, role: Role = Role.RECEPTION) -> None:
        """Open the staff pages from wherever a Staff button stands."""
        staff = self.words("Staff")
        if not any(one.accessibleName() == staff for one in self.screen.buttons()):
            self.help()
        self.press("Staff")
        self.type(PINS[role])
        self.until("staff-menu")

    def prepare(self, reference: str, *presses: str, route: str = "By vein") -> None:
        """Start a visit as the reception card says."""
        self.enter()
        self.press("Start a new visit")
        self.type(reference)
        for one in presses:
            self.press(one)
        self.press("How the medicine is given")
        self.press(route)
        self._look(self.screen, f"visit-{reference}")
        self.press("Hand over")
        self.until("language")

    # The person

    def help(self) -> None:
        """Open the help page."""
        self._hands.press(self.kiosk.shell.tool_bar.buttons[-1])

    def hide(self) -> None:
        """Hide the page."""
        self._hands.press(self.kiosk.shell.tool_bar.buttons[-2])

    def onward(self) -> None:
        """Press the button at the end of the foot."""
        self._hands.press(self.kiosk.shell.foot.onward_button)

    def to_doors(self) -> None:
        """Go to the choice by the short way."""
        self.help()
        self.press("Go to my choice")

    def read_through(self) -> None:
        """Go through every page to the doors, answering what is asked."""
        for _ in range(MOST_PRESSES):
            if self.key == "doors":
                return
            view, rows = self.screen.view, self.screen.rows()
            asks = isinstance(view, Sheet) and ":ask:" in view.key
            if rows and (asks or not self.kiosk.shell.foot.onward_button.isVisible()):
                self._hands.press(rows[-1] if asks else rows[0])
            elif isinstance(view, KeypadView) and view.skip is not None:
                self._hands.press(self.screen.button(view.skip.text))
            else:
                self._hands.press(self.kiosk.shell.foot.onward_button)
        raise AssertionError(f"no doors; {self.screen.key} is in front")

    def choose(self, door: str) -> str:
        """Take a door and have it saved; returns the receipt on the screen."""
        self.take(door)
        return self.save(door)

    def take(self, door: str) -> None:
        """Take a door."""
        self.until("doors")
        while not self.screen.rows():
            self.onward()
        self._hands.press(self.screen.rows()[DOORS.index(door)])
        self.until(f"acknowledge:{door}")

    def save(self, door: str) -> str:
        """Press the last button and Finish; returns the receipt on the screen."""
        while self.key == f"acknowledge:{door}":
            self._hands.press(self.kiosk.shell.foot.onward_button)
        self._until(lambda: isinstance(self.screen.view, SavedView))
        self._look(self.screen, f"saved-{door}")
        receipt = self.screen.text("receipt")
        self.finish()
        return receipt

    def finish(self) -> None:
        """Press Finish."""
        view = self.screen.view
        assert isinstance(view, SavedView)
        self._hands.press(self.screen.button(view.finish.text))
        self.until("welcome")

    def close(self) -> None:
        """Switch the kiosk off."""
        self.window.close()
        self.kiosk.close()
        self.kiosk.shell.deleteLater()
