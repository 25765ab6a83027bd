"""How the trials by hand ended: kept in the data folder, told by every readiness report."""

import json
from pathlib import Path

from kiosk.domain.errors import AnteroomError
from kiosk.domain.staffing.trials import Device, Tried
from kiosk.platform.durable import write_durably
from kiosk.staff.readiness import Check

TRIALS = "trials.json"
_LARGEST = 16_384
_HOW = "On the kiosk: Staff, Readiness of this kiosk, try the {device}."
_WORDS = {Device.TOUCH: "touch screen"}


class TrialsError(AnteroomError):
    """The result of a trial cannot be kept."""


def keep(data: Path, tried: Tried, day: str) -> None:
    """Keep how a trial ended, in the place of the one before; raises TrialsError."""
    kept = {one.value: entry for one, entry in _read(data).items()}
    kept[tried.device.value] = {"ok": tried.ok, "what": tried.what, "day": day}
    try:
        write_durably(data / TRIALS, json.dumps(kept, indent=2).encode() + b"\n")
    except OSError as error:
        reason = f"{data / TRIALS}: the trial cannot be kept ({error.strerror}); try it again"
        raise TrialsError(reason) from error


def trial_checks(data: Path) -> tuple[Check, ...]:
    """Return a line for each device; what failed is a lack until it is tried again."""
    kept = _read(data)
    return tuple(_check(device, kept.get(device)) for device in Device)


def _check(device: Device, entry: dict[str, object] | None) -> Check:
    how = _HOW.format(device=_WORDS.get(device, device.value))
    if entry is None:
        return Check(device.trial, ok=True, what="not tried yet", note=how)
    what = f"tried on {entry['day']}: {entry['what']}"
    return Check(device.trial, ok=entry["ok"] is True, what=what, todo=f"Mend it. {how}")


def _read(data: Path) -> dict[Device, dict[str, object]]:
    """Return what was kept; a file that is not ours tells of no trial."""
    try:
        with (data / TRIALS).open("rb") as stream:
            found = json.loads(stream.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {device: found[device.value] for device in Device if _is_entry(found.get(device.value))}


def _is_entry(entry: object) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("ok"), bool)
        and all(isinstance(entry.get(name), str) for name in ("what", "day"))
    )
