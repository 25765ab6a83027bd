"""What a set-up is to do: from arguments, a file of answers, and questions on a terminal."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path

from kiosk.commands.places import UsageError
from kiosk.config import MODES, Config
from kiosk.platform.toml_reader import TomlReader, TomlValueError
from kiosk.staff.settings_text import Value

_LONGEST_PIN_FILE = 256


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer, None where nothing was said and the settings stay as they are."""

    mode: str | None = None
    region: str | None = None
    language: str | None = None
    screen_mm: float | None = None
    clinic_name: str | None = None
    help_text: str | None = None
    approvers: tuple[str, ...] | None = None
    recipients: tuple[Path, ...] = ()
    pin_file: Path | None = None
    printer: str | None = None

    def settings(self) -> dict[str, Value]:
        """Return the values for the settings file, by dotted key."""
        said: dict[str, Value | None] = {
            "mode": self.mode,
            "region": self.region,
            "language": self.language,
            "approvers": self.approvers,
            "screen.diagonal_mm": self.screen_mm,
            "clinic.name": self.clinic_name,
            "clinic.help_text": self.help_text,
        }
        return {key: value for key, value in said.items() if value is not None}


def from_arguments(args: Namespace) -> Answers:
    """Return the answers of the command line, over those of --answers; raises UsageError."""
    base = Answers() if args.answers is None else from_file(args.answers)
    given = Answers(
        mode=args.mode,
        region=args.region,
        language=args.language,
        screen_mm=None if args.screen_mm is None else millimetres(args.screen_mm),
        clinic_name=args.clinic_name,
        help_text=args.help_text,
        approvers=None if args.approver is None else tuple(args.approver),
        recipients=tuple(args.recipient or ()),
        pin_file=args.pin_file,
        printer=args.printer,
    )
    said = {one.name: getattr(given, one.name) for one in fields(given)}
    return replace(base, **{name: value for name, value in said.items() if value not in (None, ())})


def from_file(path: Path) -> Answers:
    """Read a file of answers; paths count from it. Raises UsageError with file and line."""
    try:
        reader = TomlReader.open(path)
        base = path.absolute().parent
        approvers = reader.lines("approvers", 'a list of "NAME; ROLE; KEY"')
        pin_file = reader.text("pin_file", "the path of a file in quotes")
        answers = Answers(
            mode=reader.choice("mode", MODES, "production"),
            region=reader.text("region", "two capital letters") or None,
            language=reader.text("language", "a language tag") or None,
            screen_mm=reader.length("screen_mm", 150, 2500),
            clinic_name=reader.words("clinic_name", 60) or None,
            help_text=reader.words("help_text", 120) or None,
            approvers=approvers or None,
            recipients=tuple(
                base / one for one in reader.lines("recipients", "a list of paths of .pub files")
            ),
            pin_file=base / pin_file if pin_file else None,
            printer=reader.text("printer", "the name of a print queue") or None,
        )
        reader.refuse_unknown()
    except TomlValueError as error:
        raise UsageError(str(error)) from error
    return answers


def asked(answers: Answers, config: Config, ask: Callable[[str, str], str]) -> Answers:
    """Ask for what nobody has said yet; `ask` shows a question and a default."""
    if answers.mode is None:
        default = "production" if config.source is None else config.mode
        answers = replace(answers, mode=ask("Mode, production or demo", default))
    if answers.region is None:
        question = "Country of the crisis numbers, two letters such as US"
        answers = replace(answers, region=ask(question, config.region).upper())
    if answers.screen_mm is None:
        known = config.screen.diagonal_mm
        text = ask("Diagonal of the glass in millimetres (15.6 inches are 396)", f"{known or ''}")
        answers = replace(answers, screen_mm=millimetres(text) if text else None)
    if not answers.recipients and answers.mode == "production":
        text = ask("Public key file of the clinic (.pub), empty if it is there already", "")
        answers = replace(answers, recipients=(Path(text).expanduser(),) if text else ())
    return answers


def millimetres(text: str) -> float:
    """Return a length; raises UsageError."""
    try:
        return float(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is not a number of millimetres, such as 396") from error


def pin_in(path: Path) -> str:
    """Return the first line of a file; raises UsageError."""
    try:
        with path.open("rb") as stream:
            return stream.readline(_LONGEST_PIN_FILE).decode("ascii").strip()
    except FileNotFoundError as error:
        keep = "leave pin_file out to keep the PIN that is set"
        raise UsageError(f"{path}: cannot be read ({error.strerror}); {keep}") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: the first line is no PIN") from error
