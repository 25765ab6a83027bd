"""A small word, a span of time or two figures taken for their opposites are seen, and no more."""

import pytest

from kiosk.content.swaps import swapped_figures, swapped_spans, swapped_words
from kiosk.content.wording import Wording


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("It raises it in people over 25.", "It raises it in people under 25."),
        ("Stay for at most 2 hours.", "Stay for at least 2 hours."),
        ("It is about 5 fewer in 1,000.", "It is about 5 more in 1,000."),
        ("Stop pills if your clinician says so.", "Stop none unless your clinician says so."),
        ("Harm comes with a doctor.", "Harm comes without a doctor."),
        ("Most people feel better.", "Some people feel better."),
        ("The real effect may be bigger.", "The real effect may be smaller."),
    ],
)
def test_a_small_word_swapped_for_its_opposite_is_seen(sentence: str, statement: str) -> None:
    assert list(swapped_words(sentence, [statement]))
    assert not list(swapped_words(statement, [statement]))


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("You decide after you talk.", "You talk before you decide."),
        ("It can go with it, or not.", "It works without it."),
        ("You may feel better.", "Some people feel better. Many feel worse."),
    ],
)
def test_words_that_turn_nothing_round_are_left_alone(sentence: str, statement: str) -> None:
    assert not list(swapped_words(sentence, [statement]))


def test_a_number_with_another_unit_is_seen() -> None:
    statement = "No food for 2 hours. No drinks for 30 minutes."
    assert list(swapped_spans("No food for 2 minutes.", [statement])) == [("2 minute", "2 hour")]
    assert not list(swapped_spans("No drinks for 30 minutes.", [statement]))
    assert not list(swapped_spans("Wait 4 days.", [statement]))


STATEMENT = "At 4 weeks, 41 of 100 feel it (9 with a dummy spray). About 28 throw up (3)."


def figures(text: str, kind: str = "sentence") -> list[str]:
    """What `swapped_figures` says of a text beside STATEMENT."""
    count = kind == "count"
    return swapped_figures(Wording("a", 1, "count" if count else "sentence", text), [STATEMENT])


def test_figures_of_two_groups_that_changed_places_are_seen() -> None:
    assert figures("About 9 in 100 feel it, and 41 in 100 with a dummy spray.") == ["9", "41"]
    assert figures("About 41 in 100 feel it, and 3 in 100 with a dummy spray.") == ["41", "3"]
    assert figures("9 41", "count") == ["9", "41"]


def test_a_span_of_time_is_no_figure_in_any_language() -> None:
    assert figures("A las 4 semanas, 41 de cada 100, y 9 de cada 100 con otro aerosol.") == []
    assert figures("بعد 4 أسابيع، 41 من كل 100، و9 من كل 100 مع بخاخ آخر.") == []


def test_figures_in_the_order_of_the_claim_pass() -> None:
    assert figures("At 4 weeks, 41 in 100 feel it, and 9 in 100 with a dummy spray.") == []
    assert figures("41 9", "count") == []
    assert figures("With 41 in 100 it is more common.") == []
