"""A sentence that says the opposite of its claim, or what the evidence calls wrong, is seen."""

import pytest

from kiosk.content.echoes import Echoes
from kiosk.content.guards import Guard

ECHOES = Echoes(Guard("en"))


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "You should take it while you breastfeed.",
            "You should not take it while you breastfeed.",
        ),
        ("Studies in people all agree.", "Studies in people do not all agree."),
        ("Someone can wake you.", "No one can wake you."),
        ("Cells talk.", "No cells talk."),
        ("Staff do not watch you for 2 hours.", "Staff watch you for 2 hours."),
        (
            "Ketamine is a tool and a cure for symptoms.",
            "Ketamine is not a tool or cure for symptoms.",
        ),
    ],
)
def test_a_denial_lost_or_added_is_seen(sentence: str, statement: str) -> None:
    assert ECHOES.turned(sentence, [statement]) == statement.rstrip(".") + "."


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Some people feel better, and some do not.", "Some people feel better within days."),
        ("It is a tool to ease symptoms, and it is not a cure.", "It is a tool to ease symptoms."),
        ("Drive only the next day after sleep.", "Do not drive until the next day, after sleep."),
        ("In a study 7 in 100 stopped, and 1 in 100 without it.", "In a study 7 of 100 stopped."),
    ],
)
def test_a_sentence_that_keeps_the_meaning_is_left_alone(sentence: str, statement: str) -> None:
    assert ECHOES.turned(sentence, [statement]) == ""


def test_what_is_often_said_is_recognised_in_other_endings() -> None:
    said = "Adding psychotherapy boosts results and makes them last."
    assert ECHOES.repeats("Added psychotherapy boosted results and makes them last.", said)
    assert not ECHOES.repeats("Adding psychotherapy does not boost results or last.", said)
    assert not ECHOES.repeats("Talk therapy helps many people.", said)
