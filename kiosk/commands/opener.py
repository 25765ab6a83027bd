"""The private key a command opens records with."""

from argparse import Namespace
from pathlib import Path

from kiosk.commands.places import UsageError
from kiosk.commands.secrets_in import ask
from kiosk.records.keys import DEMO_KEY
from kiosk.records.unseal import Opener, load_opener

_LARGEST_KEY = 64 * 1024


def opener_from(path: Path) -> Opener:
    """Read a private key, asking for its passphrase where it has one.

    Raises UsageError when the file cannot be read and BadKey when it is no such key.
    """
    try:
        with path.open("rb") as stream:
            locked = b"ENCRYPTED" in stream.read(_LARGEST_KEY)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    passphrase = ask(f"Passphrase of {path.name}: ").encode() if locked else None
    return load_opener(path, passphrase)


def opener_for(args: Namespace, store: Path) -> tuple[Opener | None, bool]:
    """Return the key that --key names, else a demo's own; and whether it is the demo's."""
    if args.key is not None:
        return opener_from(args.key), False
    demo = store.parent / DEMO_KEY
    return (load_opener(demo), True) if demo.is_file() else (None, False)
