"""A disk in memory under real SQLite, whose power can be cut between any two steps.

A write reaches the live file at once and the medium at the next sync; until then a power cut
keeps any part of it, in sectors of 512 bytes. A name made or removed is on the medium once its
folder is synced: SQLite does that when it first syncs a new file, and in EXTRA mode after it
has removed the journal.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

import apsw

SECTOR = 512


class PowerCutError(apsw.IOError):
    """The process is gone; what SQLite does after this reaches nothing."""


@dataclass
class Node:
    """One file: what a reader sees, what is on the medium, and what lies between."""

    live: bytearray = field(default_factory=bytearray)
    medium: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    new: bool = True


@dataclass
class Disk:
    """One folder of files; `stop_at` is the step at which the process dies."""

    names: dict[str, Node] = field(default_factory=dict)
    on_medium: dict[str, Node] = field(default_factory=dict)
    pending: list[tuple[str, Node | None]] = field(default_factory=list)
    steps: int = 0
    stop_at: int = 0

    def step(self) -> None:
        self.steps += 1
        if self.stop_at and self.steps >= self.stop_at:
            raise PowerCutError("gone")

    def load(self, path: Path) -> Node:
        """Take a file of the real disk over, as if it had long been written."""
        content = path.read_bytes()
        node = Node(bytearray(content), bytearray(content), new=False)
        self.names[path.name] = self.on_medium[path.name] = node
        return node

    def create(self, name: str) -> Node:
        node = Node()
        self.names[name] = node
        self.pending.append((name, node))
        return node

    def remove(self, name: str) -> None:
        del self.names[name]
        self.pending.append((name, None))

    def sync_folder(self) -> None:
        self.on_medium = dict(self.names)
        self.pending.clear()

    def after_power_cut(self, chance: random.Random, keep: float) -> dict[str, bytes]:
        """Return what is found after a power cut; `keep` is how much unsynced work survives."""
        names = dict(self.on_medium)
        for name, node in self.pending:
            if chance.random() >= keep:
                # A file system with a journal keeps the order of names: the rest is lost.
                break
            if node is None:
                names.pop(name, None)
            else:
                names[name] = node
        return {name: _torn(node, chance, keep) for name, node in names.items()}


def _torn(node: Node, chance: random.Random, keep: float) -> bytes:
    content = bytearray(node.medium)
    for offset, data in node.pending:
        for start in range(0, len(data), SECTOR):
            if chance.random() < keep:
                _put(content, offset + start, data[start : start + SECTOR])
    return bytes(content)


def _put(content: bytearray, offset: int, data: bytes) -> None:
    content.extend(bytes(max(0, offset + len(data) - len(content))))
    content[offset : offset + len(data)] = data


class DiskFile:
    """An open file, with the methods apsw asks for."""

    def __init__(self, disk: Disk, node: Node) -> None:
        self._disk, self._node = disk, node

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 -- apsw's name
        return bytes(self._node.live[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 -- apsw's name
        self._disk.step()
        _put(self._node.live, offset, bytes(data))
        self._node.pending.append((offset, bytes(data)))

    def xTruncate(self, size: int) -> None:  # noqa: N802 -- apsw's name
        self._disk.step()
        del self._node.live[size:]
        self._node.medium = bytearray(self._node.live)
        self._node.pending.clear()

    def xSync(self, _flags: int) -> None:  # noqa: N802 -- apsw's name
        self._disk.step()
        self._node.medium = bytearray(self._node.live)
        self._node.pending.clear()
        if self._node.new:
            self._disk.step()
            self._node.new = False
            self._disk.sync_folder()

    def xFileSize(self) -> int:  # noqa: N802 -- apsw's name
        return len(self._node.live)

    def xLock(self, _level: int) -> None:  # noqa: N802 -- apsw's name
        """One process only: nothing to do."""

    def xUnlock(self, _level: int) -> None:  # noqa: N802 -- apsw's name
        """One process only: nothing to do."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802 -- apsw's name
        return False

    def xFileControl(self, _op: int, _pointer: int) -> bool:  # noqa: N802 -- apsw's name
        return False

    def xSectorSize(self) -> int:  # noqa: N802 -- apsw's name
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802 -- apsw's name
        return 0

    def xClose(self) -> None:  # noqa: N802 -- apsw's name
        """Nothing is held."""


class PowerVfs(apsw.VFS):
    """The disk as SQLite sees it; files it does not know are read from the real disk once."""

    def __init__(self, name: str, disk: Disk) -> None:
        self.vfs_name, self._disk = name, disk
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> DiskFile:  # type: ignore[override]  # noqa: N802 -- apsw takes any object with these methods
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name))
        node = self._disk.names.get(path.name)
        if node is None and path.exists():
            node = self._disk.load(path)
        if node is None:
            self._disk.step()
            node = self._disk.create(path.name)
        flags[1] = flags[0]
        return DiskFile(self._disk, node)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 -- apsw's name
        self._disk.step()
        self._disk.remove(Path(filename).name)
        if syncdir:
            self._disk.step()
            self._disk.sync_folder()

    def xAccess(self, pathname: str, _flags: int) -> bool:  # noqa: N802 -- apsw's name
        return Path(pathname).name in self._disk.names
