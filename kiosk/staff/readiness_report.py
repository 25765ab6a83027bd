"""The readiness of a kiosk on paper: one page of HTML that any browser shows and prints."""

from dataclasses import dataclass
from html import escape

from kiosk.staff.readiness import Check, is_ready

# What no program can see; a person ticks it on the paper.
BY_HAND = (
    "Touch, keys, sound, printer: on the kiosk press Staff, Readiness of this kiosk, and try each.",
    "Copy: at the end of a demo visit print one, and compare its number with the screen.",
    "Power: pull the plug, plug in again; the first page comes back by itself.",
    "Exit: no key, gesture or cable leads to anything but the kiosk.",
)
_STYLE = """
body { font: 11pt/1.4 sans-serif; margin: 2em auto; max-width: 46em; color: #111; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; }
.todo { font-weight: bold; } .note { font-style: italic; }
li { list-style: "\\2610  "; margin: .4em 0; } .sign { margin-top: 3em; }
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: names and versions, and the moment it was made."""

    machine: str
    version: str
    mode: str
    data: str
    utc: str


def report_html(subject: Subject, checks: tuple[Check, ...]) -> str:
    """Return the whole page."""
    verdict = "Ready for real visits." if is_ready(checks) else _lacking(checks)
    rows = "\n".join(_row(check) for check in checks)
    ticks = "\n".join(f"<li>{escape(line)}</li>" for line in BY_HAND)
    about = (
        f"Machine {subject.machine}, Anteroom {subject.version}, {subject.mode} mode, "
        f"records in {subject.data}. Made {subject.utc[:16].replace('T', ' ')} UTC."
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Anteroom readiness</title>
<style>{_STYLE}</style></head><body>
<h1>Readiness of this kiosk</h1>
<p>{escape(about)}</p>
<p><strong>{escape(verdict)}</strong></p>
<table><tr><th></th><th>condition</th><th>found</th></tr>
{rows}
</table>
<h2>To be seen by a person</h2>
<ul>
{ticks}
</ul>
<p class="sign">Date, name, signature: ______________________________________________</p>
</body></html>
"""


def _lacking(checks: tuple[Check, ...]) -> str:
    missing = sum(not check.ok for check in checks)
    return f"Not ready for real visits: {missing} of {len(checks)} conditions are not met."


def _row(check: Check) -> str:
    more = ""
    if not check.ok:
        more += f'<div class="todo">{escape(check.todo)}</div>'
    if check.note:
        more += f'<div class="note">{escape(check.note)}</div>'
    mark = "ok" if check.ok else "FIX"
    return (
        f"<tr><td>{mark}</td><td>{escape(check.name)}</td><td>{escape(check.what)}{more}</td></tr>"
    )
