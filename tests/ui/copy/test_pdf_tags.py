"""The tags of a PDF, as a program reads them that knows nothing of how they were made."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.copy import ITEM, LABEL, NOTE, TITLE
from kiosk.ui.copy.pdf import copy_pdf, papers_pdf
from kiosk.ui.copy.pdf_objects import PdfObjects, reference
from tests.ui.copy.papers import BESIDE, CODE, paper

needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="pdfinfo of poppler-utils is not installed"
)
ARABIC = (
    (TITLE, "نسختك"),
    (NOTE, "هذه الورقة ليست موافقة على العلاج. إنها تبين ما قرأته وما اخترته هنا في هذا الجهاز."),
    (LABEL, "رقم الإيصال"),
    (ITEM, "هل يساعد هذا الدواء في الاكتئاب، وكم من الوقت يستمر أثره بعد كل جلسة من الجلسات؟"),
)
_TAG_OF = {TITLE: "H1", LABEL: "H2", ITEM: "LBody"}


def structure(tmp_path: Path, pdf: bytes) -> list[tuple[str, str]]:
    """Return every element that holds words, in reading order: tag and words."""
    file = tmp_path / "copy.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], capture_output=True, text=True, check=True
    )
    assert not done.stderr
    found: list[tuple[str, str]] = []
    tag = ""
    for line in done.stdout.splitlines():
        held = line.strip()
        if held.startswith('"'):
            found.append((tag, " ".join(held.strip('"').split())))
        else:
            tag = held.partition(" ")[0]
    return found


@needs_poppler
@pytest.mark.parametrize("large", [False, True])
def test_words_are_read_in_order_and_the_code_last_as_a_picture(
    tmp_path: Path, large: bool
) -> None:
    wanted = [
        (_TAG_OF.get(role, "P"), f"• {text}" if role == ITEM else text)
        for role, text in paper().words
    ]
    title, how, check_code = BESIDE
    wanted += [("H2", title), ("P", how), ("P", check_code), ("Figure", CODE)]
    assert structure(tmp_path, copy_pdf(paper(), large=large)) == wanted


def test_the_picture_has_words_for_a_listener() -> None:
    alt = BESIDE[0].encode("utf-16-be").hex().upper().encode()
    assert re.search(rb"/S /Figure\n[^>]*/Alt <FEFF" + alt + rb">", copy_pdf(paper()))


def test_everything_painted_is_either_a_part_or_decoration() -> None:
    held = PdfObjects.of(papers_pdf((paper(), paper(60)), "Two", foot="A foot"))
    pages = [body for body in held.bodies.values() if b"/Type /Page\n" in body]
    assert len(pages) > 2
    for page in pages:
        content = held.stream(reference(page, b"Contents"))
        depth = 0
        for line in content.splitlines():
            depth += line.endswith((b" BDC", b" BMC"))
            depth -= line == b"EMC"
            assert depth in {0, 1}
            if line in {b"BT", b"f", b"S"}:
                assert depth == 1, line


@needs_poppler
def test_a_part_in_another_language_says_so(tmp_path: Path) -> None:
    made = papers_pdf((paper(), paper(language="es")), "Two", foot="A foot")
    assert made.count(b"/Lang (es)") == len(structure(tmp_path, made)) / 2
    assert made.count(b"/Lang (en)") == 1


@needs_poppler
def test_a_list_that_goes_on_is_read_to_its_end(tmp_path: Path) -> None:
    read = structure(tmp_path, copy_pdf(paper(60), large=True))
    assert sum(tag == "LBody" for tag, _ in read) == 60


@pytest.mark.parametrize("large", [False, True])
def test_arabic_words_stand_beside_their_joined_letters(large: bool) -> None:
    held = PdfObjects.of(copy_pdf(replace(paper(language="ar"), words=ARABIC), large=large))
    elements = b"\n".join(body for body in held.bodies.values() if b"/StructElem" in body)
    wanted = [f"•  {text}" if role == ITEM else text for role, text in ARABIC]
    assert actual(elements) == wanted
    page = next(body for body in held.bodies.values() if b"/Type /Page\n" in body)
    lines = actual(held.stream(reference(page, b"Contents")))
    assert len(lines) > len(wanted) or not large
    assert "".join(lines) == "".join(wanted)


def actual(held: bytes) -> list[str]:
    """Return the words that stand beside glyphs."""
    found = re.findall(rb"/ActualText <FEFF([0-9A-F]*)>", held)
    return [bytes.fromhex(one.decode()).decode("utf-16-be") for one in found]


def test_a_space_is_a_space_for_whoever_reads_the_letters() -> None:
    maps = [body for body in PdfObjects.of(copy_pdf(paper())).bodies.values() if b"cmap" in body]
    assert maps
    named = [found for body in maps for found in re.findall(rb"\[(.*?)\]", body, re.DOTALL)]
    assert any(b"<0020>" in letters for letters in named)
    assert not any(b"<0009>" in letters for letters in named)


def test_nothing_tells_when_it_was_made() -> None:
    made = copy_pdf(paper())
    assert b"Date" not in made
    assert b"/Metadata" in made
