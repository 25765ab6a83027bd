"""Each rule of pack.toml, evidence.toml and crisis.toml, broken once."""

import pytest

from kiosk.content.pack import PackError, load_pack
from tests.content.tiny_pack import TinyPack

P, E, R = "pack.toml", "evidence.toml", "crisis.toml"
LANGUAGE = '[[language]]\ntag = "en"\nname = "Again"\n'

MANIFEST = [
    pytest.param(P, 'id = "tiny"', 'id = "Tiny"', 'id = "T', "small letters", id="pack id"),
    pytest.param(P, 'id = "tiny"\n', "", 'version = "0', '"id" is missing', id="missing key"),
    pytest.param(P, 'id = "tiny"', "id = tiny", "id = tiny", "not valid TOML", id="bad toml"),
    pytest.param(
        P, 'id = "tiny"', 'id = "tiny"\nid = "b"', 'id = "b"', "valid TOML", id="key twice"
    ),
    pytest.param(P, '"0.1.0"', '"1"', "version", "0.1.0", id="version"),
    pytest.param(P, 'funding = "', 'founding = "', "founding", "not known", id="unknown key"),
    pytest.param(P, '"Nobody paid for this."', '""', "funding", "is empty", id="empty text"),
    pytest.param(P, '"Nobody paid', '"<b>Nobody</b>', "funding", "HTML", id="marks in text"),
    pytest.param(P, '"Nobody paid for this."', "7", "funding", "in quotes", id="number for text"),
    pytest.param(
        P, 'status = "draft"', 'status = "good"', "status", "draft, approved", id="status"
    ),
    pytest.param(P, '["iv", "spray"]', '"iv"', "routes", "list of words", id="text for list"),
    pytest.param(P, '["iv", "spray"]', '["iv", "iv"]', "routes", "twice", id="word twice"),
    pytest.param(P, '["A nurse"]', "[]", "authors", "empty list", id="empty list"),
    pytest.param(P, "2026-11-21", '"last week"', "sources_date", "a date", id="date"),
    pytest.param(P, "2027-05-21", "2026-01-01", "review_by", "later than", id="review before"),
    pytest.param(P, 'faq = "questions"', 'faq = "mechanism"', "faq", "the last", id="faq"),
    pytest.param(
        P, 'checks = "checks"', 'checks = "questions"', "checks =", "of its own", id="checks"
    ),
    pytest.param(
        P, '"mechanism", "y', '"gone", "y', "chapters", "en/gone.md", id="no chapter file"
    ),
    pytest.param(
        P, 'checks = "checks"', 'checks = "gone"', "checks =", "en/gone.md", id="no checks"
    ),
    pytest.param(P, '"mechanism", "y', '"../a", "y', "chapters", "cannot hold", id="way out"),
    pytest.param(P, 'tag = "en"', 'tag = "es"', "tag =", 'folder "es"', id="no language folder"),
    pytest.param(P, 'tag = "en"', 'tag = "../en"', "tag =", "language tag", id="bad tag"),
    pytest.param(P, 'reviewer = ""', 'reviewer = "Ann"', "reviewer =", "both", id="half review"),
    pytest.param(
        P, 'en = "The medicine"', 'es = "La medicina"', 'es = "La', "not known", id="topic tag"
    ),
    pytest.param(P, 'en = "The medicine"\n', "", "[topic.name]", "missing", id="no topic name"),
    pytest.param(P, '"A tiny pack"', '"A *tiny* pack"', "title", "star", id="marks in title"),
]
EVIDENCE = [
    pytest.param(E, 'code = "BOOK"', 'code = "FILM"', "sources =", '"BOOK"', id="unknown source"),
    pytest.param(E, 'mark = "confirmed"\n', "", "[[source]]", "missing", id="source without mark"),
    pytest.param(E, 'note = ""', 'nota = ""', "nota", "not known", id="unknown key"),
    pytest.param(E, 'id = "MECH-01"', 'id = "mech-1"', "mech-1", "MECH-01", id="claim id"),
    pytest.param(
        E, 'id = "MECH-07"', 'id = "MECH-01"\nx = 1', "x = 1", "not known", id="claim key"
    ),
]
CRISIS = [
    pytest.param(R, 'id = "US"', 'id = "USA"', "USA", "country code", id="region"),
    pytest.param(R, '"911"', '"nine"', "emergency", "to dial", id="emergency number"),
    pytest.param(R, "2026-11-21", '""', "checked_on", "a date", id="no check date"),
    pytest.param(R, 'call = "988"\ntext = "988"\n', "", "[[region.line]]", "call or to text"),
    pytest.param(R, '["AFT-07"]', '["AFT-77"]', "AFT-77", "not in evidence", id="claim"),
    pytest.param(R, 'hours = "At any time"\n', "", "[[region.line]]", "missing", id="no hours"),
    pytest.param(R, "[[region.line]]", "[region.line]", "[[region]]", "[[line]]", id="one table"),
]


