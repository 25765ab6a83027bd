"""Set-up is whole or not at all, wherever it is cut off."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.records import provision
from kiosk.records.database import DATABASE
from tests.records.second_opinion import verify
from tests.records.visits import open_demo, visit

STEPS = ("begin", "_make_keys", "build", "finish")


class Cut(Exception):  # noqa: N818 -- a power cut is no error
    """The power went off."""


@pytest.mark.parametrize("step", STEPS)
def test_a_set_up_cut_off_before_a_step_is_made_good_by_the_next_start(
    data: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def cut(*_: object, **__: object) -> None:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(provision, step, cut)
        with pytest.raises(Cut):
            open_demo(data)
    with closing(open_demo(data)) as store:
        store.save(visit("s1"))
    assert verify(data).ok
    assert not (data / provision.SETUP).exists()


@pytest.mark.parametrize("moved", range(7))
def test_a_move_into_place_cut_off_anywhere_is_finished(data: Path, moved: int) -> None:
    """Undo the moves from the last one back, as if they had not happened yet."""
    open_demo(data).close()
    report = verify(data)
    names = ("device.key", "device.pub", "demo-recipient.key", "recipients/demo.pub", "ratchet")
    order = [*names, DATABASE]
    (data / provision.SETUP / "recipients").mkdir(parents=True)
    for name in order[moved:]:
        shutil.move(data / name, data / provision.SETUP / name)
    if moved == len(order):
        shutil.rmtree(data / provision.SETUP / "recipients")
    with closing(open_demo(data)) as store:
        assert store.head() == report.head
    assert verify(data).ok


def test_importing_the_store_loads_no_cryptography() -> None:
    code = (
        "import sys, kiosk.records.store, kiosk.records.verify, kiosk.records.unseal; "
        "print([m for m in ('cryptography', 'PySide6', 'argon2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
