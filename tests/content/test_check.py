"""What a pack must say and may not say, beyond what the parser proves."""

from pathlib import Path

import pytest

from kiosk.content.check import check_pack
from kiosk.content.rules.ketamine import REQUIRED_CLAIMS
from tests.content.tiny_pack import TinyPack

SHIPPED = Path(__file__).resolve().parents[2] / "content" / "ketamine"
LONG = "One two three four five six seven eight nine ten " * 2


def told(tiny: TinyPack) -> list[tuple[str, int, str]]:
    folder = tiny.write()
    return [
        (one.path.removeprefix(f"{folder}/"), one.line, f"{one.level}: {one.message}")
        for one in check_pack(folder)
    ]


def test_the_tiny_pack_has_no_problem(tiny: TinyPack) -> None:
    assert told(tiny) == []


def test_the_shipped_pack_has_no_problem() -> None:
    assert [str(one) for one in check_pack(SHIPPED)] == []


def test_parser_problems_are_told_too(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "[!IDEA]", "[!HINT]")
    tiny.swap("en/questions.md", "sure. [^MECH-07]", f"sure {LONG}. [^MECH-07]")
    assert {(name, line) for name, line, _ in told(tiny)} == {
        ("en/mechanism.md", 12),
        ("en/questions.md", 5),
    }


@pytest.mark.parametrize("claim", REQUIRED_CLAIMS)
def test_each_required_claim_is_missed_in_the_consent_chapter(tiny: TinyPack, claim: str) -> None:
    tiny.files["en/your-choice.md"] = tiny.files["en/your-choice.md"].replace(claim, "MECH-01")
    tiny.swap("en/questions.md", "[^MECH-07]", f"[^MECH-07 {claim}]")
    found = told(tiny)
    assert [(name, line) for name, line, _ in found] == [("en/your-choice.md", 1)]
    assert f"must cite {claim}" in found[0][2]


@pytest.mark.parametrize("verdict", ["marketing", "do not use"])
def test_a_claim_that_may_not_be_used_is_named_where_it_is_cited(
    tiny: TinyPack, verdict: str
) -> None:
    claim, rest = tiny.files["evidence.toml"].split("[[claim]]", 2)[1:]
    claim = claim.replace('"supported"', f'"{verdict}"')
    tiny.files["evidence.toml"] = f"[[claim]]{claim}[[claim]]{rest}"
    found = told(tiny)
    assert ("en/mechanism.md", 7) in [(name, line) for name, line, _ in found]
    assert all(f'MECH-01 is rated "{verdict}"' in message for _, _, message in found)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("en/mechanism.md", "Your brain", f"{LONG}Your brain"),
        ("en/mechanism.md", "- One", f"- {LONG}one"),
        ("en/mechanism.md", "> We do", f"> {LONG}we do"),
        ("en/mechanism.md", "## Brain cells talk", f"## {LONG}more"),
        ("en/mechanism.md", '"Two cells"', f'"{LONG}more"'),
        ("en/your-choice.md", "People also", f"{LONG}people also"),
        ("en/your-choice.md", "You have not", f"{LONG}you have not"),
        ("en/checks.md", "The next day", f"{LONG}the next day"),
        ("en/checks.md", "When can you", f"{LONG}when can you"),
        ("en/checks.md", "You may react", f"{LONG}you may react"),
    ],
)
def test_a_sentence_over_twenty_words_is_counted_wherever_it_stands(
    tiny: TinyPack, name: str, old: str, new: str
) -> None:
    tiny.swap(name, old, new)
    assert any(
        found == name and "at most 20" in message and message.startswith("error")
        for found, _, message in told(tiny)
    )


def test_twenty_words_are_allowed(tiny: TinyPack) -> None:
    tiny.swap("en/questions.md", "Nobody knows for sure.", f"{LONG}.")
    assert told(tiny) == []


def test_a_full_page_is_a_warning(tiny: TinyPack) -> None:
    line = "One two three four five six seven eight nine ten. [^MECH-01]\n"
    tiny.swap("en/questions.md", "Nobody knows for sure. [^MECH-07]\n", line * 6)
    tiny.swap("en/mechanism.md", "[^MECH-01 MECH-07]", "[^MECH-07]")
    assert told(tiny) == []
    tiny.swap("en/questions.md", line * 6, f"{line * 6}More. [^MECH-07]\n")
    assert told(tiny) == [
        ("en/questions.md", 3, "warning: This page has 61 words; aim for 60. Split it.")
    ]


