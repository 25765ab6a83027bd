"""What a person may set for this visit, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.domain.press import HOLDS_MS
from kiosk.domain.scan import PACES
from kiosk.domain.session import Settings
from kiosk.domain.speaker import LOUDNESS_DB, SPEEDS

HANDS = ("touch", "keys", "two", "one")
_SWITCH = {"on": True, "off": False}
_CHOICES: Mapping[str, Mapping[str, object]] = {
    "size": {one: one for one in ("S", "M", "L", "XL")},
    "motion": _SWITCH,
    "hands": {one: one for one in HANDS},
    "hold_ms": {str(one): one for one in HOLDS_MS},
    "calm": _SWITCH,
    "pace": {str(one): one for one in PACES},
    "read_on": _SWITCH,
    "low": _SWITCH,
    "click": _SWITCH,
}
# What goes up and down a step at a time, and the place of its last step.
_STEPS = {"speed": len(SPEEDS) - 1, "loudness": len(LOUDNESS_DB) - 1}
_BY = {"less": -1, "more": 1}


def chosen(settings: Settings, name: str, value: str) -> Settings:
    """Return the settings with one of them changed; what cannot be set changes nothing."""
    if name == "theme":
        return replace(settings, theme=value)
    if name in _STEPS and value in _BY:
        place = getattr(settings, name) + _BY[value]
        change: dict[str, Any] = {name: min(max(0, place), _STEPS[name])}
        return replace(settings, **change)
    choices = _CHOICES.get(name, {})
    if value not in choices:
        return settings
    change = {name: choices[value]}
    return replace(settings, **change)
