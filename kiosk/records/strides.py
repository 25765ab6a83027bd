"""Walking over the sound part of a store in strides that several processes check at one time."""

import sqlite3
from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from kiosk.records.processes import Crew, Task
from kiosk.records.ratchet import Ratchet, key_after
from kiosk.records.reading import DAMAGE
from kiosk.records.signer import Keys
from kiosk.records.stretch import Sound, Stretch, Tip, look
from kiosk.records.walk import Walk

# Records; a power of two, so that each stretch is one subtree. Two cores end at nearly one time.
LENGTH = 512
# Stretches on the way at one time.
_AHEAD = 8


class Strides:
    """Brings a walk up to the first stretch that is not plainly sound, or to the last record.

    The last record is left to be walked as always. Without `keys` no signature is checked.
    """

    def __init__(self, walk: Walk, crew: Crew, keys: Keys | None) -> None:
        self._walk, self._crew, self._keys = walk, crew, keys
        self._waiting: deque[Task[Sound | None]] = deque()

    def over(self, connection: sqlite3.Connection, total: int) -> Iterator[None]:
        """Move past one stretch after the other, in order."""
        try:
            path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
        except DAMAGE:
            return
        stretches = self._stretches(path, total - 1)
        self._hand_out(stretches)
        while self._waiting:
            # Whoever waits for another can as well do what nobody has begun.
            if not self._waiting[0].done():
                any(task.take_over() for task in self._waiting)
            sound = self._waiting.popleft().outcome()
            if sound is None or not _joined(self._walk, sound):
                break
            self._hand_out(stretches)
            yield
        for task in self._waiting:
            task.drop()

    def _hand_out(self, stretches: Iterator[Stretch]) -> None:
        for stretch in islice(stretches, _AHEAD - len(self._waiting)):
            self._waiting.append(self._crew.give(partial(look, stretch)))

    def _stretches(self, path: Path, end: int) -> Iterator[Stretch]:
        walk = self._walk
        key = walk.ratchet.key if walk.ratchet else None
        for start in range(0, end, LENGTH):
            stop = min(start + LENGTH, end)
            yield Stretch(path, start, stop, walk.kiosk, walk.epoch, walk.mode, key, self._keys)
            if key is not None:
                key = key_after(key, stop - start)


def _joined(walk: Walk, sound: Sound) -> bool:
    """Move the walk past a stretch if that follows on the records so far; tell whether."""
    if sound.before != Tip(walk.prev, walk.latest_day, walk.jumps.last):
        return False
    if not walk.tree.gives(sound.folds, sound.roots):
        return False
    start, stop = walk.expected, walk.expected + len(sound.ids)
    if walk.anchor and start < walk.anchor.size <= stop:
        if not walk.anchor.fits(sound.roots[walk.anchor.size - 1 - start]):
            return False
        walk.anchor_met = True
    walk.expected = stop
    walk.ids.update(zip(sound.ids, range(start, stop), strict=True))
    walk.tree.join(sound.tree)
    walk.prev, walk.latest_day, walk.jumps.last = sound.after
    walk.root = sound.roots[-1]
    walk.jumps.found += sound.jumps
    if sound.mac_key is not None:
        walk.ratchet = Ratchet(walk.epoch, stop, sound.mac_key)
    return True
