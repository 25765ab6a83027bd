"""Shows every page in every look and measures it; loaded by nothing but the audit."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from kiosk.app import application
from kiosk.commands.options import AuditOptions
from kiosk.content.blocks import Pack
from kiosk.content.pack import load_pack
from kiosk.domain.session import new_session
from kiosk.i18n.catalogue import words_for
from kiosk.i18n.locales import PSEUDO_TAGS
from kiosk.platform import paths
from kiosk.ui.audit.contact_sheet import ContactSheets
from kiosk.ui.audit.crew import cores, share_out
from kiosk.ui.audit.devices import DEVICES, Device
from kiosk.ui.audit.index_page import write_index
from kiosk.ui.audit.looks import Look, Part, UnknownLookError, every_look, few_looks, parts_of
from kiosk.ui.audit.matrix import Measured, measure
from kiosk.ui.audit.pseudo_pack import in_language
from kiosk.ui.audit.tally import Tally
from kiosk.ui.presenter import Presenter, plan_of
from kiosk.ui.shell import Look as Place
from kiosk.ui.shell import Shell
from kiosk.ui.theme.fonts import load_fonts
from kiosk.ui.theme.metrics import SIZES
from kiosk.ui.theme.palette import PALETTES

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Audited:
    """What was found; the whole matrix, so that the parts of it can be added up; of what pack."""

    tally: Tally
    matrix: list[str]
    pack: str


def audit(options: AuditOptions, tell: Progress | None) -> Audited:
    """Measure every page; the application object must exist.

    Raises what opening a pack raises, and UnknownLookError.
    """
    pack = load_pack(options.content, cache=paths.cache_folder())
    tags = (*_tags(pack), *PSEUDO_TAGS)
    chosen = chosen_looks(options, tags)
    found: dict[Part, Tally | None] = {}
    measured = 0
    parts = parts_of(chosen)
    jobs = min(options.jobs or cores(), len(parts))
    work = partial(measure_part if jobs == 1 else measure_afar, options)
    for part, tally in share_out(work, parts, jobs):
        found[part] = tally
        measured += len(part.looks)
        if tell:
            tell(measured, len(chosen))
    whole = Tally()
    for part in parts:
        lost = Tally(lost=[one.name for one in part.looks])
        whole.add(found[part] or lost)
    if options.shots:
        write_index(options.shots, whole)
    return Audited(whole, [one.name for one in every_look(tags)], pack.info.digest)


def chosen_looks(options: AuditOptions, tags: tuple[str, ...]) -> list[Look]:
    """Return the looks to be measured: the few, all, or those of all that are named."""
    asked = {
        "device": (options.devices, tuple(one.name for one in DEVICES)),
        "size": (options.sizes, SIZES),
        "theme": (options.themes, tuple(PALETTES)),
        "language": (options.languages, tags),
    }
    for what, (names, known) in asked.items():
        for name in names:
            if name not in known:
                raise UnknownLookError(f"{name}: no such {what}; there are {', '.join(known)}")
    devices, sizes, themes, languages = (names or known for names, known in asked.values())
    if not options.full and not any(names for names, _ in asked.values()):
        return few_looks(tags)
    return [
        one
        for one in every_look(tags)
        if one.device.name in devices
        and one.size in sizes
        and one.theme in themes
        and one.language in languages
    ]


def measure_afar(options: AuditOptions, part: Part) -> Tally:
    """Measure the looks of a part in a process that has nothing yet."""
    app = application()
    tally = measure_part(options, part)
    del app
    return tally


def measure_part(options: AuditOptions, part: Part) -> Tally:
    """Measure the looks of a part; the application object must exist."""
    load_fonts(paths.assets_dir())
    pack = load_pack(options.content, cache=paths.cache_folder())
    tags = _tags(pack)
    language = part.looks[0].language
    shown = in_language(pack, language)
    clinic = options.config.clinic
    # Where no region is set its lines are missing; with them, the pages are longer.
    region = next((one for one in pack.regions if one.id == options.config.region), None)
    region = region or next(iter(pack.regions), None)
    presenter = Presenter(shown, region, tags, clinic.name, clinic.help_text, words_for)
    session = new_session(plan_of(shown, tags[0], mode="demo"))
    sheets: dict[str, ContactSheets] = {}
    if options.shots:
        dense = options.full or part.looks[0] not in few_looks((*tags, *PSEUDO_TAGS))
        sheets = {
            one.name: ContactSheets(options.shots, one.name, dense=dense) for one in part.looks
        }
    tally = Tally(covered=[one.name for one in part.looks])
    for one in measure(partial(open_shell, options.content), presenter, session, part):
        _take(tally, one, sheets.get(one.look.name))
    for name, some in sheets.items():
        some.finish()
        tally.sheets[name] = [str(file) for file in some.written]
    return tally


def _take(tally: Tally, one: Measured, sheets: ContactSheets | None) -> None:
    tally.take(f"{one.look.name} {one.key}#{one.screen}", one.faults)
    if sheets:
        sheets.add(f"{one.key} {one.screen + 1}", one.picture, faulty=bool(one.faults))


def _tags(pack: Pack) -> tuple[str, ...]:
    return tuple(one.tag for one in pack.info.languages if one.tag in pack.lessons)


def open_shell(content: Path, device: Device) -> Shell:
    """Return a bare window of the size of a device."""
    shell = Shell(
        Place(
            assets=paths.assets_dir(),
            content=content,
            diagonal_mm=device.diagonal_mm,
            width_mm=None,
            speak=cache(words_for),
            demo=True,
        )
    )
    shell.may_close = True
    shell.resize(device.width, device.height)
    shell.show()
    return shell
