"""One process per data folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.records.errors import StoreBusy
from kiosk.records.lock import take_lock
from kiosk.records.store import Store
from tests.records.visits import open_demo

CHILD = """
import sys
from pathlib import Path
from kiosk.domain.errors import AnteroomError
from tests.records.visits import open_demo
try:
    open_demo(Path(sys.argv[1]))
except AnteroomError as error:
    print(error, file=sys.stderr)
    raise SystemExit(3)
"""


def test_a_second_process_gets_one_line_with_folder_and_process(store: Store, data: Path) -> None:
    assert store.head().size == 1
    done = subprocess.run(
        [sys.executable, "-c", CHILD, data], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    where = f"{data}: another kiosk is running on this data folder"
    assert done.stderr.splitlines() == [f"{where} (process {os.getpid()}); close it first"]


def test_a_second_store_in_the_same_process_is_refused_too(store: Store, data: Path) -> None:
    assert store.head().size == 1
    with pytest.raises(StoreBusy):
        open_demo(data)


def test_the_lock_is_free_again_after_close_and_after_a_failed_open(data: Path) -> None:
    open_demo(data).close()
    (data / "records.db").write_bytes(b"not a database" * 500)
    for _ in range(2):
        with pytest.raises(Exception, match="cannot be read"):
            open_demo(data)
    take_lock(data).release()


def test_releasing_twice_does_nothing(tmp_path: Path) -> None:
    lock = take_lock(tmp_path)
    lock.release()
    lock.release()
    assert lock.released
