"""Every condition for real visits, each with what was found and what to do."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.config import Config
from kiosk.content.blocks import Pack
from kiosk.domain.errors import AnteroomError
from kiosk.platform.clock import Clock
from kiosk.platform.display import has_display

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Check:
    """One condition: a stable name, whether it is met, what was found, what to do if not.

    `note` is something staff should know and do although it stops nothing.
    """

    name: str
    ok: bool
    what: str
    todo: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What the conditions are about; `environ` is the process environment.

    `shown` is the digest of the content on the screen, "" where no kiosk runs.
    """

    config: Config
    data: Path
    content: Path
    clock: Clock
    environ: Mapping[str, str]
    cache: Path | None = None
    shown: str = ""


# The records while nobody has walked along them yet; opening the store looks at their end.
NOT_WALKED = Check("records", ok=True, what="not verified yet")


def readiness(site: Site, progress: Progress | None = None) -> tuple[Check, ...]:
    """Look at every condition; reads only, works beside a running kiosk, raises nothing expected.

    `progress(done, total)` follows the records being verified.
    """
    from kiosk.staff import record_checks

    return conditions(site, record_checks.records(site.data, progress))


def conditions(site: Site, walked: Check) -> tuple[Check, ...]:
    """Look at every condition; the records were looked at before, with this outcome."""
    from kiosk.staff import content_checks, machine_checks, record_checks

    pack = content_checks.read_pack(site)
    return (
        _mode(site.config),
        content_checks.content(pack, site),
        content_checks.approval(pack, site),
        content_checks.review_date(pack, site.clock),
        content_checks.languages(pack, site.config),
        content_checks.region(pack, site.config),
        _staff_pin(site),
        record_checks.recipient_key(site.data),
        walked,
        record_checks.clock(site, pack if isinstance(pack, Pack) else None),
        machine_checks.data_folder(site.data),
        machine_checks.disk(site.data),
        machine_checks.fonts(),
        _display(site.environ),
    )


def is_ready(checks: tuple[Check, ...]) -> bool:
    """Tell whether a visit may be opened in production."""
    return all(check.ok for check in checks)


def closed_because(site: Site, walked: Check = NOT_WALKED) -> str | None:
    """Return why production opens no visit, and what to do; None when it may, or in a demo.

    `walked` is what the last walk along the records found; this looks at all but those.
    """
    if site.config.mode == "demo":
        return None
    lack = next((check for check in conditions(site, walked) if not check.ok), None)
    return f"{lack.name}: {lack.what}. {lack.todo}" if lack else None


def _mode(config: Config) -> Check:
    return Check(
        "mode",
        config.mode == "production",
        f"{config.mode} mode",
        'Set mode = "production" in the settings file when everything else is in order.',
    )


def _staff_pin(site: Site) -> Check:
    from kiosk.staff.pin import PinDesk

    todo = "Set it: anteroom staff set-pin"
    try:
        known = PinDesk(site.data, site.clock).is_set()
    except AnteroomError as error:
        return Check("staff-pin", ok=False, what=str(error), todo=todo)
    return Check("staff-pin", known, "a PIN is set" if known else "no staff PIN is set", todo)


def _display(environ: Mapping[str, str]) -> Check:
    found = has_display(environ, sys.platform)
    return Check(
        "display",
        found,
        "there is a screen to draw on" if found else "no screen is offered to this session",
        "Run this check inside the desktop or kiosk session.",
    )
