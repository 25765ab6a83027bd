"""Checking one record after the other; every check needs only what came before."""

from dataclasses import dataclass, field
from hashlib import sha256

from kiosk.records.anchor import Anchor, checkpoint
from kiosk.records.clock_jumps import ClockJumps
from kiosk.records.database import Row, checked_row
from kiosk.records.entry import MalformedBodyError
from kiosk.records.errors import StoreDamaged
from kiosk.records.ratchet import Ratchet
from kiosk.records.reading import Unreadable
from kiosk.records.tree import Growing, leaf_hash
from kiosk.records.usual import Place, read_place

# A forged number must not keep the walk busy for hours.
_FAR = 1_000_000


@dataclass(slots=True)
class Finding:
    """What is known of one row; `messages` are the texts its signature may cover.

    `elsewhere`: the row may be whole, but could not be read now.
    """

    seq: int
    id: str | None
    faults: list[str] = field(default_factory=list)
    messages: tuple[bytes, ...] = ()
    signature: bytes = b""
    body_seq: int | None = None
    elsewhere: bool = False


@dataclass(slots=True)
class Walk:
    """The state of a walk along the chain, from the first record to the last."""

    kiosk: str
    epoch: int
    mode: str
    anchor: Anchor | None = None
    ratchet: Ratchet | None = None
    expected: int = 0
    prev: bytes = bytes(32)
    tree: Growing = field(default_factory=Growing)
    # False after a gap or an unreadable record: later roots can then not be computed.
    rooted: bool = True
    # True after one root that did not fit: a second one means the fault lies further up.
    doubtful: bool = False
    root: bytes = b""
    latest_day: str = ""
    ids: dict[str, int] = field(default_factory=dict)
    anchor_met: bool = False
    jumps: ClockJumps = field(default_factory=ClockJumps)

    def step(self, values: tuple[object, ...] | Unreadable) -> Finding:
        """Check the next row and move past it."""
        if isinstance(values, Unreadable):
            finding = self._lost(values.seq, f"record cannot be read: {values.reason}")
            finding.elsewhere = not values.damaged
            return finding
        try:
            row = checked_row(values)
        except StoreDamaged as error:
            return self._lost(self.expected, f"record cannot be read: {error}")
        finding = Finding(row.seq, row.id, signature=row.sig)
        self._position(row, finding)
        leaf = leaf_hash(row.body)
        place = self._clear_part(row, leaf, finding)
        self.ids[row.id] = row.seq
        if place and place.seq != row.seq:
            self.rooted = False
        self._grow(row, leaf, place, finding)
        self._mac(row, place, finding)
        self.expected = row.seq + 1
        return finding

    def _lost(self, seq: int, what: str) -> Finding:
        self.rooted = False
        self.prev = b""
        self.expected = seq + 1
        if self.ratchet:
            self.ratchet = self.ratchet.next()
        return Finding(seq, None, [what])

    def _position(self, row: Row, finding: Finding) -> None:
        if row.seq == self.expected:
            return
        last = row.seq - 1
        span = f"record {last} is" if last == self.expected else f"{self.expected} to {last} are"
        finding.faults.append(f"{span} missing before it")
        self.rooted = False
        self.prev = b""
        if row.seq - self.expected > _FAR:
            self.ratchet = None
        while self.ratchet and self.ratchet.seq < row.seq:
            self.ratchet = self.ratchet.next()

    def _clear_part(self, row: Row, leaf: bytes, finding: Finding) -> Place | None:
        if row.leaf != leaf:
            finding.faults.append("edited: its clear part and its leaf do not fit")
        try:
            place = read_place(row.body)
        except MalformedBodyError as error:
            finding.faults.append(f"edited: {error}")
            return None
        finding.body_seq = place.seq
        if sha256(row.sealed).hexdigest() != place.sealed_sha256:
            finding.faults.append("its sealed part was changed or swapped")
        self._belongs(row, place, finding)
        self.jumps.look(place, row.body)
        if place.seq == row.seq:
            self._follows(place, finding)
        return place

    def _belongs(self, row: Row, place: Place, finding: Finding) -> None:
        if place.id != row.id:
            finding.faults.append(f"the id column was changed; the record says {place.id}")
        if place.kiosk != self.kiosk or place.epoch != self.epoch:
            finding.faults.append(f"comes from kiosk {place.kiosk}, epoch {place.epoch}")
        if place.mode != self.mode:
            finding.faults.append(f"a {place.mode} record in a {self.mode} store")

    def _follows(self, place: Place, finding: Finding) -> None:
        if self.prev and place.prev != self.prev.hex():
            finding.faults.append("does not follow on the record before it")
        self.latest_day = max(self.latest_day, place.day)
        if self.rooted and place.latest_day != self.latest_day:
            finding.faults.append("its latest day does not follow from the records before it")
        self.latest_day = place.latest_day

    def _grow(self, row: Row, made: bytes, place: Place | None, finding: Finding) -> None:
        """Add the leaf, compare the root, and say what the signature should cover.

        `made` is the leaf that the body gives.
        """
        leaf, roots = row.leaf, [row.root]
        if self.rooted:
            root = self.tree.root_with(leaf)
            if root != row.root and made != leaf:
                # One column alone may be wrong: try the leaf the body gives.
                leaf = made
                root = self.tree.root_with(leaf)
            fits = root == row.root
            if not fits and self.doubtful:
                self.rooted = False
            elif not fits:
                finding.faults.append("its root does not follow from the records up to it")
                roots.append(root)
            self.doubtful = not fits
            self.tree.add(leaf)
        size = (place.seq if place else row.seq) + 1
        self.prev, self.root = leaf, row.root
        finding.messages = tuple(
            [checkpoint(self.kiosk, self.epoch, size, root) + leaf for root in roots]
        )
        self._meet_anchor(row, finding)

    def _meet_anchor(self, row: Row, finding: Finding) -> None:
        if self.anchor and self.anchor.size == row.seq + 1:
            self.anchor_met = True
            if not self.anchor.fits(row.root):
                finding.faults.append(
                    "the chain up to here is not the one the check code was taken from: "
                    "rewritten, or another store"
                )

    def _mac(self, row: Row, place: Place | None, finding: Finding) -> None:
        if self.ratchet is None:
            return
        in_place = place is None or place.seq == row.seq == self.ratchet.seq
        if in_place and self.ratchet.mac(row.leaf) != row.mac:
            finding.faults.append("does not fit the one-time key: rewritten after it was made")
        self.ratchet = self.ratchet.next()