@pytest.mark.parametrize(("name", "old", "new", "place", "words"), [*MANIFEST, *EVIDENCE, *CRISIS])
def test_a_broken_rule_is_named_with_file_and_line(
    tiny: TinyPack, name: str, old: str, new: str, place: str, words: str
) -> None:
    tiny.swap(name, old, new)
    folder = tiny.write()
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    expected = (str(folder / name), tiny.line(name, place))
    found = [(one.path, one.line) for one in caught.value.problems if words in one.message]
    assert expected in found, [str(one) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "added", "words"),
    [
        (P, '[[language]]\ntag = "en"\nname = "Again"\n', 'language "en" stands here twice'),
        (P, '[[topic]]\nid = "visit"\n[topic.name]\nen = "Again"\n', 'topic "visit" stands here'),
        (R, '[[region]]\nid = "US"\nname = "X"\nemergency = "1"\ncheck', "not valid TOML"),
        (
            R,
            '[[region]]\nid = "US"\nname = "X"\nemergency = "911"\nchecked_on = 2026-11-21\n',
            'region "US" stands here twice',
        ),
        (
            E,
            '[[claim]]\nid = "MECH-01"\nstatement = "X."\nverdict = "wrong"\nsources = ["BOOK"]\n',
            'claim "MECH-01" stands here twice',
        ),
        (E, '[[source]]\ncode = "BOOK"\ntitle = "X"\naddress = ""\nmark = "partly"\n', "twice"),
    ],
)
def test_the_second_of_two_of_a_kind_is_named(
    tiny: TinyPack, name: str, added: str, words: str
) -> None:
    first_added = tiny.files[name].count("\n") + 1
    tiny.files[name] += added
    with pytest.raises(PackError, match=words) as caught:
        load_pack(tiny.write())
    assert first_added <= caught.value.problems[0].line <= first_added + added.count("\n")


@pytest.mark.parametrize("verdict", ["", "true", "likely"])
def test_an_unknown_verdict_is_refused(tiny: TinyPack, verdict: str) -> None:
    tiny.files[E] = tiny.files[E].replace('verdict = "supported"', f'verdict = "{verdict}"', 1)
    with pytest.raises(PackError, match=r"evidence\.toml:4: .*verdict"):
        load_pack(tiny.write())


@pytest.mark.parametrize("name", [P, E, R])
def test_a_missing_file_is_named(tiny: TinyPack, name: str) -> None:
    del tiny.files[name]
    folder = tiny.write()
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert any(
        one.path == str(folder / name) and "has no" in one.message for one in caught.value.problems
    )


@pytest.mark.parametrize("name", [P, E, R])
def test_bad_toml_is_one_problem_and_not_a_flood(tiny: TinyPack, name: str) -> None:
    tiny.files[name] += "[[oops\n"
    with pytest.raises(PackError) as caught:
        load_pack(tiny.write())
    last = tiny.files[name].count("\n")
    own = [one for one in caught.value.problems if one.path.endswith(name)]
    assert [one.line for one in own] == [last]


def test_toml_that_ends_too_early_is_shown_at_its_last_line(tiny: TinyPack) -> None:
    tiny.files[P] += 'last = """never closed\n'
    with pytest.raises(PackError) as caught:
        load_pack(tiny.write())
    assert caught.value.problems[0].line == tiny.files[P].count("\n")


def test_unreadable_evidence_does_not_accuse_every_sentence(tiny: TinyPack) -> None:
    tiny.files[E] += "[[oops\n"
    with pytest.raises(PackError) as caught:
        load_pack(tiny.write())
    assert len(caught.value.problems) == 1


def test_a_fault_deep_in_the_second_region_is_on_its_own_line(tiny: TinyPack) -> None:
    line = '[[region.line]]\nname = "A"\ncall = "988"\nhours = "Always"\nclaims = ["AFT-07"]\n'
    second = tiny.files[R].replace('"US"', '"CA"') + line.replace('"988"', '"none"')
    tiny.files[R] += second
    with pytest.raises(PackError) as caught:
        load_pack(tiny.write())
    assert [one.line for one in caught.value.problems] == [tiny.line(R, '"none"')]


def test_a_fault_in_the_last_topic_is_on_its_own_line(tiny: TinyPack) -> None:
    tiny.swap(P, 'en = "Your visit"', 'en = ""')
    with pytest.raises(PackError) as caught:
        load_pack(tiny.write())
    assert [one.line for one in caught.value.problems] == [tiny.line(P, 'en = ""')]
