"""Turns what pages say and what time does into events, and effects into work."""

import logging
import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Saved
from kiosk.domain.advance import advance
from kiosk.domain.board.standing import standing_of
from kiosk.domain.board.told import Told
from kiosk.domain.effects import Effect, KeepVisit, ReportFault, SaveRecord, WipeScreen
from kiosk.domain.idle import Idle
from kiosk.domain.session import Overlay, Session, Settings, Step
from kiosk.domain.staffing.arrangement import Arrangement
from kiosk.domain.staffing.roles import Act
from kiosk.domain.waiting import MAX_CODE_TRIES
from kiosk.platform.clock import local_day, new_copy_letters
from kiosk.platform.printer import NoPrinter, Printer
from kiosk.platform.voice import NoVoice, Voice
from kiosk.ui.cleaning import CleanLock
from kiosk.ui.copy_desk import CopyDesk, PrintAsked
from kiosk.ui.jobs import Jobs
from kiosk.ui.later import only_later
from kiosk.ui.ports import Board, Clock, Codes, NoBoard, PinJudge, Recorder, UnderWay
from kiosk.ui.presenter import Presenter
from kiosk.ui.staff_door import StaffDoor
from kiosk.ui.under_way import NothingKept
from kiosk.ui.verbs import CodeTyped, Command, ResumeTyped, Verb
from kiosk.ui.views.present import present
from kiosk.ui.views.screens import SavedView, View
from kiosk.ui.views.sheet import Sheet

if TYPE_CHECKING:
    from kiosk.ui.staff_room import StaffRoom

LOG = logging.getLogger("anteroom")
SAVE_PATIENCE = 30.0
# Seconds between two checks of all records; a kiosk may run for months.
WALK_EVERY = 86400.0


@dataclass(frozen=True)
class Outside:
    """Everything the driver reaches beyond the window."""

    clock: Clock
    recorder: Recorder
    pins: PinJudge
    codes: Codes
    new_id: Callable[[], str]
    auto_logout: float = 60.0
    window_hours: int = 0
    clean_after_finish: bool = False
    printer: Printer = field(default_factory=NoPrinter)
    voice: Voice = field(default_factory=NoVoice)
    new_letters: Callable[[], str] = new_copy_letters
    under_way: UnderWay = field(default_factory=NothingKept)
    board: Board = field(default_factory=NoBoard)


