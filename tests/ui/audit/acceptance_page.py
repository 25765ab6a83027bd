"""Writes docs/acceptance.md from the table of the audit.

python -m tests.ui.audit.acceptance_page
"""

from collections import Counter

from kiosk.platform import paths
from kiosk.ui.audit.table import AUDIT, PERSON, ROWS, Row
from kiosk.ui.audit.witnesses import ALSO

PAGE = paths.assets_dir().parent / "docs" / "acceptance.md"
_HEAD = """# Acceptance, row by row

Made from `kiosk/ui/audit/table.py` by `python -m tests.ui.audit.acceptance_page`; a test holds
the two together, and every test that is named exists. {counts}.

**pass**: held as asked by the test, measurement or figure that is named. **weaker**: what is
missing is said. **needs a person**: no program can tell. Nobody with the needs that these rows
are about has tried this kiosk yet: no row says that it is easy.

`anteroom audit` measures every page in a few looks, `anteroom audit --full` on every device, at
every size, in every theme and language. `benchmarks/figures.py` is what `anteroom bench` runs.

| row | what is asked | state | weaker in | held by |
|---|---|---|---|---|
"""


def page() -> str:
    """Return the words of the page."""
    counted = Counter(row.state for row in ROWS)
    counts = ", ".join(f"{number} {state}" for state, number in counted.most_common())
    return _HEAD.format(counts=counts) + "".join(map(_line, ROWS))


def _line(row: Row) -> str:
    named = {AUDIT: "`anteroom audit`", PERSON: "a person"}.get(row.by, f"`{row.by}`")
    held = ", ".join((named, *(f"`{one}`" for one in ALSO.get(row.id, ()))))
    return f"| {row.id} | {row.asks} | {row.state} | {row.less} | {held} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
