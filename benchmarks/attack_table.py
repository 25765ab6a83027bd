"""Attack a real store in every way the tests know and print what the verifiers said.

    python benchmarks/attack_table.py > docs/attacks.md

Needs the sqlite3 program and PyNaCl.
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import re
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kiosk.records.verify import verify
from tests.records.attack_list import ATTACKS
from tests.records.attacks import ANCHORED, VISITS, Attack
from tests.records.second_opinion import second_opinion
from tests.records.visits import filled, open_demo

HEAD = """# Attacks, and what the verifiers say

Each line was done to a real store of twelve visits, every change by the stock `sqlite3` program;
"sign again" means with the kiosk's own signing key, stolen. The numbers are the first bad record;
a dash is a fault of the store as a whole. Where something is needed, the store passes without it.
The table is the output of `python benchmarks/attack_table.py`; the tests run the same attacks.

| attack | needs | record | `anteroom records verify` | `anteroom_verify.py` |
|---|---|---|---|---|"""


def line(attack: Attack, honest: Path, code: str) -> str:
    """Attack a copy and return its line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(honest, Path(folder) / "data"))
        attack.change(data)
        against = code if attack.needs == "the check code" else None
        said, other = verify(data, against=against).problems[0], second_opinion(data, against)
        words = [said.what, other[1] if other else "nothing"]
        record = "–" if said.seq is None else str(said.seq)
    cells = [attack.name, attack.needs, record, *(plain(text, data) for text in words)]
    return f"| {' | '.join(cells)} |"


def plain(text: str, data: Path) -> str:
    """Leave out what differs from run to run and what a table cannot hold."""
    text = text.replace(f"{data}/", "").replace("|", "/")
    return re.sub(r"\b[0-9a-f]{16}\b", "…", text)


def main() -> int:
    """Print the page."""
    with tempfile.TemporaryDirectory() as folder:
        honest = Path(folder) / "data"
        filled(honest, VISITS)
        with closing(open_demo(honest)) as store:
            found = store.find(f"s{ANCHORED - 1}")
        print(HEAD)
        for attack in ATTACKS:
            print(line(attack, honest, found.check_code if found else ""))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
