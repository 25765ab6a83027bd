"""Dangerous words are refused, and true sentences about the same things are not."""

import pytest

from kiosk.content.check import check_pack
from kiosk.content.guards import numbers
from tests.content.tiny_pack import TinyPack

# The twelve most dangerous claims of the evidence ledger, section 6, as someone might write them.
DANGEROUS = [
    "With the nasal spray you can be treated without a clinic.",
    "The FDA approved ketamine for depression.",
    "Ketamine under the tongue is safe to use at home.",
    "The risk is a minimal risk.",
    "There is no physical dependence, and no withdrawal.",
    "With esketamine, dissociation is reduced.",
    "A shot is mild and takes hours to work.",
    "It removes suicidal thoughts.",
    "Almost anyone can use it.",
    "You can be driving home the same day.",
    "It treats addiction with lasting relief.",
    "The change is permanent.",
]
ALSO_BANNED = [
    "FDA-approved ketamine is here.",
    "Ketamine is approved for this.",
    "Ketamine is not addictive.",
    "There is no risk of addiction.",
    "It is a breakthrough.",
    "It can transform your life.",
    "It cures depression.",
    "It gives instant relief.",
    "It is proven to help.",
    "The party drug has a new use.",
    "Our success rate is high.",
    "It prevents suicide.",
    "It rewires cells.",
    "Call us today.",
    "Addicts may ask too.",
]
# Each true sentence, and what is left when one small word is lost.
TURNED = [
    ("Do not drive until the next day.", "Do drive until the next day."),
    ("You should not breastfeed.", "You should breastfeed."),
    ("It is not approved for anyone under 29.", "It is now approved for anyone under 29."),
    ("You cannot take it home.", "You can take it home."),
    ("Do not stop your other medicines.", "Do stop your other medicines."),
    ("Do not sign papers that day.", "Do sign papers that day."),
    ("Take no food for 8 hours.", "Take food for 8 hours."),
    ("The FDA has not reviewed it.", "The FDA has reviewed it."),
    ("You must not take it.", "You must take it."),
    ("You have not agreed to treatment.", "You have agreed to treatment."),
    ("You give up no rights.", "You give up rights."),
    ("It is not a cure.", "It is a cure."),
    ("It is not for everyone.", "It is for everyone."),
    ("It is not advised in pregnancy.", "It is advised in pregnancy."),
    ("It has not been shown that it prevents suicide.", "It is shown that it prevents suicide."),
    ("Ketamine is not approved for this.", "Ketamine is approved for this."),
    ("Do not drink alcohol that day.", "Do drink alcohol that day."),
    ("Do not wait for your next visit.", "Do wait for your next visit."),
    ("It is not approved for PTSD.", "It is approved for PTSD."),
    ("Do not use machines.", "Do use machines."),
]


def told(tiny: TinyPack, sentence: str) -> list[str]:
    tiny.swap("en/questions.md", "Nobody knows for sure.", sentence)
    folder = tiny.write()
    problems = check_pack(folder)
    assert all((one.path, one.line) == (str(folder / "en/questions.md"), 5) for one in problems)
    return [one.message for one in problems if one.level == "error"]


@pytest.mark.parametrize("sentence", [*DANGEROUS, *ALSO_BANNED])
def test_a_dangerous_claim_is_refused(tiny: TinyPack, sentence: str) -> None:
    assert told(tiny, sentence)


@pytest.mark.parametrize(("right", "turned"), TURNED, ids=[right for right, _ in TURNED])
def test_a_lost_not_is_refused_and_the_true_sentence_is_not(
    tiny: TinyPack, right: str, turned: str
) -> None:
    assert told(tiny, right) == []
    tiny.swap("en/questions.md", right, turned)
    assert [one for one in check_pack(tiny.write()) if one.level == "error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Spravato is approved for some kinds of depression.",
        "Wait one night before you drive.",
        "Can it be proven?",
        "Tell us if you drink alcohol.",
        "Feeling unreal is common.",
    ],
)
def test_ordinary_sentences_pass(tiny: TinyPack, sentence: str) -> None:
    assert told(tiny, sentence) == []


@pytest.mark.parametrize("word", ["wrong", "failed", "incorrect", "score"])
def test_a_check_question_blames_nobody(tiny: TinyPack, word: str) -> None:
    tiny.swap("en/checks.md", "You may react slowly.", f"That was {word}.")
    assert [one.line for one in check_pack(tiny.write())] == [19]


def test_an_answer_that_is_not_right_may_say_anything(tiny: TinyPack) -> None:
    tiny.swap("en/checks.md", "After lunch", "It is proven to cure in 3 days")
    assert check_pack(tiny.write()) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "number"),
    [
        ("en/questions.md", "Nobody knows", "About 30 in 100 know", "30"),
        ("en/your-choice.md", "with = 29", "with = 92", "92"),
        ("en/your-choice.md", "People also", "For 7 days people also", "7"),
        ("en/your-choice.md", "You have not", "In 3 days you have not", "3"),
        ("en/checks.md", "The next day", "After 5 hours", "5"),
        ("en/mechanism.md", "## Brain cells talk", "## 12 cells talk", "12"),
        ("crisis.toml", 'call = "988"', 'call = "989"', "989"),
        ("crisis.toml", '"911"', '"112"', "112"),
    ],
)
def test_a_number_that_no_cited_claim_holds_is_refused(
    tiny: TinyPack, name: str, old: str, new: str, number: str
) -> None:
    tiny.swap(name, old, new)
    folder = tiny.write()
    found = check_pack(folder)
    assert [one.path for one in found] == [str(folder / name)]
    assert f"number {number} is in none" in found[0].message


def test_a_title_may_count_its_pages(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "## Brain cells talk", "## Brain cells talk (1 of 2)")
    assert check_pack(tiny.write()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("41 in 100", {"41", "100"}),
        ("1,148 or 1.148 people", {"1148"}),
        ("0.4 or 0,4", {"0.4"}),
        ("0.300 is no thousand", {"0.300"}),
        ("٤١ من ١٠٠", {"41", "100"}),
        ("٠٫٤", {"0.4"}),
        ("no numbers", set()),
    ],
)
def test_numbers_are_compared_however_they_are_written(text: str, found: set[str]) -> None:
    assert numbers(text) == found
