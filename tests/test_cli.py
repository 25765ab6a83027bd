"""The command line as a whole: help, version, what is listed, and what is imported."""

import argparse
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.cli import build_parser, main, size, whole

COMMANDS = {
    "run",
    "check",
    "content check",
    "content approve",
    "content audio",
    "content diff",
    "content new",
    "content preview",
    "content install",
    "content rollback",
    "content list",
    "content review-language",
    "content report",
    "content vouch",
    "records verify",
    "records list",
    "records show",
    "records open",
    "records copy",
    "records new-epoch",
    "records export",
    "records backup",
    "records link",
    "records affected",
    "keys new",
    "keys approver",
    "setup",
    "keys protect",
    "desk",
    "records stuck",
    "staff add",
    "staff set-pin",
    "walk",
    "audit",
    "bench",
}
STATELESS = {
    "audit",
    "bench",
    "content audio",
    "content check",
    "content diff",
    "content new",
    "content preview",
    "content report",
    "content review-language",
    "content vouch",
    "keys approver",
    "keys new",
    "keys protect",
    # Its folder is the desk's own: --desk.
    "staff add",
}


def leaves(
    parser: argparse.ArgumentParser, name: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    groups = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001  # argparse has no public way
    if not groups:
        yield name, parser
    for group in groups:
        for word, inner in group.choices.items():
            yield from leaves(inner, f"{name} {word}".strip())


PARSERS = dict(leaves(build_parser()))


def test_exactly_the_commands_that_work_are_listed() -> None:
    assert set(PARSERS) == COMMANDS


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example_that_parses(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*name.split(), "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    example = shlex.split(said.rpartition("Example:\n  ")[2])
    assert example[: 1 + len(name.split())] == ["anteroom", *name.split()]
    assert build_parser().parse_args(example[1:]).module == PARSERS[name].get_default("module")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_module(name: str) -> None:
    module = PARSERS[name].get_default("module")
    assert (Path(__file__).parents[1] / "kiosk" / "commands" / f"{module}.py").is_file()


@pytest.mark.parametrize("name", sorted(COMMANDS - STATELESS))
def test_every_command_that_touches_state_takes_config_and_data(name: str) -> None:
    options = PARSERS[name].format_help()
    assert "--config FILE" in options
    assert "--data DIR" in options


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"anteroom {__version__}\n"


@pytest.mark.parametrize("words", [[], ["--windowed", "1280x800"], ["--lang", "es"]])
def test_without_a_command_the_kiosk_runs(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[argparse.Namespace] = []

    def run(args: argparse.Namespace) -> int:
        seen.append(args)
        return 0

    monkeypatch.setattr("kiosk.commands.run.run", run)
    assert main(words) == 0
    assert seen[0].module == "run"


@pytest.mark.parametrize(("text", "sides"), [("1280x800", (1280, 800)), ("240x240", (240, 240))])
def test_a_size_is_width_by_height(text: str, sides: tuple[int, int]) -> None:
    assert size(text) == sides


@pytest.mark.parametrize(
    "text", ["", "x", "1280", "1280X800", "1280x800x2", "239x240", "٣٠٠x٣٠٠", " 800x600"]
)
def test_anything_else_is_no_size(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="1280x800"):
        size(text)


@pytest.mark.parametrize("text", ["", "-1", "4", "1e0", "1_0", "٢", " 2", "2" * 5000])
def test_a_whole_number_is_plain_digits_within_bounds(text: str) -> None:
    assert whole(1, 3)("2") == 2
    with pytest.raises(argparse.ArgumentTypeError, match="from 1 to 3"):
        whole(1, 3)(text)


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("", "PySide6 cryptography argon2 markdown sqlite3 platformdirs json"),
        ("records list --help", "PySide6 cryptography argon2 markdown sqlite3"),
        ("check --data {tmp}", "PySide6 argon2"),
        ("records list --data {tmp}", "PySide6 argon2 markdown"),
    ],
)
def test_a_command_imports_only_what_it_needs(tmp_path: Path, words: str, absent: str) -> None:
    """The command line itself costs nothing heavy, and no command but the window needs Qt."""
    code = """
import contextlib, io, sys
import kiosk.cli
words = sys.argv[1].split()
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    with contextlib.suppress(SystemExit):
        kiosk.cli.main(words) if words else kiosk.cli.build_parser()
print(*(name for name in sys.argv[2].split() if name in sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, words.format(tmp=tmp_path), absent],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
