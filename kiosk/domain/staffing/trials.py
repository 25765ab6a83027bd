"""What staff try by hand on a machine: its touch screen, its keys, its sound, its printer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

# Seconds after the last key in which a trial of the keys is over.
KEYS_QUIET_SECONDS = 8.0
ARROWS = ("up", "down", "left", "right")
FIVE_KEYS = (*ARROWS, "enter")
SWITCH_KEYS = ("space", "tab")
_BANDS = 3
_ZONES = (
    *("top left", "top", "top right"),
    *("left", "middle", "right"),
    *("bottom left", "bottom", "bottom right"),
)


class Device(StrEnum):
    """What is tried; the value is its name in the file of results."""

    TOUCH = "touch"
    KEYS = "keys"
    SOUND = "sound"
    PRINTER = "printer"

    @property
    def trial(self) -> str:
        """Its name among the conditions of a readiness report."""
        return f"{self.value}-trial"


class Stage(StrEnum):
    """How far a trial of sound or printer has come."""

    READY = ""
    AT_WORK = "at work"
    ASKED = "asked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Grid:
    """Squares that cover the whole glass, numbered row by row from the top left."""

    columns: int = 0
    rows: int = 0

    @property
    def count(self) -> int:
        """How many squares there are."""
        return self.columns * self.rows

    def zone(self, square: int) -> str:
        """Return which ninth of the glass a square lies in."""
        row, column = divmod(square, self.columns)
        across, down = _BANDS * column // self.columns, _BANDS * row // self.rows
        return _ZONES[_BANDS * down + across]


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial under way: what felt a finger, which keys came, what a machine said.

    `last` is the moment of the last key on the monotonic clock.
    """

    grid: Grid = Grid()
    touched: frozenset[int] = frozenset()
    keys: frozenset[str] = frozenset()
    stage: Stage = Stage.READY
    told: str = ""
    last: float = 0.0


@dataclass(frozen=True, slots=True)
class Tried:
    """How a trial ended; its words are those of a readiness report, in English."""

    device: Device
    ok: bool
    what: str


def touched(trial: Trial, grid: Grid, squares: Iterable[int]) -> Trial:
    """Return the trial after a finger; on a glass of another shape it begins again."""
    before = trial.touched if grid == trial.grid else frozenset()
    return replace(trial, grid=grid, touched=before | frozenset(squares))


def touch_result(trial: Trial) -> Tried:
    """Return which parts of the glass felt nothing."""
    grid = trial.grid
    missed = [one for one in range(grid.count) if one not in trial.touched]
    if not missed:
        ok = bool(grid.count)
        what = f"all {grid.count} squares felt a finger" if ok else "no square felt a finger"
        return Tried(Device.TOUCH, ok, what)
    if not trial.touched:
        return Tried(Device.TOUCH, ok=False, what="no square felt a finger")
    found = {grid.zone(one) for one in missed}
    zones = ", ".join(zone for zone in _ZONES if zone in found)
    what = f"{len(missed)} of {grid.count} squares felt no finger: {zones}"
    return Tried(Device.TOUCH, ok=False, what=what)


def key_pressed(trial: Trial, key: str, at: float) -> Trial:
    """Return the trial after a key."""
    return replace(trial, keys=trial.keys | {key}, last=at)


def keys_over(trial: Trial, at: float) -> bool:
    """Say whether a trial of the keys is over: all five came, or none for a while."""
    if set(FIVE_KEYS) <= trial.keys:
        return True
    return bool(trial.keys) and at - trial.last >= KEYS_QUIET_SECONDS


def keys_result(trial: Trial) -> Tried | None:
    """Return which keys answered, None when none was pressed: there is no keypad then.

    Switches speak as Space or Tab, and Enter; a keypad has the arrows, too.
    """
    if not trial.keys:
        return None
    switches = [one for one in SWITCH_KEYS if one in trial.keys]
    if switches and not trial.keys.intersection(ARROWS):
        names = [*switches, *(["enter"] if "enter" in trial.keys else [])]
        return Tried(Device.KEYS, ok=True, what=f"switches answered: {', '.join(names)}")
    missing = [one for one in FIVE_KEYS if one not in trial.keys]
    if missing:
        return Tried(Device.KEYS, ok=False, what=f"no answer from: {', '.join(missing)}")
    return Tried(Device.KEYS, ok=True, what=f"all five keys answered: {', '.join(FIVE_KEYS)}")


def heard_result(*, heard: bool) -> Tried:
    """Return what a person said of the sentence."""
    what = "a person heard a sentence well" if heard else "a person could not hear the sentence"
    return Tried(Device.SOUND, heard, what)


def print_result(*, came: bool, queue: str) -> Tried:
    """Return what a person said of the test page, with what the print system said."""
    what = "a test page came out whole" if came else "no whole test page came out"
    return Tried(Device.PRINTER, came, f"{what}; {queue}" if queue else what)
