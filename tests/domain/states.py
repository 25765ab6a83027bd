"""Every state a visit can be in on a tiny plan, and how one leads to another."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from kiosk.domain import events as ev
from kiosk.domain.acknowledgement import Door
from kiosk.domain.advance import advance
from kiosk.domain.idle import Idle
from kiosk.domain.plan import Plan
from kiosk.domain.session import Overlay, Session, Step, new_session
from tests.domain.visits import (
    MEANING,
    NO_IDEAS,
    TINY,
    UTC,
    Act,
    act,
    confirmed,
    save_failed,
    timeless,
)

# Long enough for any of the waits.
LATER = 10_000.0
_WITH_DOOR = (Step.ACKNOWLEDGE, Step.SAVING, Step.SAVED)
Graph = Mapping[Session, Mapping[str, Session]]

_JOURNEY: dict[str, Act] = {
    "start": act(ev.Began, "visit", UTC),
    "continue": act(ev.Continued),
    "back": act(ev.WentBack),
    "right": act(ev.Answered, "drive", 1),
    "wrong": act(ev.Answered, "drive", 0),
    "not sure": act(ev.Answered, "drive", None),
    "change idea": act(ev.ChangeAsked, "drive"),
    "change checks": act(ev.ChangeAsked, "checks"),
    "change chapter": act(ev.ChangeAsked, "works"),
    "change FAQ": act(ev.ChangeAsked, "questions"),
    "change marks": act(ev.ChangeAsked, "my-questions"),
    "topic": act(ev.TopicOpened, "cost"),
    "question": act(ev.QuestionOpened, "q1"),
    "decide": act(ev.DecideAsked),
    "ready": act(ev.DoorChosen, Door.READY),
    "questions": act(ev.DoorChosen, Door.QUESTIONS),
    "no": act(ev.DoorChosen, Door.NO),
    "acknowledge": act(ev.Acknowledged, UTC, MEANING),
    "saved": confirmed,
    "not saved": save_failed,
    "finish": act(ev.Finished),
}
# The plan of the covered visit has no ideas, and there one door stands for all three.
_OF_IDEAS = ("right", "wrong", "not sure", "change idea", "change checks", "ready", "questions")
_COVERED: dict[str, Act] = {
    **{name: one for name, one in _JOURNEY.items() if name not in _OF_IDEAS},
    "help": act(ev.Opened, Overlay.HELP),
    "FAQ": act(ev.Opened, Overlay.FAQ),
    "sources": act(ev.Opened, Overlay.SOURCES),
    "one source": act(ev.SourceChosen, 0),
    "all sources": act(ev.SourceChosen, None),
    "one word": act(ev.WordsTold, ("glutamate",)),
    "hide": act(ev.Opened, Overlay.HIDDEN),
    "close": act(ev.Closed),
    "staff": act(ev.Opened, Overlay.STAFF),
    "reset": act(ev.StaffReset),
    "resume": act(ev.Resumed, None),
    "touch": act(ev.Touched),
    "time": lambda _at, _session: ev.Tick(LATER),
}


def _key(session: Session) -> Session:
    """Drop what grows without end and changes nothing about the way: the clock, old answers."""
    door = session.door if session.place.step in _WITH_DOOR else None
    ideas = session.ideas
    if any(len(one.choices) > 1 for one in ideas):
        ideas = tuple(replace(one, choices=one.choices[-1:]) for one in ideas)
    # Copying a session is what takes the time of a whole graph, so it is done where it is needed.
    clock = session.seen or session.mark or session.touched or session.idle_since
    if not clock and ideas is session.ideas and door is session.door:
        return session
    return replace(timeless(session), ideas=ideas, door=door)


def _explored(plan: Plan, acts: Mapping[str, Act]) -> Graph:
    start = _key(new_session(plan))
    graph: dict[Session, dict[str, Session]] = {}
    todo = deque([start])
    while todo:
        here = todo.popleft()
        if here in graph:
            continue
        graph[here] = {name: _key(advance(here, one(0.0, here))[0]) for name, one in acts.items()}
        todo.extend(graph[here].values())
    return graph


@cache
def journey() -> Graph:
    """Return every state of an uncovered visit."""
    return _explored(TINY, _JOURNEY)


@cache
def covered() -> Graph:
    """Return every state of a visit with overlays, staff, warning and curtain."""
    return _explored(NO_IDEAS, _COVERED)


def can_reach(
    graph: Graph, goal: Callable[[Session], bool], names: Iterable[str] | None = None
) -> dict[Session, int]:
    """Return for each state the fewest events to a goal, by the named events only."""
    allowed = None if names is None else set(names)
    back: dict[Session, list[Session]] = {}
    for here, ways in graph.items():
        for name, there in ways.items():
            if allowed is None or name in allowed:
                back.setdefault(there, []).append(here)
    steps = {one: 0 for one in graph if goal(one)}
    todo = deque(steps)
    while todo:
        there = todo.popleft()
        for here in back.get(there, ()):
            if here not in steps:
                steps[here] = steps[there] + 1
                todo.append(here)
    return steps


def in_front(session: Session, step: Step) -> bool:
    """Say whether a page is in front with nothing over it."""
    return session.place.step is step and not session.overlays and session.idle is Idle.ACTIVE
