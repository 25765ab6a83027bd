"""A walk: visit after visit, each by another person with the same seed of chance."""

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.domain.errors import AnteroomError
from kiosk.ui.shell import Shell
from kiosk.ui.walk.audit import audit
from kiosk.ui.walk.detours import Wanderer
from kiosk.ui.walk.hands import Hands, Keys, Touch
from kiosk.ui.walk.listener import Listener, Senses
from kiosk.ui.walk.memory import alive, growth, held_bytes, left_over
from kiosk.ui.walk.outcome import VisitDone, WalkDone
from kiosk.ui.walk.qt_messages import heard
from kiosk.ui.walk.robot import Robot, Steps, TooLateError, Wait
from kiosk.ui.walk.screen import NotThereError, Print, Screen
from kiosk.ui.walk.shots import save_shot
from kiosk.ui.walk.transcript import TranscriptVoice
from kiosk.ui.walk.visitor import Diary, Means

DOORS = ("ready", "questions", "no")
DETOURS_PER_PAGE = 0.08


class NoSuchHandsError(AnteroomError):
    """A way to work the kiosk that is not built."""


@dataclass(frozen=True)
class Route:
    """What to walk: how often, by which hands, to which door; shots is a folder or None."""

    sessions: int
    seed: int
    door: str
    input: str
    shots: Path | None = None
    detours: float = DETOURS_PER_PAGE


@dataclass(frozen=True)
class World:
    """What a walk reaches beside the window; the composition root knows how.

    pages are the ids of the pages that every whole visit opens; tell hears of each visit;
    voice is what a visitor hears who does not look.
    """

    pass_time: Callable[[float], None]
    stored: Callable[[], str | None]
    staff: bool
    countdown: float
    pages: tuple[str, ...]
    tell: Callable[[VisitDone], None]
    voice: TranscriptVoice | None = None


def hands_for(name: str, shell: Shell, pass_time: Callable[[float], None]) -> Hands:
    """Return the hands of a name; raises NoSuchHandsError."""
    if name == "touch":
        return Touch(shell, pass_time)
    if name in ("keys", "audio"):
        return Keys(shell)
    raise NoSuchHandsError(f"a walk by {name} is not built; use --input touch, keys or audio")


class Walk:
    """Goes through visits one after another and keeps what it saw."""

    def __init__(self, shell: Shell, route: Route, world: World) -> None:
        self._shell, self._route, self._world = shell, route, world
        self._screen = Screen(shell)
        self._hands = hands_for(route.input, shell, world.pass_time)
        self._looked: set[tuple[str, ...]] = set()
        self._visits: list[VisitDone] = []
        self._memory: list[int] = []
        self._faults: list[str] = []
        self._messages: list[str] = []
        self._left: tuple[str, ...] = ()
        self._pictured: set[str] = set()
        self.robot = Robot(shell, self.script())

    def result(self, records: int, problems: tuple[str, ...]) -> WalkDone:
        """Return everything that was found; records is how many the store holds, verified."""
        if len(self._visits) < self._route.sessions:
            early = f"the walk ended after {len(self._visits)} of {self._route.sessions} visits"
            problems = (*problems, early)
        return WalkDone(
            visits=tuple(self._visits),
            verified=records,
            other_problems=problems,
            layout_faults=tuple(self._faults),
            qt_messages=tuple(self._messages),
            left_over=self._left,
            growth=growth(self._memory),
            shots=len(self._pictured),
        )

    def script(self) -> Steps:
        """Go through every visit; ends early when one gets stuck."""
        with heard(self._messages):
            yield from self._visits_one_by_one()

    def _visits_one_by_one(self) -> Steps:
        first, before = self._screen.prints(), alive(self._shell)
        for number in range(1, self._route.sessions + 1):
            chance = random.Random(f"{self._route.seed}:{number}")  # noqa: S311  # repeatable
            door = self._route.door
            diary = Diary(chance.choice(DOORS) if door == "random" else door)
            stuck = yield from self._one(number, chance, diary)
            if not stuck:
                self._compare(diary, first)
            self._keep(number, diary)
            if stuck:
                return
        yield None
        self._left = left_over(before, alive(self._shell), len(self._visits))

    def _one(
        self, number: int, chance: random.Random, diary: Diary
    ) -> Generator[Wait | None, None, bool]:
        """Go through one visit; returns whether it got stuck."""
        began, stuck = time.monotonic(), False
        visitor = self._visitor(number, chance, diary)
        try:
            yield from visitor.visit()
        except (NotThereError, TooLateError) as error:
            diary.problems.append(str(error))
            stuck = True
        diary.seconds = round(time.monotonic() - began, 3)
        return stuck

    def _visitor(self, number: int, chance: random.Random, diary: Diary) -> Wanderer | Listener:
        """Return the next person: one who looks, or one who listens to a dark screen."""
        world = self._world
        if world.voice is not None:
            self._shell.setUpdatesEnabled(False)
            watch = partial(self._watch, number, diary)
            words, keys = self._shell.words, Keys(self._shell)
            senses = Senses(world.voice, keys, words, chance, world.stored, watch)
            return Listener(senses, diary, self._route.detours)
        means = Means(
            self._screen,
            self._hands,
            chance,
            world.pass_time,
            partial(self._look, number),
            world.stored,
            world.staff,
            world.countdown,
            sum(1 for one in self._visits if one.receipt),
        )
        return Wanderer(means, diary, self._route.detours)

    def _watch(self, number: int, diary: Diary) -> None:
        """Note what was in front of somebody who cannot see it."""
        diary.pages.add(self._screen.key)
        if self._screen.view.key == "fault":
            diary.problems.append("met the page 'fault'")
        self._look(number)

    def _compare(self, diary: Diary, first: Print) -> None:
        if self._screen.prints() != first:
            diary.problems.append("Welcome is not as the first person met it")
        opened = {key.partition("#")[0] for key in diary.pages}
        missed = [page for page in self._world.pages if f"page:{page}" not in opened]
        if missed:
            diary.problems.append(f"never in front: {', '.join(missed)}")

    def _keep(self, number: int, diary: Diary) -> None:
        visit = VisitDone(
            number,
            diary.door,
            len(diary.pages),
            diary.seconds,
            diary.receipt,
            diary.ending,
            tuple(diary.detours),
            tuple(diary.problems),
        )
        self._visits.append(visit)
        held = held_bytes()
        if held is not None:
            self._memory.append(held)
        self._world.tell(visit)

    def _look(self, number: int) -> None:
        """Measure and picture a screen that was not in front before in this look."""
        theme, key = self._shell.theme, self._screen.key
        look = (theme.palette.name, theme.metrics.size)
        if (key, *look) in self._looked:
            return
        self._looked.add((key, *look))
        where = f"visit {number}, {key} ({' '.join(look)})"
        self._faults.extend(f"{where}: {fault}" for fault in audit(self._shell))
        # Once for each screen, in the look it has then: a visitor may have changed it early on.
        if self._route.shots is not None and key not in self._pictured:
            self._pictured.add(key)
            save_shot(self._shell, self._route.shots, len(self._pictured), key)
