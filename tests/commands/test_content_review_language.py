"""`anteroom content review-language` writes down a review, and refuses half of one."""

import json
from pathlib import Path

import pytest

from tests.commands.anteroom import Ended, anteroom, one_line
from tests.content.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return TinyPack(tmp_path / "pack").write()


def review(pack: Path, **changes: str) -> Ended:
    said = {
        "lang": "en",
        "name": "Ana Ruiz",
        "qualification": "certified medical translator",
        "date": "2026-11-20",
        **changes,
    }
    words = [part for key, value in said.items() for part in (f"--{key}", value)]
    return anteroom("content", "review-language", pack, *words, home=pack.parent)


def test_a_review_is_written_and_the_check_tells_of_it(pack: Path) -> None:
    done = review(pack)
    assert done.code == 0
    assert "A later edit voids it" in done.out
    told = anteroom("content", "check", pack, home=pack.parent).out
    assert "en: reviewed by Ana Ruiz, certified medical translator, on 2026-11-20" in told


def test_after_an_edit_the_check_says_unreviewed(pack: Path) -> None:
    review(pack)
    file = pack / "en" / "mechanism.md"
    file.write_text(file.read_text("utf-8").replace("One small step", "One big step"), "utf-8")
    told = anteroom("content", "check", pack, home=pack.parent).out
    assert "en: unreviewed: the words differ from those that Ana Ruiz read on 2026-11-20" in told
    found = json.loads(anteroom("content", "check", pack, "--json", home=pack.parent).out)
    assert found["languages"]["en"]["reviewed"] is False


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lang": "fr"}, "no language 'fr', only en"),
        ({"name": " "}, "--name must be words"),
        ({"qualification": "<b>"}, "--qualification"),
        ({"date": "yesterday"}, "not a date"),
        ({"date": "2999-01-01"}, "has not come yet"),
    ],
)
def test_half_a_review_is_refused_in_one_line(
    pack: Path, changes: dict[str, str], said: str
) -> None:
    before = (pack / "pack.toml").read_bytes()
    done = review(pack, **changes)
    assert done.code == 2
    assert said in one_line(done)
    assert (pack / "pack.toml").read_bytes() == before


def test_a_pack_that_cannot_be_read_is_not_reviewed(pack: Path) -> None:
    (pack / "en" / "mechanism.md").write_text("# <b>\n", "utf-8")
    assert review(pack).code == 1


def test_a_review_leaves_no_other_file_and_the_same_permissions(pack: Path) -> None:
    (pack / "pack.toml").chmod(0o640)
    names = sorted(one.name for one in pack.iterdir())
    review(pack)
    assert sorted(one.name for one in pack.iterdir()) == names
    assert (pack / "pack.toml").stat().st_mode & 0o777 == 0o640
