"""Plant every error that the content check must find and print what it says.

python benchmarks/planted_table.py > docs/content-check.md
"""

# ruff: noqa: INP001, T201 -- a script, and it prints

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.content.planted import PLANTED
from tests.content.planting import Planted

_LONGEST = 70
HEAD = """# What `anteroom content check` says

Each line plants one error in a small valid pack and shows what the check says of it. The form is
`file:line: what is wrong. why it matters. how to mend it.`, with `--json` the same in fields. The
table is the output of `python benchmarks/planted_table.py`; the tests plant the same errors, and
each of the twelve dangerous claims in at least three phrasings of English, Spanish and Arabic.

**What no program can catch.** A falsehood in wholly new words, under a claim that has some of the
same words, passes. The check knows forms of words, figures and small words; it does not know what
is true. A text with next to none of its claim's words is a warning. One with less than half of
them, or one that may deny what the claim says, is listed (`content report`, `content diff`) and
keeps the pack from being approved until a named person has laid the two side by side and said so
with `anteroom content vouch`; any later change of either voids that. This holds for English, in
which the evidence is written. Other languages are compared with the English line beside them: its
figures, its “not”, its “until”, its units, and small words that have an opposite. A wrong
translation of anything else passes. So two people must read every change.

| planted | example | what the check says |
|---|---|---|"""


def row(one: Planted, folder: Path) -> str:
    """Plant one error and return its line of the table."""
    problems = one.problems(folder)
    said = one.named(problems)[0]
    short = one.example if len(one.example) <= _LONGEST else f"{one.example[:_LONGEST]}…"
    cells = (one.what, f"`{short}`" if "`" not in short else short, str(said))
    return f"| {' | '.join(plain(cell) for cell in cells)} |"


def plain(text: str) -> str:
    """Leave out what a table cannot hold and what would be a link."""
    return text.replace("|", "/").replace("](", "] (")


def page(folder: Path) -> str:
    """The whole page."""
    rows = [row(one, folder / str(number)) for number, one in enumerate(PLANTED)]
    return "\n".join([HEAD, *rows, ""])


def main() -> int:
    """Print the page."""
    with tempfile.TemporaryDirectory() as folder:
        print(page(Path(folder)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
