"""A text in other words than its claim waits for a named person, and any change asks again."""

from pathlib import Path

import pytest

from kiosk.content.check import examine
from kiosk.content.vouched import Apart
from tests.commands.anteroom import anteroom
from tests.content.tiny_pack import TinyPack

FRESH = "Only street users run into trouble with it."


@pytest.fixture
def strange(tiny: TinyPack) -> TinyPack:
    tiny.swap("en/questions.md", "Nobody knows for sure.", FRESH)
    return tiny


def unvouched(place: Path) -> list[str]:
    return [one.one.text for one in examine(place).unvouched]


def rules(place: Path) -> set[tuple[str, str]]:
    return {(one.rule, one.level) for one in examine(place).problems}


def vouch(place: Path, answers: str) -> int:
    words = ("--name", "Ann Lee", "--role", "nurse")
    return anteroom(
        "content", "vouch", place, *words, home=place.parent, given=answers.encode()
    ).code


def test_a_text_in_none_of_the_words_of_its_claim_is_a_warning(strange: TinyPack) -> None:
    place = strange.write()
    assert unvouched(place) == [FRESH]
    assert ("bound", "warning") in rules(place)


def test_an_approved_pack_with_such_a_text_is_refused(strange: TinyPack) -> None:
    strange.swap("pack.toml", 'status = "draft"', 'status = "approved"')
    assert ("bound", "error") in rules(strange.write())


def test_a_yes_of_a_named_person_settles_it_for_these_very_words(strange: TinyPack) -> None:
    place = strange.write()
    assert vouch(place, "y\n") == 0
    assert unvouched(place) == []
    assert ("bound", "warning") not in rules(place)
    evidence = (place / "evidence.toml").read_text("utf-8")
    assert 'by = "Ann Lee, nurse"' in evidence
    page = place / "en" / "questions.md"
    page.write_text(page.read_text("utf-8").replace("Only street", "Just street"), "utf-8")
    assert len(unvouched(place)) == 1


def test_a_changed_claim_asks_again(strange: TinyPack) -> None:
    place = strange.write()
    vouch(place, "y\n")
    file = place / "evidence.toml"
    file.write_text(file.read_text("utf-8").replace("About 29", "Nearly 29"), "utf-8")
    assert unvouched(place) == [FRESH]


@pytest.mark.parametrize("answers", ["n\n", "q\n", ""])
def test_no_answer_but_yes_is_written(strange: TinyPack, answers: str) -> None:
    place = strange.write()
    before = (place / "evidence.toml").read_bytes()
    assert vouch(place, answers) == 1
    assert (place / "evidence.toml").read_bytes() == before


def test_a_name_without_a_role_is_bad_usage(strange: TinyPack) -> None:
    place = strange.write()
    done = anteroom("content", "vouch", place, "--name", "Ann Lee", home=place.parent)
    assert done.code == 2


def test_a_text_that_may_deny_its_claim_is_listed_though_it_has_its_words(tiny: TinyPack) -> None:
    whole = tiny.files["evidence.toml"]
    head, _, rest = whole.partition('id = "MECH-07"\nstatement = "')
    denied = "The FDA has not approved ketamine for depression."
    tiny.files["evidence.toml"] = (
        f'{head}id = "MECH-07"\nstatement = "{denied}"{rest.partition(chr(34))[2]}'
    )
    said = "The FDA said yes to ketamine for depression."
    tiny.swap("en/questions.md", "Nobody knows for sure.", said)
    found: dict[str, Apart] = {one.one.text: one for one in examine(tiny.write()).unvouched}
    assert said in found
    assert not found[said].loose
