"""Parts of a drawing that are the same from frame to frame, held while it is looked at."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
# More than one frame asks for of any part; those of frames that never come again give way.
_MOST, _MANY = 8, 64
_LET_GO: list[Callable[[], None]] = []


def held(make: Callable[P, T]) -> Callable[P, T]:
    """Work a part out once, not again for every frame of what moves beside it."""
    return _hold(make, _MOST)


def held_many(make: Callable[P, T]) -> Callable[P, T]:
    """Hold more of what is small."""
    return _hold(make, _MANY)


def _hold(make: Callable[P, T], most: int) -> Callable[P, T]:
    kept = lru_cache(maxsize=most)(make)
    _LET_GO.append(kept.cache_clear)
    return cast("Callable[P, T]", kept)


def let_go() -> None:
    """Hold nothing any more: the drawing is still, or gone."""
    for one in _LET_GO:
        one()
