"""anteroom keys new: the key pair of the back office, which alone can read the records."""

from argparse import Namespace
from pathlib import Path

from kiosk.commands.places import UsageError
from kiosk.commands.secrets_in import ask
from kiosk.domain.errors import AnteroomError


class KeyFileError(AnteroomError):
    """A key file cannot be written."""


def run(args: Namespace) -> int:
    """Make NAME.key, kept secret at the back office, and NAME.pub for the kiosks."""
    from kiosk.records.keys import new_recipient

    private, public = new_pair(args.name)
    passphrase = None
    if not args.no_passphrase:
        passphrase = ask("Passphrase for the private key: ", again="The same again: ").encode()
    try:
        recipient = new_recipient(private, public, passphrase)
    except OSError as error:
        raise KeyFileError(f"{private}: cannot be written ({error.strerror})") from error
    print(f"Key {recipient.id}")
    print(f"{private}: keep it at the back office, with a copy in the safe; never on a kiosk.")
    print(f"{public}: copy it into the folder 'recipients' of each kiosk's data folder.")
    return 0


def new_pair(name: Path) -> tuple[Path, Path]:
    """Return the places of a new private and public key; raises UsageError if one is taken."""
    pair = name.with_name(f"{name.name}.key"), name.with_name(f"{name.name}.pub")
    for path in pair:
        if path.exists():
            raise UsageError(f"{path}: is there already, and a key is never written over")
    return pair
