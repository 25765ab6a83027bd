"""anteroom staff add: somebody who may sign at the desk."""

from argparse import Namespace

from kiosk.commands.places import not_a_file
from kiosk.commands.secrets_in import ask
from kiosk.platform import paths
from kiosk.platform.clock import SystemClock


def run(args: Namespace) -> int:
    """Ask for a PIN and keep the person."""
    from kiosk.staff.desk.people import People, Person

    person = Person(args.initials, args.name, args.role)
    desk = not_a_file(args.desk or paths.desk_folder(), "desk's folder")
    pin = ask(f"New PIN of {person.initials}, 6 to 12 digits: ", again="The same PIN again: ")
    People(desk, SystemClock()).set_person(person, pin)
    print(f"{person} may sign at the desk in {desk}.")
    return 0
