"""Which visits need another look after the content changed, and why."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.acknowledgement import PackRef, PageShown
from kiosk.records.export.entries import verified
from kiosk.records.links import LINKS, Said, Visit, find_visit, re_consent
from kiosk.records.needs_look import (
    GONE,
    UNKNOWN,
    Affected,
    PackNow,
    PageChanges,
    Since,
    affected,
)
from kiosk.records.unseal import Opener, load_opener
from tests.records.visits import open_demo, visit

OLD = PackRef("ketamine", "1", "aa" * 32, "en")
NEW = PackRef("ketamine", "2", "bb" * 32, "en")
SAID = Said("N17", "As asked")
REWORDED = {"en": {"how-1": ("sentence reworded",)}}


def now(pack: PackRef) -> PackNow:
    return PackNow(pack.id, pack.version, pack.sha256, frozenset({"en"}))


def since(changed: PageChanges, *fresh: str) -> dict[str, Since]:
    """Return how the old version differs; `fresh` are pages that it did not have."""
    return {OLD.sha256: Since(changed, {"en": frozenset(fresh)})}


def saw(data: Path, session: str, pack: PackRef, *pages: str) -> None:
    shown = tuple(PageShown(page, order, 5.0, 1) for order, page in enumerate(pages))
    with closing(open_demo(data)) as store:
        store.save(replace(visit(session), pack=pack, pages=shown))


def look(
    data: Path, pack: PackRef, differs: dict[str, Since] | None = None, *, key: bool = True
) -> list[Affected]:
    opener: Opener | None = load_opener(data / "demo-recipient.key") if key else None
    return affected(verified(data, opener, None).entries(), now(pack), differs)


def test_the_same_content_needs_no_look_and_other_content_does(data: Path) -> None:
    saw(data, "old", OLD, "how-1")
    saw(data, "new", NEW, "how-1")
    saw(data, "other", PackRef("esketamine", "1", "cc" * 32, "en"), "how-1")
    (one,) = look(data, NEW)
    assert (one.seq, one.pack_version, one.note) == (1, "1", UNKNOWN)
    assert look(data, OLD)[0].seq == 2


def test_with_the_old_content_at_hand_each_change_is_named_with_its_page(data: Path) -> None:
    saw(data, "old", OLD, "how-1", "how-2")
    changed = {"en": {"how-1": ("title reworded", "sentence added"), "how-2": ("page removed",)}}
    (one,) = look(data, NEW, since(changed))
    assert one.note == ""
    assert one.changed == (
        "how-1: title reworded",
        "how-1: sentence added",
        "how-2: page removed",
    )


def test_a_page_that_was_not_seen_does_not_count_unless_it_is_new(data: Path) -> None:
    saw(data, "old", OLD, "how-2")
    assert look(data, NEW, since(REWORDED)) == []
    assert len(look(data, NEW, since(REWORDED), key=False)) == 1
    (one,) = look(data, NEW, since({"en": {"risks-9": ("page added",)}}, "risks-9"))
    assert one.changed == ("risks-9: page added",)


def test_a_check_question_that_changed_counts_for_who_was_asked(data: Path) -> None:
    saw(data, "old", OLD, "how-2")
    changed = {"en": {"check/ride-home": ("question reworded",), "check/other": ("choice added",)}}
    (one,) = look(data, NEW, since(changed))
    assert one.changed == ("check/ride-home: question reworded",)


def test_a_change_that_touches_no_page_affects_nobody(data: Path) -> None:
    saw(data, "old", OLD, "how-1")
    assert look(data, NEW, since({"en": {}})) == []


def test_a_language_that_is_gone_is_said(data: Path) -> None:
    saw(data, "old", replace(OLD, language="es"), "how-1")
    (one,) = look(data, NEW, since(REWORDED))
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
    assert len(look(data, NEW)) == (1 if kind == "cosign" else 0)


def _visits(*sessions: str) -> list[Visit]:
    return [Visit(session, "") for session in sessions]
