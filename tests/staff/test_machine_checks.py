"""What the machine is told about that stops no visit."""

from pathlib import Path

import pytest

from kiosk.staff.machine_checks import disk

HEAD = "Filename\tType\tSize\tUsed\tPriority\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("", False),
        ("/dev/zram0 partition 100 0 100\n", False),
        ("/dev/dm-1 partition 100 0 100\n", False),
        ("/swapfile file 100 0 -2\n", True),
        ("/dev/zram0 partition 100 0 100\n/dev/sda3 partition 9 0 -2\n", True),
    ],
)
def test_swap_in_the_clear_is_remarked_on_and_stops_nothing(
    tmp_path: Path, lines: str, told: bool
) -> None:
    (tmp_path / "swaps").write_text(HEAD + lines)
    check = disk(tmp_path, tmp_path / "swaps")
    assert check.ok
    assert bool(check.note) is told


def test_a_system_without_such_a_list_is_no_fault(tmp_path: Path) -> None:
    assert disk(tmp_path, tmp_path / "none").note == ""
