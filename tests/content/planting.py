"""Ways to plant one error in the tiny pack."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.content.check import check_pack
from kiosk.content.problems import Problem
from tests.content.tiny_languages import with_language
from tests.content.tiny_pack import STATEMENT, TinyPack

DAY = date(2026, 11, 26)
QUESTIONS, CHOICE = "en/questions.md", "en/your-choice.md"
LINE = "Nobody knows for sure. [^MECH-07]"
CLOSED = '[[claim]]\nid = "MECH-99"\nstatement = "It did better."\nsources = ["BOOK"]\nverdict = '
REGION = '[[region]]\nid = "GB"\nname = "United Kingdom"\nchecked_on = 2026-11-21\nemergency = '
HELP = '[[region.line]]\nname = "Help line"\nhours = "Always"\nclaims = ["AFT-07"]\ncall = '

# Bends the pack, writes it, and returns what is to be checked.
Plant = Callable[[TinyPack], Path]


@dataclass(frozen=True, slots=True)
class Planted:
    """What is planted, the words to show, where and by which rule it must be found."""

    what: str
    example: str
    plant: Plant
    path: str
    rule: str
    level: str = "error"
    says: str = ""

    def named(self, problems: list[Problem]) -> list[Problem]:
        """Those of some problems that are the one to be found."""
        wanted = (self.path, self.rule, self.level)
        return [
            one
            for one in problems
            if (one.path, one.rule, one.level) == wanted and self.says in one.message
        ]

    def problems(self, folder: Path) -> list[Problem]:
        """Plant it in a new tiny pack below `folder` and check that; paths without the folder."""
        place = self.plant(TinyPack(folder / "tiny"))
        return [
            replace(
                one,
                path=one.path.removeprefix(f"{place}/"),
                message=one.message.replace(f"{place}/", ""),
            )
            for one in check_pack(place, DAY)
        ]


def swap(name: str, old: str, new: str) -> Plant:
    """Replace text of one file."""

    def plant(tiny: TinyPack) -> Path:
        tiny.swap(name, old, new)
        return tiny.write()

    return plant


def sentence(text: str, claims: str = "MECH-07") -> Plant:
    """Put another sentence in the place of one."""
    return swap(QUESTIONS, LINE, f"{text} [^{claims}]")


def added(name: str, text: str) -> Plant:
    """Add text at the end of a file, or a file."""

    def plant(tiny: TinyPack) -> Path:
        tiny.files[name] = tiny.files.get(name, "") + text
        return tiny.write()

    return plant


def raw(name: str, data: Callable[[bytes], bytes]) -> Plant:
    """Change the bytes of a file on disk."""

    def plant(tiny: TinyPack) -> Path:
        folder = tiny.write()
        path = folder / name
        path.write_bytes(data(path.read_bytes() if path.exists() else b""))
        return folder

    return plant


def told_in(tag: str, name: str, old: str, new: str) -> Plant:
    """Add a whole language, then replace text of one of its files."""

    def plant(tiny: TinyPack) -> Path:
        with_language(tiny, tag).swap(f"{tag}/{name}", old, new)
        return tiny.write()

    return plant


def without_page(tiny: TinyPack) -> Path:
    """Add Spanish with one page less."""
    with_language(tiny, "es").files["es/questions.md"] = (
        '# Preguntas {#questions}\n\n## ¿Otra? {#other topic="medicine"}\n\nNadie. [^MECH-07]\n'
    )
    return tiny.write()


def packed(name: str, data: bytes = b"x", mode: int = 0) -> Plant:
    """Pack the tiny pack as .zip with one more file."""

    def plant(tiny: TinyPack) -> Path:
        path = tiny.root.with_suffix(".zip")
        path.parent.mkdir(parents=True, exist_ok=True)
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = mode << 16
        with zipfile.ZipFile(path, "w") as made:
            for one, text in tiny.files.items():
                made.writestr(one, text)
            made.writestr(info, data)
        return path

    return plant


def marketing(verdict: str) -> Plant:
    """Cite a claim of this verdict."""

    def plant(tiny: TinyPack) -> Path:
        tiny.files["evidence.toml"] += f'{CLOSED}"{verdict}"\nsaid = "It rewards body and mind."\n'
        return sentence("It rewards body and mind.", "MECH-99")(tiny)

    return plant


def stated(statement: str, text: str) -> Plant:
    """Let the claim say something, and a sentence that cites it something else."""

    def plant(tiny: TinyPack) -> Path:
        tiny.swap(
            "evidence.toml",
            f'id = "MECH-07"\nstatement = "{STATEMENT}"',
            f'id = "MECH-07"\nstatement = "{statement}"',
        )
        return sentence(text)(tiny)

    return plant


def opposite(tiny: TinyPack) -> Path:
    """Say what a claim denies."""
    tiny.swap(
        "evidence.toml",
        f'id = "MECH-07"\nstatement = "{STATEMENT}"',
        'id = "MECH-07"\nstatement = "It does not calm swelling in the body."',
    )
    return sentence("It does calm swelling in the body.")(tiny)


def without_rules(tiny: TinyPack) -> Path:
    """Speak of ketamine in a pack that does not name its rules."""
    tiny.swap("pack.toml", 'rules = ["ketamine"]\n', "")
    return sentence("Ketamine is a mix of two parts.")(tiny)


LONG = "One two three four five six seven eight nine ten " * 3
HARD = "Administering pharmaceutical medication necessitates considerable deliberation."
FULL = "One two three four five six seven eight nine ten. [^MECH-07]\n" * 7
