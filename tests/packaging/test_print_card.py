"""The reception card is one sheet of paper, and says what its Markdown says."""

import base64
import importlib
import re
from pathlib import Path

import pytest

from tests.copy_page.browser import browser, found
from tests.house.source import ROOT

CARD = ROOT / "docs/reception-card.html"
# Inches, as the browser wants them.
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}


def test_the_card_that_is_printed_is_made_from_its_markdown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    made = importlib.import_module("print_card").page()
    assert CARD.read_text("utf-8") == made


@pytest.mark.slow
@pytest.mark.skipif(found() is None, reason="no Chromium on this machine")
def test_it_takes_one_page_of_either_paper(tmp_path: Path) -> None:
    with browser(tmp_path) as tab:
        tab.open(CARD)
        for name, (wide, high) in PAPERS.items():
            paper = tab.call("Page.printToPDF", paperWidth=wide, paperHeight=high)
            printed = base64.b64decode(paper["data"])
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, name
