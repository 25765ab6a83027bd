"""One person at the kiosk: what they press on each page, from Welcome to Welcome."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QAbstractButton

from kiosk.ui.verbs import Verb
from kiosk.ui.views.screens import KeypadView, NoticeView, SavedView, WelcomeView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.hands import Hands
from kiosk.ui.walk.robot import Steps, Wait
from kiosk.ui.walk.screen import GoneError, NotThereError, Screen

SAVE_SECONDS = 20.0
_MOST_ACTS = 4000


@dataclass(frozen=True)
class Means:
    """What a visitor has: eyes, hands, luck, and a way to let time go by.

    pass_time takes seconds; look is called on every new screen; stored returns the receipt
    that the store holds for the visit in progress, or None; staff tells that no PIN bars the
    staff pages; countdown is how long the warning lasts, in seconds; saved_before counts the
    visits that were saved before this one.
    """

    screen: Screen
    hands: Hands
    chance: random.Random
    pass_time: Callable[[float], None]
    look: Callable[[], None]
    stored: Callable[[], str | None]
    staff: bool
    countdown: float
    saved_before: int


@dataclass
class Diary:
    """What one visit came to."""

    door: str
    code: str = ""
    used_code: str = ""
    receipt: str = ""
    ending: str = ""
    seconds: float = 0.0
    pages: set[str] = field(default_factory=set)
    detours: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class Visitor:
    """Walks through one visit; every method that acts is a script of steps."""

    def __init__(self, means: Means, diary: Diary) -> None:
        self.means, self.diary = means, diary
        self.screen, self.chance = means.screen, means.chance
        self._over = False
        self._faq_left = self.chance.randint(1, 4)
        self._topics_left = self.chance.randint(0, 2)
        self._changes_left = self.chance.randint(0, 2)
        self.changing = ""
        self._pages = {
            "language": self._language,
            "comfort": self._comfort,
            "press": self._onward,
            "how": self._how,
            "page": self._page,
            "faq": self._faq,
            "faq-topic": self._faq_topic,
            "check": self._check,
            "questions": self._questions,
            "review": self._review,
            "doors": self._doors,
            "acknowledge": self._acknowledge,
        }

    def visit(self) -> Steps:
        """Go through a whole visit; leaves early with a problem noted when stuck."""
        for _ in range(_MOST_ACTS):
            self.look()
            yield from self.act()
            if self._over:
                return
        raise NotThereError(f"the visit did not end within {_MOST_ACTS} acts")

    def look(self) -> None:
        """Take in the screen in front."""
        # Whether the saving page is met at all is a matter of milliseconds.
        if self.screen.view.key != "saving":
            self.diary.pages.add(self.screen.key)
        self.means.look()

    # Small acts

    def press(self, name: str) -> Steps:
        """Press the button of this name and give the window its turn."""
        try:
            yield from self.push(self.screen.button(name))
        except GoneError:
            yield from self.push(self.screen.button(name))

    def push(self, button: QAbstractButton) -> Steps:
        """Press a button that was already found."""
        if not button.isVisible():
            raise NotThereError(f"{button.accessibleName()!r} went away on {self.screen.key}")
        self.means.hands.press(button)
        yield None

    def onward(self) -> Steps:
        """Press the button at the end of the foot bar."""
        yield from self.push(self.screen.shell.foot.onward_button)

    def seek(self, number: int) -> Steps:
        """Press the row of this number on the page, turning to the screen that shows it."""
        items = self.screen.items()
        if not -len(items) <= number < len(items):
            raise NotThereError(f"page {self.screen.key} has {len(items)} rows, none is {number}")
        yield from self.seek_name(items[number].text)

    def seek_verb(self, verb: Verb) -> Steps:
        """Press the row that asks for this, wherever it stands."""
        names = [one.text for one in self.screen.items() if one.verb == verb]
        if not names:
            raise NotThereError(f"page {self.screen.key} has no row for {verb}")
        yield from self.seek_name(names[0])

    def seek_name(self, name: str) -> Steps:
        """Press the row of this name, turning to the screen that shows it."""
        yield from self.first_screen()
        for _ in range(self.screen.count):
            found = [row for row in self.screen.rows() if row.accessibleName() == name]
            if found:
                yield from self.push(found[0])
                return
            yield from self.further()
            self.look()
        raise NotThereError(f"no row {name!r} on any screen of {self.screen.key}")

    def further(self) -> Steps:
        """Turn to the next screen of the page, by whichever button does."""
        yield from self.push(self.screen.shell.foot.turning_button)

    def first_screen(self) -> Steps:
        """Turn back to the first screen of the page."""
        while self.screen.index:
            yield from self.push(self.screen.shell.foot.back_button)

    def tool(self, place: int) -> Steps:
        """Press a tool by its place in the bar above."""
        yield from self.push(self.screen.shell.tool_bar.buttons[place])

    def settle(self, key: str, seconds: float, what: str) -> Steps:
        """Wait until another page is in front."""
        if self.screen.view.key == key:
            yield Wait(lambda: self.screen.view.key != key, seconds, what)

    def expect(self, key: str) -> None:
        """Make sure that a page of this kind came."""
        if self.screen.view.key.partition(":")[0] != key:
            raise NotThereError(f"{key!r} did not open; {self.screen.key} is in front")
        self.look()

    def notice_button(self, number: int) -> Steps:
        """Press a button in the middle of the page."""
        view = self.screen.view
        if not isinstance(view, NoticeView):
            raise NotThereError(f"{self.screen.key} has no buttons in its middle")
        yield from self.press(view.buttons[number].text)

    def note(self, problem: str) -> None:
        """Keep a problem."""
        self.diary.problems.append(problem)

    # Pages

    def act(self) -> Steps:
        """Do the next thing on the page in front."""
        view = self.screen.view
        if isinstance(view, WelcomeView):
            yield from self.press(view.start.text)
        elif isinstance(view, SavedView):
            yield from self._saved(view)
        elif isinstance(view, KeypadView):
            yield from self._code(view)
        elif isinstance(view, NoticeView):
            yield from self._notice(view)
        elif isinstance(view, Sheet):
            handler = self._pages.get(view.key.partition(":")[0])
            if handler is None:
                raise NotThereError(f"no visitor knows the page {view.key!r}")
            yield from handler(view)

    def _notice(self, view: NoticeView) -> Steps:
        if view.key == "saving":
            yield from self.settle("saving", SAVE_SECONDS, "the store's answer")
            return
        self.note(f"met the page {view.key!r}: {view.small or ' '.join(view.lines)}")
        self._over = True
        if view.key == "fault":
            yield from self.press(view.buttons[0].text)

    def _onward(self, view: Sheet) -> Steps:
        yield from self.onward()

    def _how(self, view: Sheet) -> Steps:
        """Go on; where there are two ways, by the one that opens every page."""
        if view.onward is not None:
            yield from self.onward()
        else:
            yield from self.seek(0)

    def _language(self, view: Sheet) -> Steps:
        # The rows beside them let a language be heard.
        rows = [one for one in self.screen.rows() if one.isCheckable()]
        if rows:
            yield from self.push(self.chance.choice(rows))
        yield from self.onward()

    def _comfort(self, view: Sheet) -> Steps:
        rows = self.screen.rows()
        if rows and self.chance.random() < 0.3:
            yield from self.push(self.chance.choice(rows))
        yield from self.onward()

    def _code(self, view: KeypadView) -> Steps:
        if not self.diary.code:
            if self.chance.random() < 0.1:
                yield from self._wrong_code(view)
            yield from self.onward()
            return
        code, self.diary.code = self.diary.code, ""
        yield from self.type(code, view.done)

    def _wrong_code(self, view: KeypadView) -> Steps:
        yield from self.type("000000", view.done)
        now = self.screen.view
        self.look()
        if not isinstance(now, KeypadView) or not now.error:
            self.note("a wrong code was not refused")

    def type(self, text: Sequence[str], done: str) -> Steps:
        """Press the keys of the pad, then the button that takes what was typed."""
        for letter in text:
            yield from self.press(letter)
        yield from self.press(done)

    def _page(self, view: Sheet) -> Steps:
        luck = self.chance.random()
        if self.changing and luck < 0.5 and view.back is not None:
            yield from self.push(self.screen.shell.foot.back_button)
        elif luck < 0.04 and view.middle is not None:
            yield from self._mark(view.middle.text)
        else:
            yield from self.onward()

    def _mark(self, name: str) -> Steps:
        key = self.screen.key
        yield from self.press(name)
        if self._on_lines():
            yield from self._mark_a_line()
            if self.screen.key != key:
                self.note(f"marking a line of {key} led to {self.screen.key}")
            return
        if self.screen.key != key:
            self.note(f"marking {key} led to {self.screen.key}")
        if any(one.accessibleName() == name for one in self.screen.buttons()):
            self.note(f"a mark on {key} is not seen")

    def _mark_a_line(self) -> Steps:
        """Press one of the lines, or all or nothing of them, and go back to the page."""
        self.look()
        while self._on_lines() and not self.screen.rows():
            yield from self.onward()  # where words fill the first screen
        if self._on_lines():
            yield from self.push(self.chance.choice(self.screen.rows()))
        while self._on_lines():
            yield from self.onward()

    def _on_lines(self) -> bool:
        return self.screen.view.key.startswith("lines:")

    def _faq(self, view: Sheet) -> Steps:
        rows = self.screen.rows()
        if view.key != "faq" or not self._faq_left or not rows:
            yield from self.onward()
            return
        self._faq_left -= 1
        yield from self.push(self.chance.choice(rows))

    def _faq_topic(self, view: Sheet) -> Steps:
        rows = self.screen.rows()
        if self._faq_left and rows:
            self._faq_left -= 1
            yield from self.push(self.chance.choice(rows))
            return
        yield from self.onward()

    def _check(self, view: Sheet) -> Steps:
        rows = self.screen.rows()
        if not rows or self.chance.random() < 0.1:
            yield from self.onward()
            return
        yield from self.push(self.chance.choice(rows))

    def _questions(self, view: Sheet) -> Steps:
        self.changing = ""
        rows = self.screen.rows()
        topics = len([one for one in rows if not one.isCheckable()])
        if view.key != "questions":
            for row in self.chance.sample(range(len(rows)), min(len(rows), 2)):
                yield from self.push(self.screen.rows()[row])
            yield from self.onward()
        elif self._topics_left and topics:
            self._topics_left -= 1
            yield from self.push(self.chance.choice(rows[-topics:]))
        else:
            yield from self.onward()

    def _review(self, view: Sheet) -> Steps:
        self.changing = ""
        rows = self.screen.rows()
        if self._changes_left and rows:
            self._changes_left -= 1
            row = self.chance.choice(rows)
            self.changing = row.accessibleName()
            yield from self.push(row)
            if self.screen.view.key == "review":
                self.note(f"Change on {self.changing!r} did nothing")
            return
        yield from self.onward()

    def _doors(self, view: Sheet) -> Steps:
        order = ("ready", "questions", "no")
        rows = self.screen.rows()
        if not rows:
            yield from self.onward()
            return
        if len(rows) != len(order):
            raise NotThereError(f"{len(rows)} doors on one screen, not {len(order)}")
        sizes = {(row.width(), row.height()) for row in rows}
        if len(sizes) != 1:
            self.note(f"the doors differ in size: {sorted(sizes)}")
        door = self.diary.door
        if self.chance.random() < 0.1:
            door = self.chance.choice(order)
        yield from self.push(rows[order.index(door)])

    def _acknowledge(self, view: Sheet) -> Steps:
        if not view.key.endswith(self.diary.door):
            yield from self.push(self.screen.shell.foot.back_button)
            return
        yield from self.onward()

    def _saved(self, view: SavedView) -> Steps:
        shown = self.screen.text("receipt")
        self.diary.receipt = shown
        stored = self.means.stored()
        if stored != shown:
            self.note(f"the screen says {shown}, the store says {stored}")
        self._over = True
        if self.chance.random() < 0.25:
            self.diary.ending = "by itself"
            self.means.pass_time(3600.0)
            yield from self.settle(view.key, 5.0, "the reset")
        else:
            self.diary.ending = "Finish"
            yield from self.press(view.finish.text)
        self.look()
        if not isinstance(self.screen.view, WelcomeView):
            self.note(f"after the end the page {self.screen.key} was in front, not Welcome")
