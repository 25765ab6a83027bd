"""The conditions for real visits: each fails alone, for its own reason."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from kiosk.config import Config
from kiosk.platform.paths import default_content
from kiosk.records.keys import new_recipient
from kiosk.staff import content_checks, record_checks
from kiosk.staff.pin import HashCost, PinDesk
from kiosk.staff.readiness import Check, Site, closed_because, is_ready, readiness
from tests.content.tiny_pack import TinyPack
from tests.staff.set_clock import SetClock
from tests.staff.stores import NOW, opened, with_visits

NAMES = [
    "mode",
    "content",
    "approval",
    "review-date",
    "languages",
    "region",
    "staff-pin",
    "recipient-key",
    "records",
    "clock",
    "data-folder",
    "disk",
    "fonts",
    "display",
]
# What no settings or keys can mend in this release: nobody has reviewed or approved the content.
HONEST = {"approval", "languages"}


def by_name(site: Site) -> dict[str, Check]:
    return {check.name: check for check in readiness(site)}


def failing(site: Site) -> set[str]:
    return {check.name for check in readiness(site) if not check.ok}


@pytest.fixture
def site(tmp_path: Path, clock: SetClock) -> Site:
    """A production kiosk on which everything is done that can be done."""
    data = tmp_path / "data"
    (data / "recipients").mkdir(parents=True)
    new_recipient(tmp_path / "clinic.key", data / "recipients" / "clinic.pub", None)
    opened(data, "production").close()
    PinDesk(data, clock, HashCost(1, 8, 1)).set_pin("135792")
    config = Config(mode="production", region="US")
    return Site(config, data, default_content(), clock, {"DISPLAY": ":0"}, tmp_path / "cache")


def test_every_condition_is_listed_once_in_order(site: Site) -> None:
    assert [check.name for check in readiness(site)] == NAMES


def test_a_kiosk_set_up_in_full_still_waits_for_reviewed_and_approved_content(site: Site) -> None:
    assert failing(site) == HONEST
    assert not is_ready(readiness(site))


def test_ready_means_every_condition() -> None:
    good = Check("a", ok=True, what="")
    assert is_ready((good, good))
    assert not is_ready((good, Check("b", ok=False, what="")))


def test_production_stays_closed_for_the_first_lack_and_a_demo_is_open(site: Site) -> None:
    reason = closed_because(site)
    assert reason is not None
    assert reason.startswith("approval: ")
    assert closed_because(_demo(site)) is None


def test_production_closes_when_a_walk_found_a_fault_and_looks_at_no_record_itself(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("approval", "languages"):
        met = Check(name, ok=True, what="")
        monkeypatch.setattr(content_checks, name, partial(_always, met))
    monkeypatch.setattr(record_checks, "records", partial(pytest.fail, "walked again"))
    assert closed_because(site) is None
    reason = closed_because(site, record_checks.unsound("record 5 was edited"))
    assert reason is not None
    assert reason.startswith("records: record 5 was edited. Keep the data folder")


def _always(met: Check, *_about: object) -> Check:
    return met


def test_every_failing_condition_says_what_to_do(tmp_path: Path, clock: SetClock) -> None:
    bare = Site(Config(), tmp_path / "no" / "such", tmp_path, clock, {})
    checks = readiness(bare)
    assert all(check.what for check in checks)
    assert all(
        check.todo.endswith((".", "check", "set-pin", "recipients"))
        for check in checks
        if not check.ok
    )
    assert not (tmp_path / "no").exists()


def alter(site: Site, **changes: object) -> Site:
    return replace(site, config=replace(site.config, **changes))  # type: ignore[arg-type]  # by name


def _demo(site: Site) -> Site:
    return alter(site, mode="demo")


def _no_region(site: Site) -> Site:
    return alter(site, region="")


def _unknown_region(site: Site) -> Site:
    return alter(site, region="ZZ")


def _no_pin(site: Site) -> Site:
    (site.data / "staff-pin").unlink()
    return site


def _no_key(site: Site) -> Site:
    (site.data / "recipients" / "clinic.pub").unlink()
    return site


def _bad_key(site: Site) -> Site:
    (site.data / "recipients" / "clinic.pub").write_text("no key")
    return site


def _cut_store(site: Site) -> Site:
    (site.data / "records.db").write_bytes(b"garbage")
    return site


def _lost_store(site: Site) -> Site:
    (site.data / "records.db").unlink()
    return site


def _no_display(site: Site) -> Site:
    return replace(site, environ={})


def _year_2020(site: Site) -> Site:
    assert isinstance(site.clock, SetClock)
    site.clock.wall -= 6 * 365 * 86400
    return site


@pytest.mark.parametrize(
    ("spoil", "name", "said"),
    [
        (_demo, "mode", "demo mode"),
        (_no_region, "region", "no region is set"),
        (_unknown_region, "region", "no crisis lines for ZZ"),
        (_no_pin, "staff-pin", "no staff PIN"),
        (_no_key, "recipient-key", "no recipient key"),
        (_bad_key, "recipient-key", "clinic.pub"),
        (_cut_store, "records", "cannot be read"),
        (_lost_store, "records", "records.db"),
        (_no_display, "display", "no screen"),
        (_year_2020, "clock", "has passed"),
    ],
)
def test_each_lack_fails_its_own_condition_only(
    site: Site, spoil: Callable[[Site], Site], name: str, said: str
) -> None:
    spoilt = spoil(site)
    assert failing(spoilt) - HONEST == {name}
    assert said in by_name(spoilt)[name].what


def test_a_clock_behind_the_newest_record_is_implausible(
    site: Site, clock: SetClock, tmp_path: Path
) -> None:
    def december() -> datetime:
        return NOW + timedelta(days=30)

    with_visits(tmp_path / "later", 1, december)
    later = replace(site, data=tmp_path / "later")
    assert by_name(later)["clock"].what == "the clock says 2026-11-21, but 2026-12-21 has passed"
    clock.wall += 29 * 86400
    assert by_name(later)["clock"].ok  # a day of grace: records carry the local day


def test_a_clock_before_the_sources_of_the_content_is_implausible(
    site: Site, clock: SetClock, tmp_path: Path
) -> None:
    bare = replace(site, data=tmp_path / "none")
    clock.wall -= 86400
    assert by_name(bare)["clock"].ok
    clock.wall -= 86400
    assert not by_name(bare)["clock"].ok


def test_past_its_review_date_the_content_is_refused(site: Site, clock: SetClock) -> None:
    clock.wall += 181 * 86400
    assert by_name(site)["review-date"].ok
    clock.wall += 86400
    assert not by_name(site)["review-date"].ok


def test_a_record_that_was_changed_is_found(site: Site) -> None:
    with closing(sqlite3.connect(site.data / "records.db")) as connection:
        connection.executescript("DROP TRIGGER record_no_update; UPDATE record SET mac = x'00'")
    assert not by_name(site)["records"].ok


def test_the_demo_key_is_no_clinic_key(tmp_path: Path, clock: SetClock) -> None:
    data = with_visits(tmp_path / "data", 1)
    demo = Site(Config(), data, default_content(), clock, {})
    assert by_name(demo)["recipient-key"].what == "only the demo key is set"
    assert by_name(demo)["records"].ok


def test_content_that_cannot_be_read_fails_with_its_first_fault(site: Site, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(default_content(), pack)
    (pack / "pack.toml").write_text("id = 5\n")
    checks = by_name(replace(site, content=pack))
    assert "pack.toml" in checks["content"].what
    assert not any(checks[name].ok for name in ("approval", "review-date", "languages", "region"))


def test_a_language_that_is_offered_must_be_in_the_content(site: Site, tmp_path: Path) -> None:
    content = TinyPack(tmp_path / "english").write()
    checks = by_name(replace(alter(site, languages=("en", "es")), content=content))
    assert "not in the content: es" in checks["languages"].what
