"""The conditions about records, their keys, and the clock they are dated by."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kiosk.content.blocks import Pack
from kiosk.domain.errors import AnteroomError
from kiosk.records.database import DATABASE
from kiosk.records.keys import DEVICE_KEY, load_recipient, load_recipients
from kiosk.records.provision import DEMO_PUBLIC
from kiosk.staff.readiness import Check, Progress, Site
from kiosk.staff.record_reader import newest_first

# No kiosk ran this program before it was written, nor will one after its keys have worn out.
_EARLIEST = date(2026, 11, 1)
_LATEST = date(2060, 1, 1)


def recipient_key(data: Path) -> Check:
    """Check that the records can be read by the clinic, and not only by a demo key."""
    todo = f"Put the clinic's public key file (.pub) into {data / 'recipients'}"
    try:
        demo = data / DEMO_PUBLIC
        demo_ids = {load_recipient(demo).id} if demo.exists() else set()
        ids = [one.id for one in load_recipients(data) if one.id not in demo_ids]
    except (AnteroomError, OSError) as error:
        return Check("recipient-key", ok=False, what=str(error), todo=todo)
    if not ids:
        what = "only the demo key is set" if demo_ids else "no recipient key is set"
        return Check("recipient-key", ok=False, what=what, todo=todo)
    return Check("recipient-key", ok=True, what=f"records are sealed for {', '.join(ids)}")


def records(data: Path, progress: Progress | None) -> Check:
    """Check that every record is whole, signed and in its place."""
    from kiosk.records.verify import verify

    if not (data / DATABASE).exists() and not (data / DEVICE_KEY).exists():
        return Check("records", ok=True, what="none yet; the store is made when the kiosk starts")
    report = verify(data, progress=progress)
    note = _aside(data)
    if report.ok and report.head is not None:
        return replace(sound(report.size, report.head.check_code), note=note)
    found = unsound(report.problems[0].what if report.problems else "")
    more = ". At work the kiosk puts such a store aside and goes on with a new one"
    return replace(found, todo=found.todo + more * report.damaged, note=note)


def _aside(data: Path) -> str:
    """Return which damaged stores lie beside the one in use."""
    from kiosk.records.closed import put_aside

    aside = "; ".join(f"{folder} ({why})" for folder, why in put_aside(data).items())
    return f"A damaged store was put aside. Move it to the back office: {aside}" if aside else ""


def sound(size: int, check_code: str) -> Check:
    """Return the outcome for a store that verifies."""
    return Check("records", ok=True, what=f"{size} verified, {check_code}")


def unsound(first: str) -> Check:
    """Return the outcome for a store with this first fault."""
    return Check(
        "records",
        ok=False,
        what=first or "the store cannot be read",
        todo="Keep the data folder as it is and run: anteroom records verify",
    )


def clock(site: Site, pack: Pack | None) -> Check:
    """Check that today lies after all that is known to be past; one day of grace for time zones."""
    today = date.fromisoformat(site.clock.utc()[:10])
    floor = max(_EARLIEST, _day_of_sources(pack), _newest_day(site.data))
    plausible = floor - timedelta(days=1) <= today <= _LATEST
    return Check(
        "clock",
        plausible,
        f"today is {today}" if plausible else f"the clock says {today}, but {floor} has passed",
        "Set date, time and time zone of this machine.",
    )


def _day_of_sources(pack: Pack | None) -> date:
    return date.fromisoformat(pack.info.sources_date) if pack else _EARLIEST


def _newest_day(data: Path) -> date:
    try:
        newest = next(newest_first(data), None)
        return date.fromisoformat(newest.clear.latest_day) if newest else _EARLIEST
    except (AnteroomError, ValueError):
        # Damage is reported by its own condition.
        return _EARLIEST
