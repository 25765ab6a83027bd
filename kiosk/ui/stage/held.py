"""Parts of a drawing that are the same from frame to frame, held while it moves."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, cast

T = TypeVar("T")
Given = TypeVarTuple("Given")
_NOTHING = object()


class Held:
    """Works a part out once, not again for every frame of what moves beside it.

    Only what the last frame asked for is held: what moves never comes again.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._last: dict[object, object] = {}
        self._now: dict[object, object] = {}

    def next_frame(self) -> None:
        """Let go of what the frame before the last one used."""
        self._last, self._now = self._now, {}

    def __call__(self, make: Callable[[*Given], T], *given: *Given) -> T:
        """Return what `make` returns for these values."""
        key = (make, given)
        # Looked up as seldom as can be: the values of a key are many.
        found = self._now.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._last.get(key, _NOTHING)
            self._now[key] = found = make(*given) if found is _NOTHING else found
        return cast("T", found)

    def __len__(self) -> int:
        """Return how many parts are held."""
        return len(self._last | self._now)
