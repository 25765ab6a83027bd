"""Whether a speaker reads at a pace that can be followed: words of the sentences by their files."""

from collections import defaultdict
from collections.abc import Iterator

from kiosk.content.audio.index import AudioIndex, Recording

# Words a minute, the pauses within a sentence with them: the made voice says 120 to 125.
SLOWEST, FASTEST = 110, 135
# In Arabic one word holds what are several in English; the made voice says about 70.
_OTHERWISE = {"ar": (60, 110)}
# One sentence may be slow or fast; a chapter of so many words is how somebody speaks.
_ENOUGH = 60
# So far beyond the bounds a single sentence is at fault itself: cut off, or much of it silent.
_FAR, _FEW = 1.5, 8


def pace_faults(index: AudioIndex) -> Iterator[tuple[int, str]]:
    """Return the line in the index of each chapter and sentence at another pace, and what it is."""
    bounds = _OTHERWISE.get(index.language.partition("-")[0], (SLOWEST, FASTEST))
    chapters: dict[str, list[str]] = defaultdict(list)
    for key, one in index.recordings.items():
        chapters[one.stem].append(key)
    for stem, keys in chapters.items():
        spoken = [index.recordings[key] for key in keys]
        words = sum(_words(one) for one in spoken)
        pace = words * 60 / sum(one.seconds for one in spoken)
        if words >= _ENOUGH and not bounds[0] <= pace <= bounds[1]:
            line = min(index.lines[key] for key in keys)
            yield line, f"The recordings of {stem} say {_told(pace, bounds)}"
        else:
            yield from _odd_ones(index, keys, bounds)


def _odd_ones(
    index: AudioIndex, keys: list[str], bounds: tuple[int, int]
) -> Iterator[tuple[int, str]]:
    for key in keys:
        one = index.recordings[key]
        pace = _words(one) * 60 / one.seconds
        if _words(one) >= _FEW and not bounds[0] / _FAR <= pace <= bounds[1] * _FAR:
            yield index.lines[key], f"The recording of “{one.words}” says {_told(pace, bounds)}"


def _words(one: Recording) -> int:
    return len(one.words.split())


def _told(pace: float, bounds: tuple[int, int]) -> str:
    return f"{pace:.0f} words a minute; {bounds[0]} to {bounds[1]} are asked for."
