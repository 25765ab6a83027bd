"""One page that leads to every contact sheet of an audit, and says what is wrong where."""

from html import escape
from pathlib import Path

from kiosk.ui.audit.tally import Tally
from kiosk.ui.walk.shots import NoPictureError

_HEAD = """<!doctype html>
<meta charset="utf-8">
<title>anteroom audit</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2em; }
td { padding: 0.2em 1em 0.2em 0; vertical-align: top; }
.bad { color: #730f20; font-weight: bold; }
</style>
"""


def write_index(folder: Path, tally: Tally) -> Path:
    """Write index.html into the folder of the sheets; raises NoPictureError."""
    faults: dict[str, list[str]] = {name: [] for name in (*tally.covered, *tally.lost)}
    for row, found in tally.faults.items():
        for where in found:
            faults[where.partition(" ")[0]].append(f"{row} {where.partition(' ')[2]}")
    lines = "".join(_line(name, tally, found) for name, found in faults.items())
    count = sum(tally.counts.values())
    head = f"<h1>{len(tally.covered)} looks, {tally.screens} screens, {count} faults</h1>"
    file = folder / "index.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{_HEAD}{head}<table>{lines}</table>\n", encoding="utf-8")
    except OSError as error:
        raise NoPictureError(f"{file}: cannot be written ({error.strerror})") from error
    return file


def _line(name: str, tally: Tally, found: list[str]) -> str:
    sheets = [Path(file).name for file in tally.sheets.get(name, ())]
    links = " ".join(f'<a href="{escape(one)}">{at}</a>' for at, one in enumerate(sheets, 1))
    told = "<br>".join(map(escape, found)) or "holds"
    if name in tally.lost:
        told = "not measured: its worker ended"
    bad = ' class="bad"' if found or name in tally.lost else ""
    return f"<tr><td{bad}>{escape(name)}</td><td>{links}</td><td>{told}</td></tr>\n"
