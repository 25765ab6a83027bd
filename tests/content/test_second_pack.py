"""Another treatment, invented for tests: valid, and marked as invented wherever one looks."""

import re
from pathlib import Path

import pytest

from kiosk.content.blocks import Pack
from kiosk.content.check import check_pack
from kiosk.content.pack import load_pack
from kiosk.content.problems import PackError
from kiosk.content.wording import page_wording
from tests.content.tiny_pack import TinyPack

ROOT = Path(__file__).resolve().parents[2]
MOONLAMP = ROOT / "tests" / "packs" / "moonlamp"
INVENTED = re.compile(r"invent", re.IGNORECASE)
# Where the pack lies, in examples of commands.
PLACE = re.compile(r"[\w./-]*/ketamine\b[\w./-]*")
OF_KETAMINE = re.compile(r"ketamine|spravato|nose spray|infusion", re.IGNORECASE)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(MOONLAMP)


def test_the_pack_has_no_fault() -> None:
    assert [str(one) for one in check_pack(MOONLAMP)] == []


@pytest.mark.parametrize(
    "file", sorted(one for one in MOONLAMP.rglob("*") if one.is_file()), ids=lambda one: one.name
)
def test_every_file_says_that_it_is_invented(file: Path) -> None:
    assert INVENTED.search(file.read_text("utf-8"))


@pytest.mark.parametrize("tag", ["en", "es"])
def test_every_page_and_question_says_that_it_is_invented(pack: Pack, tag: str) -> None:
    lesson = pack.lessons[tag]
    for chapter in lesson.chapters:
        for page in chapter.pages:
            assert any(INVENTED.search(one.text) for one in page_wording(page, "")), page.id
    assert all(INVENTED.search(check.question) for check in lesson.checks)
    assert all(INVENTED.search(topic.name) for topic in lesson.topics)


def test_a_way_of_giving_without_a_name_is_a_fault_once_one_has_a_name(tiny: TinyPack) -> None:
    tiny.swap("pack.toml", "[[language]]", '[route_name.iv]\nen = "A drip"\n[[language]]')
    line = tiny.line("pack.toml", "routes =")
    with pytest.raises(PackError, match=rf'pack\.toml:{line}: The route "spray" has no name'):
        load_pack(tiny.write())
    tiny.swap("pack.toml", "[[language]]", '[route_name.spray]\nen = "A spray"\n[[language]]')
    names = load_pack(tiny.write()).info.route_names
    assert names == {"iv": {"en": "A drip"}, "spray": {"en": "A spray"}}


def test_it_shares_no_name_with_the_pack_that_ships(pack: Pack) -> None:
    shipped = load_pack(ROOT / "content" / "ketamine")
    for one, other in ((pack, shipped), (shipped, pack)):
        names = {
            page.id for lesson in one.lessons.values() for c in lesson.chapters for page in c.pages
        }
        names |= {chapter.id for lesson in one.lessons.values() for chapter in lesson.chapters}
        names |= set(one.info.routes) | set(one.evidence) | {one.info.checks}
        others = {chapter.id for lesson in other.lessons.values() for chapter in lesson.chapters}
        others |= set(other.info.routes) | set(other.evidence) | {other.info.checks}
        assert not names & others


def test_the_program_names_the_shipped_treatment_only_where_rules_for_it_stand() -> None:
    tied = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "kiosk").rglob("*.py")
        if OF_KETAMINE.search(PLACE.sub("", file.read_text("utf-8")))
    ]
    rules = [f"kiosk/content/{name}" for name in ("guards.py", "requirements.py", "rules/")]
    others = [name for name in tied if not name.startswith(tuple(rules))]
    # The name of the folder that ships.
    assert others == ["kiosk/platform/paths.py"]
