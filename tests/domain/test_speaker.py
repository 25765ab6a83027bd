"""Who speaks: one voice, in order, silent at a touch."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import speaker as sp
from kiosk.domain.speaker import Hush, Light, Say, Speaker, TellVoiceless


def test_lines_are_said_one_after_another_and_then_no_line_is_lit() -> None:
    speaker, sounds = sp.asked(Speaker(), 2, sayable=True)
    assert sounds == (Say(1, 0),)
    speaker, sounds = sp.started(speaker, 1)
    assert sounds == (Light(0),)
    speaker, sounds = sp.ended(speaker, 1)
    assert sounds == (Say(2, 1),)
    speaker, sounds = sp.ended(speaker, 2)
    assert sounds == (Light(None),)
    assert not speaker.speaking


def test_a_press_silences_at_once() -> None:
    speaker, _ = sp.read(Speaker(), 3)
    speaker, sounds = sp.pressed(speaker)
    assert sounds == (Hush(), Light(None))
    assert not speaker.speaking


def test_the_press_that_silences_does_not_start_anew() -> None:
    speaker, _ = sp.read(Speaker(), 3)
    speaker, _ = sp.pressed(speaker)
    speaker, sounds = sp.asked(speaker, 3, sayable=True)
    assert sounds == ()
    speaker, _ = sp.pressed(speaker)
    _, sounds = sp.asked(speaker, 3, sayable=True)
    assert sounds == (Say(2, 0),)


def test_the_end_of_an_older_line_starts_nothing() -> None:
    speaker, _ = sp.read(Speaker(), 3)
    speaker, sounds = sp.read(speaker, 3)
    assert sounds == (Hush(), Light(None), Say(2, 0))
    assert sp.ended(speaker, 1) == (speaker, ())
    assert sp.failed(speaker, 1) == (speaker, ())
    assert sp.started(speaker, 1) == (speaker, ())


def test_words_that_cannot_be_said_are_told_and_not_skipped() -> None:
    assert sp.asked(Speaker(), 3, sayable=False)[1] == (TellVoiceless(),)
    speaker, _ = sp.read(Speaker(), 3)
    speaker, sounds = sp.failed(speaker, 1)
    assert sounds == (Hush(), Light(None), TellVoiceless())
    assert not speaker.speaking


@given(st.lists(st.sampled_from(["ask", "press", "end", "late", "fail", "read", "stop"])))
def test_there_are_never_two_voices(moves: list[str]) -> None:
    speaker, sounding = Speaker(), False
    for move in moves:
        speaker, sounds = {
            "ask": sp.asked(speaker, 3, sayable=True),
            "press": sp.pressed(speaker),
            "end": sp.ended(speaker, speaker.turn),
            "late": sp.ended(speaker, speaker.turn - 1),
            "fail": sp.failed(speaker, speaker.turn),
            "read": sp.read(speaker, 2),
            "stop": sp.stopped(speaker),
        }[move]
        if move in ("end", "fail"):
            sounding = False
        for sound in sounds:
            assert not (isinstance(sound, Say) and sounding)
            sounding = isinstance(sound, Say) or (sounding and not isinstance(sound, Hush))
        assert sounding == speaker.speaking
