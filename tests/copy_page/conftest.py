"""A genuine copy from a real store, and a browser that shows the page that checks it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.domain.copy import CHOICE, LABEL, LETTERS, NOTE, NUMBER, TITLE, CopyPaper, copy_text
from tests.copy_page.browser import Tab, browser, found
from tests.house.source import ROOT
from tests.records.visits import open_demo, visit

PAGE = ROOT / "assets/verify/anteroom-verify.html"
SESSION = "5f1d9be2c0a44f7c9a52f0f3b6de8a11"


@dataclass(frozen=True)
class Copy:
    """A copy as the person has it."""

    words: str
    code: str
    kiosk: str
    receipt: str
    check_code: str
    paper: CopyPaper

    @property
    def all(self) -> str:
        return f"{self.words}\nAnyone can check it.\n{self.code}\n"


def made(folder: Path) -> Copy:
    """Save a visit in a new store and return its copy."""
    words = (
        (TITLE, "Your copy"),
        (NOTE, "This paper is not consent to treatment."),
        (LABEL, "Your receipt number"),
        (NUMBER, "RECEIPT"),
        (LABEL, "You chose"),
        (CHOICE, "I have questions first"),
        (LABEL, "Letters of this copy"),
        (LETTERS, "ACDE-FGHJ-KMNP-QRTV-WXY3"),
    )
    with closing(open_demo(folder)) as store:
        store.append_event("audit", "started")
        saved = store.save(replace(visit(SESSION), copy=words))
        paper = CopyPaper(words, "en", saved.copy_code, ("Is it genuine?", "Check it.", ""))
        return Copy(
            copy_text(words),
            saved.copy_code,
            store.kiosk,
            saved.receipt,
            saved.check_code,
            paper,
        )


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A genuine copy."""
    return made(tmp_path_factory.mktemp("copy") / "data")


@pytest.fixture(scope="session")
def other_copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The same visit, signed by somebody else's kiosk."""
    return made(tmp_path_factory.mktemp("other") / "data")


@pytest.fixture(scope="session")
def _tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    if found() is None:
        pytest.skip("no chromium on this machine: the page that checks copies was not opened")
    with browser(tmp_path_factory.mktemp("profile")) as tab:
        yield tab


@pytest.fixture
def tab(_tab: Tab) -> Tab:
    """The page, freshly opened from the disk."""
    _tab.open(PAGE)
    return _tab
