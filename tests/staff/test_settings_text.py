"""Values go into an annotated settings file, and every other line stays as it was."""

import difflib
import tomllib
from pathlib import Path

import pytest

from kiosk.config import Config, ConfigError, read_config
from kiosk.staff.settings_text import (
    SettingsFileError,
    Value,
    annotated,
    with_values,
    write_settings,
)

EVERY: dict[str, Value] = {
    "mode": "production",
    "region": "US",
    "language": "es",
    "screen.diagonal_mm": 396.5,
    "clinic.name": 'North "East" Clinic \\ é',
    "clinic.help_text": "To your left.",
}


def changed_lines(old: str, new: str) -> list[str]:
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_every_value_is_read_back_and_no_explanation_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "anteroom.toml"
    write_settings(path, with_values(annotated(), EVERY))
    config = read_config(path)
    assert (config.mode, config.region, config.language) == ("production", "US", "es")
    assert config.screen.diagonal_mm == 396.5
    assert config.clinic.name == EVERY["clinic.name"]
    assert len(changed_lines(annotated(), path.read_text("utf-8"))) == 2 * len(EVERY)


def test_setting_nothing_changes_nothing() -> None:
    assert with_values(annotated(), {}) == annotated()


def test_setting_twice_is_setting_the_second() -> None:
    once = with_values(annotated(), {"region": "GB", "screen.diagonal_mm": 500.0})
    twice = with_values(once, {"region": "US", "screen.diagonal_mm": 396.0})
    assert twice == with_values(annotated(), {"region": "US", "screen.diagonal_mm": 396.0})


def test_a_list_over_several_lines_is_replaced_whole() -> None:
    first = with_values(annotated(), {"approvers": ("one", "two", "three")})
    second = with_values(first, {"approvers": ("four",)})
    assert tomllib.loads(second)["approvers"] == ["four"]
    assert '"three"' not in second
    assert with_values(second, {"approvers": ()}) == annotated()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "region"),
        ("mode = 'demo'\n[clinic]\nname = 'x'\n", "region"),
        ("[clinic]\nregion = 'not this one'\n", "region"),
        ("mode = 'demo'\n", "clinic.name"),
        ("[clinic]\n[idle]\nname = 'not this one'\n", "clinic.name"),
    ],
)
def test_a_key_that_is_nowhere_is_added_to_its_own_table(text: str, key: str) -> None:
    table, _, name = key.rpartition(".")
    found = tomllib.loads(with_values(text, {key: "US"}))
    assert (found[table] if table else found)[name] == "US"
    before = tomllib.loads(text)
    assert all(found[one] == value for one, value in before.items() if one != table)


def test_the_file_before_is_kept_and_a_wrong_one_is_not_put_in_place(tmp_path: Path) -> None:
    path = tmp_path / "anteroom.toml"
    write_settings(path, 'region = "US"\n')
    with pytest.raises(ConfigError, match=r"anteroom\.toml:1: region: ") as caught:
        write_settings(path, 'region = "usa"\n')
    assert ".draft" not in str(caught.value)
    assert path.read_text() == 'region = "US"\n'
    write_settings(path, 'region = "GB"\n')
    assert (tmp_path / "anteroom.toml.before-setup").read_text() == 'region = "US"\n'
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "anteroom.toml",
        "anteroom.toml.before-setup",
    ]


def test_the_account_of_the_kiosk_can_read_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "new" / "anteroom.toml"
    write_settings(path, annotated())
    assert path.stat().st_mode & 0o777 == 0o644
    assert read_config(path) == Config(source=path)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsFileError, match="cannot be written"):
        write_settings(tmp_path / "file" / "anteroom.toml", annotated())
