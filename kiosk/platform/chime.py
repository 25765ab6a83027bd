"""Two soft notes by which staff hear that help is wanted at a kiosk."""

from functools import partial

from kiosk.platform.click import Click, write_tones

# A falling third, low and slow: heard across a room, and no alarm.
NOTES, PEAK = ((659.3, 0.45), (523.3, 0.7)), 0.35


def chime() -> Click:
    """Return the sound, not yet heard."""
    return Click(write=partial(write_tones, tones=NOTES, peak=PEAK))
