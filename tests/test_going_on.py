"""A production kiosk whose store is damaged goes on with the next, and says so to staff."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.config import Config
from kiosk.platform.clock import SystemClock
from kiosk.platform.paths import default_content
from kiosk.recorder import StoreRecorder
from kiosk.records.database import DATABASE
from kiosk.records.errors import CannotGoOn
from kiosk.records.keys import new_recipient
from kiosk.staff.pin import HashCost, PinDesk
from kiosk.staff.readiness import Site, readiness
from tests.records.second_opinion import verify
from tests.records.spoiling import PAGE, blank_a_page, change_a_byte
from tests.staff.stores import opened, visit

VISITS = 60
# What no damage has to do with: nobody has reviewed or approved the content, or set up a desktop.
OTHERS = {"approval", "languages", "display"}


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a production kiosk with some visits."""
    data = tmp_path_factory.mktemp("production") / "data"
    (data / "recipients").mkdir(parents=True)
    new_recipient(data.parent / "clinic.key", data / "recipients" / "clinic.pub", None)
    PinDesk(data, SystemClock(), HashCost(1, 8, 1)).set_pin("135792")
    with closing(opened(data, "production")) as store:
        for number in range(1, VISITS + 1):
            store.save(visit(f"s{number}", "production"))
    return data


@pytest.fixture
def data(honest: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(honest, tmp_path / "data"))


@pytest.fixture
def site(data: Path) -> Site:
    config = Config(mode="production", region="US")
    return Site(config, data, default_content(), SystemClock(), {}, data.parent / "cache")


@pytest.fixture
def recorder(site: Site) -> Iterator[StoreRecorder]:
    made = StoreRecorder(site)
    yield made
    made.close()


def lacks(site: Site) -> set[str]:
    return {check.name for check in readiness(site) if not check.ok} - OTHERS


def start(recorder: StoreRecorder) -> str | None:
    """Open the store, check all records and ask again, as the kiosk does when it starts."""
    recorder.closed()
    recorder.walk()
    return recorder.closed()


@pytest.mark.parametrize("spoil", [change_a_byte, blank_a_page])
def test_damage_in_mid_store_closes_nothing(
    site: Site, recorder: StoreRecorder, spoil: Callable[[Path, str], bytes]
) -> None:
    spoilt = spoil(site.data / DATABASE, "s30")
    assert lacks(site) == {"records"}
    closed = start(recorder)
    assert closed is None or "records" not in closed
    assert lacks(site) == set()
    saved = recorder.save(visit("s99", "production"))
    aside = site.data / "closed" / "epoch-1"
    # Opening found no fault, so SQLite counted its one empty commit in the first page.
    assert (aside / DATABASE).read_bytes()[PAGE:] == spoilt[PAGE:]
    recorder.close()
    assert verify(site.data, against=saved.check_code).ok
    assert not verify(aside).ok


def test_damage_that_comes_up_while_the_kiosk_runs_closes_nothing(
    site: Site, recorder: StoreRecorder
) -> None:
    start(recorder)
    recorder.save(visit("s99", "production"))
    change_a_byte(site.data / DATABASE, "s30")
    recorder.walk()
    recorder.closed()
    assert lacks(site) == set()
    assert recorder.save(visit("s100", "production")).session == "s100"
    (folder, why), *more = recorder.put_aside()
    assert not more
    assert folder == str(site.data / "closed" / "epoch-1")
    assert why.startswith("record 30: ")


def test_after_a_whole_check_nothing_is_put_aside_again(
    site: Site, recorder: StoreRecorder
) -> None:
    change_a_byte(site.data / DATABASE, "s30")
    for _ in range(3):
        start(recorder)
        recorder.close()
    assert len(recorder.put_aside()) == 1
    assert recorder.store().head().size == 1


def test_a_swapped_key_still_closes_the_kiosk(
    site: Site, recorder: StoreRecorder, tmp_path: Path
) -> None:
    opened(tmp_path / "other").close()
    shutil.copy(tmp_path / "other" / "device.pub", site.data / "device.pub")
    with pytest.raises(CannotGoOn, match="the signing key was swapped"):
        start(recorder)
    assert lacks(site) == {"records"}
    assert recorder.put_aside() == ()


class TestTheProgram:
    """The real commands, in processes of their own."""

    @pytest.fixture
    def command(self, data: Path) -> list[str]:
        settings = data.parent / "anteroom.toml"
        settings.write_text('mode = "production"\nregion = "US"\n')
        return ["--config", str(settings), "--data", str(data)]

    def starts(self, command: list[str], until: str) -> str:
        """Run the kiosk until it says something; return all that it said."""
        said = ""
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--windowed", "800x600", *command],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        ) as kiosk:
            assert kiosk.stderr is not None
            for line in kiosk.stderr:
                said += line
                if until in line:
                    break
            kiosk.kill()
        return said

    def check(self, command: list[str]) -> dict[str, object]:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "check", "--json", *command],
            capture_output=True,
            text=True,
            check=False,
        )
        checks = json.loads(done.stdout)["checks"]
        found = next(one for one in checks if one["name"] == "records")
        assert isinstance(found, dict)
        return found

    @pytest.mark.slow
    def test_a_start_on_a_damaged_store_goes_on_and_check_tells_where_the_old_one_lies(
        self, data: Path, command: list[str]
    ) -> None:
        spoilt = change_a_byte(data / DATABASE, "s30")
        before = self.check(command)
        assert not before["ok"]
        assert "puts such a store aside" in str(before["todo"])
        said = self.starts(command, "epoch 2 begins")
        aside = data / "closed" / "epoch-1"
        assert f"the damaged store lies in {aside}" in said
        assert (aside / DATABASE).read_bytes()[PAGE:] == spoilt[PAGE:]
        after = self.check(command)
        assert after["ok"]
        assert str(aside) in str(after["note"])
        assert "record 30: " in str(after["note"])

    @pytest.mark.slow
    def test_starts_do_not_put_one_empty_store_after_another_aside(
        self, data: Path, command: list[str]
    ) -> None:
        change_a_byte(data / DATABASE, "s30")
        self.starts(command, "epoch 2 begins")
        (data / DATABASE).write_bytes(b"x" * 8192)
        for _ in range(2):
            said = self.starts(command, "closed failed")
            assert "damaged before it held a visit" in said
        assert [one.name for one in (data / "closed").iterdir()] == ["epoch-1"]
