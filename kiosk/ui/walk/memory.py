"""What a kiosk still holds: bytes of the process, and objects of its own kinds."""

import gc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression

from PySide6.QtWidgets import QWidget

_ROLLUP = Path("/proc/self/smaps_rollup")
# The walk keeps its own diary; that is not the kiosk's memory.
_OWN = "kiosk.ui.walk"
# Still parts of a drawing are worked out once and held; how many, a test of the stage bounds.
# So are the words that a language explains.
_ONCE = ("kiosk.ui.stage.shapes", "kiosk.ui.stage.colours", "kiosk.content.glossary")
_PERSONAL = frozenset(
    (
        *("Session", "Seen", "IdeaState", "Acknowledgement", "PageShown", "IdeaAnswer", "Saved"),
        *("Sheet", "SavedView", "KeypadView", "NoticeView", "TableView"),
        *("SheetPage", "SavedPage", "KeypadPage", "NoticePage", "TablePage", "Row", "Panel"),
        "QWidget in the window",
    )
)
_SETTLES = 8


def held_bytes() -> int | None:
    """Return the memory in bytes that is this process's alone, None where that is not told.

    Anonymous memory: what the program allocated, whatever other programs share or push out.
    """
    try:
        text = _ROLLUP.read_text("ascii")
    except OSError:
        return None
    for line in text.splitlines():
        if line.startswith("Anonymous:"):
            return int(line.split()[1]) * 1024
    return None


def growth(samples: Sequence[int]) -> int | None:
    """Return bytes per visit, the slope over the second half; None for fewer than eight visits."""
    late = samples[len(samples) // 2 :]
    if len(late) < 4:
        return None
    return round(linear_regression(range(len(late)), late).slope)


def alive(window: QWidget) -> Counter[str]:
    """Return how many objects of each of the kiosk's kinds are alive, and how many widgets."""
    gc.collect()
    found: Counter[str] = Counter()
    for one in gc.get_objects():
        module = getattr(type(one), "__module__", None)
        if not isinstance(module, str) or not module.startswith("kiosk."):
            continue
        if _OWN not in module and module not in _ONCE:
            found[type(one).__qualname__] += 1
    found["QWidget in the window"] = len(window.findChildren(QWidget))
    return found


def left_over(before: Counter[str], after: Counter[str], visits: int) -> tuple[str, ...]:
    """Return what is alive after some visits and should not be, as words.

    Of what belongs to a person nothing may be left. Anything else may settle in once, such as
    the words of the staff pages, but must not grow with the visits.
    """
    most = max(_SETTLES, visits // 2)
    return tuple(
        f"{count} more {kind}"
        for kind, count in sorted((after - before).items())
        if count > (0 if kind in _PERSONAL else most)
    )
