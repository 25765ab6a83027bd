"""What is plugged into this machine; only a window that cannot open stops the kiosk."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import kiosk
from kiosk.config import Config
from kiosk.platform.display import Window, has_display
from kiosk.platform.print_queue import default_queue, queues
from kiosk.platform.voice import SoundPrograms, find_programs
from kiosk.staff.board_check import board
from kiosk.staff.readiness import Check, Site
from kiosk.staff.trial_results import trial_checks

INPUT_DEVICES = Path("/proc/bus/input/devices")
SOUND_CARDS = Path("/proc/asound/cards")
_PATIENCE = 30.0
# The bit of an input device that reports where fingers are (ABS_MT_POSITION_X).
_FINGERS = 0x35
# How far the glass that is set may be from what the display reports, as a share.
_APART = 0.15


def devices(
    site: Site,
    window: Window,
    programs: SoundPrograms,
    inputs: Path = INPUT_DEVICES,
    cards: Path = SOUND_CARDS,
) -> tuple[Check, ...]:
    """Return what a readiness report says beyond the conditions that open a visit."""
    return (
        _settings(site.config),
        _window(window),
        _screen(site.config, window),
        touch(inputs),
        sound(programs, cards, site.content),
        _printer(window),
        *trial_checks(site.data),
        *board(site.config.help.board_folder),
        Check("network", ok=True, what="not needed: no part of the kiosk uses one"),
    )


def plugged_in(site: Site, window: Window) -> tuple[Check, ...]:
    """Return what a kiosk at work says of its machine; quick, for its window is known."""
    found = replace(window, printer=default_queue(), printers=queues())
    return (
        _settings(site.config),
        _screen(site.config, window),
        touch(INPUT_DEVICES),
        sound(find_programs(), SOUND_CARDS, site.content),
        *([] if sys.platform == "win32" else [_printer(found)]),
        *trial_checks(site.data),
        *board(site.config.help.board_folder),
    )


def remarks(site: Site, window: Window) -> tuple[str, ...]:
    """Return what staff should know of the machine, a line each; trials are no news."""
    trials = {one.name for one in trial_checks(site.data)}
    known = (one for one in plugged_in(site, window) if one.note and one.name not in trials)
    return tuple(f"{one.name}: {one.what}. {one.note}" for one in known)


def look_around(site: Site) -> tuple[Check, ...]:
    """Look at this machine now; starts a program for what only Qt knows, as it may die."""
    return devices(site, find_window(site.environ), find_programs())


def find_window(environ: Mapping[str, str]) -> Window:
    """Return what the window library sees, from a process of its own."""
    surroundings = dict(environ)
    if not has_display(environ, sys.platform):
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(  # our own program
            [sys.executable, "-m", "kiosk.ui.probe"],
            cwd=Path(kiosk.__file__).resolve().parents[1],
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        return _seen(done.stdout, done.stderr)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Window(fault=f"it does not answer ({type(error).__name__})")


def _seen(out: str, err: str) -> Window:
    try:
        found = json.loads(out)
    except ValueError:
        last = err.strip().splitlines()[-1:] or ["it ended without a word"]
        return Window(fault=last[0][:200])
    screen = found["screens"][0] if found["screens"] else {"px": [0, 0], "mm": [0, 0]}
    return Window(
        qt=found["qt"],
        platform=found["platform"],
        pixels=(screen["px"][0], screen["px"][1]),
        millimetres=(screen["mm"][0], screen["mm"][1]),
        printer=found["printer"],
        printers=tuple(found["printers"]),
    )


def _settings(config: Config) -> Check:
    if config.source is None:
        return Check("settings", ok=True, what="no settings file: a demo with built-in settings")
    note = ""
    if os.name == "posix" and config.source.stat().st_mode & 0o022:
        note = f"Others may change {config.source}: let only its owner write to it."
    return Check("settings", ok=True, what=f"{config.source} is valid", note=note)


def _window(window: Window) -> Check:
    what = f"Qt {window.qt} on {window.platform}" if not window.fault else window.fault
    todo = "Install Anteroom again, with the packages it depends on."
    return Check("window", not window.fault, what, todo)


def _screen(config: Config, window: Window) -> Check:
    if window.fault or window.platform == "offscreen":
        return Check("screen", ok=True, what="not looked at: no screen is offered here")
    (width, height), (wide, high) = window.pixels, window.millimetres
    reported = (wide**2 + high**2) ** 0.5
    what = f"{width}x{height} pixels, {reported:.0f} mm across as the display reports"
    wanted = config.screen.diagonal_mm
    note = ""
    if wanted is None:
        note = "Measure the glass and set screen.diagonal_mm: displays often report it wrongly."
    elif reported and abs(wanted - reported) > _APART * wanted:
        note = f"The settings say {wanted:g} mm: measure the glass, one of the two is wrong."
    return Check("screen", ok=True, what=what, note=note)


def touch(inputs: Path) -> Check:
    """Say which touch screens the system knows."""
    try:
        found = [name for name, bits in _inputs(inputs.read_text("utf-8", "replace")) if bits]
    except OSError:
        return Check("touch", ok=True, what="not known on this system")
    if not found:
        note = "Connect the touch screen; a mouse or five keys work too."
        return Check("touch", ok=True, what="no touch screen is known to the system", note=note)
    return Check("touch", ok=True, what=", ".join(found))


def _inputs(text: str) -> list[tuple[str, bool]]:
    """Return each input device as its name and whether it reports fingers."""
    found = []
    for block in text.split("\n\n"):
        lines = {line[:2]: line[3:] for line in block.splitlines() if "ABS=" not in line}
        bits = next((line[7:] for line in block.splitlines() if line.startswith("B: ABS=")), "0")
        whole = 0
        for word in bits.split():
            whole = whole << 64 | int(word, 16)
        name = lines.get("N:", "").removeprefix("Name=").strip('"')
        found.append((name, bool(whole >> _FINGERS & 1)))
    return found


def sound(programs: SoundPrograms, cards: Path, content: Path) -> Check:
    """Say whether pages can be read aloud; without sound the kiosk says so to patients."""
    if sys.platform == "win32":
        note = "There is no voice on Windows yet: the kiosk tells patients so, and offers staff."
        return Check("sound", ok=True, what="pages cannot be read aloud", note=note)
    lacks = []
    if programs.player is None:
        lacks.append("Install a player: alsa-utils or pipewire.")
    if programs.speech is None:
        lacks.append("Install espeak-ng, or use content with recordings.")
    try:
        if "no soundcards" in cards.read_text("utf-8", "replace"):
            lacks.append("Connect loudspeakers or a headphone: no sound card is there.")
    except OSError:
        # Not Linux, or no sound at all in this kernel: the player will tell.
        pass
    if lacks:
        return Check("sound", ok=True, what="pages cannot be read aloud", note=" ".join(lacks))
    note = ""
    if programs.stretcher is None and any(content.glob("*/audio/index.toml")):
        note = "Install sox: without it recordings are heard at one speed, and aplay's at full."
    names = f"{Path(programs.speech or '').name} and {Path(programs.player or '').name}"
    return Check("sound", ok=True, what=f"pages are read aloud with {names}", note=note)


def _printer(window: Window) -> Check:
    if window.printer:
        return Check("printer", ok=True, what=f"copies are printed on {window.printer}")
    known = ", ".join(window.printers)
    note = "Patients can take no printed copy. Set a default printer: anteroom setup --printer NAME"
    what = f"no default printer; known are {known}" if known else "no printer is known"
    return Check("printer", ok=True, what=what, note=note)
