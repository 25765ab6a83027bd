"""Walking the chain of a store that may be damaged or forged, and naming what is wrong."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.records.anchor import Anchor, check_code, parse_anchor
from kiosk.records.closed import check_link
from kiosk.records.database import DATABASE, Row, checked_row, schema_faults
from kiosk.records.diagnosis import Problem, name_problems
from kiosk.records.entry import Clear, parse_body
from kiosk.records.errors import BadKey, CannotUnseal, StoreDamaged
from kiosk.records.faults import is_damage
from kiosk.records.keys import (
    DEMO_KEY,
    DEVICE_KEY,
    DEVICE_PUBLIC,
    key_id,
    load_device_key,
    load_device_public,
)
from kiosk.records.processes import Crew, checkers
from kiosk.records.ratchet import RATCHET, Ratchet
from kiosk.records.ratchet import load as load_ratchet
from kiosk.records.reading import DAMAGE, batches, open_readonly, record_count, store_file
from kiosk.records.signatures import SignatureDesk
from kiosk.records.signer import Keys
from kiosk.records.strides import Strides
from kiosk.records.summary import Head
from kiosk.records.unseal import Opener, load_opener, open_row
from kiosk.records.walk import Finding, Walk

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome; `problems` starts with the first bad record, `notes` limits the claim."""

    ok: bool
    size: int
    head: Head | None
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def damaged(self) -> bool:
        """Whether the store itself is wrong, and a new one beside it would be in order."""
        return not self.ok and not self.elsewhere

    @property
    def elsewhere(self) -> Problem | None:
        """A fault that a new store would not mend: of keys, of a closed file, of the disk."""
        return next((problem for problem in self.problems if problem.elsewhere), None)


@dataclass(frozen=True, slots=True)
class _Ask:
    """How a store is to be checked."""

    anchor: Anchor | None
    opener: Opener | None
    progress: Progress | None
    every: bool


@dataclass(slots=True)
class _Scene:
    """What stands around the records: keys, ratchet, first record."""

    folder: Path
    public: bytes = b""
    first: Row | None = None
    birth: Clear | None = None
    ratchet: Ratchet | None = None
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def blame(self, what: str, seq: int | None = None, *, elsewhere: bool = False) -> None:
        self.problems.append(Problem(seq, None, what, elsewhere))


def verify(
    data_or_store: Path,
    *,
    against: str | None = None,
    opener: Opener | None = None,
    every_signature: bool = True,
    progress: Progress | None = None,
) -> Report:
    """Check every record of a data folder or of one store file, read-only and without lock.

    `against` is a check code, SIZE:ROOT or checkpoint from outside; `opener` (in a demo
    found in the folder) lets the one-time MAC keys be checked too. Without `every_signature`
    only the last is checked, which covers all records before it; if anything is wrong, all are.
    Damage never raises; a bad `against` raises BadInputError.
    """
    anchor = parse_anchor(against) if against else None
    report = _verify(data_or_store, _Ask(anchor, opener, progress, every_signature))
    if not report.ok and not every_signature:
        report = _verify(data_or_store, _Ask(anchor, opener, progress, every=True))
    return report


def _verify(data_or_store: Path, ask: _Ask) -> Report:
    path = store_file(data_or_store)
    scene = _Scene(path.parent)
    if path.name == DATABASE:
        _read_ratchet(scene)
    try:
        with open_readonly(path) as connection:
            return _verify_open(connection, scene, ask)
    except DAMAGE as error:
        what = f"{path.name} cannot be read: {error}"
        problem = Problem(None, None, what, elsewhere=path.exists() and not is_damage(error))
        return Report(ok=False, size=0, head=None, problems=(problem,))


def _verify_open(connection: sqlite3.Connection, scene: _Scene, ask: _Ask) -> Report:
    _read_first(connection, scene)
    _choose_key(scene)
    if scene.birth is None:
        return Report(ok=False, size=0, head=None, problems=tuple(scene.problems))
    birth = scene.birth
    walk = Walk(birth.kiosk, birth.epoch, birth.mode, ask.anchor, _seed(scene, ask.opener))
    findings = _walk_all(connection, scene, walk, ask)
    found = name_problems(findings)
    scene.notes += walk.jumps.notes()
    _check_ends(scene, walk)
    _check_index(connection, scene, walk)
    _check_schema(connection, scene)
    for what in check_link(scene.folder, birth):
        scene.blame(what, elsewhere=True)
    problems = tuple(sorted((*scene.problems, *found), key=_first_record_first))
    head = Head(walk.expected, walk.root.hex(), check_code(walk.expected, walk.root))
    return Report(not problems, walk.expected, head, problems, tuple(scene.notes))


def _first_record_first(problem: Problem) -> tuple[bool, int]:
    return problem.seq is None, problem.seq or 0


def _read_ratchet(scene: _Scene) -> None:
    # Before the records: a kiosk at work may add some, and the ratchet may then only be behind.
    if not (scene.folder / DEVICE_PUBLIC).exists() and not (scene.folder / RATCHET).exists():
        scene.notes.append("only the store file was given: its end was not checked")
        return
    try:
        scene.ratchet = load_ratchet(scene.folder)
    except StoreDamaged as error:
        scene.blame(str(error))


def _read_first(connection: sqlite3.Connection, scene: _Scene) -> None:
    try:
        query = "SELECT seq, id FROM record WHERE seq < 0 ORDER BY seq LIMIT 1"
        for seq, record_id in connection.execute(query).fetchall():
            scene.problems.append(Problem(seq, record_id, "inserted before the first record"))
        query = "SELECT * FROM record WHERE seq >= 0 ORDER BY seq LIMIT 1"
        values = connection.execute(query).fetchone()
        if values is None:
            scene.blame("the store holds no record, not even its first", 0)
            return
        scene.first = checked_row(values)
        scene.birth = parse_body(scene.first.body)
    except (*DAMAGE, StoreDamaged) as error:
        scene.blame(f"the first record cannot be read: {error}", 0, elsewhere=not is_damage(error))


