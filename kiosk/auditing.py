"""Shows every page in every look and measures it; loaded by nothing but the audit."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from kiosk.commands.options import AuditOptions
from kiosk.content.pack import load_pack
from kiosk.domain.session import new_session
from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import PSEUDO_TAGS
from kiosk.platform import paths
from kiosk.ui.audit.contact_sheet import ContactSheets
from kiosk.ui.audit.devices import Device
from kiosk.ui.audit.matrix import Measured, looks, measure
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Look, Shell
from kiosk.ui.theme.fonts import load_fonts

Progress = Callable[[int, int], None]


@dataclass
class AuditDone:
    """What an audit found: faults of a row as `look page#screen: what`, each once."""

    looks: int = 0
    screens: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    sheets: list[str] = field(default_factory=list)

    def take(self, one: Measured) -> None:
        """Count one screen."""
        self.screens += 1
        for fault in one.faults:
            self.counts[fault.row] += 1
            where = f"{one.look.name} {one.key}#{one.screen}: {fault.what}"
            self.faults.setdefault(fault.row, []).append(where)


def audit(options: AuditOptions, tell: Progress | None) -> AuditDone:
    """Measure every page; the application object must exist. Raises what opening a pack raises."""
    load_fonts(paths.assets_dir())
    pack = load_pack(options.content, cache=paths.cache_folder())
    tags = tuple(one.tag for one in pack.info.languages if one.tag in pack.lessons)
    clinic = options.config.clinic
    region = next((one for one in pack.regions if one.id == options.config.region), None)
    presenter = Presenter(pack, region, tags, clinic.name, clinic.help_text, words_for)
    session = new_session(plan_of(pack, tags[0], mode="demo"))
    chosen = looks((*tags, *PSEUDO_TAGS), full=options.full)
    done = AuditDone(looks=len(chosen))
    for number, look in enumerate(chosen):
        if tell:
            tell(number, len(chosen))
        sheets = ContactSheets(options.shots, look.name) if options.shots else None
        for one in measure(partial(open_shell, options), presenter, session, look):
            done.take(one)
            if sheets and one.picture is not None:
                label = f"{one.key} {one.screen + 1}"
                sheets.add(label, one.picture, faulty=bool(one.faults))
        if sheets:
            sheets.finish()
            done.sheets += [str(file) for file in sheets.written]
    return done


def open_shell(options: AuditOptions, device: Device) -> Shell:
    """Return a bare window of the size of a device."""
    shell = Shell(
        Look(
            assets=paths.assets_dir(),
            content=options.content,
            diagonal_mm=device.diagonal_mm,
            width_mm=None,
            speak=words_for,
            demo=True,
        )
    )
    shell.may_close = True
    shell.resize(device.width, device.height)
    shell.show()
    return shell
