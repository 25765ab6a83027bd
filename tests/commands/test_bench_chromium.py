"""bench beside Chromium: the same words there, and a plain reason where it cannot be measured."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import chromium, figures, footprint
from benchmarks.chromium import Times, comparing, lesson_of
from benchmarks.screen import Screen
from benchmarks.web_pages import web_page
from kiosk.content.blocks import block_sentences, tells_words
from kiosk.content.pack import load_pack
from tests.copy_page.browser import Tab, browser, found
from tests.house.source import ROOT

PAGES = figures.USUAL.turned
# The button that leads on, as a person would press it; what then stands between the bars.
ON = "document.querySelector('#front button.primary').click()"
SHOWN = "document.getElementById('front').innerText.replace(/\\s+/g, ' ')"


def nothing_measured(run: figures.Run) -> str:
    comparing(run)
    assert not run.figures
    assert not run.failed
    (note,) = run.notes
    return note


def quiet(_text: str) -> None:
    """Keep the progress of a bench out of the way."""


def test_without_a_screen_the_bench_says_that_chromium_was_not_compared(tmp_path: Path) -> None:
    run = figures.Run(figures.QUICK, tmp_path, None, quiet)
    assert nothing_measured(run) == (
        "Not measured here: the same pages in Chromium: Xvfb is not installed."
    )


def test_without_chromium_the_bench_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    screen = Screen.__new__(Screen)
    run = figures.Run(figures.QUICK, tmp_path, screen, quiet)
    assert nothing_measured(run) == (
        "Not measured here: the same pages in Chromium: Chromium is not installed."
    )


def test_targets_beside_chromium_are_those_of_the_design() -> None:
    own, other = (Times([ms], [ms], [ms, 2 * ms, 3 * ms]) for ms in (10.0, 40.0))
    told = {name: (value, target) for name, value, _, target in chromium.figures(own, other)}
    assert told["start to first page / Chromium"] == (0.25, 0.3)
    assert told["release to next page / Chromium, p50"] == (0.25, 0.4)
    assert told["release to next page, from outside, p50"] == (20.0, 12.0)
    assert told["release to next page, from outside, p95"] == (30.0, 20.0)


def test_processor_time_holds_what_started_processes_took() -> None:
    burn = "import time; end = time.process_time() + 0.2\nwhile time.process_time() < end: pass"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"
    wait = f"{start}; print('done', flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", wait]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline()
        assert footprint.processor_ms(child.pid) >= 200


@pytest.mark.timeout(240)
def test_the_page_in_chromium_shows_the_words_of_the_content_pack(tmp_path: Path) -> None:
    if found() is None:
        pytest.skip("no chromium on this machine: the same pages were not opened there")
    lesson = lesson_of(None, tmp_path, PAGES)
    file = tmp_path / "lesson.html"
    file.write_text(web_page(lesson), encoding="utf-8")
    with browser(tmp_path / "profile") as tab:
        tab.open(file)
        assert "Learn about your treatment" in tab.run(SHOWN)
        shown = pages_shown(tab, [one["key"] for one in lesson["pages"]])
    pack = load_pack(ROOT / "content/ketamine").lessons["en"]
    pages = {f"page:{one.id}": one for chapter in pack.chapters for one in chapter.pages}
    assert len(shown) > PAGES // 2
    for key, text in shown.items():
        assert pages[key].title in text
        told = (one for one in pages[key].blocks if not tells_words(one))
        for sentence in (sentence for one in told for sentence in block_sentences(one)):
            assert sentence.text in text


def pages_shown(tab: Tab, keys: list[str]) -> dict[str, str]:
    """Go through the pages; return the words of each, those of all its screens together."""
    shown: dict[str, str] = {}
    for key in keys:
        tab.run(ON)
        page = key.rpartition("/")[0]
        shown[page] = f"{shown.get(page, '')} {tab.run(SHOWN)}"
    return shown
