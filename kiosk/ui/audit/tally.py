"""What an audit found, so that parts of it can be put together."""

from collections import Counter
from dataclasses import dataclass, field

from kiosk.ui.audit.fault import Fault


@dataclass
class Tally:
    """Faults of a row as `look page#screen: what`; which looks were measured, and which not."""

    screens: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    covered: list[str] = field(default_factory=list)
    # Looks whose worker ended before it was done with them.
    lost: list[str] = field(default_factory=list)
    # The sheets of each look.
    sheets: dict[str, list[str]] = field(default_factory=dict)

    @property
    def counts(self) -> Counter[str]:
        """How many faults each row has."""
        return Counter({row: len(found) for row, found in self.faults.items()})

    @property
    def holds(self) -> bool:
        """Whether everything was measured, and nothing found."""
        return not self.faults and not self.lost

    def take(self, where: str, faults: tuple[Fault, ...]) -> None:
        """Count one screen."""
        self.screens += 1
        for fault in faults:
            self.faults.setdefault(fault.row, []).append(f"{where}: {fault.what}")

    def add(self, other: "Tally") -> None:
        """Take in what another part found."""
        self.screens += other.screens
        for row, found in other.faults.items():
            self.faults.setdefault(row, []).extend(found)
        self.covered += other.covered
        self.lost += other.lost
        self.sheets |= other.sheets
