"""Every attack is found and named by both verifiers, and the page shows what they say."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.records.verify import verify as product
from tests.records.attack_list import ATTACKS
from tests.records.attacks import Attack
from tests.records.second_opinion import FOLDER, second_opinion, verify

pytestmark = pytest.mark.skipif(shutil.which("sqlite3") is None, reason="needs the sqlite3 program")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "attacks.md"


@pytest.fixture
def data(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest, tmp_path / "data"))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_both_verifiers_name_the_attack_and_its_record(
    data: Path, code: str, attack: Attack
) -> None:
    attack.change(data)
    against = code if attack.needs == "the check code" else None
    if attack.needs != "nothing":
        bare = Path(shutil.copytree(data, data.parent / "bare"))
        (bare / "demo-recipient.key").unlink(missing_ok=True)
        assert product(bare).ok, "it is found without"
    report = verify(data, against=against)
    assert not report.ok
    assert attack.said in report.problems[0].what
    assert report.problems[0].seq == attack.seq
    other = second_opinion(data, against)
    assert other is not None
    assert attack.other in other[1]
    assert other[0] == attack.seq


def test_there_are_the_thirteen_of_the_research_and_a_dozen_more() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) >= 13 + 12


def test_the_check_code_is_no_help_to_the_honest_store_only(data: Path, code: str) -> None:
    assert verify(data, against=code).ok


def test_the_page_shows_every_attack_with_what_was_said() -> None:
    text = PAGE.read_text("utf-8")
    for attack in ATTACKS:
        assert f"| {attack.name} |" in text, "write the page anew: benchmarks/attack_table.py"
        assert attack.said in text


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    script = FOLDER / "anteroom_verify.py"
    return subprocess.run(
        [sys.executable, "-I", script, *words], capture_output=True, text=True, check=False
    )


def test_the_script_runs_alone_and_says_what_it_found(data: Path, code: str) -> None:
    good = run(data, "--against", code)
    assert (good.returncode, good.stderr) == (0, "")
    assert "All records are whole" in good.stdout
    (data / "ratchet").unlink()
    bad = run(data / "records.db")
    assert (bad.returncode, "ratchet is missing" in bad.stdout) == (1, True)
    assert run(data, "--against", "nonsense").returncode == 2


def test_the_script_is_short_and_shares_nothing_with_the_product() -> None:
    source = (FOLDER / "anteroom_verify.py").read_text("utf-8")
    assert len(source.splitlines()) < 300
    assert "import kiosk" not in source
    assert "from kiosk" not in source
    assert "cryptography" not in source
    assert importlib.util.find_spec("nacl") is not None
