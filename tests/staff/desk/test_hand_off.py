"""The one page: what it says of a visit, and what it never says."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.blocks import Pack
from kiosk.content.telling import lines_to_tell
from kiosk.domain.acknowledgement import Acknowledgement
from kiosk.domain.staffing.arrangement import Attested, Dose
from kiosk.i18n.catalogue import words_for
from kiosk.staff.desk.hand_off import Around, HandOff, hand_off
from kiosk.staff.desk.hand_off_paper import MOST_ITEMS, hand_off_lines, screen_lines
from kiosk.staff.desk.register import register
from kiosk.staff.desk.told import told_of
from tests.staff.desk.desks import kiosk_with, pack, visit


def page_of(
    tmp_path: Path,
    ack: Acknowledgement,
    packs: Mapping[str, Pack] | None = None,
    tag: str = "en",
) -> HandOff:
    listed = register(kiosk_with(tmp_path / "kiosk", ack) / "records.db", None)
    at_hand = {pack().info.digest: pack()} if packs is None else packs
    return hand_off(listed.rows[0], told_of(ack), Around("CODE"), at_hand, words_for(tag))


def test_an_unclear_idea_says_what_was_explained_and_how_often(tmp_path: Path) -> None:
    unclear = page_of(tmp_path, visit("s1")).unclear
    assert unclear[0].text == "When can you drive again?"
    assert unclear[0].note == (
        "safety; explained again 2 times: “Feeling fine is not enough”; "
        "“Sleep comes before driving”"
    )
    assert unclear[1].text == "1 idea not answered: What does the last button here mean?"


def test_questions_stand_word_for_word_in_both_languages(tmp_path: Path) -> None:
    page = page_of(tmp_path, visit("s1", language="es"))
    titles = {one.id: one.title for c in pack().lessons["es"].chapters for one in c.pages}
    assert [one.own for one in page.questions] == [titles["must-not"], titles["f26"]]
    assert page.questions[1].text == "What does it cost?"
    assert "(es)" in page.language


@pytest.mark.parametrize(("tag", "here"), [("es", "Spanish"), ("ar", "Arabic")])
def test_the_page_is_in_the_language_of_the_desk_and_the_persons_words_in_their_own(
    tmp_path: Path, tag: str, here: str
) -> None:
    page = page_of(tmp_path, replace(visit("s1"), copy=()), tag=tag)
    words = words_for(tag)
    titles = {
        one: {page.id: page.title for c in pack().lessons[one].chapters for page in c.pages}
        for one in ("en", tag)
    }
    assert [one.text for one in page.questions] == [titles[tag][k] for k in ("must-not", "f26")]
    assert [one.own for one in page.questions] == [titles["en"][k] for k in ("must-not", "f26")]
    assert {one.tongue for one in page.questions} == {words.t("English")}
    lines = [text for _, text in hand_off_lines(page)]
    asked = next(text for text in lines if titles["en"]["f26"] in text)
    assert asked.startswith(f"{titles[tag]['f26']} [{words.t('English')}: ")
    # What is left in English is what the person saw, and what stands for a name.
    english = page_of(tmp_path / "en", visit("s1"))
    same = set(lines) & {text for _, text in hand_off_lines(english)}
    assert not any(text[:1].isalpha() for text in same), same
    assert here not in "\n".join(lines)


def test_a_marked_page_on_what_rules_treatment_out_comes_first(tmp_path: Path) -> None:
    page = page_of(tmp_path, visit("s1"))
    assert [one.key for one in page.warnings] == ["page:must-not"]
    assert page.items[0].key == "page:must-not"
    assert len({one.key for one in page.items}) == len(page.items) == 4


def test_a_marked_warning_says_what_its_page_names_and_stands_once(tmp_path: Path) -> None:
    page = page_of(tmp_path, visit("s1"))
    note = page.warnings[0].note
    assert note.startswith("the page names: A bulge in a blood vessel (aneurysm); Tangled")
    assert "do not take either one" in note
    lines = [text for _, text in hand_off_lines(page)]
    assert sum("Tell us first" in text for text in lines) == 1


def test_marked_lines_come_first_word_for_word_and_are_a_wish_to_talk(tmp_path: Path) -> None:
    lesson = {tag: pack().lessons[tag] for tag in ("en", "es")}
    health = {
        tag: next(p for c in one.chapters for p in c.pages if p.id == "tell-health")
        for tag, one in lesson.items()
    }
    ack = replace(visit("s1", language="es"), copy=(), flags=("must-not", "tell-health#4", "f26"))
    page = page_of(tmp_path, ack)
    line = lines_to_tell(health["es"])[3].text
    assert page.lines[0].key == "line:tell-health#4"
    assert page.lines[0].text == "High eye pressure. (Tell us: your health)"
    assert page.lines[0].own == f"{line} ({health['es'].title})"
    assert page.items[0] == page.lines[0]
    assert [one.key for one in page.questions] == ["page:must-not", "page:f26"]
    for lines in (hand_off_lines(page), screen_lines(page)):
        texts = [text for _, text in lines]
        first = next(n for n, text in enumerate(texts) if text.startswith("Ask about first"))
        assert "does not say that the person has it; ask" in texts[first + 1]
        assert line in texts[first + 2]
        assert texts[first + 3] == "Pages marked as a whole."
        assert texts[first + 4].startswith("Tell us first: these can rule it out")


def test_a_line_of_content_that_is_not_at_hand_is_still_shown(tmp_path: Path) -> None:
    ack = replace(visit("s1"), copy=(), flags=("tell-health#4", "tell-health#99"))
    assert [one.text for one in page_of(tmp_path, ack, {}).lines] == list(ack.flags)
    assert page_of(tmp_path / "b", ack).lines[1].text == "tell-health#99"


def test_what_the_record_does_not_hold_is_called_not_recorded(tmp_path: Path) -> None:
    page = page_of(tmp_path, visit("s1"))
    assert {page.interpreter, page.helper, page.representative, page.dosed} == {"not recorded"}
    word = Attested("clinician", Dose.NONE, interpreter=True)
    page = page_of(tmp_path / "b", replace(visit("s9"), settings=word.pairs()))
    assert (page.interpreter, page.helper) == ("present", "not present")
    assert page.dosed == "none today, alert, said clinician"


def test_a_pack_that_is_not_at_hand_is_said_to_be(tmp_path: Path) -> None:
    page = page_of(tmp_path, visit("s1", language="es"), {})
    assert page.unclear[0].text == "drive"
    assert "not at hand" in page.notes[0]
    lines = [text for _, text in hand_off_lines(page)]
    assert not any(text.startswith("None was marked. The kiosk") for text in lines)
    assert any(text.startswith("Not known") for text in lines)
    # The titles in the copy are still the person's own.
    titles = {one.id: one.title for c in pack().lessons["es"].chapters for one in c.pages}
    assert [one.text for one in page.questions] == [titles["must-not"], titles["f26"]]


def test_another_version_of_the_pack_gives_the_words_and_says_so(tmp_path: Path) -> None:
    older = replace(visit("s1"), pack=replace(visit("s1").pack, version="0.0.9", sha256="ab" * 32))
    page = page_of(tmp_path, older)
    assert page.unclear[0].text == "When can you drive again?"
    assert [one.key for one in page.warnings] == ["page:must-not"]
    now = pack().info.version
    note = "The content this person read (0.0.9) is not at hand. Words here are those of"
    assert page.notes == (f"{note} {now} and may differ.",)


def test_the_page_says_that_it_is_no_consent_and_never_that_one_was_obtained(
    tmp_path: Path,
) -> None:
    text = "\n".join(line for _, line in hand_off_lines(page_of(tmp_path, visit("s1"))))
    assert "acknowledgement of education, not consent to treatment" in text
    assert "obtained" not in text
    assert "score" not in text


def test_paper_counts_what_it_leaves_out_and_the_screen_leaves_nothing_out(
    tmp_path: Path,
) -> None:
    page = page_of(tmp_path, visit("s1"))
    many = replace(page, questions=page.questions * 20)
    # One of the two is a safety topic, and stands above.
    assert ("item", f"and {20 - MOST_ITEMS} more; the desk shows them all") in hand_off_lines(many)
    assert sum(text == "What does it cost?" for _, text in screen_lines(many)) == 20


@pytest.mark.parametrize(
    ("decided", "minutes"), [("2026-11-21T09:00:20Z", "under 1 minute"), ("x", "not recorded")]
)
def test_time_taken_is_said_or_called_not_recorded(
    tmp_path: Path, decided: str, minutes: str
) -> None:
    ack = visit("s1")
    ack = replace(ack, decided=replace(ack.decided, utc=decided))
    assert page_of(tmp_path, ack).minutes == minutes
