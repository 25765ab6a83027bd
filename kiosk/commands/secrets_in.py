"""Secrets come from the terminal or standard input, never from an argument."""

import sys
from getpass import getpass

from kiosk.commands.places import UsageError

_LONGEST_LINE = 1024


def ask(prompt: str, *, again: str | None = None) -> str:
    """Return a secret typed unseen, twice when `again` is given, or one line that was piped in.

    Raises UsageError when nothing came or the two differ.
    """
    if sys.stdin is None:
        raise _nothing()
    if not sys.stdin.isatty():
        return _piped()
    try:
        secret = getpass(prompt)
        repeated = getpass(again) if again and secret else secret
    except EOFError as error:
        raise _nothing() from error
    if not secret:
        raise _nothing()
    if repeated != secret:
        raise UsageError("the two entries differ, so nothing was changed; try again")
    return secret


def _piped() -> str:
    line = sys.stdin.buffer.readline(_LONGEST_LINE).rstrip(b"\r\n")
    if not line.strip():
        raise _nothing()
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("what came in is not text") from error


def _nothing() -> UsageError:
    return UsageError("nothing was entered; type it when asked, or pipe it in as one line")
