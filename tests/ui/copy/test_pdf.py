"""The PDF of a copy, read by other programs; they are asked only where they are installed."""

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from kiosk.domain.copy import bare, copy_text
from kiosk.ui.copy.pdf import copy_pdf
from kiosk.ui.copy.pdf_tags import Tags, finished
from tests.ui.copy.papers import CODE, paper

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext of poppler-utils is not installed"
)


def tool(tmp_path: Path, name: str, pdf: bytes, *after: str) -> str:
    file = tmp_path / "copy.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([name, file, *after], capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\n", pdf))


@needs_poppler
@pytest.mark.parametrize("large", [False, True])
def test_every_letter_can_be_copied_out_of_the_pdf(tmp_path: Path, large: bool) -> None:
    text = bare(tool(tmp_path, "pdftotext", copy_pdf(paper(), large=large), "-raw", "-"))
    assert text.startswith(bare(copy_text(paper().words)))
    assert CODE in text


@needs_poppler
def test_the_pdf_has_title_language_and_only_embedded_fonts(tmp_path: Path) -> None:
    made = copy_pdf(paper())
    assert "Title:           Your copy" in tool(tmp_path, "pdfinfo", made)
    fonts = tool(tmp_path, "pdffonts", made).splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes (yes|no ) yes ", line) for line in fonts)
    assert b"/Lang (en)" in made


@pytest.mark.parametrize(("region", "box"), [("us", b"612"), ("", b"595"), ("gb", b"595")])
def test_the_paper_is_that_of_the_region(region: str, box: bytes) -> None:
    found = re.search(rb"/MediaBox \[0 0 (\d+)", copy_pdf(paper(), region=region))
    assert found
    assert found[1] == box


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("region", ["us", ""])
@pytest.mark.parametrize("questions", [0, 4])
def test_a_usual_copy_is_one_page(region: str, large: bool, questions: int) -> None:
    assert pages(copy_pdf(paper(questions), region=region, large=large)) == 1


@needs_poppler
def test_a_copy_with_very_many_questions_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    made = copy_pdf(paper(60), large=True)
    assert pages(made) > 1
    assert bare(copy_text(paper(60).words)) in bare(tool(tmp_path, "pdftotext", made, "-raw", "-"))


def test_words_and_code_are_attached_as_text() -> None:
    held = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", copy_pdf(paper()), re.DOTALL):
        try:
            held.append(zlib.decompress(found[1]))
        except zlib.error:
            held.append(found[1])
    whole = f"ANTEROOM COPY BEGIN\n{copy_text(paper().words)}{CODE}\nANTEROOM COPY END\n"
    assert whole.encode() in held


def test_a_pdf_of_an_unknown_build_is_left_alone() -> None:
    assert finished(b"%PDF-9 something else", Tags(), "en") == b"%PDF-9 something else"
