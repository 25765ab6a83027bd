"""A nurse, a physician, their keys and a kiosk, worked through the real command line."""

import json
from pathlib import Path

from kiosk.content.minisign import read_public
from tests.commands.anteroom import Ended, anteroom
from tests.content.tiny_pack import TinyPack

PASSWORD = "correct horse"
SETTINGS = 'region = "US"\ndata = "data"\napprovers = [{}]\n'


class Clinic:
    """A nurse, a physician, their keys, the kiosk's settings and a pack to sign."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.keys: dict[str, str] = {}
        self.people = {"ann": ("Ann Lee", "nurse"), "bo": ("Bo Kim", "physician")}

    def run(self, *words: str | Path, given: str = "") -> Ended:
        return anteroom(*words, home=self.home, given=given.encode())

    def make_keys(self) -> None:
        lines = []
        for person, (name, role) in self.people.items():
            made = self.run("keys", "approver", self.home / person, given=PASSWORD)
            assert made.code == 0, made.err
            self.keys[person] = read_public((self.home / f"{person}.pub").read_text()).text
            lines.append(f'"{name}; {role}; {self.keys[person]}"')
        self.settings.write_text(SETTINGS.format(", ".join(lines)))

    @property
    def settings(self) -> Path:
        return self.home / "anteroom.toml"

    @property
    def data(self) -> Path:
        return self.home / "data"

    def content(self, verb: str, *words: str | Path, given: str = "") -> Ended:
        more = () if verb in {"check", "diff"} else ("--config", self.settings)
        return self.run("content", verb, *words, *more, given=given)

    def approve(self, pack: Path, person: str, *words: str | Path, given: str = PASSWORD) -> Ended:
        name, role = self.people[person]
        key = self.home / f"{person}.key"
        who = ("--name", name, "--role", role, "--key", key)
        return self.content("approve", pack, *who, *words, given=given)

    def review(self, pack: Path) -> None:
        """Record, for a test, that somebody qualified read the English."""
        who = ("--name", "Cy Roe", "--qualification", "editor", "--date", "2026-11-21")
        ended = self.run("content", "review-language", pack, "--lang", "en", *who)
        assert ended.code == 0, ended.err

    def vouch(self, pack: Path) -> None:
        """Record, for a test, that somebody laid every text beside its claim."""
        who = ("--name", "Cy Roe", "--role", "editor")
        ended = self.run("content", "vouch", pack, *who, given="y\n" * 100)
        assert ended.code == 0, ended.err

    def rows(self) -> dict[str, tuple[bool, str]]:
        ended = self.run("check", "--json", "--config", self.settings)
        return {one["name"]: (one["ok"], one["what"]) for one in json.loads(ended.out)["checks"]}


def tiny_pack(place: Path, version: str = "0.1.0") -> Path:
    tiny = TinyPack(place)
    tiny.swap("pack.toml", 'version = "0.1.0"', f'version = "{version}"')
    tiny.swap("pack.toml", '"draft"', '"approved"')
    return tiny.write()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")
