"""Choices beside each other are told alike, point by point."""

from pathlib import Path

import pytest

from kiosk.content.check import check_pack
from tests.content.planted_options import compared, short, whole
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import TinyPack


@pytest.fixture
def tiny(tmp_path: Path) -> TinyPack:
    return TinyPack(tmp_path / "tiny")


def said(place: Path) -> list[str]:
    return [one.message for one in check_pack(place) if one.rule == "options"]


def test_a_choice_that_tells_every_point_passes(tiny: TinyPack) -> None:
    assert said(whole(tiny)) == []


def test_a_point_left_out_is_named_with_the_points_of_the_topic(tiny: TinyPack) -> None:
    (message,) = said(short(tiny))
    assert "does not tell “Risks”" in message
    assert "How given, Risks" in message


@pytest.mark.parametrize(
    "lines",
    [
        "\n- **Risks:** none known. [^MECH-07]\n- **How given:** as a drip. [^MECH-07]\n",
        "\n- **How given:** as a drip. [^MECH-07]\n- Risks: not known. [^MECH-07]\n",
        "",
    ],
)
def test_another_order_or_a_bare_line_is_refused(tiny: TinyPack, lines: str) -> None:
    assert len(said(compared(tiny, lines))) == 1


def test_a_language_with_fewer_points_is_refused(tiny: TinyPack) -> None:
    with_language(tiny, "es")
    name = 'en = "The medicine"\nes = '
    rest = tiny.files["pack.toml"].partition(name)[2].partition("\n")[0]
    tiny.swap(
        "pack.toml",
        f"{name}{rest}\n",
        f'{name}{rest}\n[topic.points]\nen = ["How given", "Risks"]\nes = ["Cómo"]\n',
    )
    messages = [one.message for one in check_pack(tiny.write())]
    assert any("a different number of points" in one for one in messages), messages
