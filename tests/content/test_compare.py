"""What changed between two packs, in plain words: by page, sentence, claim, question."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.change import Change
from kiosk.content.compare import compare, new_pages, page_changes
from kiosk.content.edition import Edition, load_edition
from kiosk.content.problems import PackError
from tests.content.tiny_pack import STATEMENT, TinyPack

MECHANISM, QUESTIONS = "en/mechanism.md", "en/questions.md"
CHECKS, CHOICE = "en/checks.md", "en/your-choice.md"


@pytest.fixture
def before(tmp_path: Path) -> Edition:
    return load_edition(TinyPack(tmp_path / "before").write())


def changes(before: Edition, tiny: TinyPack) -> list[Change]:
    return list(compare(before, load_edition(tiny.write())))


def swapped(name: str, old: str, new: str) -> Callable[[TinyPack], None]:
    def edit(tiny: TinyPack) -> None:
        tiny.swap(name, old, new)

    return edit


@pytest.mark.parametrize(
    ("edit", "page", "kind", "said"),
    [
        (
            swapped(MECHANISM, "Your brain has **", "Your brain holds **"),
            "cells-talk",
            "reworded",
            (
                "sentence reworded: was “Your brain has very many cells.”, "
                "now “Your brain holds very many cells.”"
            ),
        ),
        (
            swapped(CHOICE, "with = 29", "with = 8"),
            "said",
            "number",
            (
                "count reworded, a number changed (29 to 8): was “with the spray: 29 of 100”, "
                "now “with the spray: 8 of 100”"
            ),
        ),
        (
            swapped(MECHANISM, "We do not know for sure.", "We do know for sure."),
            "cells-talk",
            "negation",
            (
                "sentence reworded, a “no” or “not” was lost: was “We do not know for sure.”, "
                "now “We do know for sure.”"
            ),
        ),
        (
            swapped(MECHANISM, "Some links may be weak.", "Some links may never be weak."),
            "cells-talk",
            "negation",
            (
                "sentence reworded, a “no” or “not” was added: was “Some links may be weak.”, "
                "now “Some links may never be weak.”"
            ),
        ),
        (
            swapped(MECHANISM, "- Another step. [^MECH-01]\n", ""),
            "cells-talk",
            "removed",
            "sentence removed: was “Another step.”",
        ),
        (
            swapped(MECHANISM, "- Another step.", "- Breathe in. [^MECH-01]\n- Another step."),
            "cells-talk",
            "added",
            "sentence added: now “Breathe in.”",
        ),
        (
            swapped(MECHANISM, "1. First wait. [^MECH-01]", "1. First wait. [^MECH-07]"),
            "cells-talk",
            "cites",
            "sentence cites MECH-07 in place of MECH-01: now “First wait.”",
        ),
        (
            swapped(MECHANISM, "> [!IDEA]", "> [!NOTE]"),
            "cells-talk",
            "layout",
            "laid out in another way, the words are the same",
        ),
        (
            swapped(MECHANISM, 'routes="iv"', 'routes="spray"'),
            "cells-talk",
            "shown",
            "routes changed: was “iv”, now “spray”",
        ),
        (
            swapped(MECHANISM, "## Brain cells talk", "## Cells talk"),
            "cells-talk",
            "reworded",
            "title reworded: was “Brain cells talk”, now “Cells talk”",
        ),
        (
            swapped(MECHANISM, "scene:cells-talk", "scene:messenger"),
            "cells-talk",
            "reworded",
            "picture reworded: was “scene:cells-talk”, now “scene:messenger”",
        ),
        (
            swapped(CHECKS, "[ ] After lunch\n- [x]", "[x] After lunch\n- [ ]"),
            "check/drive",
            "right",
            "“After lunch” is now the right choice",
        ),
        (
            swapped(CHECKS, "## When can you drive?", "## When may you drive?"),
            "check/drive",
            "reworded",
            "question reworded: was “When can you drive?”, now “When may you drive?”",
        ),
        (
            swapped(CHECKS, 'elements="C18 C19" safety', 'elements="C18 C19"'),
            "check/drive",
            "shown",
            "mark of safety changed: was “safety”, now “none”",
        ),
    ],
)  # fmt: skip
def test_a_change_is_said_on_its_page(
    before: Edition,
    tiny: TinyPack,
    edit: Callable[[TinyPack], None],
    page: str,
    kind: str,
    said: str,
) -> None:
    edit(tiny)
    found = changes(before, tiny)
    assert (found[0].page, found[0].kind, found[0].line) == (page, kind, said)
    assert {one.page for one in found} == {page}


def test_what_is_printed_to_take_home_and_the_ways_of_a_claim_are_compared(
    before: Edition, tiny: TinyPack
) -> None:
    tiny.swap(QUESTIONS, '{#how topic="medicine"}', '{#how topic="medicine" sheet}')
    tiny.swap("evidence.toml", 'id = "MECH-07"\n', 'id = "MECH-07"\nroutes = ["iv"]\n')
    lines = {one.line for one in changes(before, tiny)}
    assert "sheet to take home changed: was “none”, now “printed on it”" in lines
    assert "claim MECH-07 holds for other ways: was “every way”, now “iv”" in lines


def test_the_same_bytes_are_no_change(before: Edition, tiny: TinyPack) -> None:
    assert changes(before, tiny) == []


def test_a_page_that_came_went_or_moved_is_said(before: Edition, tiny: TinyPack) -> None:
    page = '\n## More {#more topic="visit"}\n\nYou can ask. [^MECH-07]\n'
    tiny.files[QUESTIONS] += page
    (added,) = changes(before, tiny)
    assert (added.page, added.line) == ("more", "page added: now “More”")
    longer = load_edition(tiny.write())
    assert new_pages(before, longer) == {"en": frozenset({"more"})}
    (gone,) = compare(longer, before)
    assert (gone.page, gone.line) == ("more", "page removed: was “More”")
    title, first, second = (QUESTIONS, *tiny.files[QUESTIONS].split("\n## ")[1:])
    tiny.files[title] = f"# Questions {{#questions}}\n\n## {second}\n## {first}"
    moved = [one for one in compare(longer, load_edition(tiny.write())) if one.kind == "moved"]
    assert [one.said for one in moved] == ["moved to another place"]
    assert page_changes(longer, load_edition(tiny.write())) == {"en": {}}


def test_a_sentence_that_went_to_another_page_moved(before: Edition, tiny: TinyPack) -> None:
    tiny.swap(MECHANISM, "- Another step. [^MECH-01]\n", "")
    tiny.files[QUESTIONS] += "\nAnother step. [^MECH-01]\n"
    assert [(one.page, one.said) for one in changes(before, tiny)] == [
        ("cells-talk", "sentence moved to how"),
        ("how", "sentence moved from cells-talk"),
    ]


def test_a_claim_that_states_something_else_is_said_for_the_pack_and_each_page_that_cites_it(
    before: Edition, tiny: TinyPack
) -> None:
    statement = f'id = "MECH-01"\nstatement = "{STATEMENT}"'
    tiny.swap("evidence.toml", statement, statement.replace("About", "Nearly"))
    found = changes(before, tiny)
    assert [(one.page, one.kind) for one in found] == [("", "claim"), ("cells-talk", "claim")]
    assert found[0].line == (
        f"claim MECH-01 states something else: was “{STATEMENT}”, "
        f"now “{STATEMENT.replace('About', 'Nearly')}”"
    )
    tiny.swap("evidence.toml", "Nearly", "About")
    tiny.swap(
        "evidence.toml",
        f'{statement}\nverdict = "supported"',
        f'{statement}\nverdict = "unsupported"',
    )
    assert "rated differently" in changes(before, tiny)[0].said


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("crisis.toml", 'call = "988"', 'call = "911"', "help lines of US, 988 Lifeline changed"),
        ("pack.toml", "2027-05-21", "2027-04-21", "review date changed"),
        ("pack.toml", '"draft"', '"approved"', "status changed"),
        ("pack.toml", 'reviewer = ""\nreviewed_on = ""', 'reviewer = "Z"\nreviewed_on = 2026-11-22',
         "language en changed"),
        ("pack.toml", 'en = "Your visit"', 'en = "A visit"', "groups of questions changed"),
        ("evidence.toml", 'title = "A book"', 'title = "Another"', "source BOOK changed"),
        (MECHANISM, 'minutes="3"', 'minutes="4"', "title or time of the chapter changed"),
    ],
)  # fmt: skip
def test_what_stands_outside_the_pages_is_said_too(
    before: Edition, tiny: TinyPack, name: str, old: str, new: str, said: str
) -> None:
    tiny.swap(name, old, new)
    assert said in [one.said for one in changes(before, tiny)]


def test_another_drawing_under_the_same_name_is_a_change_of_its_page(
    before: Edition, tiny: TinyPack
) -> None:
    tiny.files["figures/room.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'
    found = changes(before, tiny)
    assert [(one.page, one.said) for one in found] == [
        ("said", "the drawing figures/room.svg was changed"),
        ("", "file figures/room.svg changed"),
    ]


def test_bytes_that_change_no_word_are_still_said(before: Edition, tiny: TinyPack) -> None:
    tiny.files["pack.toml"] += "# a remark\n"
    (one,) = changes(before, tiny)
    assert one.said == "only layout, comments or spaces in the files were changed"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_edit_that_reaches_a_reader_goes_unsaid(
    before: Edition, tmp_path: Path, data: st.DataObject
) -> None:
    """A word dropped anywhere in a chapter either stops the pack or is said on a page."""
    tiny = TinyPack(tmp_path / "edited")
    name = data.draw(st.sampled_from([MECHANISM, QUESTIONS, CHECKS, CHOICE]))
    words = tiny.files[name].split(" ")
    del words[data.draw(st.integers(0, len(words) - 1))]
    tiny.files[name] = " ".join(words)
    try:
        after = load_edition(tiny.write())
    except PackError:
        return
    found = compare(before, after)
    assert found
    shas = [
        {page.id: page.sha256 for one in edition.pack.lessons["en"].chapters for page in one.pages}
        for edition in (before, after)
    ]
    touched = {page for page in shas[0] if shas[0][page] != shas[1].get(page)}
    assert touched <= {one.page for one in found}


def test_a_language_that_came_is_said(before: Edition) -> None:
    lesson = replace(before.pack.lessons["en"], language="es")
    more = replace(before.pack, lessons={**before.pack.lessons, "es": lesson})
    assert [one.said for one in compare(before, replace(before, pack=more))] == [
        "language es added"
    ]
    assert [one.said for one in compare(replace(before, pack=more), before)] == [
        "language es removed"
    ]
