"""From a fresh package to a kiosk that can be checked, without a screen."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.commands.anteroom import Ended, anteroom, one_line

PIN = "135792"
NOBODY = 65534
# What no set-up can mend: nobody has reviewed or approved the content; a test has no screen.
LEFT = {"approval", "languages", "display"}


class Office:
    """A folder with a key and a PIN, and a kiosk to be set up."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.settings, self.data = home / "anteroom.toml", home / "data"
        made = anteroom("keys", "new", home / "clinic", "--no-passphrase", home=home)
        assert made.code == 0
        (home / "pin.txt").write_text(f"{PIN}\n")

    def setup(self, *words: str | Path) -> Ended:
        places = ("--config", self.settings, "--data", self.data)
        return anteroom("setup", *words, *places, home=self.home)

    def checks(self) -> dict[str, bool]:
        places = ("--config", self.settings, "--data", self.data)
        ended = anteroom("check", "--json", *places, home=self.home)
        return {one["name"]: one["ok"] for one in json.loads(ended.out)["checks"]}

    def head(self) -> object:
        ended = anteroom("records", "verify", "--json", "--data", self.data, home=self.home)
        return json.loads(ended.out)["head"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def open_office() -> Iterator[Office]:
    """An office whose folder other accounts can reach, its data folder another account's."""
    reach = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    # Where it may not look, a Python takes another one's library for its own.
    look = f"import sqlite3, cryptography, sys; sys.exit(sys.base_prefix != {sys.base_prefix!r})"
    probe = [*reach, sys.executable, "-c", look]
    tried = subprocess.run(probe, check=False)
    if tried.returncode:
        pytest.skip("another account cannot reach this Python")
    with TemporaryDirectory(prefix="anteroom-") as folder:
        office = Office(Path(folder))
        office.home.chmod(0o755)
        office.data.mkdir(mode=0o700)
        os.chown(office.data, NOBODY, NOBODY)
        yield office


def full(office: Office) -> tuple[str | Path, ...]:
    return (
        *("--mode", "production", "--region", "US", "--screen-mm", "396"),
        *("--recipient", office.home / "clinic.pub", "--pin-file", office.home / "pin.txt"),
    )


def test_one_command_meets_every_condition_that_a_set_up_can_meet(office: Office) -> None:
    ended = office.setup(*full(office))
    assert (ended.code, ended.err) == (0, "")
    assert {name for name, ok in office.checks().items() if not ok} == LEFT
    assert PIN not in ended.out


def test_running_it_again_keeps_the_records_and_changes_only_what_is_said(office: Office) -> None:
    office.setup(*full(office))
    before = office.head()
    ended = office.setup("--clinic-name", "North")
    assert ended.code == 0
    assert office.head() == before
    text = office.settings.read_text()
    assert 'name = "North"' in text
    assert 'region = "US"' in text


def test_a_file_of_answers_does_the_same(office: Office) -> None:
    answers = office.home / "answers.toml"
    answers.write_text(
        'region = "US"\nscreen_mm = 396\nrecipients = ["clinic.pub"]\npin_file = "pin.txt"\n'
        'clinic_name = "North"\n'
    )
    assert office.setup("--answers", answers).code == 0
    assert {name for name, ok in office.checks().items() if not ok} == LEFT
    assert office.setup("--answers", answers, "--clinic-name", "South").code == 0
    assert 'name = "South"' in office.settings.read_text()


def test_a_demo_is_set_up_without_keys(office: Office) -> None:
    ended = office.setup("--mode", "demo", "--region", "US")
    assert ended.code == 0
    assert not office.data.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("--mode live", 2, "mode: 'live' is not one of the choices; allowed: \"demo\""),
        ("--region usa", 2, "region: 'usa' is not a country code"),
        ("--screen-mm wide", 2, "'wide' is not a number of millimetres"),
        ("--screen-mm 15", 2, "from 150 to 2500"),
        ("--language xx", 2, "language: 'xx'"),
        ("--approver Ann", 2, "three parts"),
        ("--recipient {home}/none.pub", 1, "none.pub: cannot be read"),
        ("--recipient {home}/pin.txt", 1, "not a public recipient key"),
        ("--pin-file {home}/none", 2, "keep the PIN that is set"),
        ("--pin-file {home}/anteroom-short", 1, "PIN"),
        ("--answers {home}/none.toml", 2, "none.toml: cannot be read"),
        ("--answers {home}/bad.toml", 2, "bad.toml:2: colour: there is no such setting"),
        ("--printer no-such-queue", 1, "no print queue 'no-such-queue'"),
    ],
)
def test_a_wrong_answer_is_one_clear_line(office: Office, words: str, code: int, said: str) -> None:
    (office.home / "anteroom-short").write_text("12\n")
    (office.home / "bad.toml").write_text("# answers\ncolour = 1\n")
    given = (word.format(home=office.home) for word in words.split())
    ended = office.setup("--mode", "production", *given)
    assert said in one_line(ended)
    assert ended.code == code


def test_production_without_a_key_is_refused_with_what_to_do(office: Office) -> None:
    ended = office.setup("--mode", "production", "--region", "US")
    assert "keys new" in one_line(ended)
    assert not office.data.joinpath("records.db").exists()


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only an administrator works for others"
)
def test_an_administrator_works_with_the_rights_of_the_kiosks_account(
    open_office: Office,
) -> None:
    ended = open_office.setup(*full(open_office))
    assert (ended.code, ended.err) == (0, "")
    assert [path for path in open_office.data.rglob("*") if path.stat().st_uid != NOBODY] == []
    assert open_office.data.joinpath("records.db").exists()
    assert open_office.settings.stat().st_uid == 0


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only an administrator works for others"
)
def test_a_link_in_the_data_folder_leads_an_administrator_nowhere(open_office: Office) -> None:
    target = open_office.home / "not-yours"
    target.mkdir(mode=0o755)
    (open_office.data / "recipients").symlink_to(target)
    assert "Permission denied" in one_line(open_office.setup(*full(open_office)))
    assert list(target.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_settings_are_for_all_to_read_and_the_data_for_one(office: Office) -> None:
    office.setup(*full(office))
    assert office.settings.stat().st_mode & 0o777 == 0o644
    assert office.data.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in office.data.rglob("*"))


def test_the_report_is_a_page_to_print(office: Office) -> None:
    report = office.home / "readiness.html"
    places = ("--config", office.settings, "--data", office.data)
    office.setup(*full(office))
    ended = anteroom("check", "--report", report, *places, home=office.home)
    assert ended.code == 1
    assert "Readiness of this kiosk" in report.read_text("utf-8")
    for name, said in (("report.pdf", "something.html"), ("none/r.html", "no such folder")):
        refused = anteroom("check", "--report", office.home / name, *places, home=office.home)
        assert said in one_line(refused)
        assert refused.code == 2


def test_the_report_goes_where_the_shell_puts_it(office: Office) -> None:
    places = ("--data", office.data)
    ended = anteroom("check", "--report", "-", *places, home=office.home)
    assert ended.code == 1
    assert ended.out.startswith("<!DOCTYPE html>")
    assert ended.out.rstrip().endswith("</html>")
    both = anteroom("check", "--report", "-", "--json", *places, home=office.home)
    assert (both.code, both.out) == (2, "")
    assert "name a file" in both.err
