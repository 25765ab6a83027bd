"""anteroom keys protect: a passphrase for a private key that has none."""

from argparse import Namespace

from kiosk.commands.keys_new import KeyFileError
from kiosk.commands.places import UsageError
from kiosk.commands.secrets_in import ask
from kiosk.staff.desk.desk import is_protected


def run(args: Namespace) -> int:
    """Ask for the passphrase and write the key again under it."""
    from kiosk.records.keys import load_private, protect

    if is_protected(args.key):
        raise UsageError(f"{args.key}: has a passphrase already; nothing was changed")
    load_private(args.key)
    passphrase = ask("Passphrase for the private key: ", again="The same again: ").encode()
    try:
        protect(args.key, passphrase)
    except OSError as error:
        raise KeyFileError(f"{args.key}: cannot be written ({error.strerror})") from error
    print(f"{args.key}: opens with the passphrase alone now. Destroy every copy made before.")
    return 0
