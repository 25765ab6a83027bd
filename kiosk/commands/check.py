"""anteroom check: whether this kiosk is ready for real visits."""

import json
import os
import platform
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from kiosk import __version__
from kiosk.commands.places import Places, UsageError, places
from kiosk.commands.progress import progress_bar
from kiosk.domain.errors import AnteroomError
from kiosk.platform.clock import SystemClock
from kiosk.platform.paths import cache_folder
from kiosk.staff.device_checks import look_around
from kiosk.staff.readiness import Check, Site, is_ready, readiness

# Where root runs this as the kiosk's account, only the shell may write into root's folder.
_STDOUT = Path("-")


class ReportFileError(AnteroomError):
    """The report cannot be written."""


def run(args: Namespace) -> int:
    """Print every condition; exit code 0 only when all are met."""
    here = places(args)
    to_stdout = args.report == _STDOUT
    if args.report is not None and not to_stdout:
        _usable(args.report)
    if to_stdout and args.json:
        raise UsageError("--report - and --json both go to standard output; name a file for one")
    site = Site(here.config, here.data, here.content, SystemClock(), os.environ, cache_folder())
    with progress_bar("verifying records") as progress:
        checks = (*readiness(site, progress), *look_around(site))
    ready = is_ready(checks)
    if to_stdout:
        print(_report(here, checks), end="")
        return 0 if ready else 1
    if args.report is not None:
        _write(args.report, _report(here, checks))
    if args.json:
        found = {
            "ready": ready,
            "mode": here.config.mode,
            "version": __version__,
            "checks": [asdict(check) for check in checks],
        }
        print(json.dumps(found, indent=2))
    else:
        _print(checks, here.config.mode)
    return 0 if ready else 1


def _usable(report: Path) -> None:
    if report.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{report}: the report is a web page, so name it something.html")
    if report.is_dir() or not report.absolute().parent.is_dir():
        raise UsageError(f"{report}: there is no such folder to write into; check the name")


def _report(here: Places, checks: tuple[Check, ...]) -> str:
    from kiosk.staff.readiness_report import Subject, report_html

    subject = Subject(
        machine=platform.node() or "without a name",
        version=__version__,
        mode=here.config.mode,
        data=str(here.data),
        utc=SystemClock().utc(),
    )
    return report_html(subject, checks)


def _write(report: Path, text: str) -> None:
    try:
        report.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ReportFileError(f"{report}: cannot be written ({error.strerror})") from error


def _print(checks: tuple[Check, ...], mode: str) -> None:
    for check in checks:
        print(f"{'ok ' if check.ok else 'FIX'}  {check.name:<14} {check.what}")
        if not check.ok:
            print(f"{'':<20}{check.todo}")
        if check.note:
            print(f"{'':<20}{check.note}")
    missing = sum(not check.ok for check in checks)
    print()
    if mode == "demo":
        print("Runs as a demo: sample content, every record marked as a demo.")
    if missing:
        print(f"Not ready for real visits: {missing} of {len(checks)} conditions are not met.")
    else:
        print("Ready for real visits.")
