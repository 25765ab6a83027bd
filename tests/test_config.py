"""The settings file: what is accepted, and how each wrong value is refused."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kiosk.config import Config, ConfigError, find_config, read_config

EXAMPLE = Path(__file__).parents[1] / "packaging" / "common" / "anteroom.toml"

KEY = "RWSj+ef7rTwGmZfAjtLJkKSgm/4DxTCrqf2/Znmkojq82IWiQ3+Q6QrV"

# key, a wrong value as TOML, a word of the error. Every key stands here at least twice:
# once with a wrong type, once with an impossible value.
WRONG = [
    ("mode", "1", '"demo", "production"'),
    ("mode", '"live"', '"demo", "production"'),
    ("region", "true", "two capital letters"),
    ("region", '"usa"', "two capital letters"),
    ("region", '"us"', "two capital letters"),
    ("content", "[]", "path of a folder"),
    ("content", r'"a\nb"', "path of a folder"),
    ("content", '"~nobody-of-that-name/x"', "not known here"),
    ("content", '"' + "x" * 5000 + '"', "File name too long"),
    ("data", "7", "path of a folder"),
    ("data", r'"a\u0000b"', "path of a folder"),
    ("language", "2026-01-01", '"en", "es", "ar"'),
    ("language", '"en-XA"', '"en", "es", "ar"'),
    ("languages", '"en"', "not a list"),
    ("languages", '["en", "xx"]', '"en", "es", "ar"'),
    ("languages", '["en", "en"]', "twice"),
    ("languages", '[["en"]]', '"en", "es", "ar"'),
    ("approvers", '"Ann; nurse; RW"', "not a list"),
    ("approvers", "[7]", "not a text"),
    ("approvers", '["Ann; nurse"]', "three parts"),
    ("approvers", f'["; nurse; {KEY}"]', "must be words"),
    ("approvers", f'["Ann = Lee; nurse; {KEY}"]', "may not hold"),
    ("approvers", f'["{"x" * 81}; nurse; {KEY}"]', "at most 80"),
    ("approvers", f'["Ann; nurse; {KEY[:-1]}"]', "not a minisign key"),
    ("approvers", f'["Ann; nurse; {KEY}", "Bo; nurse; {KEY}"]', "stands twice"),
    ("screen.diagonal_mm", '"396"', "from 150 to 2500"),
    ("screen.diagonal_mm", "15.6", "from 150 to 2500"),
    ("screen.diagonal_mm", "nan", "from 150 to 2500"),
    ("screen.diagonal_mm", "-inf", "from 150 to 2500"),
    ("screen.width_mm", "{}", "from 80 to 2200"),
    ("screen.width_mm", "0", "from 80 to 2200"),
    ("screen.bottom_mm", "199", "from 200 to 2000"),
    ("screen.bottom_mm", '"900"', "from 200 to 2000"),
    ("screen.bottom_mm", "90", "from 200 to 2000"),
    ("screen.motion", "false", '"system", "on", "off"'),
    ("idle.warn_minutes", "5.0", "from 2 to 15"),
    ("idle.warn_minutes", "1", "from 2 to 15"),
    ("idle.warn_minutes", "16", "from 2 to 15"),
    ("idle.countdown_seconds", "true", "from 20 to 120"),
    ("idle.countdown_seconds", "19", "from 20 to 120"),
    ("idle.curtain_minutes", '"10"', "from 1 to 60"),
    ("idle.curtain_minutes", "0", "from 1 to 60"),
    ("idle.saved_seconds", "[60]", "from 15 to 300"),
    ("idle.saved_seconds", "0x" + "f" * 6000, "from 15 to 300"),
    ("session.abandoned", "false", '"erase"'),
    ("session.abandoned", '"Erase"', '"erase"'),
    ("session.door_order", "1", '"fixed", "rotate"'),
    ("session.door_order", '"random"', '"fixed", "rotate"'),
    ("session.hours_after_dose", "49", "from 0 to 48"),
    ("staff.auto_logout_seconds", '"60"', "from 30 to 600"),
    ("staff.auto_logout_seconds", "5", "from 30 to 600"),
    ("staff.key_folder", "12", "path of a folder"),
    ("staff.backup_days", "91", "from 0 to 90"),
    ("staff.clean_after_finish", "true", '"off", "on"'),
    ("records.copy_folder", "true", "path of a folder"),
    ("records.copy_hours", "721", "from 0 to 720"),
    ("help.chime", "true", '"off", "on"'),
    ("help.board_folder", "7", "path of a folder"),
    ("help.board_name", '"' + "x" * 31 + '"', "at most 30"),
    ("clinic.name", "12", "at most 60"),
    ("clinic.name", '"' + "x" * 61 + '"', "at most 60"),
    ("clinic.help_text", "[]", "at most 120"),
    ("clinic.help_text", '"""one\ntwo"""', "one line"),
]


def keys_of(value: object, prefix: str = "") -> set[str]:
    """Return the dotted names of every setting of a Config."""
    assert is_dataclass(value)
    found: set[str] = set()
    for entry in fields(value):
        inside = getattr(value, entry.name)
        if is_dataclass(inside):
            found |= keys_of(inside, f"{entry.name}.")
        else:
            found.add(prefix + entry.name)
    return found - {"source"}


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "anteroom.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_the_shipped_example_loads_and_holds_the_defaults() -> None:
    config = read_config(EXAMPLE)
    assert config == Config(source=EXAMPLE)


def test_the_shipped_example_explains_every_setting(tmp_path: Path) -> None:
    """With the samples that are switched off switched on, every key is there and loads."""
    text = re.sub(r"^# (\w+_mm = )", r"\1", EXAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    config = read_config(written(tmp_path, text))
    assert (config.screen.diagonal_mm, config.screen.width_mm) == (396, 345)
    named = set(re.findall(r"^(\w+) =", text, flags=re.MULTILINE))
    assert named == {key.rpartition(".")[2] for key in keys_of(Config())}


def test_every_setting_is_set_wrong_in_turn_below() -> None:
    assert {key for key, _, _ in WRONG} == keys_of(Config())


@pytest.mark.parametrize(("key", "value", "hint"), WRONG, ids=lambda text: str(text)[:30])
def test_a_wrong_value_names_file_line_key_and_what_is_allowed(
    tmp_path: Path, key: str, value: str, hint: str
) -> None:
    table, _, name = key.rpartition(".")
    head = f"[{table}]\n" if table else "\n"
    path = written(tmp_path, f"# {name} = a trap\n{head}{name} = {value}\n")
    message = refused(path)
    assert message.startswith(f"{path}:3: {key}: ")
    assert "allowed: " in message
    assert hint in message


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("colour = 1\n", 1, "colour"),
        ("mode = 'demo'\n\n[idel]\nwarn_minutes = 5\n", 3, "idel"),
        ("[idle]\ncountdown_seconds = 45\nwarn_minuets = 5\n", 3, "idle.warn_minuets"),
        ("idle.warn_minuets = 5\n", 1, "idle.warn_minuets"),
        ("\nidle = {warn_minuets = 5}\n", 2, "idle.warn_minuets"),
        ("[clinic]\nname = 'x'\n[clinic.more]\na = 1\n", 3, "clinic.more"),
        ("idle = 5\n", 1, "idle"),
        ("[mode]\n", 1, "mode"),
    ],
)
def test_an_unknown_or_misplaced_key_is_refused_at_its_line(
    tmp_path: Path, text: str, line: int, key: str
) -> None:
    path = written(tmp_path, text)
    message = refused(path)
    assert message.startswith(f"{path}:{line}: {key}: ")
    assert "allowed: " in message


def test_a_misspelt_key_is_answered_with_the_names_that_exist(tmp_path: Path) -> None:
    message = refused(written(tmp_path, "[idle]\nwarn_minuets = 5\n"))
    assert "countdown_seconds, curtain_minutes, saved_seconds, warn_minutes" in message


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"mode = \n", ":1: not valid TOML"),
        (b"mode = 'demo'\nmode = 'demo'\n", ":2: not valid TOML"),
        (b"a = " + b"9" * 5000, ":1: not valid TOML"),
        (b"a = " + b"[" * 9000, ":1: not valid TOML"),
        (b"mode = 'demo'\n# \xff\n", ":2: not UTF-8"),
        (b"#" * 70_000, "larger than 64 KiB"),
    ],
    ids=["half", "twice", "digits", "nested", "latin1", "huge"],
)
def test_a_file_that_is_not_toml_is_refused_in_one_line(
    tmp_path: Path, raw: bytes, said: str
) -> None:
    path = tmp_path / "anteroom.toml"
    path.write_bytes(raw)
    assert said in refused(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "No such file" in refused(tmp_path / "none.toml")
    assert "cannot be read" in refused(tmp_path)


def test_a_file_from_notepad_loads(tmp_path: Path) -> None:
    path = tmp_path / "anteroom.toml"
    path.write_bytes(b"\xef\xbb\xbf" + b'region = "US"\r\n[idle]\r\nwarn_minutes = 7\r\n')
    config = read_config(path)
    assert (config.region, config.idle.warn_minutes) == ("US", 7)


def test_a_screen_cannot_be_wider_than_its_diagonal(tmp_path: Path) -> None:
    message = refused(written(tmp_path, "[screen]\ndiagonal_mm = 400\nwidth_mm = 400\n"))
    assert ":3: screen.width_mm: " in message


def test_the_first_language_must_be_among_those_offered(tmp_path: Path) -> None:
    message = refused(written(tmp_path, 'languages = ["es"]\nlanguage = "en"\n'))
    assert ":2: language: " in message


def test_relative_folders_count_from_the_settings_file(tmp_path: Path) -> None:
    config = read_config(written(tmp_path, 'data = "records"\ncontent = "/srv/pack"\n'))
    assert config.data_dir == tmp_path / "records"
    assert config.content_dir == Path("/srv/pack")


def test_a_file_where_the_data_folder_should_be_is_refused(tmp_path: Path) -> None:
    message = refused(written(tmp_path, 'data = "anteroom.toml"\n'))
    assert "is not a folder" in message


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("argument environment system user", "argument"),
        ("environment system user", "environment"),
        ("system user", "system"),
        ("user", "user"),
        ("", None),
    ],
)
def test_the_first_place_with_a_file_wins(
    tmp_path: Path, present: str, expected: str | None
) -> None:
    for name in ("system", "user"):
        if name in present:
            (tmp_path / name).touch()
    found = find_config(
        tmp_path / "argument" if "argument" in present else None,
        environ={"ANTEROOM_CONFIG": str(tmp_path / "environment")}
        if "environment" in present
        else {"ANTEROOM_CONFIG": ""},
        places=(tmp_path / "system", tmp_path / "user"),
    )
    assert found == (tmp_path / expected if expected else None)


def test_a_dangling_link_is_a_fault_and_not_a_demo(tmp_path: Path) -> None:
    """A production kiosk whose settings have gone must not come up as a demo."""
    link = tmp_path / "anteroom.toml"
    link.symlink_to(tmp_path / "gone.toml")
    assert find_config(None, environ={}, places=(link,)) == link
    refused(link)
