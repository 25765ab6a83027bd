"""Bad input of every kind: one clear line, exit 1 or 2, never a traceback."""

from pathlib import Path

import pytest

from tests.commands.anteroom import anteroom, one_line

# The places below are made by `home`; {home} stands for its path.
BAD = [
    # arguments
    ("bogus", 2, "invalid choice"),
    ("records", 2, "required"),
    ("run --windowed big", 2, "WIDTHxHEIGHT"),
    ("run --windowed 0x0", 2, "WIDTHxHEIGHT"),
    ("run --windowed 1280x", 2, "WIDTHxHEIGHT"),
    ("run --windowed 99999x99999", 2, "WIDTHxHEIGHT"),
    ("run --windowed -5x10", 2, "--windowed"),
    ("run --lang xx", 2, "choose one of"),
    ("walk --seed nine", 2, "whole number"),
    ("walk --seed -1", 2, "whole number"),
    ("walk --seed 99999999999999999999999", 2, "whole number"),
    ("walk --sessions 0", 2, "whole number"),
    ("walk --size 12x", 2, "WIDTHxHEIGHT"),
    ("walk --door maybe", 2, "invalid choice"),
    ("walk --input mind", 2, "invalid choice"),
    ("walk --shots {home}/file", 2, "not a folder"),
    ("walk --content {home}/none", 2, "no such content folder"),
    ("records list --limit 0", 2, "whole number"),
    ("records show nonsense", 2, "neither a receipt"),
    ("records verify --against nonsense --data {home}/good", 2, "not a check code"),
    ("records verify {home}/good --data {home}/good", 2, "not both"),
    ("records open {home}/good", 2, "--key"),
    ("records export --out {home}/out --data {home}/good", 2, "--format"),
    ("records export --format xml --out {home}/out", 2, "invalid choice"),
    ("records export --format csv --out {home}/empty/a/b --data {home}/good", 2, "no such folder"),
    ("records export --format csv --out {home}/file --data {home}/good", 2, "not a folder"),
    ("records export --format csv --out {home}/out --data {home}/good --since now", 2, "YYYY-MM"),
    ("records export --format csv --out {home}/out --data {home}/empty", 1, "no record store"),
    ("records export --format csv --out {home}/out --data {home}/garbage", 1, "not in order"),
    ("records export --format csv --out {home}/out {home}/good --key {home}/no", 2, "cannot be r"),
    ("records backup --out {home}/file --data {home}/good", 2, "not a folder"),
    ("records backup --out {home}/none/a.db --data {home}/good", 2, "no such folder"),
    ("records backup --out {home}/out --data {home}/empty", 1, "no record store"),
    ("records link --kind void --receipt ACDE --staff N --reason R", 2, "not a receipt"),
    ("records link --kind void --receipt ACDE-FGHJ --reason R", 2, "--staff"),
    ("records link --kind void --receipt ACDE-FGHJ --staff N --reason R --by AAAA-AAAA", 2, "--by"),
    ("records link --kind reconsent --receipt ACDE-FGHJ --staff N --reason R", 2, "--by"),
    (
        "records link --kind void --receipt ACDE-FGHJ --staff N --reason R --data {home}/empty",
        *(1, "no record store"),
    ),
    ("records affected --content {home}/none", 2, "no such content folder"),
    ("records affected --before {home}/empty", 2, "no pack.toml"),
    # the settings file
    ("check --config {home}/none.toml", 2, "No such file"),
    ("check --config {home}", 2, "cannot be read"),
    ("check --config {home}/bad.toml", 2, "bad.toml:2: mode: "),
    ("run --config {home}/half.toml", 2, "half.toml:1: not valid TOML"),
    ("records list --config {home}/binary", 2, "not UTF-8"),
    ("staff set-pin --config {home}/none.toml", 2, "none.toml"),
    ("content check --config {home}/none.toml", 2, "none.toml"),
    # folders and stores
    ("run --data {home}/file", 2, "not a folder"),
    ("run --content {home}/file", 2, "not a folder"),
    ("run --content {home}/none", 2, "no such content folder"),
    ("run", 1, "no screen"),
    ("check --data {home}/file", 2, "not a folder"),
    ("check --content {home}/file", 2, "not a folder"),
    ("content check {home}/empty", 2, "no pack.toml"),
    ("run --content {home}/empty", 2, "no pack.toml"),
    ("walk --content {home}/empty", 2, "no pack.toml"),
    ("content check {home}/none", 2, "no such content folder"),
    ("content check {home}/file", 2, "neither a folder"),
    ("records verify --data {home}/none", 2, "no such data folder"),
    ("records verify --data {home}/file", 2, "not a folder"),
    ("records verify --data {home}/empty", 1, "no record store"),
    ("records verify {home}/none.db", 2, "no such file"),
    ("records list --data {home}/none", 2, "no such data folder"),
    ("records list --data {home}/empty", 1, "no record store"),
    ("records list --data {home}/garbage", 1, "records.db"),
    ("records show 1 --data {home}/garbage", 1, "records.db"),
    ("records show 7 --data {home}/good", 1, "no record 7"),
    ("records show ACDE-FGHJ --data {home}/good", 1, "no record ACDE-FGHJ"),
    ("records open {home}/good --key {home}/none", 2, "cannot be read"),
    ("records open {home}/good --key {home}/binary", 1, "not a private recipient key"),
    ("records open {home}/garbage --key {home}/good/demo-recipient.key", 1, "cannot be read"),
    ("keys new {home}/none/clinic --no-passphrase", 1, "cannot be written"),
    ("keys new {home}/clinic", 2, "nothing was entered"),
    ("staff set-pin --data {home}/good", 2, "nothing was entered"),
    ("staff set-pin --data {home}/file", 2, "not a folder"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, good_data: Path) -> Path:
    """A folder with one of each thing that can stand in the wrong place."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "empty").mkdir()
    (folder / "file").write_text("text\n")
    (folder / "binary").write_bytes(b"\xff\xfe\x00")
    (folder / "half.toml").write_text("mode =\n")
    (folder / "bad.toml").write_text('# settings\nmode = "live"\n')
    (folder / "garbage").mkdir()
    (folder / "garbage" / "records.db").write_bytes(b"garbage" * 1000)
    (folder / "good").symlink_to(good_data)
    return folder


@pytest.mark.parametrize(("line", "code", "said"), BAD, ids=str)
def test_bad_input_ends_in_one_clear_line(home: Path, line: str, code: int, said: str) -> None:
    ended = anteroom(*(word.format(home=home) for word in line.split()), home=home)
    assert said in one_line(ended)
    assert ended.code == code
    assert ended.out == ""


def test_a_settings_file_named_by_the_environment_is_not_skipped_when_it_is_gone(
    tmp_path: Path,
) -> None:
    ended = anteroom("run", home=tmp_path, environ={"ANTEROOM_CONFIG": str(tmp_path / "gone")})
    assert "gone" in one_line(ended)


def test_bad_input_makes_no_folder(tmp_path: Path) -> None:
    anteroom("records", "verify", "--data", tmp_path / "none", home=tmp_path / "home")
    anteroom("check", "--data", tmp_path / "none", home=tmp_path / "home")
    assert not (tmp_path / "none").exists()


def test_a_name_that_no_terminal_can_show_is_still_one_line(tmp_path: Path) -> None:
    strange = "no\ud8ffname-é".encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
    ended = anteroom(
        "records", "list", "--data", strange, home=tmp_path, environ={"PYTHONIOENCODING": "ascii"}
    )
    assert "no such data folder" in one_line(ended)


def test_a_name_that_standard_output_cannot_show_does_not_end_a_command(tmp_path: Path) -> None:
    ended = anteroom(
        "check", "--data", "clínica", home=tmp_path, environ={"PYTHONIOENCODING": "ascii"}
    )
    assert (ended.code, ended.err) == (1, "")
    assert "cl\\xednica" in ended.out
