"""The acceptance rows: what each asks for, who answers for it, and what of it is not so.

`by` is "audit" (measured here), the test that holds it, a figure of the bench, or "person" where
only somebody in front of the kiosk can tell. `less` says what is weaker than asked; empty: nothing.
docs/acceptance.md shows this table; a test keeps the two together.
"""

from dataclasses import dataclass

AUDIT, PERSON = "audit", "person"
BENCH = "benchmarks/figures.py"
SLOWER = "benchmarks/slower.py"


@dataclass(frozen=True, slots=True)
class Row:
    """One acceptance row."""

    id: str
    asks: str
    by: str
    less: str = ""

    @property
    def state(self) -> str:
        """The verdict in a word or two."""
        if self.by == PERSON:
            return "needs a person"
        return "weaker" if self.less else "pass"


ROWS = tuple(
    Row(*one)
    for one in (
        ("A-01", "everything that can be pressed is 12.7 x 12.7 mm or more", AUDIT),
        ("A-02", "main buttons, answers and doors 20 mm high, 18 at XL on a 10-inch panel", AUDIT),
        ("A-03", "digits 18 mm, letters 16 mm, letters only where needed", AUDIT,
         "letters are for staff alone, and on a lying 10-inch panel they are 13 mm"),
        ("A-04", "2.54 mm between targets, 5 mm between opposite outcomes, none overlap", AUDIT),
        ("A-05", ("acts on release inside; dragging off cancels; sliding on does nothing; a second "
         "tap within 400 ms and a palm are ignored"),
         ("tests/ui/test_fingers.py::"
         "test_a_second_tap_elsewhere_on_the_same_page_is_ignored_for_four_tenths_of_a_second"),
         "the keys of a keypad may follow each other quickly, or fast typing would be lost"),
        ("A-06", "hold to press 300/600 ms; ignore repeats for 1 s; 8 mm of jitter",
         ("tests/ui/test_fingers.py::"
         "test_a_finger_that_slips_off_the_edge_by_eight_millimetres_still_presses")),
        ("A-07", "everything works by a single tap, nothing by a gesture",
         "tests/ui/test_lockdown.py::test_no_gesture_opens_anything"),
        ("A-08", "every control between 381 and 1219 mm above the floor; tools go low",
         "tests/ui/test_standing.py::test_no_control_of_any_page_stands_out_of_reach",
         ("heights are known where screen.bottom_mm is set; upright screens over 450 mm tall have "
         "their tools low without it")),
        ("A-09", "the way on stands in the lowest 35 %, in one place (2 mm)",
         "tests/ui/test_way_on.py::test_the_way_on_stands_in_one_place_on_every_page"),
        ("A-10", ("capitals of 3.5-4.2, 4.8-5.6, 6.4-7.1, 8.5-9.0 mm; no words below 0.72 of the "
         "step or 3.5 mm"), AUDIT,
         ("bars stop growing at 4.4 mm on a small panel; at XL on a lying one the pages of a code, "
         "a curtain, a fault and the saved visit may, too, for they have one screen")),
        ("A-11", "L passes 0.7 degrees to 557 mm, XL to 716 mm",
         ("tests/ui/theme/test_metrics.py::"
         "test_capitals_of_the_body_are_as_tall_as_vvsg_asks")),
        ("A-12", "icons, buttons and space grow with the letters",
         "tests/ui/theme/test_metrics.py::test_the_sizes_grow",
         ("the bars stop at 4.4 mm on a small panel, not at 5.7; the last of the settings are "
          "their tools at the size chosen")),
        ("A-13", "nothing cut, covered or off the screen in the whole matrix", AUDIT,
         "the whole matrix by hand: anteroom audit --full"),
        ("A-14", "no page scrolls", AUDIT),
        ("A-15", "lines of 30 to 70 letters, never justified", AUDIT,
         "lists, boxes, tables and words beside a picture may have fewer; beside a drawing 18"),
        ("A-16", "leading of 1.35 to 1.55 em; 0.8 em free between two paragraphs", AUDIT),
        ("A-17", "words 10:1 in light and dark; borders 4.5:1; marks of drawings 3:1", AUDIT,
         "words are measured on the screen, borders and marks by their colours"),
        ("A-18", "21:1 and, in yellow on black, 16:1", AUDIT),
        ("A-19", "words 4.5:1 to 8:1 in the soft theme, no pure white, nothing moves", AUDIT),
        ("A-20", ("another theme in two taps within 300 ms (a figure of the bench), place kept, a "
         "sample of each"),
         "tests/ui/test_two_taps.py::test_other_colours_are_two_taps_away_on_every_page"),
        ("A-21", "no state by colour alone; marks 15 apart for every colour sight",
         ("tests/ui/theme/test_palette.py::"
         "test_marks_of_a_drawing_differ_for_every_kind_of_colour_sight")),
        ("A-22", ("a double focus ring of 0.6 and 0.9 mm, 2 mm outside the control, 3:1, never "
         "hidden"),
         ("tests/ui/widgets/test_focus_ring.py::"
         "test_on_every_kind_of_page_the_ring_is_whole_and_on_no_word"),
         "nearer than 2 mm where words or the edge of the screen are nearer"),
        ("A-23", "nothing flashes; movement of 5 s at most, with a pause",
         "tests/ui/stage/test_flashes.py::test_no_spot_of_a_drawing_flashes"),
        ("A-24", "one switch keeps all pictures still; the system's own wish is followed",
         ("tests/ui/test_system_wish.py::"
         "test_a_system_set_to_less_motion_is_followed_from_the_first_page"),
         ("Windows, macOS and the portal by their recorded answers, not run there; KDE through its "
         "portal only")),
        ("A-25", "no missing letters in any shipped text", AUDIT),
        ("A-30", "every page, dialog, fault, countdown and drawing can be read aloud",
         "tests/ui/test_transcript.py::test_every_word_on_the_glass_is_said"),
        ("A-31", "speech starts in 500 ms, stops in 100 ms, never two voices",
         ("tests/ui/test_sound_system.py::test_sound_begins_within_500_ms_of_the_press_and_"
          "ends_within_100_of_a_touch"),
         "measured through a sound server; a loudspeaker's own delay is not in it"),
        ("A-32", "any block is heard again by touch, key and switch",
         "tests/ui/test_switch_words.py::TestWordsAgain"),
        ("A-33", "the spoken sentence has tint and bar, within 150 ms",
         "tests/ui/test_sound_system.py::test_the_sentence_is_lit_within_150_ms_of_its_sound",
         "measured through a sound server; a loudspeaker's own delay is not in it"),
        ("A-34", "eight speeds of 0.5 to 2, 120-125 words a minute at first, pitch constant",
         ("tests/platform/test_stretching.py::"
         "test_each_of_eight_speeds_is_heard_and_the_pitch_stays"),
         "recordings need sox or ffmpeg; the check only warns of a speaker's pace; Arabic says 70"),
        ("A-35", ("volume in steps of 10 dB by key and screen; 60-70 dB at 500 mm; forgotten; "
         "headphones are private"),
         "tests/ui/test_audio_first.py::TestHeadphones",
         ("the loudness is not calibrated and needs a meter; on Linux only, headsets of USB and "
         "Bluetooth by a sound server; its own jack mutes the loudspeaker, which is not measured")),
        ("A-36", "silent until asked; audio first by staff, key or headphones",
         ("tests/ui/test_audio_first.py::"
         "test_one_key_at_welcome_reads_it_and_each_page_after_it")),
        ("A-37", "a soft tick of 60 ms at most, off at first, every sound seen too",
         "tests/ui/test_clicks.py::test_it_is_off_at_first"),
        ("A-40", "the whole journey by keys; no trap; order of reading; no repeats",
         "tests/ui/test_switches.py::test_a_whole_visit_to_a_saved_record"),
        ("A-41", "a new page: its heading; an overlay: its first control, and back; a fault: told",
         ("tests/ui/test_focus_places.py::"
         "test_what_opens_over_a_page_has_the_keys_on_its_first_control")),
        ("A-42", "two switches: move and press, a page that tries them, settings and help too",
         "tests/ui/test_switches_tried.py::TestTwoSwitchesAreTried"),
        ("A-43", ("one switch: 0.5-5 s, 1.5 s at first, first place twice as long, 3 rounds, 1 s "
         "to take back, groups of 6"),
         "tests/domain/test_scan.py::test_the_first_place_is_held_twice_as_long"),
        ("A-44", "every control has a role and a name that holds its words",
         ("tests/ui/test_announcer.py::"
         "test_every_control_of_every_page_has_a_name_and_a_role_and_every_title_is_a_heading")),
        ("A-50", ("another language in two taps within 500 ms (a figure of the bench), place and "
         "answers kept"),
         "tests/ui/test_two_taps.py::test_another_language_is_two_taps_away_on_every_page"),
        ("A-51", "languages named in themselves, no flags, each can be heard",
         ("tests/ui/pages/test_welcome_languages.py::"
         "test_beside_each_language_stands_a_button_of_13_mm_on_the_one_screen")),
        ("A-52", "right to left mirrors layout, arrows, progress, not diagrams and numbers",
         ("tests/ui/test_layout_languages.py::"
         "test_every_page_is_laid_out_without_a_fault_in_every_language"),
         "the direction of mixed text needs a reader of Arabic"),
        ("A-53", "a language ships complete, with audio or none declared, and a named reviewer",
         "tests/content/test_reviews.py", "Spanish and Arabic have no reviewer yet"),
        ("A-54", "40 % longer words fit",
         ("tests/ui/test_layout_languages.py::"
         "test_every_page_is_laid_out_without_a_fault_in_every_language")),
        ("A-60", "grade 6.0 at most; sentences of 20 words; 40 words a page, 24 at XL",
         "tests/content/test_reading.py",
         ("grade 6.0 in English, also of each block of 8 words or more; in Spanish 65 a chapter "
          "and 55 a block on the scale INFLESZ; no formula is agreed for Arabic; over 60 words "
          "a page has a warning, over 80 an error")),
        ("A-61", "the plain word first, then the term; tapping it tells its meaning",
         ("tests/ui/views/test_told.py::"
          "test_a_touched_word_is_told_alone_by_what_it_means")),
        ("A-62", "banned words",
         ("tests/content/test_guards.py::"
         "test_words_that_sell_shame_or_press_are_refused_whatever_the_treatment")),
        ("A-63", "numbers as N in 100 beside their comparison, the source one tap away",
         ("tests/ui/test_source_links.py::"
         "test_a_lying_ten_inch_panel_has_it_wherever_there_is_room"),
         ("at L and XL on a lying 10-inch panel a screen that is full of words has no room for the "
         "button; the last screen of the page always has it")),
        ("A-64", "a verb says what happens, 24 letters in English, 32 in any language", AUDIT,
         "letters of the bars are counted; whether a verb says what happens needs a person"),
        ("A-70", "three doors of one size, style and number of taps, in an order that is recorded",
         ("tests/domain/test_doors.py::"
         "test_no_door_is_nearer_than_another_from_any_state")),
        ("A-71", "nothing chosen before, no gate of scrolling, time or quiz",
         "tests/domain/test_doors.py::test_the_doors_wait_for_no_answer_and_no_page"),
        ("A-72", "“required” only where it is; what is optional says that it can be skipped",
         "tests/content/test_demands.py::test_a_demand_that_only_a_translation_makes_is_refused"),
        ("A-73", "saying no takes two taps, no pressure, and what happens next is said",
         "tests/domain/test_doors.py::test_every_door_is_three_taps_from_every_page",
         "three taps from any page, as for each door; two from the doors"),
        ("A-74", "undo on the page, change on the review, the last page says how",
         "tests/domain/test_ways.py::test_change_goes_to_what_it_names"),
        ("A-75", "no marketing",
         ("tests/content/test_guards.py::"
         "test_words_that_sell_shame_or_press_are_refused_whatever_the_treatment"),
         "words are searched; whether a picture sells needs a person"),
        ("A-80", ("a warning after max(5 min, twice the reading time at 100 words a minute), 2-15 "
         "min, not while audio plays"),
         ("tests/domain/test_idle.py::"
         "test_the_warning_comes_after_five_minutes_or_twice_the_reading_time")),
        ("A-81", "full screen, digits of 17 mm, spoken, 45 s, extended without end, any key",
         "tests/ui/test_shell.py::TestKeys",
         "arrows and Tab move, so that its other button can be reached"),
        ("A-82", "the curtain opens at the same page for ten minutes by code or staff",
         ("tests/domain/test_idle.py::"
         "test_the_right_code_opens_the_curtain_on_the_same_page")),
        ("A-83", "after that nothing is left in memory or files", "tests/test_canaries.py",
         "on Linux with glibc; docs/record.md tells what is not covered"),
        ("A-84", "Hide covers within 100 ms; three pictures or a code open again",
         ("tests/domain/test_hiding.py::"
         "test_a_locked_page_opens_by_its_pictures_and_by_nothing_else"),
         ("without pictures and code one press opens it: they are each person's wish; the time is "
         "that of A-91")),
        ("A-85", "no name, birth date or diagnosis on screen; the keys of a PIN are not shown",
         "tests/ui/pages/test_secret_keys.py::test_no_key_of_a_secret_looks_pressed",
         "who types a PIN by arrow keys or switches has a ring on the key"),
        ("A-86", "an answer cannot be read from the side", PERSON,
         "answers stand in a column of 216 mm at most"),
        ("A-87", "theme, size, speed, volume, language go back for the next person",
         "tests/ui/test_driver.py::test_every_setting_is_back_to_its_default_for_the_next_person"),
        ("A-90", "touch to change 100 ms, p95", BENCH),
        ("A-91", "page to page 300 ms p95, 500 ms max", SLOWER,
         "the figure is p95 alone, on a processor slowed to a third, not on a small machine"),
        ("A-92", "saving shows within 1 s, help is offered after 10 s",
         "tests/ui/test_way_on.py::test_a_save_that_takes_ten_seconds_offers_help"),
        ("A-93", "drawings at 30 frames a second with the software renderer", SLOWER,
         "on a processor slowed to a third, not on a small machine itself"),
        ("A-94", "ready in 15 s; the same page 10 s after a crash",
         ("tests/test_interrupted.py::"
         "test_at_any_page_a_kill_leads_back_to_the_same_page_by_the_code"),
         ("the 15 s include no start of the machine; `benchmarks/slower.py` prints the program's "
         "part on a processor slowed to a third")),
        ("A-100", "Back, Get help and language on every page", AUDIT,
         "not on pages with one thing to do: countdown, hidden, saving, fault, staff"),
        ("A-101", "no dead ends",
         "tests/domain/test_ways.py::test_the_end_can_be_reached_from_every_state"),
        ("A-102", "an error says what happened and what to do, beside the field; input kept",
         ("tests/ui/test_focus_places.py::"
         "test_one_wrong_number_of_a_code_is_mended_without_typing_the_others_again"),
         "one field a page: the error beside it is the summary; a PIN and pictures are not kept"),
        ("A-103", "a fault shows one plain page, staff see the cause, no traceback",
         "tests/ui/test_driver.py::test_anything_unforeseen_ends_on_the_fault_page"),
        ("A-104", "every answer can be changed until the end, after a review",
         "tests/domain/test_ways.py::test_change_goes_to_what_it_names",
         ("Go to my choice leads to the doors, and Back from there to the review: through it each "
         "door would be four taps away, not three (A-73)")),
        ("A-105", "a power cut at any page: the same page and answers, one answer lost at most",
         ("tests/test_interrupted.py::"
         "test_a_kill_right_after_an_answer_loses_that_answer_at_most"),
         ("so after kill -9; a power cut erases the visit on purpose: what is not sealed to the "
         "clinic's key is on no disk. Not on Windows")),
        ("A-110", ("Get help in one corner of every page, one tap; staff, upset, break, help with "
         "the screen, read to me"),
         ("tests/ui/views/test_views.py::"
          "test_help_offers_what_is_urgent_first_then_the_screen_then_the_voice")),
        ("A-111", "a staff call in two taps never pretends",
         "tests/ui/desk/test_board.py::test_from_the_call_to_seen_in_one_press",
         "without a board folder the kiosk cannot call: it says so, and shows a sign"),
        ("A-112", ("the upset page asks nothing; staff call first; 988 and the 911/112 line where "
         "they belong; a breath, still at first; not logged"),
         ("tests/ui/views/test_views.py::"
          "test_the_page_for_somebody_upset_asks_nothing_and_its_breath_promises_nothing")),
        ("A-113", "one tap leads back, or ends kindly",
         "tests/domain/test_overlays.py::test_what_help_offers_leads_back_to_the_page_in_one_press"),
        ("A-114", "Welcome and Help say: with staff, or on paper",
         "tests/ui/test_two_taps.py::test_welcome_and_help_name_the_way_without_a_kiosk"),
        ("A-120", "step N of M and minutes left, never back, not to be pressed",
         ("tests/domain/test_progress.py::"
         "test_every_press_of_continue_from_any_state_keeps_or_raises_the_step")),
        ("A-121", "15 minutes at 150 words a minute, a short version of 6",
         ("tests/content/test_lint_short.py::"
          "test_all_pages_that_ship_take_fifteen_minutes_at_most_once_the_way_is_known"),
         ("where no way of giving is known, the pages of every way are shown and take up to 18.5; "
          "the 6 are of reading, the check questions come on top")),
        ("A-122", "the end says what was saved, what comes next, print or not, gone after 60 s",
         "tests/ui/test_driver.py::test_the_saved_page_goes_by_itself"),
    )
)  # fmt: skip