class Driver(QObject):
    """Holds the visit in progress; shown tells the window what to show."""

    shown = Signal(object, object)
    wiped = Signal()
    left = Signal()

    def __init__(self, session: Session, presenter: Presenter, outside: Outside) -> None:
        super().__init__()
        self.session = session
        self._presenter = presenter
        self._out = outside
        self.jobs = Jobs()
        self._walks = Jobs("walk")
        self._walk_due = 0.0
        self.staff = StaffDoor(self._staff_room)
        self.copies = CopyDesk(outside.printer)
        self._cleaning = CleanLock()
        self._shows: tuple[View, Settings] | None = None
        self._audible = False
        self._saving_since = 0.0
        for jobs in (self.jobs, self._walks):
            jobs.done.connect(self._job_done)
            jobs.failed.connect(self._job_failed)
        self.staff.changed.connect(self.show)
        self.copies.changed.connect(self.show)
        self.staff.hand_over.connect(self._hand_over)
        self.staff.reset.connect(self._staff_reset)
        self.staff.extend.connect(self._extend)
        self.staff.reopen.connect(self._reopen)
        self.staff.clean.connect(self._clean)
        self.staff.exit.connect(self._exit)
        self.staff.left.connect(self._leave_staff)

    def _staff_room(self) -> "StaffRoom":
        from kiosk.ui.staff_room import StaffRoom

        out = self._out
        return StaffRoom(
            out.pins,
            out.codes,
            out.recorder,
            self.jobs,
            out.printer,
            voice=out.voice,
            window_hours=out.window_hours,
        )

    def start(self) -> None:
        """Show Welcome and ask the store whether visits may start."""
        self.show()
        self._probe()

    def hear(self, verb: Verb) -> None:
        """Take what a page said; while the glass is wiped no page says anything."""
        at = self._out.clock.mono()
        if self._cleaning.left(at):
            return
        if issubclass(verb.event, Command):
            self._command(verb.event(*verb.values), at)
            return
        event = self._event(verb, at)
        self.feed(event)

    def _event(self, verb: Verb, at: float) -> ev.Event:
        if verb.event is ev.Began:
            return ev.Began(at, self._out.new_id(), self._out.clock.utc())
        if verb.event is ev.Acknowledged:
            return ev.Acknowledged(at, self._out.clock.utc(), str(verb.values[0]))
        make: Callable[..., object] = verb.event
        event = make(at, *verb.values)
        if not isinstance(event, ev.Event):
            raise TypeError(f"not an event: {verb.event.__name__}")
        return event

    def _command(self, command: Command, at: float) -> None:
        if isinstance(command, CodeTyped):
            self._code_typed(command.code, at)
        elif isinstance(command, ResumeTyped):
            self.feed(ev.Resumed(at, command.code))
        elif isinstance(command, PrintAsked):
            self.copies.hear(command)
        else:
            self.staff.hear(command, at)

    def _code_typed(self, code: str, at: float) -> None:
        """Spend a code only where it counts; guessing stops after a few tries."""
        session = self.session
        here = session.place.step is Step.CODE and session.overlay is None
        if not here:
            return
        found = None
        if session.code_tries < MAX_CODE_TRIES:
            found = self._out.codes.redeem(code)
        if found is None:
            self.feed(ev.CodeRefused(at))
        else:
            route = found.route or None
            self.feed(ev.CodeAccepted(at, found.code, found.reference, route, found.attested))

    def feed(self, event: ev.Event) -> None:
        """Move the visit on and do the work it asks for."""
        before = self.session
        was_staff = before.overlay is Overlay.STAFF
        self.session, effects = advance(before, event)
        self._out.under_way.follow(before, self.session)
        is_staff = self.session.overlay is Overlay.STAFF
        if is_staff and not was_staff:
            # The next person has the kiosk's own language, whatever this one reads.
            tag = self.session.defaults.language
            words = self._presenter.showing(self.session, event.at).words
            day = local_day(self._out.clock.utc())
            fault = self._out.board.fault()
            self.staff.enter(words, tag, event.at, day, self.copies.unprinted, fault)
        for effect in effects:
            self._do(effect, event.at)
        if was_staff and not is_staff:
            self.staff.close()
        if not (isinstance(event, ev.Touched) and only_later(before, self.session)):
            self.show()
        self._on_board(event.at)

    def _on_board(self, at: float) -> Told | None:
        """Say on the board how this kiosk stands, and hear what became of its call."""
        cleaning = self._cleaning.left(at) > 0
        return self._out.board.now(standing_of(self.session, cleaning=cleaning), at)

    def _hear_board(self, at: float) -> None:
        told = self._on_board(at)
        if told is None or told is self.session.told:
            return
        self.feed(ev.CallTold(at, told))
        if told is Told.SEEN:
            self.staff.note(Act.SEEN_AT_DESK)

    def _do(self, effect: Effect, at: float) -> None:
        match effect:
            case SaveRecord(entry):
                self._saving_since = at
                showing = self._presenter.showing(self.session, at)
                entry = self.copies.prepare(showing, entry, self._out.new_letters())
                work = partial(self._out.recorder.save, entry)
                self.jobs.submit(f"save:{entry.session}", work)
            case KeepVisit(kept):
                self._saving_since = at
                desk = self.staff.desk
                by = desk.role.value if desk is not None and desk.unlocked else ""
                work = partial(self._out.recorder.keep, kept, by)
                # Kept once its page is gone, nobody waits for the answer.
                awaited = self.session.id == kept.session
                self.jobs.submit(f"{'save' if awaited else 'keep'}:{kept.session}", work)
            case WipeScreen(why):
                self._shows = None
                if why == "finished" and self._out.clean_after_finish:
                    self._cleaning.begin(at)
                self.copies.forget()
                self.wiped.emit()
                self.jobs.submit("note", partial(self._out.recorder.note, why))
                self._probe()
            case ReportFault(reason):
                LOG.error("fault: %s", reason)

    def _probe(self) -> None:
        self.jobs.submit("closed", self._out.recorder.closed)

    def _job_done(self, name: str, result: object) -> None:
        at = self._out.clock.mono()
        if name.startswith("save:") and isinstance(result, Saved):
            if self.session.id != result.session:
                LOG.warning("the record %s was saved after its page was gone", result.receipt)
            if self.session.id == result.session:
                self.copies.recorded(self._presenter.showing(self.session, at), result)
            self.feed(ev.Recorded(at, result.session, result.receipt, result.check_code))
        elif name == "closed":
            closed = result if isinstance(result, str) else None
            self.feed(ev.ServiceChanged(at, closed))
            self._walk_daily(at)
        elif name == "walk":
            self._probe()

    def _walk_daily(self, at: float) -> None:
        """Verify all records once the store is open and a day later, while visits may start."""
        if at >= self._walk_due:
            self._walk_due = at + WALK_EVERY
            self._walks.submit("walk", self._out.recorder.walk)

    def _job_failed(self, name: str, reason: str) -> None:
        at = self._out.clock.mono()
        LOG.error("%s failed: %s", name.partition(":")[0], reason)
        if name.startswith("save:"):
            self.feed(ev.RecordFailed(at, name.partition(":")[2], reason))
        elif name == "closed":
            self.feed(ev.ServiceChanged(at, reason))

    def tick(self) -> None:
        """Let time do its work; call it about once a second."""
        at = self._out.clock.mono()
        self._hear_board(at)
        if self._cleaning.left(at) or self._cleaning.opens(at):
            # Who wipes is there, so nobody is logged out meanwhile.
            self.staff.touch(at)
        saving = self.session.place.step is Step.SAVING
        if saving and at - self._saving_since > SAVE_PATIENCE and self.session.id:
            reason = f"the record store did not answer within {SAVE_PATIENCE:.0f} seconds"
            self.feed(ev.RecordFailed(at, self.session.id, reason))
            return
        if self.staff.logged_out(self._out.auto_logout, at):
            self.feed(ev.Closed(at))
            return
        self.staff.tick(at)
        self.feed(ev.Tick(at, self._audible))

    def sounding(self, audible: bool) -> None:
        """Note that the page is being read aloud, or no more: who listens does not touch."""
        self._audible = audible

    def touched(self) -> None:
        """Note a sign of life; it takes the warning away."""
        self.feed(ev.Touched(self._out.clock.mono()))

    def typed(self) -> None:
        """Note a key; on the warning keys choose between its buttons, so they take nothing away."""
        if self.session.idle is not Idle.WARNING:
            self.touched()

    def broke(self, reason: str) -> None:
        """Go to the fault page: something failed that no page can mend."""
        self.feed(ev.Broke(self._out.clock.mono(), reason))

    def show(self) -> None:
        """Tell the window what to show, when it is not what it shows already."""
        showing = self._presenter.showing(self.session, self._out.clock.mono())
        desk = self.staff.desk
        left = self._cleaning.left(self._out.clock.mono())
        if left:
            from kiosk.ui.views.staff_board import cleaning

            view: View = cleaning(showing, left)
        elif self.session.overlay is Overlay.STAFF and desk is not None:
            from kiosk.ui.views.staff import staff_room

            view = staff_room(showing, self.session, desk)
        else:
            view = present(showing, self.session)
        if isinstance(view, SavedView):
            view = self.copies.dressed(view, showing)
        settings = self._settings(staff=desk is not None)
        if (view, settings) != self._shows:
            self._shows = view, settings
            self.shown.emit(view, settings)

    def show_again(self) -> None:
        """Tell a window that has not seen it yet what to show."""
        self._shows = None
        self.show()

    def upcoming(self) -> View | None:
        """Return the page that Continue leads to; nothing happens, and None where work would."""
        view = self._shows[0] if self._shows is not None else None
        onward = view.onward if isinstance(view, Sheet) else None
        if onward is None or onward.verb.event is not ev.Continued:
            return None
        at = self._out.clock.mono()
        session, effects = advance(self.session, self._event(onward.verb, at))
        return None if effects else present(self._presenter.showing(session, at), session)

    def renew(self, session: Session, presenter: Presenter) -> None:
        """Go on with a changed pack, as a preview does; the session must be one of its plan."""
        self.session, self._presenter = session, presenter
        self.show_again()

    def _settings(self, *, staff: bool) -> Settings:
        """Return how to show the page: staff pages are as the kiosk is set, in its language.

        Switches go on working there, or who strays in could not come back.
        """
        chosen = self.session.settings
        if staff:
            return replace(
                self.session.defaults,
                language=chosen.language,
                hands=chosen.hands,
                pace=chosen.pace,
                switch_keys=chosen.switch_keys,
            )
        return chosen

    def _hand_over(self, visit: Arrangement) -> None:
        self.feed(
            ev.StaffStarted(
                self._out.clock.mono(),
                self._out.new_id(),
                self._out.clock.utc(),
                visit.reference,
                visit.language,
                visit.route or None,
                size=visit.size,
                theme=visit.theme,
                read_on=visit.read_on,
                attested=visit.attested,
            )
        )

    def _staff_reset(self, keep: bool) -> None:
        self.feed(ev.StaffReset(self._out.clock.mono(), keep))

    def _extend(self, seconds: float) -> None:
        self.feed(ev.StaffExtended(self._out.clock.mono(), seconds))

    def _clean(self) -> None:
        self._cleaning.begin(self._out.clock.mono())
        self.show()

    def _reopen(self) -> None:
        self.feed(ev.Resumed(self._out.clock.mono(), None))

    def _leave_staff(self) -> None:
        self.feed(ev.Closed(self._out.clock.mono()))

    def _exit(self) -> None:
        self.feed(ev.StaffReset(self._out.clock.mono()))
        self.left.emit()

    def close(self) -> None:
        """Finish the work under way; a walk along the records is given up."""
        # An answer that is still under way must not begin a walk now.
        self._walk_due = math.inf
        self._out.recorder.stop_walk()
        self._walks.close()
        self.jobs.close()
        self.copies.close()
        self.staff.shut()
        self._out.under_way.close()
        self._out.board.close()
