"""anteroom staff set-pin: the PIN that opens the staff screens."""

from argparse import Namespace

from kiosk.commands.places import UsageError, not_a_file
from kiosk.commands.secrets_in import ask
from kiosk.config import load_config
from kiosk.domain.pin_policy import check_new_pin
from kiosk.domain.staffing.roles import Role
from kiosk.platform.clock import SystemClock
from kiosk.staff.pin import PinDesk


def run(args: Namespace) -> int:
    """Ask for the PIN and set it."""
    config = load_config(args.config)
    data = not_a_file(args.data or config.data_dir, "data folder")
    role = Role(args.role)
    asked = "" if role is Role.ADMIN else f" for {role.value}"
    new = f"New staff PIN{asked}, 6 to 12 digits: "
    pin = check_new_pin(ask(new, again="The same PIN again: "))
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{data}: cannot be made ({error.strerror})") from error
    PinDesk(data, SystemClock()).set_pin(pin, role)
    print(f"The staff PIN{asked} is set for {data}.")
    print("Next: anteroom check")
    return 0
