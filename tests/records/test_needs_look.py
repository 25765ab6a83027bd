"""Which visits need another look after the content changed, and why."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import PackRef, PageShown
from kiosk.records.export.entries import verified
from kiosk.records.links import LINKS, Said, Visit, find_visit, re_consent
from kiosk.records.needs_look import GONE, UNKNOWN, Affected, PackState, PageState, affected
from kiosk.records.unseal import Opener, load_opener
from tests.records.visits import open_demo, visit

OLD = PackRef("ketamine", "1", "aa" * 32, "en")
NEW = PackRef("ketamine", "2", "bb" * 32, "en")
SAID = Said("N17", "As asked")
PAGES = {
    "how-1": PageState("11", {"MECH-01": "acts fast"}),
    "how-2": PageState("22", {}),
    "check/ride-home": PageState("33", {}),
}


def state(pack: PackRef, **changed: PageState | None) -> PackState:
    """Return a version of the pack with some pages changed, or gone where None."""
    pages = {**PAGES, **{name.replace("_", "-"): page for name, page in changed.items()}}
    there = {name: page for name, page in pages.items() if page}
    return PackState(pack.id, pack.version, pack.sha256, {"en": there})


def saw(data: Path, session: str, pack: PackRef, *pages: str) -> None:
    shown = tuple(PageShown(page, order, 5.0, 1) for order, page in enumerate(pages))
    with closing(open_demo(data)) as store:
        store.save(replace(visit(session), pack=pack, pages=shown))


def look(data: Path, now: PackState, *before: PackState, key: bool = True) -> list[Affected]:
    opener: Opener | None = load_opener(data / "demo-recipient.key") if key else None
    return affected(verified(data, opener, None).entries(), now, before)


def test_the_same_content_needs_no_look_and_other_content_does(data: Path) -> None:
    saw(data, "old", OLD, "how-1")
    saw(data, "new", NEW, "how-1")
    saw(data, "other", PackRef("esketamine", "1", "cc" * 32, "en"), "how-1")
    (one,) = look(data, state(NEW))
    assert (one.seq, one.pack_version, one.note) == (1, "1", UNKNOWN)
    assert look(data, state(OLD))[0].seq == 2


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (PageState("99", {"MECH-01": "acts fast"}), "how-1: words"),
        (PageState("11", {"MECH-01": "acts slowly"}), "how-1: evidence MECH-01"),
        (PageState("99", {"MECH-01": "acts slowly"}), "how-1: words and evidence MECH-01"),
        (None, "how-1: gone"),
    ],
)
def test_with_the_old_content_at_hand_each_page_is_named_with_what_changed(
    data: Path, page: PageState | None, said: str
) -> None:
    saw(data, "old", OLD, "how-1", "how-2")
    (one,) = look(data, state(NEW, how_1=page), state(OLD))
    assert (one.changed, one.note) == ((said,), "")


def test_a_page_that_was_not_seen_does_not_count_unless_it_is_new(data: Path) -> None:
    saw(data, "old", OLD, "how-2")
    elsewhere = state(NEW, how_1=PageState("99", {}))
    assert look(data, elsewhere, state(OLD)) == []
    assert len(look(data, elsewhere, state(OLD), key=False)) == 1
    (one,) = look(data, state(NEW, risks_9=PageState("44", {})), state(OLD))
    assert one.changed == ("risks-9: new",)


def test_a_check_question_that_changed_counts_for_who_was_asked(data: Path) -> None:
    saw(data, "old", OLD, "how-2")
    now = state(NEW, **{"check/ride_home": PageState("77", {})})
    (one,) = look(data, now, state(OLD))
    assert one.changed == ("check/ride-home: words",)


def test_a_change_that_touches_no_page_affects_nobody(data: Path) -> None:
    saw(data, "old", OLD, "how-1")
    assert look(data, state(NEW), state(OLD)) == []


def test_a_language_that_is_gone_is_said(data: Path) -> None:
    saw(data, "old", replace(OLD, language="es"), "how-1")
    (one,) = look(data, state(NEW), state(OLD))
    assert one.note == GONE.format("es")


@pytest.mark.parametrize("kind", ["void", "withdrawal", "re_consent", "cosign"])
def test_a_visit_that_no_longer_counts_needs_no_look(data: Path, kind: str) -> None:
    saw(data, "old", OLD, "how-1")
    saw(data, "later", NEW, "how-1")
    with closing(open_demo(data)) as store:
        old, later = (find_visit(data, one.receipt) for one in _visits("old", "later"))
        if kind == "re_consent":
            re_consent(store, old, later, SAID)
        else:
            LINKS[kind](store, old, SAID)
    assert len(look(data, state(NEW))) == (1 if kind == "cosign" else 0)


def _visits(*sessions: str) -> list[Visit]:
    return [Visit(session, "") for session in sessions]