def test_a_pack_without_a_statement_is_refused(tiny: TinyPack) -> None:
    text = tiny.files["en/your-choice.md"]
    tiny.files["en/your-choice.md"] = text[: text.index("```statement")]
    assert [(name, line) for name, line, _ in told(tiny)] == [("pack.toml", 4)]


def test_a_claim_nobody_cites_is_a_warning(tiny: TinyPack) -> None:
    tiny.swap("en/mechanism.md", "[^MECH-01 MECH-07] [^SIDE-06]", "[^MECH-01]")
    line = tiny.line("evidence.toml", 'id = "SIDE-06"')
    assert told(tiny) == [
        ("evidence.toml", line, "warning: No sentence cites SIDE-06. Cite it or remove it.")
    ]


@pytest.mark.parametrize("name", ["en/old.md", "en/questions.md~", ".DS_Store", "de/questions.md"])
def test_a_file_nobody_reads_is_refused(tiny: TinyPack, name: str) -> None:
    tiny.files[name] = "left over"
    found = told(tiny)
    assert [(where, line) for where, line, _ in found] == [(name, 1)]
    assert "Nothing in pack.toml names this file" in found[0][2]


def with_british(tiny: TinyPack) -> TinyPack:
    tiny.files["pack.toml"] += '[[language]]\ntag = "en-GB"\nname = "British"\n'
    for english in ("The medicine", "Your visit"):
        tiny.swap("pack.toml", f'en = "{english}"', f'en = "{english}"\nen-GB = "Right"')
    for name in [one for one in tiny.files if one.startswith("en/")]:
        tiny.files[f"en-GB/{name[3:]}"] = tiny.files[name]
    return tiny


def test_two_languages_with_the_same_structure_pass(tiny: TinyPack) -> None:
    assert told(with_british(tiny)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "words"),
    [
        ("mechanism", "#cells-talk ", "#celulas ", 1, '"cells-talk" of the language "en"'),
        ("mechanism", "#cells-talk ", "#celulas ", 3, '"celulas" is not in the language "en"'),
        ("mechanism", "day. [^MECH-01 MECH-07] [^SIDE-06]", "x. [^MECH-01]", 3, "SIDE-06"),
        ("mechanism", 'routes="iv"', 'routes="spray"', 3, "built differently"),
        ("mechanism", "[!IDEA]", "[!NOTE]", 3, "built differently"),
        ("mechanism", "scene:cells-talk", "scene:unknown", 3, "built differently"),
        ("your-choice", "with = 29", "with = 92", 3, "built differently"),
        ("your-choice", '"went-through"', '"other"', 3, "built differently"),
        ("checks", "#drive ", "#conducir ", 3, '"conducir" is not in'),
        ("checks", "C18 C19", "C18", 3, "built differently"),
        ("checks", "- [ ] After", "- [ ] No\n- [ ] After", 3, "built differently"),
    ],
)
def test_a_language_that_departs_from_the_first_is_named(
    tiny: TinyPack, name: str, old: str, new: str, line: int, words: str
) -> None:
    with_british(tiny).swap(f"en-GB/{name}.md", old, new)
    found = told(tiny)
    assert any(
        where == f"en-GB/{name}.md" and at == line and words in message
        for where, at, message in found
    ), found


def test_a_language_without_wording_rules_is_a_warning(tiny: TinyPack) -> None:
    for name in [one for one in tiny.files if one.startswith("en/")]:
        tiny.files[f"xx/{name[3:]}"] = tiny.files.pop(name)
    for old in ('tag = "en"', 'en = "The medicine"', 'en = "Your visit"'):
        tiny.swap("pack.toml", old, old.replace("en", "xx", 1) if old[0] == "e" else 'tag = "xx"')
    assert told(tiny) == [
        (
            "pack.toml",
            16,
            'warning: No rules on wording exist for "xx". Let two people read it for lost words.',
        )
    ]


def test_a_shuffled_language_is_named(tiny: TinyPack) -> None:
    with_british(tiny)
    for tag in ("en", "en-GB"):
        pages = [f'## {n}? {{#q-{n} topic="visit"}}\n\nYes. [^MECH-07]\n' for n in ("a", "b")]
        text = "\n".join(pages if tag == "en" else pages[::-1])
        tiny.files[f"{tag}/questions.md"] = f"# Q {{#questions}}\n\n{text}"
    assert [(name, line) for name, line, _ in told(tiny)] == [("en-GB/questions.md", 1)]
