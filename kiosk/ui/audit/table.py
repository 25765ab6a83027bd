"""The acceptance rows: what each asks for in short, and who answers for it.

`by` is "audit" (measured here), the test file that holds it, "person" where only somebody in
front of the kiosk can tell, or "open" where the kiosk does not do it yet.
"""

from dataclasses import dataclass

AUDIT, PERSON, OPEN = "audit", "person", "open"


@dataclass(frozen=True, slots=True)
class Row:
    """One acceptance row."""

    id: str
    asks: str
    by: str


ROWS = tuple(
    Row(*one)
    for one in (
        ("A-01", "everything that can be pressed is 12.7 mm or more", AUDIT),
        ("A-02", "main buttons, answers and doors are 20 mm high (18 on small panels)", AUDIT),
        ("A-03", "digits 18 mm, letters 16 mm", AUDIT),
        ("A-04", "2.54 mm between targets, 5 mm between opposite outcomes", AUDIT),
        ("A-05", "acts on release inside; a second tap is ignored; palms are ignored",
         "tests/ui/test_fingers.py"),
        ("A-06", "tremor filter: hold to press, ignore repeats, 8 mm of jitter",
         "tests/ui/test_fingers.py"),
        ("A-07", "everything works by a single tap", "tests/ui/walk/test_walk.py"),
        ("A-08", "every control within reach from the floor", "tests/ui/test_standing.py"),
        ("A-09", "the way on stands in the lowest 35 %, in one place on every page", AUDIT),
        # Keys of 18 mm, a receipt with its Finish, and what opens a curtain stand on one screen:
        # on 136 mm of height they leave no room for words of 6.3 mm, 0.72 of the largest step.
        # The invented language with words 40 % longer may do the same on any panel.
        ("A-10", "letters of 0.72 of the chosen step, 3.5 mm and more; small one-screen pages 4.4",
         AUDIT),
        ("A-11", "L and XL pass 0.7 degrees at the stated distance",
         "tests/ui/theme/test_metrics.py"),
        ("A-12", "icons, buttons and space grow with the letters", AUDIT),
        ("A-13", "nothing cut, covered or off the screen", AUDIT),
        ("A-14", "no page scrolls", AUDIT),
        ("A-15", "lines of at most 70 characters, never justified", AUDIT),
        ("A-16", "leading of 1.35 to 1.55 em", AUDIT),
        ("A-17", "words 10:1 in light and dark", AUDIT),
        ("A-18", "words 16:1 and more in hard themes", AUDIT),
        ("A-19", "words 4.5:1 to 8:1 in the soft theme, nothing moves", AUDIT),
        ("A-20", "another theme in two taps, with a sample of each", "tests/ui/test_shell.py"),
        ("A-21", "no state by colour alone; marks differ for every colour sight",
         "tests/ui/theme/test_palette.py"),
        ("A-22", "a double focus ring that is never hidden", "tests/ui/test_shell.py"),
        ("A-23", "nothing flashes; movement of 5 s at most, with a pause",
         "tests/ui/blocks/test_stage_panel.py"),
        ("A-24", "one switch keeps all pictures still", "tests/ui/blocks/test_stage_panel.py"),
        ("A-25", "no missing letters in any shipped text", AUDIT),
        ("A-30", "every page can be read aloud", "tests/ui/test_transcript.py"),
        ("A-31", "speech starts in 500 ms, stops in 100 ms, never two voices",
         "tests/ui/test_reader.py"),
        ("A-32", "any block can be heard again by touch", "tests/ui/test_reader.py"),
        ("A-33", "the spoken sentence is marked", "tests/ui/test_reader.py"),
        ("A-34", "eight speeds of speech", "tests/platform/test_voice.py"),
        ("A-35", "volume by key and screen, reset for the next person", "tests/ui/test_reader.py"),
        ("A-36", "silent until asked", "tests/ui/test_reader.py"),
        ("A-37", "sounds off at first", OPEN),
        ("A-40", "the whole journey by keys", "tests/ui/walk/test_walk.py"),
        ("A-41", "a new page puts the focus on its heading", "tests/ui/test_shell.py"),
        ("A-42", "two switches", "tests/ui/test_switches.py"),
        ("A-43", "one switch", "tests/ui/test_switches.py"),
        ("A-44", "every control has a name that holds its words", AUDIT),
        ("A-50", "another language in two taps, place kept", "tests/ui/test_shell.py"),
        ("A-51", "languages named in themselves", AUDIT),
        ("A-52", "right to left mirrors layout, not diagrams",
         "tests/ui/blocks/test_icon_array.py"),
        ("A-53", "a language ships complete and reviewed", "tests/content/test_check.py"),
        ("A-54", "40 % longer words fit", AUDIT),
        ("A-60", "reading level, sentences, words on a page", "tests/content/test_check.py"),
        ("A-61", "the plain word first, then the term", PERSON),
        ("A-62", "banned words", "tests/content/test_guards.py"),
        ("A-63", "numbers as N in 100, beside their comparison", "tests/content/test_guards.py"),
        ("A-64", "buttons say what happens in 24 letters (32 in any language)", AUDIT),
        ("A-70", "three doors of one size, style and number of taps", "tests/domain/test_doors.py"),
        ("A-71", "nothing chosen before, no gate", "tests/domain/test_doors.py"),
        ("A-72", "“required” only where it is", PERSON),
        ("A-73", "saying no takes two taps and no pressure", "tests/domain/test_doors.py"),
        ("A-74", "a mind can be changed", "tests/domain/test_ways.py"),
        ("A-75", "no marketing", "tests/content/test_guards.py"),
        ("A-80", "idle: a warning after max(5 min, twice the reading time)",
         "tests/domain/test_idle.py"),
        ("A-81", "the warning fills the screen, digits of 17 mm, unlimited extensions",
         "tests/domain/test_idle.py"),
        ("A-82", "the curtain opens again for ten minutes", "tests/domain/test_idle.py"),
        ("A-83", "after that nothing is left", "tests/test_canaries.py"),
        ("A-84", "Hide covers at once; a code opens again", OPEN),
        ("A-85", "no name or diagnosis on screen", "tests/domain/test_states.py"),
        ("A-86", "an answer cannot be read from the side", PERSON),
        ("A-87", "settings go back for the next person", "tests/ui/test_driver.py"),
        ("A-90", "touch to change 100 ms", "benchmarks/inside.py"),
        ("A-91", "page to page 300 ms", "benchmarks/inside.py"),
        ("A-92", "saving shows within 1 s", "tests/ui/test_driver.py"),
        ("A-93", "drawings move smoothly with the software renderer", OPEN),
        ("A-94", "ready in 15 s", "benchmarks/start.py"),
        ("A-100", "Back, Get help and language on every page", AUDIT),
        ("A-101", "no dead ends", "tests/domain/test_ways.py"),
        ("A-102", "an error says what happened and what to do", "tests/ui/views/test_views.py"),
        ("A-103", "a fault shows one plain page", "tests/ui/test_driver.py"),
        ("A-104", "every answer can be changed until the end", "tests/domain/test_ways.py"),
        ("A-105", "a power cut loses one answer at most", OPEN),
        ("A-110", "Get help in one corner of every page", AUDIT),
        ("A-111", "a staff call never pretends", "tests/ui/views/test_views.py"),
        ("A-112", "the upset page asks nothing", "tests/ui/views/test_views.py"),
        ("A-113", "one tap leads back", "tests/domain/test_overlays.py"),
        ("A-114", "Welcome and Help name the way without a kiosk", AUDIT),
        ("A-120", "step N of M, which never goes back", "tests/domain/test_progress.py"),
        ("A-121", "about 15 minutes", PERSON),
        ("A-122", "the end says what was saved and what comes next",
         "tests/ui/views/test_views.py"),
    )
)  # fmt: skip
