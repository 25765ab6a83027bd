"""Ways off the page and back: each must end on exactly the page it began on."""

from collections.abc import Sequence

from kiosk.domain import events as ev
from kiosk.domain.hiding import LOCK_LENGTH
from kiosk.ui.views.screens import KeypadView, NoticeView, WelcomeView
from kiosk.ui.views.sheet import Sheet
from kiosk.ui.walk.errands import look_round, prepare, reopen
from kiosk.ui.walk.robot import Steps
from kiosk.ui.walk.screen import NotThereError
from kiosk.ui.walk.visitor import Diary, Means, Visitor

_LANGUAGE, _TEXT, _FAQ, _HIDE, _HELP = range(1, 6)
_TICK_SECONDS = 5.0
_LOCKS = 0.5
# A code waits fifteen minutes only, so no hour may pass before it was typed.
_NEED_A_STEP = ("warning", "curtain")
_NEED_STAFF = ("curtain", "staff")
# Longer than any page's warning, which is at least twice its reading time.
_LONG = 3600.0


class Wanderer(Visitor):
    """A visitor who looks at everything beside the way, too; rate is detours per page."""

    def __init__(self, means: Means, diary: Diary, rate: float) -> None:
        super().__init__(means, diary)
        self._rate = rate
        self._pictures: list[str] = []
        errands = ("", "", "code", "hand over") if means.staff else ("",)
        self._errand = self.chance.choice(errands)
        self._detours = {
            "help": self._help,
            "upset": self._upset,
            "break": self._break,
            "call": self._call,
            "screen": self._screen_help,
            "hide": self._hide,
            "language": self._again,
            "settings": self._settings,
            "size": self._size,
            "faq": self._look_up,
            "staff": self._staff,
            "back": self._there_and_back,
            "warning": self._warning,
            "curtain": self._curtain,
        }

    def act(self) -> Steps:
        """Sometimes leave the page for a while first."""
        view = self.screen.view
        if isinstance(view, WelcomeView) and self._errand:
            errand, self._errand = self._errand, ""
            yield from prepare(self, code=errand == "code")
            return
        if isinstance(view, Sheet) and view.tools and self.chance.random() < self._rate:
            yield from self._wander(self.chance.choice(sorted(self._detours)))
        yield from super().act()

    def _wander(self, name: str) -> Steps:
        if name in _NEED_A_STEP and getattr(self.screen.view, "step", None) is None:
            return
        if name in _NEED_STAFF and not self.means.staff and not self.diary.used_code:
            return
        before, key = self.screen.prints(), self.screen.key
        yield from self._detours[name]()
        self.diary.detours.append(name)
        if self.screen.key != key:
            raise NotThereError(f"the detour {name!r} from {key} ended on {self.screen.key}")
        after = self.screen.prints()
        # Looking something up opens pages, and what counts them then says so.
        if after != before and name != "faq":
            changed = sorted(set(after) ^ set(before))[:2]
            self.note(f"after the detour {name!r} {key} looks different: {changed}")

    def _help(self) -> Steps:
        yield from self.tool(_HELP)
        self.expect("help")
        yield from self._close("help")

    def _close(self, key: str) -> Steps:
        """Close an overlay, through all of its screens."""
        while self.screen.view.key == key:
            self.look()
            yield from self.onward()

    def _upset(self) -> Steps:
        yield from self.tool(_HELP)
        self.expect("help")
        yield from self.seek(1)
        self.expect("upset")
        yield from self._close("upset")

    def _screen_help(self) -> Steps:
        yield from self.tool(_HELP)
        self.expect("help")
        yield from self.seek(3)
        self.expect("settings")
        yield from self._close("settings")

    def _break(self) -> Steps:
        yield from self.tool(_HELP)
        self.expect("help")
        yield from self.seek(2)
        yield from self._show_again()

    def _call(self) -> Steps:
        """Show from afar that help is wanted, and take the sign away."""
        yield from self.tool(_HELP)
        self.expect("help")
        yield from self.seek(0)
        self.expect("calling")
        self.look()
        yield from self.notice_button(1)
        yield from self._close("help")

    def _hide(self) -> Steps:
        yield from self.tool(_HIDE)
        yield from self._show_again()

    def _show_again(self) -> Steps:
        """Show a hidden page, by its code where the visit has one."""
        self.expect("hidden")
        view = self.screen.view
        buttons = view.buttons if isinstance(view, NoticeView) else ()
        can_lock = any(one.verb.event is ev.LockAsked for one in buttons)
        if can_lock and self.chance.random() < _LOCKS:
            yield from self._lock()
        yield from self.notice_button(0)
        view = self.screen.view
        if isinstance(view, KeypadView):
            self.look()
            yield from self.type(self._opens(view), view.done)

    def _lock(self) -> Steps:
        """Lock the hidden page with pictures of one's own."""
        yield from self.notice_button(1)
        view = self.screen.view
        self.expect("hidden-lock")
        if not isinstance(view, KeypadView):
            raise NotThereError(f"{self.screen.key} has no pictures to choose from")
        self._pictures = self.chance.choices([name for _, name in view.pictures], k=LOCK_LENGTH)
        yield from self.type(self._pictures, view.done)
        self.expect("hidden")

    def _opens(self, view: KeypadView) -> Sequence[str]:
        return self._pictures if view.pictures else self.diary.used_code

    def _again(self) -> Steps:
        yield from self.tool(_LANGUAGE)
        self.expect("language-again")
        yield from self.seek_name(self._marked(checked=True))
        yield from self._close("language-again")

    def _marked(self, *, checked: bool) -> str:
        """Return the first row of the page that is, or is not, marked."""
        return next(row.text for row in self.screen.items() if row.chosen == checked)

    def _settings(self) -> Steps:
        yield from self.tool(_TEXT)
        self.expect("settings")
        yield from self._close("settings")

    def _size(self) -> Steps:
        """Choose another size and the first one again."""
        yield from self.tool(_TEXT)
        self.expect("settings")
        now, other = self._marked(checked=True), self._marked(checked=False)
        yield from self.seek_name(other)
        self.look()
        yield from self.seek_name(now)
        yield from self._close("settings")

    def _look_up(self) -> Steps:
        if self.screen.view.key.startswith("faq"):
            return
        yield from self.tool(_FAQ)
        self.expect("faq")
        yield from self.seek(self.chance.randrange(len(self.screen.items())))
        self.expect("faq-topic")
        yield from self.seek(self.chance.randrange(len(self.screen.items())))
        self.expect("faq")
        while self.screen.view.key.startswith("faq"):
            self.look()
            yield from self.onward()

    def _there_and_back(self) -> Steps:
        """One screen on and back, where going on does nothing but that."""
        view, key = self.screen.view, self.screen.key
        if not view.key.startswith("page") or self.changing:
            return
        yield from self.onward()
        self.look()
        if self.screen.key != key:
            yield from self.push(self.screen.shell.foot.back_button)

    def _warning(self) -> Steps:
        key = self.screen.view.key
        self.means.pass_time(_LONG)
        yield from self.settle(key, _TICK_SECONDS, "the warning")
        self.expect("still-there")
        yield from self.notice_button(0)

    def _curtain(self) -> Steps:
        """Let the page be hidden, and open it again by code or with staff."""
        key = self.screen.view.key
        self.means.pass_time(_LONG)
        yield from self.settle(key, _TICK_SECONDS, "the warning")
        self.means.pass_time(self.means.countdown)
        yield from self.settle("still-there", _TICK_SECONDS, "the curtain")
        view = self.screen.view
        self.look()
        if isinstance(view, KeypadView):
            yield from self.type(self._opens(view), view.done)
            return
        yield from self.notice_button(0)
        yield from reopen(self)

    def _staff(self) -> Steps:
        if not self.means.staff:
            return
        yield from self.tool(_HELP)
        self.expect("help")
        yield from self.push(self.screen.shell.foot.middle_button)
        yield from look_round(self)
        yield from self._close("help")
