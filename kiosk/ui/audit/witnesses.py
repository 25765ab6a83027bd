"""Tests that hold further parts of an acceptance row, beside the one its line names."""

_FINGERS = "tests/ui/test_fingers.py::"
_IDLE = "tests/domain/test_idle.py::"
_SCAN = "tests/domain/test_scan.py::"
_DOORS = "tests/domain/test_doors.py::"
_PLACES = "tests/ui/test_focus_places.py::"
_SWITCHES = "tests/ui/test_switches.py::"
_WAYS = "tests/domain/test_ways.py::"
_DRIVER = "tests/ui/test_driver.py::"
_SOUND = "tests/ui/test_sound_system.py::"
_PROGRESS = "tests/domain/test_progress.py::"

ALSO: dict[str, tuple[str, ...]] = {
    "A-05": (
        _FINGERS + "test_a_button_acts_when_the_finger_leaves_not_when_it_lands",
        _FINGERS + "test_a_finger_dragged_off_cancels",
        _FINGERS + "test_a_finger_that_slides_onto_a_button_does_nothing",
        _FINGERS + "test_three_points_at_once_press_nothing_and_the_next_finger_does",
    ),
    "A-06": (
        _FINGERS + "test_who_asked_to_hold_must_hold_and_the_button_shows_when_it_is_enough",
        _FINGERS + "test_who_asked_for_calm_presses_nothing_twice_within_a_second",
    ),
    "A-12": ("tests/ui/views/test_overlays.py",),
    "A-23": ("tests/ui/stage/test_view.py", "tests/ui/blocks/test_stage_panel.py"),
    "A-31": (
        "tests/ui/test_reader.py::test_a_touch_anywhere_silences_within_a_tenth_of_a_second",
        _SOUND + "test_two_voices_never_sound_at_once",
    ),
    "A-33": ("tests/ui/test_reader.py::test_the_sentence_that_sounds_is_the_one_that_is_lit",),
    "A-34": ("tests/platform/test_pace.py", "tests/content/audio/test_pace.py"),
    "A-37": (
        "tests/platform/test_click.py::test_it_lasts_at_most_60_ms_and_never_reaches_a_third_of_full",
        "tests/ui/widgets/test_pressed.py",
    ),
    "A-40": (
        _SWITCHES + "test_a_switch_held_down_is_one_press",
        _SWITCHES + "test_help_language_and_settings_without_a_finger",
    ),
    "A-41": (
        _PLACES + "test_a_page_that_was_left_begins_at_its_heading",
        _PLACES + "test_what_closes_gives_the_keys_back_to_what_opened_it",
        _PLACES + "test_a_code_that_is_not_known_puts_the_keys_on_what_is_wrong_and_how_to_mend_it",
    ),
    "A-43": (
        _SCAN + "test_a_step_lasts_from_half_a_second_to_five_and_one_and_a_half_at_first",
        _SCAN + "test_three_rounds_and_the_frame_stands_still_until_a_press",
        _SCAN + "test_a_second_press_within_that_second_takes_it_back",
        _SCAN + "test_groups_hold_everything_once_at_most_six_and_never_mix_parts",
    ),
    "A-70": (
        _DOORS + "test_each_door_leads_to_the_same_page_and_the_same_kind_of_record",
        _DOORS + "test_turned_doors_put_each_door_first_equally_often",
        _DOORS + "test_the_record_holds_the_order_in_which_the_doors_stood",
        "tests/ui/views/test_views.py::TestDoors",
    ),
    "A-74": ("tests/domain/test_overlays.py::test_a_mark_is_put_and_taken_by_the_same_button",),
    "A-80": (
        _IDLE + "test_a_clinic_may_set_its_own_waits",
        _IDLE + "test_while_a_page_is_read_aloud_no_warning_comes",
        "tests/ui/test_reader.py::test_who_listens_is_not_asked_whether_they_are_there",
    ),
    "A-82": (
        _IDLE + "test_an_abandoned_page_is_warned_hidden_and_wiped_on_time",
        _IDLE + "test_without_a_code_only_staff_open_the_curtain",
    ),
    "A-101": (
        _WAYS + "test_help_can_be_reached_from_every_state",
        _WAYS + "test_back_alone_leads_to_the_first_page",
    ),
    "A-102": ("tests/ui/pages/test_too_early.py",),
    "A-103": (
        _DRIVER + "test_a_failed_save_is_kind_to_the_patient_precise_to_staff_and_wiped",
        _DRIVER + "test_a_store_that_does_not_answer_ends_on_the_fault_page_and_its_late_word_is_"
        "not_heard",
    ),
    "A-110": (_WAYS + "test_help_is_one_tap_away_on_every_page_that_lies_open",),
    "A-112": (
        "tests/ui/views/test_views.py::test_in_the_united_states_help_shows_988_and_911",
        "tests/ui/blocks/test_breath.py::test_of_a_breath_nothing_is_told_or_kept",
    ),
    "A-120": (
        _PROGRESS + "test_an_overlay_does_not_change_the_step",
        _PROGRESS + "test_every_page_that_was_read_comes_off_the_minutes",
    ),
    "A-122": (_DRIVER + "test_saved_is_said_only_after_the_store_has_answered",),
}
