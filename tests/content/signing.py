"""People who approve packs in tests, with real keys."""

import os
from pathlib import Path

from kiosk.content.approvals import Approvals, read_approvals, statement_for
from kiosk.content.blocks import PackInfo
from kiosk.content.minisign import signature_file
from kiosk.content.pack import load_pack, pack_listing
from kiosk.content.signing_key import SigningKey, new_key
from kiosk.domain.approver import Approver

DAY = "2026-11-21"


class Person:
    """Somebody with a key of their own."""

    def __init__(self, name: str, role: str = "nurse", key: SigningKey | None = None) -> None:
        self.name, self.role = name, role
        self.key = key or new_key(os.urandom)

    @property
    def approver(self) -> Approver:
        return Approver(self.name, self.role, self.key.public.text)

    def sign(self, folder: Path, date: str = DAY, info: PackInfo | None = None) -> Path:
        """Put this person's signature beside a pack; `info` may lie about what is signed."""
        told = info or load_pack(folder).info
        statement = statement_for(told, name=self.name, role=self.role, date=date)
        return self.sign_as(folder, statement.comment)

    def sign_as(self, folder: Path, comment: str) -> Path:
        file = folder / "approvals" / f"{self.key.public.id}.minisig"
        file.parent.mkdir(exist_ok=True)
        signature = self.key.sign(pack_listing(folder), comment)
        file.write_text(signature_file(signature, "for a test"), "utf-8")
        return file


def judged(folder: Path, *people: Person) -> Approvals:
    """Read the approvals of a pack as settings that list these people would."""
    known = tuple(one.approver for one in people)
    return read_approvals(folder, pack_listing(folder), load_pack(folder).info, known)
