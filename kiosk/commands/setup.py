"""anteroom setup: from a fresh package to a kiosk that can be checked."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk import __version__
from kiosk.commands.places import UsageError, not_a_file
from kiosk.commands.secrets_in import ask as ask_secret
from kiosk.commands.setup_answers import Answers, asked, from_arguments, pin_in
from kiosk.config import Config, find_config, read_config
from kiosk.domain.pin_policy import check_new_pin
from kiosk.platform import paths
from kiosk.platform.clock import SystemClock
from kiosk.staff import set_up
from kiosk.staff.pin import PinDesk
from kiosk.staff.settings_text import annotated, with_values, write_settings


def run(args: Namespace) -> int:
    """Write the settings, then make what production needs; says each step when it is done."""
    target = settings_file(args.config)
    before = read_config(target) if target.exists() else Config()
    questions = not args.no_questions and sys.stdin is not None and sys.stdin.isatty()
    answers = from_arguments(args)
    if questions:
        answers = asked(answers, before, _ask)
    pin = None if answers.pin_file is None else check_new_pin(pin_in(answers.pin_file))
    write_settings(target, with_values(_text_of(target), answers.settings()))
    print(f"Settings   {target}")
    if answers.printer is not None:
        _choose_printer(answers.printer)
    config = read_config(target)
    if config.mode == "demo":
        print("A demo needs no keys and no PIN. Start it: anteroom")
        return 0
    data = not_a_file(args.data or config.data_dir, "data folder")
    _provision(answers, config, data, _pin_asker(pin, data, questions=questions))
    print("\nNext: anteroom check")
    return 0


def settings_file(named: Path | None) -> Path:
    """Return the file to write: as named, as found, or the one of the machine or of the user."""
    found = find_config(
        named, environ=os.environ, places=(paths.system_config(), paths.user_config())
    )
    if found is not None:
        return found
    # Where there are administrators, one of them sets the whole machine up.
    ordinary = hasattr(os, "geteuid") and os.geteuid() != 0
    return paths.user_config() if ordinary else paths.system_config()


def _text_of(target: Path) -> str:
    return target.read_text("utf-8-sig") if target.exists() else annotated()


def _ask(question: str, default: str) -> str:
    try:
        said = input(f"{question}{f' [{default}]' if default else ''}: ").strip()
    except EOFError as error:
        raise UsageError(f"no answer to {question!r}, and nothing was changed") from error
    return said or default


def _pin_asker(given: str | None, data: Path, *, questions: bool) -> Callable[[], str | None]:
    """Return what yields the new PIN, None when it stays as it is."""

    def pin() -> str | None:
        if given is not None or not questions or PinDesk(data, SystemClock()).is_set():
            return given
        said = ask_secret("New staff PIN, 6 to 12 digits: ", again="The same PIN again: ")
        return check_new_pin(said)

    return pin


def _choose_printer(name: str) -> None:
    from kiosk.platform.print_queue import choose_default

    choose_default(name)
    print(f"Printer    {name}")


def _provision(answers: Answers, config: Config, data: Path, pin: Callable[[], str | None]) -> None:
    # Read first: the account of the kiosk may not look into the folder they lie in.
    keys = set_up.read_keys(answers.recipients)
    set_up.make_data_folder(data)
    with set_up.as_owner_of(data):
        set_up.put_keys(data, keys)
        for one in keys:
            print(f"Sealed to  {one.id}")
        new = pin()
        code = set_up.provision(config, data, new, SystemClock(), __version__, _local_now)
    if new is not None:
        print("Staff PIN  set")
    print(f"Records    {data}, {code}")


def _local_now() -> datetime:
    return datetime.now().astimezone()