def _choose_key(scene: _Scene) -> None:
    """Take the signing key from the folder, or from the first record where there is none."""
    birth = scene.birth
    if birth is None:
        return
    declared = birth.fields.get("device_key")
    try:
        scene.public = bytes.fromhex(str(declared))
    except ValueError:
        scene.public = b""
    pinned = _pinned_key(scene)
    if not scene.public and pinned:
        scene.public = pinned
    if key_id(scene.public) != birth.kiosk:
        scene.blame(f"the first record names kiosk {birth.kiosk} but not its key", 0)
    if pinned and pinned != scene.public:
        scene.blame(
            f"the signing key was swapped: {DEVICE_PUBLIC} is kiosk {key_id(pinned)}, the "
            f"records come from kiosk {birth.kiosk}",
            0,
        )
    if not pinned:
        scene.notes.append(f"the key was taken from the store itself: kiosk {birth.kiosk}")


def _pinned_key(scene: _Scene) -> bytes:
    path = scene.folder / DEVICE_PUBLIC
    if not path.exists():
        return b""
    try:
        public = load_device_public(path)
        if (scene.folder / DEVICE_KEY).exists():
            device = load_device_key(scene.folder)
            if device.public != public:
                what = f"the signing key was swapped: {DEVICE_KEY} is kiosk {device.kiosk}"
                scene.blame(what, elsewhere=True)
    except BadKey as error:
        scene.blame(str(error), elsewhere=True)
        return b""
    return public


def _seed(scene: _Scene, opener: Opener | None) -> Ratchet | None:
    """Return the ratchet of record 0 when a private key opens the first record."""
    demo = scene.folder / DEMO_KEY
    if opener is None and demo.exists():
        with suppress(BadKey):
            opener = load_opener(demo)
    first, birth = scene.first, scene.birth
    if opener is None or first is None or birth is None or first.seq:
        scene.notes.append("the one-time keys were not checked: no recipient key was given")
        return None
    try:
        person = open_row(first, opener).person
        return Ratchet(birth.epoch, 0, bytes.fromhex(person["ratchet_seed"]))
    except (CannotUnseal, KeyError, TypeError, ValueError) as error:
        scene.blame(f"the seed of the one-time keys cannot be opened: {error}", 0)
        return None


def _walk_all(
    connection: sqlite3.Connection, scene: _Scene, walk: Walk, ask: _Ask
) -> list[Finding]:
    """Return the findings with faults, and those that are out of place."""
    try:
        total = record_count(connection)
    except DAMAGE:
        total = scene.ratchet.seq if scene.ratchet else 0
    keys = Keys(scene.public, scene.folder)
    with Crew(checkers(total)) as crew:
        for _ in Strides(walk, crew, keys if ask.every else None).over(connection, total):
            _tell(ask, walk, total)
        desk = SignatureDesk(keys, crew, every=ask.every)
        for batch in batches(connection, total, walk.expected):
            desk.take([walk.step(values) for values in batch])
            _tell(ask, walk, total)
        return desk.bad()


def _tell(ask: _Ask, walk: Walk, total: int) -> None:
    if ask.progress:
        ask.progress(walk.expected, max(total, walk.expected))


def _check_ends(scene: _Scene, walk: Walk) -> None:
    """Compare the end of the store with the ratchet and with the anchor."""
    if walk.anchor and not walk.anchor_met:
        scene.blame(
            f"the check code was taken at {walk.anchor.size} records, only {walk.expected} are "
            "there: the end was cut off or an older copy was put back",
            walk.expected,
        )
    before = scene.ratchet
    if before is None or scene.birth is None:
        return
    if before.epoch != scene.birth.epoch:
        scene.blame(f"the ratchet belongs to epoch {before.epoch}, not {scene.birth.epoch}")
        return
    if before.seq > walk.expected:
        scene.blame(
            f"the ratchet has counted {before.seq} records, only {walk.expected} are there: the "
            "end was cut off or an older copy was put back",
            walk.expected,
        )
    _check_ratchet_now(scene, walk)


def _check_ratchet_now(scene: _Scene, walk: Walk) -> None:
    try:
        now = load_ratchet(scene.folder)
    except StoreDamaged:
        return
    # One behind is what a kill between commit and ratchet leaves; the next start catches up.
    if now.seq < walk.expected - 1:
        scene.blame(
            f"the ratchet has counted only {now.seq} of {walk.expected} records: an older ratchet "
            "file was put back, or records were added without it",
            now.seq,
        )
    key = walk.ratchet
    if key and now.seq == key.seq and now.key != key.key:
        scene.blame("the ratchet does not hold the key that follows on the last record")


def _check_index(connection: sqlite3.Connection, scene: _Scene, walk: Walk) -> None:
    """Compare the look-up by id with the rows: a visit that is not found could be written twice."""
    query = "SELECT id, seq FROM record INDEXED BY sqlite_autoindex_record_1 WHERE seq < ?"
    try:
        indexed = {row[0]: row[1] for row in connection.execute(query, (walk.expected,))}
    except DAMAGE as error:
        scene.blame(f"the look-up by id is damaged: {error}", elsewhere=not is_damage(error))
        return
    if indexed != walk.ids:
        scene.blame("the look-up by id does not match the records")


def _check_schema(connection: sqlite3.Connection, scene: _Scene) -> None:
    try:
        faults = schema_faults(connection)
    except DAMAGE as error:
        faults = [f"the schema cannot be read: {error}"]
    for fault in faults:
        scene.blame(fault)
