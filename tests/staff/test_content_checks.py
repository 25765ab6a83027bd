"""Production needs two signatures of the exact bytes and a review date that has not passed."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.config import Config
from kiosk.content.pack import load_pack, pack_listing
from kiosk.i18n.catalogue import interface_digest
from kiosk.records.keys import new_recipient
from kiosk.staff.content_checks import with_proven_status
from kiosk.staff.pin import HashCost, PinDesk
from kiosk.staff.readiness import Check, Site, closed_because, is_ready, readiness
from tests.content.signing import Person
from tests.content.tiny_pack import TinyPack
from tests.content.tiny_review import reviewed
from tests.staff.set_clock import SetClock
from tests.staff.stores import opened

ANN, BO = Person("Ann Lee"), Person("Bo Kim", "physician")
BOTH = (ANN.approver, BO.approver)


@pytest.fixture
def site(tmp_path: Path, clock: SetClock) -> Site:
    """A production kiosk in full order, with a reviewed pack that two people have signed."""
    tiny = TinyPack(tmp_path / "pack")
    tiny.swap("pack.toml", '"draft"', '"approved"')
    content = reviewed(tiny, "en", interface_digest("en")).write()
    ANN.sign(content)
    BO.sign(content)
    data = tmp_path / "data"
    (data / "recipients").mkdir(parents=True)
    new_recipient(tmp_path / "clinic.key", data / "recipients" / "clinic.pub", None)
    opened(data, "production").close()
    PinDesk(data, clock, HashCost(1, 8, 1)).set_pin("135792")
    config = Config(mode="production", region="US", approvers=BOTH)
    return Site(config, data, content, clock, {"DISPLAY": ":0"}, tmp_path / "cache")


def row(site: Site, name: str) -> Check:
    return {check.name: check for check in readiness(site)}[name]


def test_signed_by_two_people_and_in_date_the_kiosk_is_ready(site: Site) -> None:
    assert is_ready(readiness(site))
    assert closed_because(site) is None
    assert "Ann Lee (nurse) on 2026-11-21" in row(site, "approval").what


def test_a_byte_changed_in_any_file_closes_the_kiosk(site: Site) -> None:
    files = [line.split("  ")[1] for line in pack_listing(site.content).decode().splitlines()]
    for name in files:
        path = site.content / name
        good = path.read_bytes()
        for at in (0, len(good) // 2, len(good) - 1):
            path.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            assert closed_because(site) is not None, (name, at)
        path.write_bytes(good)
    assert closed_because(site) is None


def test_a_harmless_byte_changed_voids_the_approval_by_name(site: Site) -> None:
    page = site.content / "en" / "questions.md"
    page.write_text(page.read_text().replace("Nobody knows", "No one knows"))
    found = row(site, "approval")
    assert not found.ok
    assert "signed by 0 of 2 different people; not counted: " in found.what
    assert "so it was changed after signing" in found.what


@pytest.mark.parametrize(
    ("approvers", "said"),
    [
        ((), "name no approvers"),
        ((ANN.approver,), "signed by 1 of 2 different people"),
        ((ANN.approver, replace(BO.approver, name="ANN LEE")), "list this key as ANN LEE"),
    ],
)
def test_two_listed_people_are_needed(site: Site, approvers: tuple[()], said: str) -> None:
    found = row(replace(site, config=replace(site.config, approvers=approvers)), "approval")
    assert (found.ok, said in found.what) == (False, True)


def test_one_person_with_two_keys_is_not_two_people(site: Site) -> None:
    again = Person("ann lee", "nurse")
    again.sign(site.content)
    listed = replace(site, config=replace(site.config, approvers=(ANN.approver, again.approver)))
    found = row(listed, "approval")
    assert not found.ok
    assert found.what.startswith("signed by 1 of 2 different people (")
    assert " and " in found.what.partition(";")[0]


def test_what_its_authors_still_call_a_draft_stays_closed_though_signed(site: Site) -> None:
    manifest = site.content / "pack.toml"
    manifest.write_text(manifest.read_text().replace('"approved"', '"draft"'))
    ANN.sign(site.content)
    BO.sign(site.content)
    assert row(site, "approval").what == "the content is marked draft by its authors"


def test_the_day_after_the_review_date_the_kiosk_is_closed(site: Site, clock: SetClock) -> None:
    clock.wall += 181 * 86400
    assert clock.utc()[:10] == "2027-05-21"
    assert closed_because(site) is None
    clock.wall += 86400
    reason = closed_because(site)
    assert reason is not None
    assert reason.startswith("review-date: the review was due on 2027-05-21")


def test_files_changed_under_a_running_kiosk_close_it_even_if_signed_again(site: Site) -> None:
    running = replace(site, shown=load_pack(site.content).info.digest)
    assert closed_because(running) is None
    evidence = site.content / "evidence.toml"
    evidence.write_text(evidence.read_text().replace('"A book"', '"Another book"'))
    ANN.sign(site.content)
    BO.sign(site.content)
    assert closed_because(site) is None
    reason = closed_because(running)
    assert reason is not None
    assert "changed while the kiosk shows it" in reason


def test_only_signatures_make_content_show_as_approved(site: Site) -> None:
    pack = load_pack(site.content)
    assert pack.info.status == "approved"
    assert with_proven_status(pack, site.content, BOTH).info.status == "approved"
    assert with_proven_status(pack, site.content, ()).info.status == "draft"
    assert with_proven_status(pack, site.content, (ANN.approver,)).info.status == "draft"
