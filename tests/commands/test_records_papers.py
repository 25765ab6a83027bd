"""records export --format pdf: what other programs find in the files."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.domain.copy import bare, copy_text
from tests.commands.anteroom import anteroom, one_line
from tests.copy_page.conftest import Copy, made
from tests.records.export.exports import link
from tests.records.visits import open_demo, visit

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext of poppler-utils is not installed"
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers") / "data"


@pytest.fixture(scope="module")
def copy(data: Path) -> Copy:
    """A visit with a copy, one without, and a co-signature."""
    genuine = made(data)
    store = open_demo(data)
    store.save(visit("without-copy", flags=("how-1",)))
    store.close()
    link(data, "cosign", "without-copy")
    return genuine


@pytest.fixture(scope="module")
def out(data: Path, copy: Copy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of that store."""
    assert copy.receipt
    return exported(data, tmp_path_factory.mktemp("exported") / "out")


def exported(data: Path, folder: Path) -> Path:
    words: tuple[str | Path, ...] = ("records", "export", "--format", "pdf", "--data", data)
    ended = anteroom(*words, "--out", folder, home=folder.parent)
    assert (ended.code, ended.err) == (0, "")
    return folder


def tool(name: str, file: Path, *after: str) -> str:
    done = subprocess.run([name, file, *after], capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout


def record(out: Path, number: int) -> Path:
    return next(out.glob(f"record-{number:06}-*.pdf"))


def test_each_record_has_one_file_and_the_manifest_its_digest(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    digests = {file["name"]: file["sha256"] for file in manifest["files"]}
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.glob("*.pdf")}
    assert digests == there
    assert manifest["counts"]["records"] == len(there) - 1
    assert manifest["signed_head"]["sig"]


def test_the_same_store_gives_the_same_bytes(data: Path, out: Path, tmp_path: Path) -> None:
    again = exported(data, tmp_path / "again")
    for file in out.glob("*.pdf"):
        assert (again / file.name).read_bytes() == file.read_bytes()


@needs_poppler
def test_a_visit_holds_the_copy_word_for_word_and_then_the_record(out: Path, copy: Copy) -> None:
    text = tool("pdftotext", record(out, 2), "-raw", "-")
    assert bare(copy_text(copy.paper.words)) in bare(text)
    assert copy.code in bare(text)
    for said in ("This is a copy.", "language en", "Content SHA-256:", copy.check_code):
        assert said in text
    pages = tool("pdftotext", record(out, 2), "-raw", "-").split("\f")
    foots = [re.search(r"Copy of record 2 of kiosk .* · (\d)", page) for page in pages[:2]]
    assert [foot and foot[1] for foot in foots] == ["1", "2"]


@needs_poppler
def test_other_records_say_who_asked_why_and_for_which_visit(out: Path) -> None:
    text = tool("pdftotext", record(out, 4), "-raw", "-")
    for said in ("Co-signature, visit ", "Staff: N17", "Reason: As asked", "Record hash:"):
        assert said in text
    assert "Co-signed at " in tool("pdftotext", record(out, 3), "-raw", "-")


@needs_poppler
def test_no_file_holds_the_seed_of_the_one_time_keys(out: Path) -> None:
    text = tool("pdftotext", record(out, 0), "-raw", "-")
    assert "Event: created" in text
    assert "seed" not in text


@needs_poppler
def test_the_contents_name_every_record_and_the_head(out: Path) -> None:
    text = tool("pdftotext", out / "contents.pdf", "-raw", "-")
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    for file in out.glob("record-*.pdf"):
        assert file.name in text
    assert manifest["head"]["check_code"] in text
    assert bare(manifest["head"]["root"]) in bare(text)


@needs_poppler
def test_every_file_has_title_language_tags_and_only_embedded_fonts(out: Path) -> None:
    for file in out.glob("*.pdf"):
        told = tool("pdfinfo", file)
        assert re.search(r"Title: +\S", told)
        assert re.search(r"Tagged: +yes", told)
        assert b"/Lang (en)" in file.read_bytes()
        fonts = tool("pdffonts", file).splitlines()[2:]
        assert fonts
        assert all(re.search(r" yes (yes|no ) yes ", line) for line in fonts)


def test_without_a_key_one_line_says_so_and_nothing_is_written(
    data: Path, copy: Copy, tmp_path: Path
) -> None:
    assert copy.receipt
    store = tmp_path / "records.db"
    store.write_bytes((data / "records.db").read_bytes())
    words = ("records", "export", "--format", "pdf", store, "--out", tmp_path / "out")
    assert "--key" in one_line(anteroom(*words, home=tmp_path))
    assert not (tmp_path / "out").exists()
    ended = anteroom(*words, "--key", data / "demo-recipient.key", home=tmp_path)
    assert ended.code == 0
