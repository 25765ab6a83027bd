"""anteroom keys approver: the key pair of a person who approves content."""

import json
import os
from argparse import Namespace

from kiosk.commands.keys_new import KeyFileError, new_pair
from kiosk.commands.places import UsageError
from kiosk.commands.secrets_in import ask
from kiosk.content.minisign import public_file
from kiosk.content.signing_key import new_key, secret_file
from kiosk.records.disk import write_private

_SHORTEST = 8


def run(args: Namespace) -> int:
    """Make NAME.key and NAME.pub, as `minisign -G` would."""
    secret, public = new_pair(args.name)
    password = ask("Password for the new key: ", again="The same again: ")
    if len(password) < _SHORTEST:
        raise UsageError(f"a password needs at least {_SHORTEST} letters, so no key was made")
    key = new_key(os.urandom)
    try:
        write_private(secret, secret_file(key, password.encode(), os.urandom).encode("ascii"))
        write_private(public, public_file(key.public).encode("ascii"))
        public.chmod(0o644)
    except OSError as error:
        raise KeyFileError(f"{secret}: cannot be written ({error.strerror})") from error
    if args.json:
        print(json.dumps({"secret": str(secret), "public": str(public), "key": key.public.text}))
        return 0
    print(f"{secret}: yours alone. Who has it and its password can sign as you.")
    print(f"{public}: give it to IT, who add this line to approvers in the kiosk's settings:")
    print(f'  "YOUR NAME; YOUR ROLE; {key.public.text}"')
    return 0
